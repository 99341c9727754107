import { continueAsNew, sleep } from '@temporalio/workflow';
import { durably } from './durably.ts';
import { isLongRun } from './rollover.ts';
import { failUnknownSignals } from './signals.ts';

const sweep = durably('sweep', 'Delete what has been kept for its period', { localAttempts: 0, withinSeconds: 600 });

/** Once a day, for ever: what is known of people and has been kept for its period is deleted. */
export async function sweeping(): Promise<void> {
  failUnknownSignals();
  while (!isLongRun()) {
    await sweep();
    await sleep('1 day', { summary: 'the next day' });
  }
  await continueAsNew<typeof sweeping>();
}
