import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wakeSignal, webhookWorkflowId, type DeliveryAnswer, type WebhookWorkflow } from '../../temporal/contract.ts';
import { openTimeSkippingBench, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

const turn = { taken: 1, failed: 0, from: 0, to: 1 };
const waits = (nextAt: number | null, more = false): DeliveryAnswer => ({
  ...{ state: 'enabled', more, nextAt, waitingStreams: 0, isStopped: false },
  ...turn,
});
const removed: DeliveryAnswer = { state: 'removed', ...turn };

/** A webhook whose turns come to what is given, one after the other, or fail; when they were, in seconds from the first on. */
async function live(
  id: string,
  turns: ((now: number) => DeliveryAnswer)[],
  live: (handle: Awaited<ReturnType<typeof start>>, at: () => number[]) => Promise<void> = async (handle) =>
    handle.result(),
) {
  const at: number[] = [];
  let told = 0;
  let begun: number | null = null;
  const deliverWebhook = async () => {
    const now = await bench.now();
    begun ??= now;
    at.push(Math.round((now - begun) / 1000));
    return (turns[at.length - 1] ?? (() => removed))(now);
  };
  await bench.withWorker(async () => live(await start(id), () => at), {
    activities: { tellDisabled: async () => void (told += 1) },
    delivering: { deliverWebhook },
  });
  return { at, told };
}

function start(id: string) {
  const workflowId = webhookWorkflowId(id);
  const args: [{ webhook: string }] = [{ webhook: id }];
  return bench.env.client.workflow.start<WebhookWorkflow>('webhook', { workflowId, args, taskQueue: bench.taskQueue });
}

test('a webhook is delivered to until nothing is due, again when something is, and no more when it is removed', async () => {
  const { at } = await live('due', [
    () => waits(null, true),
    (now) => waits(now + 5_000),
    (now) => waits(now + 86_400_000),
  ]);
  expect(at).toEqual([0, 0, 5, 86_405]);
});

test('one that sleeps is woken, and while the database is away it waits and then goes on', async () => {
  let away = 3;
  const { at } = await live(
    'woken',
    [
      () => waits(null),
      ...Array.from({ length: 3 }, () => () => {
        throw new Error(`away ${(away -= 1)}`);
      }),
    ],
    async (handle, turns) => {
      await bench.until(() => turns().length === 1);
      await bench.env.sleep('30 days');
      await handle.signal(wakeSignal);
      await bench.until(() => away === 0);
      await handle.result();
    },
  );
  expect([at.length, away]).toEqual([5, 0]);
  expect(at[1]).toBeGreaterThanOrEqual(30 * 86_400);
});

test('one that is disabled tells its administrators, and goes on when it is woken', async () => {
  const disabled: DeliveryAnswer = { state: 'disabled', because: 'gone', ...turn };
  const asked: DeliveryAnswer = { state: 'disabled', because: 'asked', ...turn };
  const { told } = await live('disabled', [() => disabled, () => asked], async (handle, turns) => {
    await bench.until(() => turns().length === 1);
    await handle.signal(wakeSignal);
    await bench.until(() => turns().length === 2);
    await handle.signal(wakeSignal);
    await handle.result();
  });
  expect(told).toBe(1);
});

test('a long life goes on in new runs, each of which looks for what is due before it sleeps', async () => {
  const many = Array.from({ length: 300 }, () => (now: number) => waits(now + 60_000));
  const { at } = await live('long', many);
  expect(at).toHaveLength(301);
  const pauses = at.slice(1).map((second, index) => second - at[index]!);
  // Only at the beginning of a run it looks without having waited.
  const withoutPause = pauses.filter((pause) => pause < 60).length;
  expect(withoutPause).toBeGreaterThan(1);
  expect(withoutPause).toBeLessThan(20);
});
