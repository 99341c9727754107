import { expect, test } from '@jest/globals';
import type { Deps } from '../../../services/deps.ts';
import { createCarryOut } from '../../../services/batches/carrying-out.ts';
import { postedOrder } from '../../support/api/delivered-order.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

/** What an order of a batch comes to, where the database says something instead of answering. */
function carriedOut(error: Error, failed: number) {
  const orm = {
    em: {
      fork: () => {
        throw error;
      },
    },
  } as unknown as Deps['orm'];
  const deps = { orm, temporal: {} as Deps['temporal'], clock: Date.now, catalogue: CATALOGUE, secretKeys: [] };
  const { carryOut } = createCarryOut({ ...deps, log: { error: () => undefined } });
  return carryOut({ kind: 'orders', by: 'key/1', content: postedOrder('SO-1'), failed });
}

const AWAY = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });

test('an item waits as long as nothing can be decided about it', async () => {
  expect(await carriedOut(AWAY, 0)).toEqual({ outcome: 'waiting', hasFailed: false });
  expect(await carriedOut(AWAY, 1_000)).toEqual({ outcome: 'waiting', hasFailed: false });
});

test('an item at which something goes wrong here again and again is refused, and holds up the batch no more', async () => {
  expect(await carriedOut(new Error('a mistake'), 4)).toEqual({ outcome: 'waiting', hasFailed: true });
  expect(await carriedOut(new Error('a mistake'), 5)).toMatchObject({
    outcome: 'refused',
    problem: { code: 'INTERNAL', detail: expect.any(String) },
  });
});
