import { expect, test } from '@jest/globals';
import { startOfDay } from '../../domain/days.ts';
import { lineCapacity } from '../../domain/order/line/capacity.ts';
import { cancelSignal, orderWorkflowId, takeUpdate, unlockSignal, withdrawSignal } from '../../temporal/contract.ts';
import { CUSTOMER, sold, type Bench } from '../support/workflow/bench.ts';
import { withOneWorker } from '../support/workflow/one-worker.ts';

let bench: Bench;
withOneWorker((opened) => (bench = opened));

const DAY_MS = 86_400_000;
const handle = (number: string) => bench.env.client.workflow.getHandle(orderWorkflowId(number));
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const types = (number: string) => bench.events(number).map(({ type }) => type);
const hears = (number: string, type: string, times = 1) =>
  bench.until(() => types(number).filter((each) => each === type).length === times);

/** A subscription of 300 days of which a server holds 5 units. */
async function inUse(number: string): Promise<void> {
  const now = await bench.now();
  const line = sold({ license: 'subscription', startsOn: dayOf(now), endsOn: dayOf(now + 300 * DAY_MS) });
  await bench.startOrder(number, [line, line]);
  await handle(number).signal(unlockSignal, { at: now });
  const shares = ['1', '2'].map((each) => ({ line: each, capacity: 5 }));
  const message = { server: 'srv_1', customer: CUSTOMER, number: 1, shares, activatedAt: null, at: now };
  await handle(number).executeUpdate(takeUpdate, { args: [message] });
}

async function cancel(number: string, reference: string, about: { lines?: string[]; on?: string } = {}): Promise<void> {
  const dated = about.on === undefined ? {} : { dueAt: startOfDay(about.on, 'UTC') };
  const content = { reference, contentHash: reference, reason: 'no longer needed', inZone: 'UTC', ...about, ...dated };
  await handle(number).signal(cancelSignal, { ...content, at: await bench.now() });
}

test('a planned reduction counts at its own instant, though nothing ran from before its planning until days later', async () => {
  const now = await bench.now();
  const until = Date.parse(dayOf(now)) - 5 * DAY_MS;
  const [acceptedAt, endsOn] = [now - 60 * DAY_MS, dayOf(until - DAY_MS)];
  const line = sold({ license: 'subscription', startsOn: dayOf(acceptedAt), endsOn, capacity: 20 });
  const renewal = {
    ...{ reference: 'R-1', contentHash: 'R-1', endsOn: dayOf(now + 300 * DAY_MS), inZone: 'UTC' },
    ...{ lines: [{ line: '1', capacity: 5 }], at: now - 30 * DAY_MS },
  };
  await bench.startOrder('PLAN-DOWN', [line], { acceptedAt, renewal });
  await hears('PLAN-DOWN', 'reduced');
  const { at, recordedAt } = bench.events('PLAN-DOWN').find(({ type }) => type === 'reduced')!;
  expect(at).toBe(until);
  expect(recordedAt).toBeGreaterThanOrEqual(now);
  expect((await bench.order('PLAN-DOWN')).lines[0]!.capacity).toBe(5);
});

test('a cancellation that is withdrawn thirteen days later gives servers what they had, and the order goes on', async () => {
  await inUse('BACK');
  await cancel('BACK', 'C-1');
  await hears('BACK', 'canceled');
  await bench.env.sleep('13 days');
  expect((await bench.order('BACK')).status).toBe('canceled');
  await handle('BACK').signal(withdrawSignal, { kind: 'cancellation', reference: 'C-1', at: await bench.now() });
  await hears('BACK', 'withdrawn');
  await bench.env.sleep('20 days');
  const order = await bench.order('BACK');
  expect(order).toMatchObject({ status: 'open', canceledAt: null });
  expect(order.lines.map((line) => lineCapacity(order, line, order.lastAt).assigned)).toEqual([5, 5]);
  expect((await handle('BACK').describe()).status.name).toBe('RUNNING');
});

test('a canceled order has one deadline left, and its workflow closes then', async () => {
  await inUse('CLOSES');
  await cancel('CLOSES', 'C-1');
  await hears('CLOSES', 'canceled');
  await bench.env.sleep('13 days');
  expect((await handle('CLOSES').describe()).status.name).toBe('RUNNING');
  await handle('CLOSES').result();
  const [canceled, closed] = ['canceled', 'closed'].map((type) =>
    bench.events('CLOSES').find((event) => event.type === type),
  );
  expect(closed!.at - canceled!.at).toBe(14 * DAY_MS);
  expect(types('CLOSES').filter((type) => type === 'expiring' || type === 'expired')).toEqual([]);
});

test('a planned cancellation is a timer that says so, and comes over a line alone', async () => {
  await inUse('PLANNED');
  const on = dayOf((await bench.now()) + 20 * DAY_MS);
  await cancel('PLANNED', 'C-1', { lines: ['2'], on });
  await hears('PLANNED', 'cancellation-planned');
  await bench.env.sleep('21 days');
  await hears('PLANNED', 'canceled');
  expect(bench.events('PLANNED').find(({ type }) => type === 'canceled')!.at).toBe(startOfDay(on, 'UTC'));
  const order = await bench.order('PLANNED');
  expect(order.lines.map((line) => lineCapacity(order, line, order.lastAt).assigned)).toEqual([5, 0]);
  const { events } = await handle('PLANNED').fetchHistory();
  const summaries = events!.flatMap(({ userMetadata }) => {
    const data = userMetadata?.summary?.data;
    return data ? [Buffer.from(data).toString()] : [];
  });
  expect(summaries.join()).toContain('canceled: line 2');
});
