import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { NEWEST_RULES } from '../../domain/order/order.ts';
import { NEWEST_RULES as NEWEST_SERVER_RULES } from '../../domain/server/server.ts';
import { POLICY } from '../../domain/policy.ts';
import { instantsOf } from '../../domain/catalogue/terms.ts';
import { workflowsToRun } from '../../worker/bundle.ts';
import * as contract from '../../temporal/contract.ts';
import { openRealBench, sold, type Bench } from '../support/workflow/bench.ts';
import { withNextRules, withoutSignal } from '../support/workflow/next-rules.ts';

const NEXT_RULES = NEWEST_RULES + 1;
const NEXT_SERVER_RULES = NEWEST_SERVER_RULES + 1;

let bench: Bench;
let today: WorkflowBundleWithSourceMap;
let next: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  bench = await openRealBench();
  today = { code: readFileSync((await workflowsToRun()).codePath, 'utf8'), sourceMap: '' };
  next = { ...today, code: withNextRules(today.code) };
});
afterAll(() => bench.stop());

const { orderWorkflowId, serverWorkflowId } = contract;
const workflow = (id: string, runId?: string) => bench.env.client.workflow.getHandle(id, runId);
const order = (number: string) => workflow(orderWorkflowId(number));
const server = (id: string) => workflow(serverWorkflowId(id));
const rulesOfServer = async (id: string) => (await server(id).query(contract.serverQuery)).rules;
const lives = (number: string, type: string, times = 1) =>
  bench.until(() => bench.events(number).filter((event) => event.type === type).length >= times);
const signal = async (number: string, fact: 'suspend' | 'resume') =>
  order(number).signal(fact, { reason: 'Payment is late', at: Date.now() });

type Activities = Partial<contract.Activities>;
const withToday = <Result>(run: () => Promise<Result>, activities: Activities = {}) =>
  bench.withWorker(run, { activities, overrides: { workflowBundle: today } });
const withNextRelease = (run: () => Promise<void>, activities: Activities = {}) =>
  bench.withWorker(run, { activities, overrides: { workflowBundle: next } });

async function replayRun(id: string, runId: string, workflowBundle: WorkflowBundleWithSourceMap): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle }, await workflow(id, runId).fetchHistory(), id);
}

/** Waits until a workflow goes on in a run after the given one, and lets the next release replay that as it went. */
async function rollsOver(id: string, runId: string): Promise<void> {
  await bench.until(async () => (await workflow(id, runId).describe()).status.name === 'CONTINUED_AS_NEW');
  await replayRun(id, runId, next);
}

test('an order and a server get the number of their rules in their first task, which says so in their history', async () => {
  await bench.startOrder('FIRST-1', [sold()]);
  await bench.startServer('srv_first');
  await withNextRelease(async () => {
    await lives('FIRST-1', 'delivered');
    expect((await bench.order('FIRST-1')).rules).toBe(NEXT_RULES);
    expect(await rulesOfServer('srv_first')).toBe(NEXT_SERVER_RULES);
  });
  for (const id of ['order/FIRST-1', 'server/srv_first']) {
    const { runId } = await workflow(id).describe();
    await replayRun(id, runId, next);
    await expect(replayRun(id, runId, today)).rejects.toBeInstanceOf(DeterminismViolationError);
  }
});

describe('an order of older rules', () => {
  test.each([
    ['a fact', 'OLD-1', true, (number: string) => signal(number, 'suspend')],
    ['a fact that changes nothing', 'OLD-2', false, (number: string) => signal(number, 'resume')],
    ['a deadline', 'OLD-3', true, () => Promise.resolve()],
    ['being woken', 'OLD-4', false, (number: string) => order(number).signal(contract.wakeSignal)],
  ])('goes by the newest after %s, to which its former ones answered', async (_, number, changes, happens) => {
    const published: number[] = [];
    const publishOrder: Activities['publishOrder'] = async (publication) => {
      published.push(...publication.events.map(() => publication.order.rules));
      await bench.activities.publishOrder(publication);
    };
    const line = sold({ license: 'subscription', startsOn: '2026-01-01', endsOn: '2099-12-31' });
    const instants = instantsOf(line, 'UTC', POLICY);
    const isDueSoon = number === 'OLD-3';
    const expiringFrom = isDueSoon ? Date.now() + 3_000 : instants.last!.expiringFrom;
    await bench.startOrder(number, [line], { instants: [{ ...instants, last: { ...instants.last!, expiringFrom } }] });
    await withToday(() => lives(number, 'delivered'));
    const { runId } = await order(number).describe();
    await withNextRelease(
      async () => {
        await happens(number);
        await rollsOver(orderWorkflowId(number), runId);
        expect((await bench.order(number)).rules).toBe(NEXT_RULES);
        if (isDueSoon) expect(bench.events(number).map(({ type }) => type)).toContain('expiring');
      },
      { publishOrder },
    );
    expect(published).toEqual(changes ? [NEWEST_RULES] : []);
  });
});

test('a server of older rules goes by the newest after being woken', async () => {
  await bench.startServer('srv_asleep');
  await withToday(() => bench.until(() => bench.published.servers.has('srv_asleep')));
  const { runId } = await server('srv_asleep').describe();
  await withNextRelease(async () => {
    await server('srv_asleep').signal(contract.wakeSignal);
    await rollsOver('server/srv_asleep', runId);
    expect(await rulesOfServer('srv_asleep')).toBe(NEXT_SERVER_RULES);
  });
});

test('a server of older rules ends a change that waits for an order, refuses another one meanwhile, and then goes by the newest', async () => {
  const gate = Promise.withResolvers<void>();
  const setCapacity = async (request: string, capacity: number) => {
    const change = { application: 'attendant-console', onlineOnly: false, tokenKey: 'k1', capacity };
    return server('srv_old').startUpdate(contract.setCapacityUpdate, {
      ...{ updateId: request, waitForStage: 'ACCEPTED' },
      args: [{ request, at: Date.now(), ...change }],
    });
  };
  await bench.startOrder('SERVED-1', [sold()]);
  await bench.startServer('srv_old');
  const { runId } = await server('srv_old').describe();
  const isAsking = async () =>
    ((await server('srv_old').describe()).raw.pendingActivities ?? []).some(
      ({ activityType }) => activityType?.name === 'askOrder',
    );
  const first = await withToday(
    async () => {
      await order('SERVED-1').signal(contract.unlockSignal, { at: Date.now() });
      await lives('SERVED-1', 'unlocked');
      const accepted = await setCapacity('first', 4);
      await bench.until(isAsking);
      return accepted;
    },
    { askOrder: () => Promise.reject(new Error('not now')) },
  );
  await withNextRelease(
    async () => {
      await expect((await setCapacity('second', 6)).result()).rejects.toMatchObject({
        cause: { type: 'ROLLING_OVER' },
      });
      gate.resolve();
      await first.result();
      await rollsOver('server/srv_old', runId);
      await (await setCapacity('second again', 6)).result();
      const { rules, shares } = await server('srv_old').query(contract.serverQuery);
      expect({ rules, shares }).toMatchObject({ rules: NEXT_SERVER_RULES, shares: [{ capacity: 6 }] });
    },
    {
      async askOrder(asked) {
        await gate.promise;
        return bench.activities.askOrder(asked);
      },
    },
  );
});

test.each([
  ['raised where it is lower', 'CARRIED-1', NEWEST_RULES - 1, NEWEST_RULES],
  ['left where it is higher', 'CARRIED-2', NEXT_RULES, NEXT_RULES],
])('the number of rules that an order carries into a run is %s, by all runs', async (_, number, carried, lived) => {
  await bench.startOrder(number, [sold()]);
  await withToday(() => lives(number, 'delivered'));
  const state = { ...(await withToday(() => bench.order(number))), rules: carried };
  await order(number).terminate();
  const args = [{ order: state, unpublished: [], mailsDue: [], noticesDue: [] }];
  await bench.env.client.workflow.start('order', {
    ...{ workflowId: orderWorkflowId(number), taskQueue: bench.taskQueue, args },
  });
  const { runId } = await order(number).describe();
  // More than a run holds.
  await Promise.all(Array.from({ length: 400 }, () => signal(number, 'suspend')));
  await withToday(async () => {
    await bench.until(
      async () => (await workflow(orderWorkflowId(number), runId).describe()).status.name === 'CONTINUED_AS_NEW',
    );
    expect((await bench.order(number)).rules).toBe(lived);
  });
});

test.each([
  ['that nobody has begun', 'LATER-1', false],
  ['that is under way', 'LATER-2', true],
])('a fact of a later release waits in an order %s until a newer worker takes it', async (_, number, hasBegun) => {
  const former = { ...today, code: withoutSignal(today.code, 'suspend') };
  const withFormer = (run: () => Promise<void>) => bench.withWorker(run, { overrides: { workflowBundle: former } });
  const failed = async () =>
    (await order(number).fetchHistory()).events!.some(({ workflowTaskFailedEventAttributes: failure }) =>
      failure?.failure?.message?.includes('does not know the signal "suspend"'),
    );
  await bench.startOrder(number, [sold()]);
  if (hasBegun) await withFormer(() => lives(number, 'delivered'));
  await signal(number, 'suspend');
  await signal(number, 'resume');
  await withFormer(() => bench.until(failed));
  await withToday(() => lives(number, 'resumed'));
  expect(bench.events(number).map(({ type }) => type)).toEqual(['delivered', 'suspended', 'resumed']);
});
