import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { ask, settled } from '../../api/services/temporal.ts';
import { orderQuery } from '../../workflows/contract.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A client whose queries are answered by a promise of the test. */
function clientOf(answer: Promise<unknown>): Client {
  const getHandle = () => ({ query: () => answer });
  const withDeadline = (_deadline: number, call: () => unknown) => call();
  return { workflow: { getHandle }, withDeadline } as unknown as Client;
}

test('a call that was given up is still waited for before the connection is closed', async () => {
  const late = Promise.withResolvers<never>();
  const client = clientOf(late.promise);
  const asked = ask(client, 'order/SO-1', orderQuery);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(await asked).toBeNull();
  const isSettled = jest.fn();
  const settling = settled(client).then(isSettled);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(isSettled).not.toHaveBeenCalled();
  late.reject(new Error('deadline exceeded'));
  await settling;
  expect(isSettled).toHaveBeenCalled();
});

test('once every call is answered nothing is waited for', async () => {
  const client = clientOf(Promise.resolve({ number: 'SO-1' }));
  expect(await ask(client, 'order/SO-1', orderQuery)).toEqual({ number: 'SO-1' });
  await settled(client);
  await settled(clientOf(Promise.resolve()));
});
