import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/days.ts';
import { INTERNAL_EVENTS, type OrderEvent } from '../../domain/order/events.ts';
import { boundariesOf, type Instants } from '../../domain/catalogue/terms.ts';
import { POLICY } from '../../domain/policy.ts';
import { expandSignal, orderWorkflowId, renewSignal, tellSignal, unlockSignal } from '../../temporal/contract.ts';
import { openRealBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openRealBench();
});
afterAll(() => bench.stop());

/** Why Temporal failed a task: more came meanwhile than it keeps; and why the SDK did: nobody can replay it. */
const [FORCE_CLOSE, NON_DETERMINISTIC] = [17, 24];
const DAY_MS = 86_400_000;
/** Long enough for the orders of a test to begin on a busy machine. */
const SOON_MS = 6_000;
const LAST_DAY = '2097-06-30';
const LINE = sold({ license: 'subscription', startsOn: '2026-07-01', endsOn: LAST_DAY });

const handle = (number: string) => bench.env.client.workflow.getHandle(orderWorkflowId(number));
const shown = (number: string) => bench.events(number).filter(({ type }) => !INTERNAL_EVENTS.includes(type));
const types = (number: string) => shown(number).map(({ type }) => type);

/** Instants that make an expiry a matter of seconds: the server's clock can't be moved. */
function expiringAt(graceUntil: number): Instants[] {
  const until = graceUntil;
  const last = { expiringFrom: until - 90 * DAY_MS, until, graceUntil, reinstatableUntil: until + 180 * DAY_MS };
  return [{ from: until - 365 * DAY_MS, last: { ...last, notices: [] } }];
}

const renewal = (endsOn: string, at: number, reference = 'R-1') => ({
  ...{ reference, contentHash: endsOn, endsOn, at },
  boundaries: boundariesOf(endsOn, 'UTC', POLICY),
});
const NEXT = addDays(LAST_DAY, 3_650);

/** Why tasks of a workflow failed, as Temporal numbers it. */
async function failuresOf(workflowId: string): Promise<number[]> {
  const { events } = await bench.env.client.workflow.getHandle(workflowId).fetchHistory();
  return events!.flatMap(({ workflowTaskFailedEventAttributes: failed }) => failed?.cause ?? []);
}

const passed = (instant: number) => bench.until(() => Date.now() > instant);
const published = (number: string, type: OrderEvent['type']) => bench.until(() => types(number).includes(type));

test('with no worker over an expiry: what was sent before it wins, what was sent after it reinstates, and nothing expires twice', async () => {
  const orders = ['LATE-1', 'LATE-2', 'LATE-3'];
  const expiry = await bench.withWorker(async () => {
    const soon = Date.now() + SOON_MS;
    for (const number of orders) await bench.startOrder(number, [LINE], { instants: expiringAt(soon) });
    for (const number of orders) await published(number, 'expiring');
    return soon;
  });
  await handle('LATE-1').signal(renewSignal, renewal(NEXT, Date.now()));
  expect(Date.now()).toBeLessThan(expiry);
  await passed(expiry + 100);
  const sent = Date.now();
  await handle('LATE-2').signal(renewSignal, renewal(NEXT, sent));
  await bench.withWorker(async () => {
    await published('LATE-1', 'renewed');
    await published('LATE-2', 'renewed');
    await published('LATE-3', 'expired');
    expect(types('LATE-1')).toEqual(['delivered', 'expiring', 'renewed']);
    expect(types('LATE-2')).toEqual(['delivered', 'expiring', 'expired', 'renewed']);
    expect(types('LATE-3')).toEqual(['delivered', 'expiring', 'expired']);
    expect(
      shown('LATE-2')
        .map(({ at }) => at)
        .slice(2),
    ).toEqual([expiry, sent]);
    for (const number of ['LATE-2', 'LATE-3']) {
      const expired = shown(number).filter(({ type }) => type === 'expired');
      expect(expired).toMatchObject([{ at: expiry }]);
      expect(expired[0]!.recordedAt).toBeGreaterThanOrEqual(sent);
    }
  });
});

test('a renewal in the very second of the expiry is taken, before it or after it, and never lost', async () => {
  await bench.withWorker(async () => {
    const expiry = Date.now() + SOON_MS;
    const orders = Array.from({ length: 12 }, (_, index) => `SECOND-${index}`);
    for (const number of orders) await bench.startOrder(number, [LINE], { instants: expiringAt(expiry) });
    for (const number of orders) await published(number, 'expiring');
    // From a tenth of a second before it to a tenth after it.
    for (const [index, number] of orders.entries()) {
      await passed(expiry - 100 + index * 18);
      await handle(number).signal(renewSignal, renewal(NEXT, Date.now()));
    }
    for (const number of orders) await published(number, 'renewed');
    await passed(expiry + 500);
    for (const number of orders) {
      const told = types(number).slice(2);
      expect([['renewed'], ['expired', 'renewed']]).toContainEqual(told);
      expect((await bench.order(number)).lines[0]).toMatchObject({ endsOn: NEXT, marks: [] });
      const instants = shown(number).map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    }
    expect(orders.map((number) => types(number).length)).toContain(3);
  });
});

test('a renewal and an expansion that are sent twice happen once', async () => {
  await bench.withWorker(async () => {
    await bench.startOrder('TWICE', [LINE]);
    const at = Date.now();
    const expansion = { reference: 'E-1', contentHash: 'content', lines: [{ ...LINE, endsOn: null }], at };
    for (let times = 0; times < 2; times++) {
      await handle('TWICE').signal(renewSignal, renewal(NEXT, at));
      await handle('TWICE').signal(expandSignal, expansion);
    }
    await handle('TWICE').signal(unlockSignal, { at });
    await published('TWICE', 'unlocked');
    expect(types('TWICE').filter((type) => type !== 'expiring')).toEqual([
      ...['delivered', 'renewed', 'expanded', 'unlocked', 'unlocked'],
    ]);
    expect((await bench.order('TWICE')).lines.map(({ endsOn }) => endsOn)).toEqual([NEXT, NEXT]);
    await bench.until(() => bench.published.mails.filter(({ order }) => order === 'TWICE').length === 2);
  });
});

describe('signals of which so many come while a local activity is under way that Temporal gives the task up', () => {
  test.each(['publishDelivery', 'publishOrder'] as const)(
    '%s is done again, and nothing is lost',
    async (publishing) => {
      const number = `GIVEN-UP-${publishing}`;
      const told = (number: number) => ({ server: 'srv_1', number, shares: [], activatedAt: number, at: Date.now() });
      let goOn = () => {};
      const stuck = new Promise<void>((resolve) => (goOn = resolve));
      let attempts = 0;
      const stuckAtFirst = async (publication: never) => {
        attempts += 1;
        if (attempts === 1) await stuck;
        return bench.activities.publishOrder(publication);
      };
      const begin = () => bench.startOrder(number, [LINE]);
      if (publishing === 'publishOrder')
        await bench.withWorker(() => begin().then(() => published(number, 'delivered')));
      await bench.withWorker(
        async () => {
          if (publishing === 'publishDelivery') await begin();
          else await handle(number).signal(tellSignal, told(0));
          await bench.until(() => attempts === 1);
          await Promise.all(
            Array.from({ length: 150 }, (_, index) => handle(number).signal(tellSignal, told(1 + index))),
          );
          await setTimeout(1_000);
          goOn();
          await handle(number).signal(unlockSignal, { at: Date.now() });
          await published(number, 'unlocked');
        },
        { activities: { publishDelivery: stuckAtFirst, publishOrder: stuckAtFirst } },
      );
      expect(bench.events(number).map(({ seq }) => seq)).toEqual(bench.events(number).map((_, index) => index + 1));
      expect(bench.events(number)).toContainEqual(expect.objectContaining({ type: 'heard', number: 150 }));
      // A worker that has nothing of it in memory reads the same.
      await bench.withWorker(async () =>
        expect((await bench.order(number)).seq).toBe(bench.events(number).at(-1)!.seq),
      );
      const failed = await failuresOf(orderWorkflowId(number));
      expect(failed).toContain(FORCE_CLOSE);
      expect(failed).not.toContain(NON_DETERMINISTIC);
    },
  );
});

describe('a local activity that outlasts its task', () => {
  const LASTS_MS = 9_000;
  const REPORTED_MS = 8_300;

  test('of an order is done once, and what comes meanwhile waits for it', async () => {
    let attempts = 0;
    const lasting = async (publication: never) => {
      attempts += 1;
      await setTimeout(LASTS_MS);
      return bench.activities.publishOrder(publication);
    };
    await bench.withWorker(
      async () => {
        await bench.startOrder('LASTING', [LINE]);
        await setTimeout(REPORTED_MS);
        await handle('LASTING').signal(unlockSignal, { at: Date.now() });
        await published('LASTING', 'unlocked');
      },
      { activities: { publishDelivery: lasting } },
    );
    expect(attempts).toBe(1);
    await bench.withWorker(async () => expect((await bench.order('LASTING')).seq).toBe(2));
    expect(await failuresOf(orderWorkflowId('LASTING'))).toEqual([]);
  });

  test('of an e-mail, whose history has nothing before it, is done once', async () => {
    let attempts = 0;
    const sendMail = async () => {
      attempts += 1;
      await setTimeout(LASTS_MS);
      return 'sent' as const;
    };
    const mail = {
      workflowId: 'mail/LASTING/1',
      args: [{ order: 'LASTING', delivery: '1' }],
      taskQueue: bench.taskQueue,
    };
    const outcome = await bench.withWorker(() => bench.env.client.workflow.execute('mail', mail), {
      activities: { sendMail },
    });
    expect([outcome, attempts, await failuresOf(mail.workflowId)]).toEqual(['sent', 1, []]);
  });
});

test('of 200 renewals at once, across roll-overs, each is either done or refused, and the last day is the latest of all', async () => {
  await bench.withWorker(async () => {
    await bench.startOrder('MANY', [LINE]);
    const days = Array.from({ length: 200 }, (_, index) => addDays(LAST_DAY, 1 + index));
    await Promise.all(
      days.map((endsOn, index) => handle('MANY').signal(renewSignal, renewal(endsOn, Date.now(), `R-${index}`))),
    );
    // A server that talks without pause keeps the order busy meanwhile, so that it has to roll over.
    for (let number = 1; number <= 300; number++) {
      const heard = { server: 'srv_1', number, shares: [], activatedAt: number, at: Date.now() };
      await handle('MANY').signal(tellSignal, heard);
    }
    await bench.until(() => bench.events('MANY').some((event) => event.type === 'heard' && event.number === 300));
    const answers = bench
      .events('MANY')
      .flatMap((event) => (event.type === 'renewed' || event.type === 'renew-refused' ? [event] : []));
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(200);
    expect(answers).toHaveLength(200);
    const order = await bench.order('MANY');
    expect(order.lines[0]!.endsOn).toBe(days.at(-1));
    expect(order.renewals).toHaveLength(answers.filter(({ type }) => type === 'renewed').length);
    // A reference from before the roll-over is still known.
    const known = order.renewals[0]!.reference;
    await handle('MANY').signal(renewSignal, { ...renewal('2199-12-31', Date.now(), known), contentHash: 'other' });
    await bench.until(() =>
      bench.events('MANY').some((event) => event.type === 'renew-refused' && event.code === 'REFERENCE_TAKEN'),
    );
    const { events } = await handle('MANY').fetchHistory();
    expect(events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId).toMatch(/./);
  });
});
