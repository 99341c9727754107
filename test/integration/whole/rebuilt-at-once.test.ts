import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { insertNameless, insertRebuilt } from '../../../db/queries/repair/orders.ts';
import { acceptOrder, type AcceptedOrder, type PostedOrder } from '../../../domain/order/arriving/accept.ts';
import { completeRebuilt, isSameOrder } from '../../../services/orders/arriving/rebuilt.ts';
import { anOrder } from '../../support/api/api.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { atEveryStatement } from '../../support/api/held.ts';

const NOW = Date.parse('2026-11-24T08:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

const em = () => database.orm.em.fork();

/** As it is posted, and as a repair has made it again, which knows no name. */
type Rebuilt = { posted: PostedOrder; kept: AcceptedOrder };

/** An order that was made again from its workflow, as its accounts were where there are none. */
async function aRebuilt(changes: object = {}): Promise<Rebuilt> {
  const id = randomUUID();
  const party = (kind: string) => ({ id: `${kind}-${id}`, name: `The ${kind}`, email: `${kind}@${id}.example` });
  const parties = { customer: party('customer'), reseller: party('reseller') };
  const posted = anOrder({ number: id, ...parties, ...changes }) as PostedOrder;
  const nameless = ({ id }: { id: string }) => ({ id, name: id, email: '' });
  const { customer, reseller } = posted;
  const unnamed = { ...posted, customer: nameless(customer), reseller: nameless(reseller!) };
  const kept = acceptOrder(unnamed, 'operator', NOW);
  await em().transactional(async (tx) => {
    await insertRebuilt(tx, kept, { contentHash: '', at: new Date(NOW), replaces: false });
    const accounts = [
      { id: customer.id, kind: 'customer', timeZone: null },
      { id: reseller!.id, kind: 'reseller', timeZone: null },
    ] as const;
    await insertNameless(tx, accounts, new Date(NOW));
  });
  return { posted, kept };
}

const joinedTo = (account: string) =>
  em().execute(`select 1 from journal where stream = ? and type = 'person-joined'`, [`account/${account}`]);

test('of two processes that complete an order at once, each held before each of its statements, one does and the other finds it done', async () => {
  await atEveryStatement(database, async (hold) => {
    const { posted, kept } = await aRebuilt();
    const other = { ...posted, purchaseOrder: 'PO-2', customer: { ...posted.customer, name: 'Another name' } };
    const done: Record<string, AcceptedOrder | null> = {};
    const completing = (hash: string, order: PostedOrder) => async (on: EntityManager) => {
      done[hash] = await completeRebuilt(on, order, hash, kept);
    };
    await hold(completing('one', posted), completing('two', other));
    const [winner, ...rest] = Object.keys(done).filter((hash) => done[hash] !== null);
    expect([Object.keys(done).length, rest]).toEqual([2, []]);
    const [intake] = await em().execute(
      'select content, content_hash as hash, rebuilt_at from intakes where number = ?',
      [posted.number],
    );
    expect(intake).toEqual({ content: done[winner!], hash: winner, rebuilt_at: null });
    const [account] = await em().execute('select name, email from accounts where id = ?', [posted.customer.id]);
    expect(account).toEqual({ name: done[winner!]!.customer.name, email: posted.customer.email });
    for (const { id } of [posted.customer, posted.reseller!]) expect(await joinedTo(id)).toHaveLength(1);
  });
}, 60_000);

test('two orders of the same accounts that are completed at once do not wait for each other, and make each account once', async () => {
  await atEveryStatement(database, async (hold) => {
    const first = await aRebuilt();
    const { customer, reseller } = first.posted;
    const second = await aRebuilt({ customer, reseller });
    const completing =
      ({ posted, kept }: Rebuilt) =>
      async (on: EntityManager) =>
        expect(await completeRebuilt(on, posted, 'a hash', kept)).not.toBeNull();
    await hold(completing(first), completing(second));
    for (const { id } of [customer, reseller!]) expect(await joinedTo(id)).toHaveLength(1);
  });
}, 60_000);

test('what could never be accepted is another order, and is refused as such', async () => {
  const { posted, kept } = await aRebuilt();
  const same = (order: PostedOrder) => isSameOrder(order, '', { content: kept, contentHash: '' });
  expect(same(posted)).toBe(true);
  expect(same({ ...posted, customer: { ...posted.customer, timeZone: 'Mars/Olympus' } })).toBe(false);
  expect(same({ ...posted, placedAt: '2026-02-31T99:00:00Z' })).toBe(false);
});
