import * as contract from '../../temporal/contract.ts';
import type { Bench } from '../support/workflow/bench.ts';

const MINUTE_MS = 60_000;

/**
 * A webhook that is delivered to at once, after a pause and when it is woken, fails once, is disabled, enabled again, goes on
 * in a new run, and is removed.
 */
export async function liveOfWebhook(life: Bench): Promise<string[]> {
  const workflowId = contract.webhookWorkflowId('whk_1');
  const start: [contract.WebhookStart] = [{ webhook: 'whk_1' }];
  const { workflow } = life.env.client;
  const options = { workflowId, args: start, taskQueue: life.taskQueue };
  const handle = await workflow.start<contract.WebhookWorkflow>('webhook', options);
  const turns = (many: number) => life.until(() => (turnsOf.get(life) ?? 0) >= many);
  await life.env.sleep('5 minutes');
  await turns(4);
  await handle.signal(contract.wakeSignal);
  await turns(5);
  await handle.signal(contract.wakeSignal);
  await handle.result();
  return [workflowId];
}

const turnsOf = new Map<Bench, number>();

/** What each of its turns comes to. */
export function turnsOfWebhook(life: Bench): contract.DeliveringActivities {
  return {
    async deliverWebhook() {
      const turn = (turnsOf.get(life) ?? 0) + 1;
      turnsOf.set(life, turn);
      const counts = { taken: 1, failed: 0, from: turn - 1, to: turn };
      const now = await life.now();
      const enabled = { state: 'enabled', waitingStreams: 0, isStopped: false, ...counts } as const;
      if (turn === 1) return { ...enabled, more: true, nextAt: null };
      if (turn === 2) return { ...enabled, more: false, nextAt: now + MINUTE_MS };
      if (turn === 3) throw new Error('the database is away');
      if (turn === 4) return { ...enabled, more: false, nextAt: null };
      if (turn === 5) return { state: 'disabled', because: 'gone', ...counts };
      if (turn < 60) return { ...enabled, more: true, nextAt: null };
      return { state: 'removed', ...counts };
    },
  };
}
