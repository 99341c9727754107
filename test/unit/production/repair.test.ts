import { expect, test } from '@jest/globals';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { behindOf } from '../../../admin/repair/behind.ts';
import { gapBehind, missingEvents, parting } from '../../../admin/repair/findings.ts';
import { askTold } from '../../../admin/repair/telling.ts';
import { acceptOrder, beginningOf } from '../../../domain/order/arriving/accept.ts';
import { handle } from '../../../domain/order/handle.ts';
import { openOrder } from '../../../domain/order/order.ts';
import { rebuiltOrder } from '../../../domain/order/rebuilt.ts';
import { orderToldQuery } from '../../../temporal/contract.ts';
import { isSameOrder } from '../../../services/orders/arriving/rebuilt.ts';
import { postedOrder } from '../../support/api/delivered-order.ts';

const stand = (seq: number, number = 0) => ({ seq, number });

test.each([
  ['is where its journal is', stand(5), stand(5), null, 'no'],
  ['is further, as it has not published yet', stand(6), stand(5), null, 'no'],
  ['is behind its journal at a first look', stand(4), stand(5), null, 'perhaps'],
  ['has come to where its journal was, which went on', stand(5), stand(7), stand(5), 'no'],
  ['has not come to where its journal was', stand(4), stand(7), stand(5), 'yes'],
  ['is behind what orders have heard at a first look', stand(5, 2), stand(5, 3), null, 'perhaps'],
  ['has told since what orders had heard', stand(5, 3), stand(5, 4), stand(5, 3), 'no'],
  ['has never told what orders have heard', stand(5, 2), stand(5, 3), stand(5, 3), 'yes'],
] as const)('a workflow that %s', (_, told, known, before, isBehind) => {
  expect(behindOf(told, known, before)).toBe(isBehind);
});

const event = (seq: number, type = 'heard') => ({ seq, type, at: seq, recordedAt: seq });
const events = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => event(first + index));

/** A chain of runs, the newest first: what each has told, at most two events an answer; one that is null was forgotten. */
function chain(...runs: (ReturnType<typeof events> | null)[]): Client {
  const at = (runId?: string) => (runId === undefined ? 0 : Number(runId));
  const handleOf = (_id: string, runId?: string) => ({
    query: async (_query: unknown, place: number) => {
      const told = runs[at(runId)];
      if (!told) throw new WorkflowNotFoundError('gone', 'order/SO-1', runId);
      return { events: told.filter(({ seq }) => seq > place).slice(0, 2), publishedTo: told.at(-1)!.seq };
    },
  });
  const beginning = ({ execution }: { execution: { runId?: string } }) => {
    const former = at(execution.runId) + 1;
    const attributes = { continuedExecutionRunId: runs[former] ? String(former) : '' };
    return { history: { events: [{ workflowExecutionStartedEventAttributes: attributes }] } };
  };
  return {
    options: { namespace: 'default' },
    withDeadline: (_deadline: number, call: () => unknown) => call(),
    workflow: { getHandle: handleOf },
    workflowService: { getWorkflowExecutionHistory: async (asked: never) => beginning(asked) },
  } as unknown as Client;
}

const told = async (place: number, client: Client) =>
  (await askTold(client, 'order/SO-1', orderToldQuery, place)).events.map(({ seq }) => seq);

test('events are asked of a chain of runs from the newest back, as far as they are needed and as there are runs', async () => {
  const runs = [events(8, 11), events(4, 7), events(1, 3)];
  expect(await told(0, chain(...runs))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(await told(5, chain(...runs))).toEqual([6, 7, 8, 9, 10, 11]);
  expect(await told(9, chain(runs[0]!, null))).toEqual([10, 11]);
  expect(await told(0, chain(runs[0]!, runs[1]!, null))).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
});

test('what a workflow has published and a journal lacks is missing; what it is about to publish is not, and what nobody has is forgotten', () => {
  const journal = [event(1), event(2), event(6)];
  expect(missingEvents({ events: events(4, 9), publishedTo: 7 }, journal, 1)).toEqual({
    events: [event(4), event(5), event(7)],
    forgotten: [3],
  });
});

test('two histories part where they say different things in one place, not where one wrote it down later', () => {
  expect(parting(events(1, 3), [event(1), { ...event(2), recordedAt: 99 }])).toBeNull();
  expect(parting(events(1, 3), [event(1), event(2, 'unlocked')])).toBe(2);
  expect([gapBehind(1, events(1, 3)), gapBehind(0, [event(1), event(3)]), gapBehind(0, [])]).toEqual([null, 2, null]);
});

test('an order that was made again from its workflow begins as it did, and is known by what was posted, not by names', () => {
  const posted = postedOrder('SO-1', { placedAt: '2026-11-01T10:00:00+01:00' });
  const accepted = acceptOrder(posted, 'key/1', Date.parse('2026-11-02'), 'Europe/Rome');
  const begun = beginningOf(accepted);
  const { order } = handle(
    openOrder(begun.opening),
    { type: 'deliver', ...begun },
    begun.opening.acceptedAt,
    begun.opening.acceptedAt,
  );
  const content = rebuiltOrder(order, begun, [accepted.reseller!]);
  expect(beginningOf(content)).toEqual(begun);
  expect([content.customer.name, content.customer.email, content.reseller!.name]).toEqual([
    'acme-hotels',
    '',
    'Northwind Voice',
  ]);
  expect(beginningOf(rebuiltOrder(order, null, [])).lines).toEqual(begun.lines);

  const is = (changes: object, contentHash = '') =>
    isSameOrder({ ...posted, ...changes }, 'h1', { content, contentHash });
  expect([is({}), is({ purchaseOrder: 'PO-1' }), is({}, 'h1')]).toEqual([true, true, true]);
  expect([is({ lines: posted.lines.slice(1) }), is({ reseller: posted.customer }), is({}, 'h2')]).toEqual([
    false,
    false,
    false,
  ]);
});
