import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAIL_STATES } from '../../../db/entities/telling/mail.ts';
import { Finding } from '../../../db/migrations/0018-finding.ts';
import { addDays } from '../../../domain/days.ts';
import { INTENTS } from '../../../domain/order/facts.ts';
import { ENDINGS, ORDER_STAGES, ORDER_STATUSES } from '../../../domain/order/order.ts';
import { maySeeOrder, VENDOR, type AccountKind, type Caller } from '../../../domain/people/permissions.ts';
import { sellerOf } from '../../../domain/order/arriving/seller.ts';
import { TERM_STATES } from '../../../domain/catalogue/terms.ts';
import { presentOrder } from '../../../services/orders/view.ts';
import { factsIn, inSightOf } from '../../../services/permissions/in-sight.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import {
  anyFoundOrder,
  createParties,
  METADATA,
  PARTIES,
  publishFoundOrder,
  PURCHASE_ORDERS,
  type FoundOrder,
} from '../../support/api/any-orders.ts';
import { openApi, type Answer, type TestApi } from '../../support/api/api.ts';
import { countQueries } from '../../support/api/count-queries.ts';
import { fillEstate } from '../../support/api/projected-estate.ts';
import { DAY_MS } from '../../support/domain/any-history.ts';
import { OPENING } from '../../support/domain/order-language.ts';

const ORDERS = 120;
const INTENDED = [...INTENTS, 'undecided'] as const;
const CALLERS = [VENDOR, 'r-1', 'r-2', 'd-1', 'c-1', 'c-2', 'c-3'];

let api: TestApi;
let now = OPENING.acceptedAt;
let orders: FoundOrder[];
let keys: Record<string, object>;

beforeAll(async () => {
  api = await openApi({ clock: () => now });
  const em = api.database.orm.em.fork();
  await createParties(em);
  orders = [];
  // The same in every run, so that all of it occurs in each.
  for (const any of fc.sample(anyFoundOrder, { numRuns: ORDERS, seed: 15 }))
    orders.push(await publishFoundOrder(api.database.orm.em.fork(), orders.length, any));
  keys = Object.fromEntries(
    await Promise.all(CALLERS.map(async (id) => [id, id === VENDOR ? {} : await keyFor(em, id)] as const)),
  );
});
afterAll(() => api.close());

type Query = Record<string, string | undefined>;

const get = (caller: string, path: string, query: Query): Promise<Answer> => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return api.call('GET', `${path}?${new URLSearchParams(given).toString()}`, undefined, keys[caller]);
};

/** A whole list, so many at a time. */
async function listed(caller: string, path: string, query: Query, limit: number): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await get(caller, path, { ...query, limit: `${limit}`, cursor });
    if (status !== 200) throw new Error(JSON.stringify(body));
    items.push(...body.items);
    cursor = body.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const callerOf = (id: string): Caller => {
  const kind: AccountKind = id === VENDOR ? 'vendor' : PARTIES[id]!.kind;
  return { by: 'key/1', account: { id, kind }, role: 'administrator', scopes: null };
};

type View = ReturnType<typeof presentOrder>;
type LineView = View['lines'][number];

/** Lines that were canceled, by what was told of them and not by the clock: nothing is planned of them any more. */
const over = new WeakSet<LineView>();

/** The last day of a line's term: that before it is canceled, where that is planned and comes first. */
const termEndsOn = (line: LineView) => {
  const { endsOn, planned } = line;
  const canceled = over.has(line) ? undefined : planned.find(({ type }) => type === 'cancellation');
  const days = [endsOn ?? [], canceled ? addDays(canceled.on, -1) : []].flat();
  return days.toSorted()[0] ?? null;
};
const lastDay = (line: LineView) => termEndsOn(line) ?? line.care?.endsOn ?? null;
const isWithin = (line: LineView, { endsFrom = '0', endsTo = '9999' }: Query) => {
  const day = lastDay(line);
  return day !== null && day >= endsFrom && day <= endsTo;
};

/** Everything of an order that its lists can be found by, as somebody reads it: each filter beside what it means. */
const OF_ORDERS: Record<string, (order: View, value: string) => boolean> = {
  customer: ({ customer }, id) => customer.id === id,
  reseller: ({ reseller, distributor }, id) => reseller?.id === id || distributor?.id === id,
  status: ({ status }, value) => status === value,
  purchaseOrder: ({ purchaseOrder }, value) => purchaseOrder === value,
  q: ({ number, purchaseOrder, customer, reseller, distributor }, value) =>
    [number, purchaseOrder, ...[customer, reseller, distributor].flatMap((party) => [party?.id, party?.name])].some(
      (text) => text?.toLowerCase().includes(value.toLowerCase()),
    ),
  'metadata.region': ({ metadata }, value) => metadata?.region === value,
  'metadata.cost.center': ({ metadata }, value) => metadata?.['cost.center'] === value,
};
const OF_ORDER_LISTS: typeof OF_ORDERS = {
  ...OF_ORDERS,
  stage: ({ stage }, value) => stage === value,
  mail: ({ deliveries }, value) => deliveries.some(({ mail }) => mail === value),
  locked: ({ status, deliveries }, value) =>
    (['open', 'suspended'].includes(status) && deliveries.some(({ unlockedAt }) => unlockedAt === null)) ===
    (value === 'true'),
};
const OF_LINES: Record<string, (line: LineView, value: string) => boolean> = {
  state: ({ state }, value) => state === value,
  application: ({ application }, value) => application === value,
  intent: ({ intent }, value) => (intent?.intent ?? 'undecided') === value,
  what: (line, value) => (termEndsOn(line) !== null ? 'term' : lastDay(line) !== null && 'care') === value,
};

const holds = <Thing>(filters: Record<string, (thing: Thing, value: string) => boolean>, thing: Thing, query: Query) =>
  Object.entries(query).every(([name, value]) => value === undefined || (filters[name]?.(thing, value) ?? true));

/** All orders as a caller reads them, last accepted first. */
const seenBy = (id: string): View[] =>
  orders
    .filter((record) => maySeeOrder(callerOf(id), factsIn(record)))
    .toSorted(({ accepted: a }, { accepted: b }) =>
      a.acceptedAt === b.acceptedAt ? (a.number < b.number ? 1 : -1) : a.acceptedAt < b.acceptedAt ? 1 : -1,
    )
    .map((record) => {
      const view = presentOrder(inSightOf(callerOf(id), record), now, id === VENDOR ? () => ({}) : null);
      const canceled = record.order.lines.filter(({ canceledAt = null }) => canceledAt !== null).map((line) => line.id);
      for (const line of view.lines) if (view.status === 'canceled' || canceled.includes(line.id)) over.add(line);
      return view;
    });

function ordersExpected(caller: string, query: Query) {
  const { endsFrom, endsTo } = query;
  const isDated = endsFrom !== undefined || endsTo !== undefined;
  return seenBy(caller)
    .filter((order) => holds(OF_ORDER_LISTS, order, query))
    .filter(({ lines }) => !isDated || lines.some((line) => isWithin(line, query)));
}

function linesExpected(caller: string, query: Query) {
  const { endsFrom, endsTo } = query;
  const isDated = endsFrom !== undefined || endsTo !== undefined;
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return seenBy(caller)
    .filter((order) => holds(OF_ORDERS, order, query))
    .flatMap(({ number, lines, ...parties }) => {
      const about = { order: number, customer: named(parties.customer), seller: named(sellerOf(parties)) };
      return lines.map((line) => ({ ...about, line }));
    })
    .filter(({ line }) => holds(OF_LINES, line, query) && (!isDated || isWithin(line, query)))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

const placeOf = ({ order, line }: { order: string; line: LineView }) =>
  `${lastDay(line) ?? '9999'} ${order} ${line.id.padStart(4, '0')}`;

const anyDay = fc.integer({ min: -400, max: 1_500 }).map((days) => addDays('2026-11-02', days));
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
/** Parts of numbers and names, in any case; `%`, `_` and a single sign are searched for as they are. */
const anySearch = fc.constantFrom('so-00', 'SO-0007', 'acme', 'VOICE', '365%', '_', 'o', 'r-1', 'PO/2026', '17', 'zz');

const ANY_ORDER = {
  customer: rarely(fc.constantFrom('c-1', 'c-2', 'nobody')),
  reseller: rarely(fc.constantFrom('r-1', 'd-1', 'd-2', 'nobody')),
  status: rarely(fc.constantFrom(...ORDER_STATUSES)),
  purchaseOrder: rarely(fc.constantFrom(...PURCHASE_ORDERS, 'none')),
  q: rarely(anySearch),
  endsFrom: rarely(anyDay),
  endsTo: rarely(anyDay),
};
const ANY_METADATA = {
  'metadata.region': rarely(fc.constantFrom(...METADATA.region)),
  'metadata.cost.center': rarely(fc.constantFrom(...METADATA['cost.center'])),
};
const ANY_INTENT = { intent: rarely(fc.constantFrom(...INTENDED)) };
const ANY_OF_ORDERS = {
  ...{ stage: rarely(fc.constantFrom(...ORDER_STAGES)), locked: rarely(fc.constantFrom('true', 'false')) },
  mail: rarely(fc.constantFrom(...MAIL_STATES)),
};
const ANY_OF_LINES = {
  state: rarely(fc.constantFrom(...TERM_STATES, 'canceled')),
  application: rarely(fc.constantFrom('attendant-console', 'digital-fax', 'none')),
  what: rarely(fc.constantFrom(...ENDINGS)),
};

/** One to three filters of those there are, and what an unlimited mixture would never find. */
const anyQuery = (filters: Record<string, fc.Arbitrary<string | undefined>>): fc.Arbitrary<Query> =>
  fc.subarray(Object.keys(filters), { maxLength: 3 }).chain((names) => {
    const chosen: Record<string, fc.Arbitrary<string | undefined>> = Object.fromEntries(
      names.map((name) => [name, filters[name]!]),
    );
    return fc.record(chosen);
  });

const anyMoment = fc.integer({ min: 0, max: 700 }).map((days) => OPENING.acceptedAt + days * DAY_MS);

describe.each([
  ['/v1/orders', { ...ANY_ORDER, ...ANY_OF_ORDERS }, {}, ordersExpected],
  ['/v1/lines', { ...ANY_ORDER, ...ANY_OF_LINES }, ANY_INTENT, linesExpected],
] as const)('%s', (path, filters, ofSellers, expected) => {
  test.each(CALLERS)('is, for %s, what a filter of all that it sees would leave, page by page', async (caller) => {
    const mine = {
      ...filters,
      ...(callerOf(caller).account.kind !== 'customer' && ofSellers),
      ...(caller === VENDOR && ANY_METADATA),
    };
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyQuery(mine), anyMoment, fc.integer({ min: 1, max: 40 }), async (query, moment, limit) => {
        now = moment;
        const wanted = expected(caller, query);
        expect(await listed(caller, path, query, Math.max(limit, Math.ceil(wanted.length / 4)))).toEqual(
          JSON.parse(JSON.stringify(wanted)),
        );
        found += wanted.length > 0 ? 1 : 0;
      }),
      { numRuns: 40 },
    );
    // Enough was found, or nothing was compared.
    expect(found).toBeGreaterThan(10);
  });

  test('of a filter alone, each value is found where it occurs, and each does', async () => {
    const values: Record<string, readonly string[]> = {
      ...{ status: ORDER_STATUSES, stage: ORDER_STAGES, mail: MAIL_STATES, locked: ['true', 'false'] },
      ...{ state: [...TERM_STATES, 'canceled'], what: ENDINGS, purchaseOrder: PURCHASE_ORDERS },
      intent: INTENDED,
      'metadata.region': METADATA.region,
    };
    const own = Object.keys({ ...filters, ...ofSellers, ...ANY_METADATA }).filter((name) => name in values);
    const queries = own.flatMap((name) => values[name]!.map((value) => ({ [name]: value })));
    const found = new Set<Query>();
    for (const days of [0, 60, 130, 250, 500])
      for (const query of queries) {
        now = OPENING.acceptedAt + days * DAY_MS;
        const wanted = expected(VENDOR, query);
        expect(await listed(VENDOR, path, query, 100)).toEqual(JSON.parse(JSON.stringify(wanted)));
        if (wanted.length > 0) found.add(query);
      }
    expect(queries.filter((query) => !found.has(query))).toEqual([]);
  });

  test.each<[string, Query, string]>([
    ['a day that does not exist', { endsFrom: '2026-02-30' }, '/endsFrom'],
    ['a day that no contract means', { endsTo: '9999-01-01' }, '/endsTo'],
    ['a status that is none', { status: 'lost' }, '/status'],
    ['an empty purchase order', { purchaseOrder: '' }, '/purchaseOrder'],
    ['a long purchase order', { purchaseOrder: 'x'.repeat(81) }, '/purchaseOrder'],
    ['what nobody sees', { q: '\u200b' }, '/q'],
    ['a key of metadata that can be none', { 'metadata.a b': 'x' }, '/metadata.a b'],
    ['an unknown filter', { color: 'red' }, '/color'],
    ['a forged cursor', { cursor: 'abc.def' }, '/cursor'],
  ])('refuses %s and says where', async (_what, query, pointer) => {
    const { status, body } = await get(VENDOR, path, query);
    expect([status, body.code, body.errors?.[0].pointer]).toEqual([400, 'INVALID_REQUEST', pointer]);
  });

  test('is found by metadata for the vendor alone', async () => {
    const { status, body } = await get('r-1', path, { 'metadata.region': 'north' });
    expect([status, body.code, body.mayBeDoneBy]).toEqual([403, 'NOT_PERMITTED', ['vendor']]);
  });

  test('goes on by no other list’s cursor', async () => {
    const { nextCursor } = (await get(VENDOR, path, { limit: '1' })).body;
    const other = path === '/v1/lines' ? '/v1/orders' : '/v1/lines';
    expect((await get(VENDOR, other, { cursor: nextCursor })).status).toBe(400);
  });

  test('takes as many queries for many as for one, whatever it is found by', async () => {
    const queries = await countQueries(api.database.orm);
    const sent = (query: Query) => queries.while(() => get(VENDOR, path, query));
    const one = await sent({ limit: '1' });
    expect(one).toBeGreaterThan(0);
    for (const query of [{}, { endsFrom: '2020-01-01', status: 'open' }])
      expect(await sent({ ...query, limit: '100' })).toBe(one);
    // What was said of orders is looked up first.
    for (const query of [{ q: 'o' }, { q: 'so-0007' }, { 'metadata.region': 'north', endsFrom: '2020-01-01' }])
      expect(await sent({ ...query, limit: '100' })).toBe(one + 1);
  });
});

test('lines are found by what is meant to be done with them for the vendor and who sells', async () => {
  const { status, body } = await get('c-1', '/v1/lines', { intent: 'renew' });
  expect([status, body.code, body.mayBeDoneBy]).toEqual([403, 'NOT_PERMITTED', ['vendor', 'seller']]);
});

test('what was there before the migration is found as what came after it', async () => {
  const { asOwner: execute, orm } = api.database;
  const rows = async () => ({
    lines: await execute(
      // A later migration says the last day anew.
      `select to_jsonb(l) - 'last_day' as row from lines l order by order_number, id`,
    ),
    mails: await execute('select to_jsonb(m) as row from mails m order by id'),
    intakes: await execute('select to_jsonb(i) as row from intakes i order by number'),
    accounts: await execute('select to_jsonb(a) as row from accounts a order by id'),
  });
  const before = await rows();
  await execute(`drop trigger line_is_of_its_order on lines; drop function copy_order;
    alter table lines drop column canceled_from, drop column intended, drop column last_day;
    alter table lines drop column customer_id, drop column seller_id, drop column distributor_id, drop column status,
      drop column place, drop column from_at, drop column expiring_from, drop column until, drop column grace_until;
    drop trigger mail_is_told on mail_reports; drop function tell_mail; drop index mails_delivery_index;
    alter table mails drop column shown; alter table mails drop column reported, drop column reported_at, drop column report;
    create index mails_order_number_index on mails (order_number);
    alter table intakes drop column purchase_order, drop column metadata;
    drop index orders_status_index; alter table accounts drop column version`);
  const migration = new Finding(orm.driver, orm.config);
  migration.up();
  for (const sql of migration.getQueries()) await execute(sql as string);
  expect(await rows()).toEqual(before);
  expect(before.lines.length).toBeGreaterThan(ORDERS);
});

test('what is said of more orders than are looked up first is found, too, all of it and nothing else', async () => {
  await fillEstate(api.database.orm, {
    ...{ prefix: 'many-', resellers: 1, customers: 1, orders: 1_100, servers: 1, more: 0 },
  });
  const found = await listed(VENDOR, '/v1/lines', { q: 'MANY-P' }, 100);
  expect(found).toHaveLength(2_200);
  expect(new Set(found.map(({ order }) => order)).size).toBe(1_100);
  const { items } = (await get(VENDOR, '/v1/orders', { q: 'MANY-P', limit: '100' })).body;
  expect(items.filter(({ number }: { number: string }) => number.startsWith('many-P-'))).toHaveLength(100);
});
