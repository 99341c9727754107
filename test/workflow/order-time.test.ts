import { describe, expect, test } from '@jest/globals';
import { addDays, anniversary } from '../../domain/days.ts';
import { INTERNAL_EVENTS } from '../../domain/order/events.ts';
import {
  cancelSignal,
  orderWorkflowId,
  renewSignal,
  resumeSignal,
  suspendSignal,
  tellSignal,
  unlockSignal,
} from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';
import { withOneWorker } from '../support/workflow/one-worker.ts';

let bench: Bench;
withOneWorker((opened) => (bench = opened));

const DAY_MS = 86_400_000;
const GRACE_DAYS = 15;

const handle = (number: string) => bench.env.client.workflow.getHandle(orderWorkflowId(number));
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const midnightAfter = (day: string, days = 0) => Date.parse(`${addDays(day, days + 1)}T00:00:00Z`);
const shown = (number: string) => bench.events(number).filter(({ type }) => !INTERNAL_EVENTS.includes(type));
const types = (number: string) => shown(number).map(({ type }) => type);
const renewal = (endsOn: string, at: number, reference = 'R-1') => ({ reference, contentHash: endsOn, endsOn, at });

/** A subscription that begins today and ends in so many days. */
async function subscribe(number: string, days: number): Promise<string> {
  const now = await bench.now();
  const endsOn = dayOf(now + days * DAY_MS);
  await bench.startOrder(number, [sold({ license: 'subscription', startsOn: dayOf(now), endsOn })]);
  return endsOn;
}

/** Lets time pass up to an instant, with or without workers. */
async function sleepUntil(instant: number): Promise<void> {
  await bench.env.sleep(instant - (await bench.now()));
}

describe('when nothing ran from an order’s acceptance until five days after its expiry', () => {
  /** An order that was accepted 60 days ago and expired 5 days ago, with a renewal that was sent at an instant around that. */
  async function acceptedLongAgo(number: string, renewedAt?: (expiry: number) => number) {
    const now = await bench.now();
    const expiry = Date.parse(dayOf(now)) - 5 * DAY_MS;
    const endsOn = dayOf(expiry - (GRACE_DAYS + 1) * DAY_MS);
    const next = addDays(endsOn, 365);
    const acceptedAt = now - 60 * DAY_MS;
    const line = sold({ license: 'subscription', startsOn: dayOf(acceptedAt), endsOn });
    const sent = renewedAt && { renewal: renewal(next, renewedAt(expiry)) };
    await bench.startOrder(number, [line], { acceptedAt, ...sent });
    await bench.until(() => types(number).includes(sent ? 'renewed' : 'expired'));
    await bench.env.sleep('1s');
    return { expiry, next, now };
  }

  test('it says once that it expired, at its own instant, and when that was written down', async () => {
    const { expiry, now } = await acceptedLongAgo('DOWN-1');
    expect(types('DOWN-1')).toEqual(['delivered', 'expiring', 'expired']);
    const { at, recordedAt } = shown('DOWN-1').at(-1)!;
    expect(at).toBe(expiry);
    expect(recordedAt).toBeGreaterThanOrEqual(now);
    // Days of notice passed meanwhile; none of them makes sense any more.
    expect(bench.events('DOWN-1').filter(({ type }) => type === 'notice-due')).toHaveLength(2);
    expect(bench.published.notices.filter(({ order }) => order === 'DOWN-1')).toEqual([]);
  });

  test('a renewal that was sent before the expiry wins over it', async () => {
    const { next } = await acceptedLongAgo('DOWN-2', (expiry) => expiry - 1);
    expect(types('DOWN-2')).toEqual(['delivered', 'expiring', 'renewed']);
    expect(bench.published.orders.get('DOWN-2')!.order.lines[0]).toMatchObject({ endsOn: next, marks: [] });
  });

  test('a renewal that was sent after it reinstates the line', async () => {
    const { expiry } = await acceptedLongAgo('DOWN-3', (instant) => instant + 1);
    expect(shown('DOWN-3').map(({ type, at }) => [type, at])).toEqual([
      ['delivered', expect.any(Number)],
      ['expiring', expect.any(Number)],
      ['expired', expiry],
      ['renewed', expiry + 1],
    ]);
  });
});

test('a renewal moves the timer: the former day passes in silence', async () => {
  const endsOn = await subscribe('MOVED', 30);
  const next = addDays(endsOn, 400);
  await handle('MOVED').signal(renewSignal, renewal(next, await bench.now()));
  await sleepUntil(midnightAfter(endsOn, GRACE_DAYS + 1));
  expect(types('MOVED')).toEqual(['delivered', 'expiring', 'renewed']);
  await sleepUntil(midnightAfter(next, GRACE_DAYS) + 1_000);
  expect(types('MOVED')).toEqual(['delivered', 'expiring', 'renewed', 'expiring', 'expired']);
});

test('notices are told once for each day of notice, and none of what was renewed', async () => {
  const endsOn = await subscribe('NOTICED', 100);
  await sleepUntil(midnightAfter(endsOn, -50));
  const next = addDays(endsOn, 365);
  await handle('NOTICED').signal(renewSignal, renewal(next, await bench.now()));
  await sleepUntil(midnightAfter(next) + 1_000);
  const told = bench.published.notices.filter(({ order }) => order === 'NOTICED');
  expect(told.map(({ days, endsOn: day }) => [days, day])).toEqual([
    ...[90, 60].map((days) => [days, endsOn]),
    ...[90, 60, 30, 7].map((days) => [days, next]),
  ]);
});

test('a canceled order completes, stays readable, and hears no more', async () => {
  await subscribe('CANCELED', 30);
  const at = await bench.now();
  await handle('CANCELED').signal(suspendSignal, { at, reason: 'Payment is late' });
  await handle('CANCELED').signal(resumeSignal, { at });
  await handle('CANCELED').signal(cancelSignal, { at, reason: 'Withdrawn' });
  await handle('CANCELED').result();
  expect(types('CANCELED')).toEqual(['delivered', 'expiring', 'suspended', 'resumed', 'canceled']);
  expect(await bench.order('CANCELED')).toMatchObject({ status: 'canceled' });
});

test('an order of ten years with a change every month loses nothing across its roll-overs', async () => {
  const firstEnd = await subscribe('TEN-YEARS', 365);
  let endsOn = firstEnd;
  await handle('TEN-YEARS').signal(unlockSignal, { at: await bench.now() });
  for (let month = 1; month <= 120; month++) {
    await bench.env.sleep('30d');
    const at = await bench.now();
    const heard = { server: `srv_${month % 3}`, number: month, shares: [], activatedAt: month };
    await handle('TEN-YEARS').signal(tellSignal, { ...heard, at });
    if (month % 12 !== 11) continue;
    endsOn = anniversary(firstEnd, Math.ceil(month / 12));
    await handle('TEN-YEARS').signal(renewSignal, renewal(endsOn, at, `R-${month}`));
  }
  await bench.env.sleep('1s');
  const order = await bench.order('TEN-YEARS');
  expect(order.lines[0]).toMatchObject({ endsOn });
  expect(order.renewals).toHaveLength(10);
  expect(order.servers.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([118, 119, 120]);
  const events = bench.events('TEN-YEARS');
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: order.seq }, (_, index) => index + 1));
  expect(events.filter(({ type }) => type === 'activated')).toHaveLength(120);
  const { events: history } = await handle('TEN-YEARS').fetchHistory();
  expect(history![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId).toMatch(/./);
  expect(history!.length).toBeLessThan(450);
  // The references are known after all roll-overs: none is taken twice.
  const at = await bench.now();
  await handle('TEN-YEARS').signal(renewSignal, { ...renewal('2099-12-31', at, 'R-11'), contentHash: 'other' });
  await bench.env.sleep('1s');
  expect(bench.events('TEN-YEARS').at(-1)).toMatchObject({ type: 'renew-refused', code: 'REFERENCE_TAKEN' });
});

test('what time did is published when Temporal has recorded it, so that a renewal on its way cannot contradict the journal', async () => {
  const endsOn = await subscribe('SO-RECORDED', 20);
  await sleepUntil(midnightAfter(endsOn, GRACE_DAYS) + DAY_MS);
  expect(types('SO-RECORDED')).toContain('expired');
  const { events } = await handle('SO-RECORDED').fetchHistory();
  const fired = events!.findLastIndex((event) => event.timerFiredEventAttributes);
  const published = events!
    .slice(fired)
    .filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'publishOrder');
  expect(published).toHaveLength(1);
});
