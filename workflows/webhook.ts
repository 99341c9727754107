import { condition, continueAsNew, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { deliveringQueue, wakeSignal, type DeliveryAnswer, type WebhookStart } from '../temporal/contract.ts';
import { durably } from './durably.ts';
import { isLongRun } from './rollover.ts';
import { failUnknownSignals } from './signals.ts';

const tellDisabled = durably('tellDisabled', 'Tell the administrators by e-mail', { localAttempts: 0 });

/** Ten seconds of sending, the last answer's ten, and what the database needs. */
const TURN_SECONDS = 45;
/** A worker that has died with a turn is waited for no longer. */
const SIGN_OF_LIFE_SECONDS = 10;

/**
 * One endpoint for its whole life: deliver what is due, then sleep until something is. How far it got stands in its row, so
 * that nothing is carried over; a new run looks for what is due before it sleeps.
 */
export async function webhook(start: WebhookStart): Promise<void> {
  let woken = false;
  setHandler(wakeSignal, () => {
    woken = true;
  });
  failUnknownSignals();
  const deliver = durably('deliverWebhook', 'Deliver what is due', {
    ...{ localAttempts: 0, withinSeconds: TURN_SECONDS, heartbeatSeconds: SIGN_OF_LIFE_SECONDS },
    taskQueue: deliveringQueue(workflowInfo().taskQueue),
  });
  let [taken, failed] = [0, 0];

  for (;;) {
    woken = false;
    const turn = await deliver(start);
    taken += turn.taken;
    failed += turn.failed;
    setCurrentDetails(describe(turn, { taken, failed }));
    if (turn.state === 'removed') return;
    if (isLongRun()) return continueAsNew<typeof webhook>(start);
    if (turn.state === 'disabled' && turn.because !== 'asked') await tellDisabled(start);
    if (turn.state === 'enabled' && turn.more) continue;
    const nextAt = turn.state === 'enabled' ? turn.nextAt : null;
    if (nextAt === null) await condition(() => woken);
    else await condition(() => woken, Math.max(nextAt - Date.now(), 1), { summary: `Tries again at ${iso(nextAt)}` });
  }
}

function describe(turn: DeliveryAnswer, run: { taken: number; failed: number }): string {
  const rows = [
    ['state', turn.state === 'disabled' ? `disabled: ${turn.because}` : turn.state],
    ['place in the feed', turn.to],
    ['taken in this run', run.taken],
    ['failed attempts in this run', run.failed],
    ...(turn.state === 'enabled'
      ? [
          ['streams that wait', turn.waitingStreams],
          ['stopped as a whole', turn.isStopped ? 'yes' : 'no'],
          ['next attempt', turn.more ? 'now' : turn.nextAt === null ? 'when something comes' : iso(turn.nextAt)],
        ]
      : []),
  ];
  return ['| what | now |', '|---|---|', ...rows.map(([what, now]) => `| ${what} | ${now} |`)].join('\n');
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
