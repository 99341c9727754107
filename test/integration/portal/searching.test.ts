import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { namesById } from '../../../db/queries/pages/names.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { countQueries } from '../../support/api/count-queries.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';
import { answered, openWorld, type World } from '../../support/api/world.ts';

let world: World;
let keys: Record<string, object>;
let server: string;
let token: string;

const EMAIL = { email: 'it@people.example', timeZone: 'Europe/Rome' };
const party = (id: string, name: string) => ({ id, name, ...EMAIL });
const CUSTOMER = party('cafe-zurich', 'Café Zürich');
const ARAB = party('fnadiq', 'فندق الأندلس');
const STRANGER = party('elsewhere', 'Elsewhere');
const RESELLER = party('voice-srl', 'Voice Srl');
const OTHER_RESELLER = party('rival', 'Rival');
const DISTRIBUTOR = party('distri', 'Distri Group');
const LINE = {
  ...{ application: 'digital-fax', capacity: 8, license: 'perpetual', care: { endsOn: '2099-12-31' } },
  reference: 'LINE/7700',
};

const order = (number: string, customer: object, reseller: object, more: object = {}) => ({
  ...{ number, customer, reseller, lines: [LINE], ...more },
});

beforeAll(async () => {
  world = await openWorld();
  await world.deliver(
    order('SO-2031-00117', CUSTOMER, RESELLER, { purchaseOrder: 'PO/2026–17', distributor: DISTRIBUTOR }),
  );
  await world.deliver(order('SO-2031-00118', ARAB, RESELLER));
  await world.deliver(order('SO-2031-00119', STRANGER, OTHER_RESELLER));
  await world.deliver(order('SEARCHED-1', CUSTOMER, RESELLER));
  await answered(world, 'POST', '/v1/orders/SEARCHED-1/unlock');
  const registered = { name: 'Empfang Süd', role: 'production' };
  server = (await answered(world, 'POST', `/v1/accounts/${CUSTOMER.id}/servers`, registered)).id;
  const { assign, tokenOf, activate } = createServers(() => world);
  await assign(server, 'digital-fax', 5);
  token = await tokenOf(server);
  await activate(token, aMachine(), { hostname: 'pbx-sud.example' });
  const em = world.database.orm.em.fork();
  const accounts = [CUSTOMER, ARAB, STRANGER, RESELLER, OTHER_RESELLER, DISTRIBUTOR];
  keys = { vendor: {} };
  for (const { id } of accounts) keys[id] = await keyFor(em, id);
});
afterAll(() => world.close());

type Found = Record<
  'orders' | 'accounts' | 'servers' | 'people',
  { items: Record<string, string>[]; more: boolean }
> & {
  exactly: { kind: string; id: string } | null;
};

async function search(caller: string, q: string): Promise<Found> {
  const { status, body } = await world.call(
    'GET',
    `/v1/search?${new URLSearchParams({ q }).toString()}`,
    undefined,
    keys[caller],
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

/** What somebody finds, by its kind. */
async function found(caller: string, q: string): Promise<string[]> {
  const { orders, accounts, servers, people } = await search(caller, q);
  return [
    ...orders.items.map(({ number }) => `order ${number}`),
    ...accounts.items.map(({ id }) => `account ${id}`),
    ...servers.items.map(({ name }) => `server ${name}`),
    ...people.items.map(({ email }) => `person ${email}`),
  ];
}

describe('what is typed finds what is meant', () => {
  test.each([
    ['an order by its number in any case', 'so-2031-00117', 'order SO-2031-00117'],
    ['an order by the end of its number', '00117', 'order SO-2031-00117'],
    ['an order by its digits on an Arabic keyboard', '٠٠١١٧', 'order SO-2031-00117'],
    ['an order by its purchase order, whatever its dash', 'po/2026-17', 'order SO-2031-00117'],
    ['an order that was copied with what stood around it', '“SO‑2031‑00117”.', 'order SO-2031-00117'],
    ['an order by the reference of a line', 'line/77', 'order SO-2031-00117'],
    ['a customer without accents', 'cafe zurich', 'account cafe-zurich'],
    ['a customer with accents in capitals', 'CAFÉ ZÜRICH', 'account cafe-zurich'],
    ['a customer with its words in another order', 'zürich café', 'account cafe-zurich'],
    ['a customer in Arabic, without the signs on its letters', 'الاندلس', 'account fnadiq'],
    ['a customer in Arabic, with all of them', 'فُنْدُق', 'account fnadiq'],
    ['a customer by two letters that begin a word', 'zu', 'account cafe-zurich'],
  ])('%s', async (_what, q, expected) => {
    expect(await found('vendor', q)).toContain(expected);
  });

  test('and a word that nothing has finds nothing', async () => {
    expect(await found('vendor', 'cafe nowhere')).toEqual([]);
    expect(await found('vendor', '%')).toEqual([]);
    expect(await found('vendor', '_ %')).toEqual([]);
    expect((await world.call('GET', '/v1/search?q=')).status).toBe(400);
  });
});

describe('everybody finds what lists show, and nothing else', () => {
  test.each([
    ['vendor', ['SO-2031-00117', 'SO-2031-00118', 'SO-2031-00119']],
    [RESELLER.id, ['SO-2031-00117', 'SO-2031-00118']],
    [DISTRIBUTOR.id, ['SO-2031-00117']],
    [OTHER_RESELLER.id, ['SO-2031-00119']],
    // Locked: it is not there for its customer.
    [CUSTOMER.id, []],
    [ARAB.id, []],
  ])('%s finds its orders alone', async (caller, numbers) => {
    const { orders } = await search(caller, 'SO-2031-0011');
    expect(orders.items.map(({ number }) => number).toSorted()).toEqual(numbers);
    for (const number of ['SO-2031-00117', 'SO-2031-00118', 'SO-2031-00119'])
      expect((await search(caller, number)).exactly).toEqual(
        numbers.includes(number) ? { kind: 'order', id: number } : null,
      );
    const reference = (await search(caller, 'LINE/7700')).orders.items.map(({ number }) => number);
    expect(reference.filter((number) => number!.startsWith('SO-2031')).toSorted()).toEqual(numbers);
  });

  test('a server is found by name, id, machine and the first group of its token by who manages it', async () => {
    const [group] = token.split('-');
    for (const caller of ['vendor', CUSTOMER.id, RESELLER.id])
      for (const q of ['empfang', 'SUD', 'pbx-sud.example', server, server.toUpperCase(), group!.toLowerCase(), token])
        expect((await search(caller, q)).servers.items).toMatchObject([{ id: server, customer: { id: CUSTOMER.id } }]);
    for (const caller of [STRANGER.id, OTHER_RESELLER.id, DISTRIBUTOR.id])
      for (const q of ['empfang', 'pbx-sud.example', server, group!, token])
        expect((await search(caller, q)).servers.items).toEqual([]);
    // Neither less of a group, nor another one, says anything.
    for (const q of [group!.slice(0, 4), token.split('-')[1]!])
      expect((await search('vendor', q)).servers.items).toEqual([]);
  });

  test('who only reads servers finds none by a token, and nobody of another account’s people', async () => {
    const viewer = world.visitor(await world.signIn(CUSTOMER.id, 'viewer'));
    const [group] = token.split('-');
    expect((await viewer.get(`/search?q=${group}`)).status).toBe(200);
    expect((await viewer.get(`/search?q=${server}`)).location).toBe(`/customers/${CUSTOMER.id}/servers/${server}`);
    expect((await viewer.get('/search?q=SO-2031-00119')).status).toBe(200);
    expect(await found('vendor', 'it@people.example')).toContain('person it@people.example');
    for (const caller of [CUSTOMER.id, RESELLER.id])
      expect((await search(caller, 'it@people.example')).people.items).toEqual([]);
  });

  test('a key finds only what it was made for', async () => {
    const key = await keyFor(world.database.orm.em.fork(), RESELLER.id, ['orders:read']);
    const { body } = await world.call('GET', '/v1/search?q=cafe', undefined, key);
    expect([body.orders.items.length > 0, body.accounts.items, body.servers.items]).toEqual([true, [], []]);
  });
});

describe('over all customers', () => {
  const estate = async (caller: string, query = '') =>
    (await answered(world, 'GET', `/v1/servers${query}`, undefined, keys[caller])).items as {
      customer: { name: string };
      hostname: string;
      server: { id: string };
    }[];

  test('servers are listed with their customer for who sees them, and found by what they are', async () => {
    for (const caller of ['vendor', CUSTOMER.id, RESELLER.id])
      expect(await estate(caller)).toMatchObject([
        { customer: { id: CUSTOMER.id, name: 'Café Zürich' }, hostname: 'pbx-sud.example', server: { id: server } },
      ]);
    for (const caller of [STRANGER.id, OTHER_RESELLER.id, DISTRIBUTOR.id]) expect(await estate(caller)).toEqual([]);
    for (const query of ['?state=activated', '?q=empfang+sud', '?q=PBX', '?silent=false', '?version=2020.Winter.1'])
      expect(await estate('vendor', query)).toHaveLength(1);
    for (const query of ['?state=waiting', '?q=nothing', '?silent=true', '?version=2020.Winter.2', '?mode=offline'])
      expect(await estate('vendor', query)).toEqual([]);
  });

  const activity = async (caller: string, query: Record<string, string> = {}) =>
    (await answered(world, 'GET', `/v1/activity?${new URLSearchParams(query).toString()}`, undefined, keys[caller]))
      .items as { stream: string; type: string; at: string; by?: string; account: string }[];

  test('who did what is listed newest first, for who may see it, by kind, person, account and day', async () => {
    await world.services.following.follow();
    const all = await activity('vendor');
    expect(all.length).toBeGreaterThan(6);
    const streams = async (caller: string) => new Set((await activity(caller)).map(({ stream }) => stream));
    expect(await streams(RESELLER.id)).toContain('order/SO-2031-00118');
    expect(await streams(RESELLER.id)).not.toContain('order/SO-2031-00119');
    expect(await streams(OTHER_RESELLER.id)).toContain('order/SO-2031-00119');
    for (const stream of await streams(CUSTOMER.id)) expect(stream).not.toContain('SO-2026');
    const types = async (query: Record<string, string>) => (await activity('vendor', query)).map(({ type }) => type);
    expect((await types({ kind: 'servers' })).slice(0, 2)).toEqual(['activated', 'capacity-changed']);
    expect(await types({ kind: 'servers', account: ARAB.id })).toEqual([]);
    const { by } = all.find(({ type }) => type === 'capacity-changed')!;
    for (const event of await activity('vendor', { by: by! })) expect(event.by).toBe(by);
    expect(await types({ since: '2099-01-01T00:00:00Z' })).toEqual([]);
    expect(await types({ until: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect((await types({ since: all.at(-1)!.at })).length).toBe(all.length);
  });

  test('what was owned is told month by month, as each may see it', async () => {
    const history = async (caller: string, id: string) =>
      world.call('GET', `/v1/accounts/${id}/history`, undefined, keys[caller]);
    const { body } = await history(RESELLER.id, CUSTOMER.id);
    expect(body.items).toMatchObject([{ application: 'digital-fax', used: null }]);
    expect(body.items[0].points).toHaveLength(13);
    expect(body.items[0].points.at(-1)).toMatchObject({ owned: 16, assigned: 5 });
    expect(body.items[0].points[0]).toMatchObject({ owned: 0, assigned: 0 });
    expect((await history(CUSTOMER.id, CUSTOMER.id)).body.items[0].points.at(-1)).toMatchObject({
      owned: 8,
      assigned: 5,
    });
    expect((await history(STRANGER.id, CUSTOMER.id)).status).toBe(404);
    const visitor = world.visitor(await world.signIn(CUSTOMER.id));
    const page = await visitor.get(`/customers/${CUSTOMER.id}/licenses?language=en`);
    expect(page.body).toContain('<svg role="img"');
  });

  test('pages of it hold together: each event once, until there is no more', async () => {
    const read: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const body = await answered(world, 'GET', `/v1/activity?limit=3${cursor && `&cursor=${cursor}`}`);
      read.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(new Set(read).size).toBe(read.length);
    expect(read.length).toBeGreaterThanOrEqual((await activity('vendor')).length);
  });

  test('the pages say the same', async () => {
    const visitor = world.visitor(await world.signIn(RESELLER.id));
    for (const path of ['/servers', '/servers?q=sud', '/search?q=sud&language=en'])
      expect((await visitor.get(path)).body).toContain('Empfang Süd');
    const { body } = await visitor.get('/activity?kind=servers&language=en');
    expect(body).toContain('Empfang Süd');
    expect(body).toContain('Café Zürich');
    const all = (await visitor.get('/activity?language=en')).body;
    expect(all).toMatch(/The licenses of \W*SEARCHED-1\W* were unlocked/);
    expect(all).not.toMatch(/The licenses of \W*\d+\W* were/);
    const file = await visitor.get('/servers.csv?language=it');
    expect(file.body).toContain('Empfang Süd;');
    expect((await visitor.get('/activity.csv?kind=servers')).body).toContain('Café Zürich');
    expect((await visitor.get(`/customers/${STRANGER.id}/activity.csv`)).status).toBe(404);
    expect((await visitor.get('/search?q=so-2031-00117')).location).toBe('/orders/SO-2031-00117');
    expect((await visitor.get('/search?q=SO-2031-00119')).body).not.toContain(STRANGER.id);
  });
});

test('a search takes as many queries whatever is found', async () => {
  const queries = await countQueries(world.database.orm);
  const sent = (q: string) => queries.while(() => search('vendor', q));
  await search('vendor', 'cafe');
  const one = await sent('SO-2031-00117');
  expect(one).toBeGreaterThan(3);
  for (const q of ['o', 'e', 'nothing at all', 'cafe']) expect(await sent(q)).toBe(one);
});

test('a thousand servers of others that are called the same hide nobody’s own', async () => {
  const em = world.database.orm.em.fork();
  await em.execute(
    `insert into servers (id, seq, customer_id, name, role, state, registered_at, former_keys)
     select 'a' || n, 1, ?, 'Empfang Süd', 'production', 'registered', now(), '[]' from generate_series(1, 1001) n`,
    [STRANGER.id],
  );
  await em.execute(
    `insert into contacts (server, said) select 'a' || n, jsonb_build_object('hostname', 'pbx-' || n) from generate_series(1, 1001) n`,
  );
  for (const q of ['Empfang Süd', 'pbx-sud'])
    expect((await search(RESELLER.id, q)).servers.items.map(({ id }) => id)).toEqual([server]);
});

test('who reads events is told no names of accounts beyond the orders that it sees', async () => {
  const em = world.database.orm.em.fork();
  const accounts = [CUSTOMER, ARAB, STRANGER, RESELLER, OTHER_RESELLER, DISTRIBUTOR].map(({ id }) => id);
  const named = async (account: string, sight: Sight) => {
    const reading = { account, sight, nowMs: Date.now() };
    const names = await namesById(em, reading, { accounts, servers: [], people: [], deliveries: [] });
    return [...names.accounts.keys()].toSorted();
  };
  const known = [CUSTOMER, ARAB, RESELLER, DISTRIBUTOR].map(({ id }) => id).toSorted();
  expect(await named(RESELLER.id, { seller: RESELLER.id })).toEqual(known);
  expect(await named(ARAB.id, { customer: ARAB.id })).toEqual([ARAB.id]);
  expect(await named('vendor', { everything: true })).toEqual(accounts.toSorted());
});
