import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection, type WorkflowClientInterceptor } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createBatchWalk } from '../../../activities/batches.ts';
import { insertBatch, insertItems, keepBatch } from '../../../db/queries/batches/receiving.ts';
import { showBatch } from '../../../db/queries/batches/walking.ts';
import type { CarryOut } from '../../../domain/batches.ts';
import { createCarryOut } from '../../../services/batches/carrying-out.ts';
import { settled } from '../../../temporal/calls.ts';
import { anOrder, openApi, type TestApi } from '../../support/api/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** A batch that is there, and that no workflow carries out. */
async function unwalked(kind: 'orders' | 'expansions', contents: readonly { number: string }[]): Promise<string> {
  const about = { id: randomUUID(), kind, preview: false, by: 'key/1', key: null } as const;
  const em = () => api.database.orm.em.fork();
  const items = contents.map((content, index) => ({ index, order: content.number, content, problem: null }));
  await insertBatch(em(), { ...about, startedAt: Date.now() });
  await insertItems(em(), about.id, JSON.stringify(items));
  await keepBatch(em(), about, { contentHash: 'hash', total: items.length, refused: 0 });
  await showBatch(em(), about.id, 'running', Date.now());
  return about.id;
}

test.each([
  ['facts happen', 'expansions'],
  ['orders begin', 'orders'],
] as const)(
  'while others have work of their own, %s one at a time, with a rest as long as each takes',
  async (_, kind) => {
    const TAKES_MS = 40;
    const GIVEN = 5;
    const begunAt: number[] = [];
    let underWay = 0;
    const atATime: number[] = [];
    const work = async () => {
      begunAt.push(performance.now());
      atATime.push((underWay += 1));
      await pause(TAKES_MS);
      underWay -= 1;
      return true;
    };
    const carryOut: CarryOut = async () => {
      if (kind === 'orders') return { outcome: 'done', begin: work };
      await work();
      return { outcome: 'done' };
    };
    const { walkBatch } = createBatchWalk({
      ...{ orm: api.deps.orm, carryOut, foretellInSequence: () => carryOut },
      gives: () => begunAt.length < GIVEN,
    });
    const contents = Array.from({ length: 48 }, () => anOrder());
    const walked = await new MockActivityEnvironment().run(walkBatch, await unwalked(kind, contents));
    expect(walked).toMatchObject({ done: 48, waiting: 0 });
    expect(begunAt).toHaveLength(48);
    expect(atATime.slice(0, GIVEN)).toEqual([1, 1, 1, 1, 1]);
    expect(Math.max(...atATime.slice(GIVEN))).toBe(8);
    expect(begunAt[GIVEN - 1]! - begunAt[0]!).toBeGreaterThanOrEqual((GIVEN - 1) * 2 * (TAKES_MS - 1));
  },
);

test('orders that are kept already wait for their turn when somebody else begins to post', async () => {
  let begun = 0;
  let underWay = 0;
  const atATime: number[] = [];
  const begin = async () => {
    begun += 1;
    atATime.push((underWay += 1));
    await pause(5);
    underWay -= 1;
    return true;
  };
  const carryOut: CarryOut = () => Promise.resolve({ outcome: 'done', begin });
  const { walkBatch } = createBatchWalk({
    ...{ orm: api.deps.orm, carryOut, foretellInSequence: () => carryOut },
    gives: () => begun >= 8,
  });
  const contents = Array.from({ length: 32 }, () => anOrder());
  const walked = await new MockActivityEnvironment().run(walkBatch, await unwalked('orders', contents));
  expect(walked).toMatchObject({ done: 32, waiting: 0 });
  // Those that were under way before, and then one at a time.
  expect(Math.max(...atATime.slice(8 + 8))).toBe(1);
});

test('where no order can begin no other is taken for a while; those that were are done, and begin by themselves', async () => {
  const tried: string[] = [];
  const carryOut: CarryOut = ({ content }) =>
    Promise.resolve({
      outcome: 'done',
      begin: async () => {
        tried.push((content as { number: string }).number);
        await pause(5);
        return false;
      },
    });
  const { walkBatch } = createBatchWalk({
    ...{ orm: api.deps.orm, carryOut, foretellInSequence: () => carryOut, gives: () => false },
  });
  const contents = Array.from({ length: 100 }, () => anOrder());
  const walked = await new MockActivityEnvironment().run(walkBatch, await unwalked('orders', contents));
  expect(walked).toMatchObject({ done: 32, waiting: 68, isMoving: false });
  expect(tried.length).toBe(8);
});

/** Carries an order of a batch out where a start comes to that. */
async function carriedOutWhere(
  connection: Connection,
  startWithDetails: WorkflowClientInterceptor['startWithDetails'],
) {
  const temporal = new Client({ connection, interceptors: { workflow: [{ startWithDetails }] } });
  const errors: unknown[] = [];
  const { carryOut } = createCarryOut({ ...api.deps, temporal, log: { error: (about) => void errors.push(about) } });
  const content = anOrder();
  const carry = () => carryOut({ kind: 'orders', by: 'key/1', content, failed: 0 });
  const results = [await carry(), await carry()];
  const begun = [];
  for (const result of results) begun.push(result.outcome === 'done' && (await result.begin!()));
  await settled(temporal);
  const waiting = await api.database.orm.em
    .fork()
    .execute('select failures, failure from unstarted_orders where number = ?', [content.number]);
  return { outcomes: results.map(({ outcome }) => outcome), begun, waiting, errors: errors.length };
}

test('an order that cannot begin is done, as its own post answers 201, and stands in line; only where none can begin the batch rests', async () => {
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  try {
    expect(await carriedOutWhere(connection, (input, next) => next(input))).toEqual({
      ...{ outcomes: ['done', 'done'], begun: [false, false], waiting: [{ failures: 0, failure: null }], errors: 0 },
    });
    expect(await carriedOutWhere(connection, () => Promise.reject(new Error('its own reason')))).toEqual({
      ...{ outcomes: ['done', 'done'], begun: [true, true], errors: 2 },
      waiting: [{ failures: 2, failure: 'Error' }],
    });
  } finally {
    await connection.close();
  }
});
