import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listCustomers } from '../../../db/queries/pages/customers.ts';
import { recordContacts } from '../../../db/queries/check-ins/contacts.ts';
import { POLICY } from '../../../domain/policy.ts';
import type { NumberChain } from '../../../domain/server/check-in-number.ts';
import type { Used } from '../../../domain/server/saying.ts';
import { cutAt, termsOf, type LicenseKind, type Terms } from '../../../domain/catalogue/terms.ts';
import { TODO, TODO_KINDS, type TodoKind } from '../../../domain/todo.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { signInAs } from '../../support/api/people.ts';
import { fillEstate } from '../../support/api/projected-estate.ts';
import { openSite, type TestSite } from '../../support/portal/site.ts';

const PUBLIC_URL = 'http://127.0.0.1:3000';
const DAY_MS = 86_400_000;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

let site: TestSite;
const em = () => site.database.orm.em.fork();
const change = (sql: string, values: unknown[] = []) => em().execute(sql, values);
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

/** Nine customers, the even ones of a reseller and the odd ones of another, with an order and a server each. */
beforeAll(async () => {
  site = await openSite({ publicUrl: PUBLIC_URL });
  await fillEstate(site.database.orm, { prefix: '', resellers: 2, customers: 9, orders: 9, servers: 9, more: 0 });
  await change(`insert into accounts (id, kind, name, email, time_zone, locale, created_at) values
    ('dist', 'distributor', 'Dist', 'd@dist.example', 'UTC', 'en', now()), ('stranger', 'reseller', 'Stranger', 's@s.example', 'UTC', 'en', now())`);
  // The first is sold beside a distributor, the second by it.
  await change(`update orders set distributor_id = 'dist' where number = 'P-0'`);
  await change(`update orders set distributor_id = 'dist', reseller_id = null where number = 'P-1'`);
  await change(`update orders set status = 'suspended' where number = 'P-6'`);
  await change(`update lines set capacity = capacity`);
  await end('P-2', 'perpetual', 40);
  await end('P-4', 'perpetual', -400);
  await end('P-5', 'subscription', -100);
  await change(`update servers set state = 'waiting', mode = null, activated_at = null where id = 'server-8'`);
  await suspect('server-2', 'snapshot-suspected', 1);
  await suspect('server-2', 'clone-suspected', 2);
  await change(
    `insert into refused_activations (server, day, code, mode, times, first_at, last_at, fingerprint, version)
     values ('server-4', current_date, 'TOKEN_ROTATED', 'online', 3, now(), now(), 'f', 'v')`,
  );
  await change(`update lines set planned = ?::jsonb where order_number = 'P-8' and id = '1'`, [
    JSON.stringify([
      {
        id: 'p1',
        type: 'capacity',
        on: inDays(20).slice(0, 10),
        dueAt: Date.now() + 20 * DAY_MS,
        capacity: 2,
        reference: 'R',
      },
    ]),
  ]);
  await change(
    `insert into mails (id, order_number, delivery, edition, recipient, subject, html, text, state, reported, created_at)
     values ('mail/P-7/1', 'P-7', '1', 1, 'a@b.example', 's', 'h', 't', 'sent', 'bounced', now())`,
  );
  await change(
    `insert into webhooks (id, account_id, url, state, disabled_for, disablings, position, created_at)
     values ('whk_1', 'reseller-0', 'https://r.example/in', 'disabled', 'gone', 1, 0, now())`,
  );
  await change(`update servers set version = '2025.Winter.1' where id in ('server-0', 'server-1')`);
  await change(
    `insert into advisories (id, seq, title, severity, affects, url, published_at)
     values ('ADV-1', 1, 'Calls can be overheard', 'high', '<2026.Winter.1', 'https://v.example/1', now())`,
  );
  await change(`update contacts set nearly_used = '{"attendant-console": 5}' where server = 'server-0'`);
});
afterAll(() => site.close());

/** The lines of an order end, or as perpetual licenses their care does, so many days from today. */
async function end(order: string, license: LicenseKind, days: number, timeZone = 'UTC') {
  const day = inDays(days).slice(0, 10);
  const care = { level: 'gold' as const, endsOn: day };
  const agreement = { license, startsOn: '2025-01-01', endsOn: license === 'subscription' ? day : null, care };
  const terms = termsOf(agreement, timeZone, POLICY);
  await change('update lines set license = ?, ends_on = ?, care = ?, terms = ? where order_number = ?', [
    ...[license, agreement.endsOn, JSON.stringify(care), JSON.stringify(terms), order],
  ]);
}

const suspect = (server: string, type: string, seq: number) =>
  change(`insert into journal (stream, seq, type, at, recorded_at, data) values (?, ?, ?, now(), now(), '{}')`, [
    ...[`contact/${server}`, seq, type],
  ]);

/** What an account's key lists. */
async function todo(account: string | null, query = '') {
  const { status, body } = await site.call('GET', `/v1/todo?limit=100${query}`, undefined, await keyFor(em(), account));
  expect(status).toBe(200);
  return body as { items: Item[]; counts: Record<string, number> };
}
type Item = {
  id: string;
  kind: string;
  customer: { id: string } | null;
  order: { number: string } | null;
  server: { id: string } | null;
  yours: boolean;
} & Record<string, unknown>;
const named = ({ kind, order, server, customer, yours }: Item) =>
  [kind, server?.id ?? order?.number ?? customer?.id ?? [], yours ? '*' : []].flat().join(' ');
const listOf = async (account: string | null) => (await todo(account)).items.map(named);

describe('what is to be done', () => {
  test('the vendor has all of it, what matters most first and then what is due first', async () => {
    const { items, counts } = await todo(null);
    expect(items.map(named)).toEqual([
      'silent server-3 *',
      ...['cloned server-2 *', 'refused server-4 *', 'mail-bounced P-7 *', 'suspended P-6 *'].sort(byList(items)),
      'grace P-1 *',
      'stopped P-5 *',
      'care-ended P-4 *',
      'locked P-7 *',
      'advisory',
      'over-assigned P-8 *',
      'ends P-0 *',
      'care-ends P-2 *',
      'nearly-used server-0 *',
      'to-activate server-8 *',
    ]);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(items.length);
    expect(items.find(({ kind }) => kind === 'grace')).toMatchObject({
      ...{ severity: 'critical', remedy: 'renew', until: inDays(10).slice(0, 10), daysLeft: 10, since: null },
      lines: [{ application: 'attendant-console', capacity: 20 }, { application: 'voicemail' }],
    });
    expect(items.find(({ kind }) => kind === 'advisory')).toMatchObject({ about: { advisory: 'ADV-1', servers: 2 } });
  });

  test.each([
    [
      'reseller-0',
      [
        'advisory customer-0 *',
        'care-ended P-4',
        'care-ends P-2',
        'cloned server-2 *',
        'ends P-0',
        'nearly-used server-0 *',
      ].concat([
        'over-assigned P-8 *',
        'refused server-4 *',
        'suspended P-6',
        'to-activate server-8 *',
        'webhook-disabled *',
      ]),
    ],
    ['reseller-1', ['locked P-7 *', 'mail-bounced P-7 *', 'silent server-3 *', 'stopped P-5']],
    ['dist', ['advisory customer-1 *', 'grace P-1']],
    ['customer-0', ['advisory customer-0 *', 'ends P-0', 'nearly-used server-0 *']],
    ['customer-7', []],
    ['stranger', []],
  ])('%s has what it sold or owns, and nothing of others', async (account, expected) => {
    expect((await listOf(account)).sort()).toEqual(expected);
  });

  test('a key reads the kinds that its scopes are for', async () => {
    const ask = async (...scopes: ('licenses:read' | 'orders:read')[]) => {
      const { body } = await site.call('GET', '/v1/todo', undefined, await keyFor(em(), 'reseller-1', scopes));
      return (body as { items: Item[] }).items.map(({ kind }) => kind).sort();
    };
    expect(await ask('licenses:read')).toEqual(['silent']);
    expect(await ask('licenses:read', 'orders:read')).toEqual(['locked', 'mail-bounced', 'silent', 'stopped']);
  });

  test('pages of it follow each other without a gap, and a filter leaves the counts', async () => {
    const key = await keyFor(em(), null);
    const all = (await todo(null)).items.map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await site.call('GET', `/v1/todo?limit=4${cursor && `&cursor=${cursor}`}`, undefined, key);
      seen.push(...(body as { items: Item[] }).items.map(({ id }) => id));
      cursor = (body as { nextCursor: string | null }).nextCursor;
    }
    expect(seen).toEqual(all);
    const { items, counts } = await todo(null, '&kind=locked&customer=customer-7');
    expect(items.map(named)).toEqual(['locked P-7 *']);
    expect(counts).toMatchObject({ locked: 1, 'mail-bounced': 1, ends: 0 });
  });
});

/** Four that happened in the same moments come in an order of their own, which is that of their instants. */
const byList = (items: Item[]) => (one: string, other: string) =>
  items.findIndex((item) => named(item) === one) - items.findIndex((item) => named(item) === other);

describe('what an account knows of', () => {
  const silentOf = async (account: string | null) => (await todo(account)).items.find(({ kind }) => kind === 'silent');

  test('is listed no more for it and as ever for others, is journaled without its note, and comes back when it happens again', async () => {
    const key = await keyFor(em(), 'reseller-1');
    const item = (await silentOf('reseller-1'))!.id;
    const say = (note: string) => site.call('POST', '/v1/todo/acknowledgements', { item, note }, key);
    expect(await say('Moves on Monday')).toMatchObject({
      status: 201,
      body: { acknowledged: { note: 'Moves on Monday' } },
    });
    expect(await say('Once more')).toMatchObject({ status: 201, body: { acknowledged: { note: 'Moves on Monday' } } });
    expect(await silentOf('reseller-1')).toBeUndefined();
    expect(await silentOf(null)).toMatchObject({ id: item });
    expect((await todo('reseller-1', '&acknowledged=true')).items.map(named)).toEqual(['silent server-3 *']);
    const { body } = await site.call('GET', '/v1/accounts/reseller-1/events', undefined, key);
    const events = (body as { items: object[] }).items;
    expect(events).toMatchObject([
      { type: 'acknowledged', item, kind: 'silent', server: 'server-3', by: expect.stringMatching(/^key\//) },
    ]);
    expect(JSON.stringify(events)).not.toContain('Monday');
    await change(
      `update contacts set last_check_in_at = last_check_in_at + interval '1 day' where server = 'server-3'`,
    );
    expect((await silentOf('reseller-1'))!.id).not.toBe(item);
  });

  test('is known of for all customers, or for one of them alone, wherever it is listed', async () => {
    const key = await keyFor(em(), null);
    const say = (item: string) => site.call('POST', '/v1/todo/acknowledgements', { item }, key);
    const open = async (query = '') => (await todo(null, `&kind=advisory${query}`)).items;
    const [everybody] = await open();
    const [one] = await open('&customer=customer-0');
    expect(await say(one!.id)).toMatchObject({ status: 201, body: { id: one!.id, customer: { id: 'customer-0' } } });
    expect(await open('&customer=customer-0')).toEqual([]);
    expect(await open()).toMatchObject([{ id: everybody!.id, about: { advisory: 'ADV-1', servers: 1 } }]);
    expect(await say(everybody!.id)).toMatchObject({ status: 201, body: { id: everybody!.id } });
    expect([...(await open()), ...(await open('&customer=customer-1'))]).toEqual([]);
    expect((await open('&acknowledged=true')).map(named).sort()).toEqual(['advisory', 'advisory customer-0 *']);
    const vendor = site.visitor((await signInAs(em(), 'vendor', { publicUrl: PUBLIC_URL })).cookie);
    expect((await vendor.get('/customers')).body).not.toContain('kind=advisory');
    for (const { id } of [one!, everybody!])
      await site.call('DELETE', `/v1/todo/acknowledgements/${id}`, undefined, key);
    expect(await open()).toMatchObject([{ id: everybody!.id, about: { servers: 2 } }]);
  });

  test('is due on the day before what is planned to be canceled, with nothing to be renewed', async () => {
    const on = inDays(12).slice(0, 10);
    const ending = async () => (await todo(null)).items.find(({ order }) => order?.number === 'P-0');
    const former = (await ending())!;
    expect(former).toMatchObject({ kind: 'ends', remedy: 'renew', about: {} });
    const kept = await change(`select terms from lines where order_number = 'P-0'`);
    const plan = { id: 'p2', type: 'cancellation', on, dueAt: Date.parse(on), reference: 'C-1' };
    const [{ terms }] = kept as [{ terms: Terms }];
    await change(`update lines set planned = ?::jsonb, terms = ?::jsonb where order_number = 'P-0'`, [
      ...[[plan], cutAt(terms, plan.dueAt, plan.dueAt)].map((value) => JSON.stringify(value)),
    ]);
    const canceled = (await ending())!;
    expect(canceled).toMatchObject({ kind: 'ends', remedy: null, about: { canceled: true } });
    expect(canceled).toMatchObject({ until: inDays(11).slice(0, 10), daysLeft: 11 });
    expect(canceled.id).not.toBe(former.id);
    const { body } = await site.call('GET', '/v1/renewals?customer=customer-0', undefined, await keyFor(em(), null));
    expect(body).toMatchObject({
      items: [{ what: 'term', lastDay: inDays(11).slice(0, 10), condition: { remedy: null } }, {}],
    });
    await change(`update lines set planned = '[]', terms = ?::jsonb where order_number = 'P-0'`, [
      JSON.stringify(terms),
    ]);
  });

  test('comes back when a server leaves again, or has used nearly all once more', async () => {
    const found = async (server: string) => (await todo(null)).items.find((item) => item.server?.id === server);
    const waiting = (await found('server-8'))!;
    await change(
      `insert into journal (stream, seq, type, at, recorded_at, data)
       values ('server/server-8', 7, 'deactivated', '2126-11-29T08:00:00Z', now(), '{}')`,
    );
    const again = (await found('server-8'))!;
    expect(again).toMatchObject({ kind: 'to-activate', since: '2126-11-29T08:00:00.000Z' });
    expect(again.id).not.toBe(waiting.id);

    const call = (version: number, nearlyUsed: Used | null) =>
      recordContacts(em(), [
        {
          ...{ server: 'server-0', version, checkInAt: Date.now(), nextCheckInAt: Date.now(), nearlyUsed },
          ...{ documentIssuedAt: Date.now(), documentLeaseUntil: null, said: null, advised: null },
          numbers: { key: 'k', current: 'n', former: [], reused: [] } as unknown as NumberChain,
        },
      ]);
    const used = (await found('server-0'))!;
    expect(await call(0, { 'attendant-console': 5 })).toEqual([true]);
    expect(await found('server-0')).toMatchObject({ kind: 'nearly-used', id: used.id });
    await call(1, null);
    expect(await found('server-0')).toBeUndefined();
    await call(2, { 'attendant-console': 5 });
    const { id } = (await found('server-0'))!;
    await call(3, { 'attendant-console': 5 });
    expect(await found('server-0')).toMatchObject({ id });
    expect(id).not.toBe(used.id);
  });

  test('is called by a hash of what happened, as releases of before called it, who did not keep what it is about', async () => {
    const { items } = await todo('reseller-1');
    const { id: item } = items.find(({ kind }) => kind === 'locked')!;
    expect(item).toBe(`locked-${md5('P-7:1:1:0')}`);
    const { id: ends } = (await todo('reseller-0')).items.find(({ order }) => order?.number === 'P-0')!;
    expect(ends).toBe(`ends-${md5(`P-0:${inDays(30).slice(0, 10)}`)}`);
    const former = `insert into acknowledgements (account_id, item, kind, by, at) values ('reseller-1', ?, 'locked', 'key/k', now())`;
    await change(former, [item]);
    expect((await todo('reseller-1')).counts).toMatchObject({ locked: 0, 'mail-bounced': 1, stopped: 1 });
    expect((await todo('reseller-1', '&acknowledged=true')).items.map(({ id }) => id)).toContain(item);
    await change(`delete from acknowledgements where item = ?`, [item]);
  });

  test('comes back when an order is locked once more', async () => {
    const locked = async () => (await todo('reseller-1')).items.find(({ kind }) => kind === 'locked');
    const { id: item } = (await locked())!;
    const key = await keyFor(em(), 'reseller-1');
    await site.call('POST', '/v1/todo/acknowledgements', { item }, key);
    expect(await change(`select about from acknowledgements where item = ?`, [item])).toEqual([{ about: 'P-7' }]);
    expect(await locked()).toBeUndefined();
    await change(
      `insert into order_facts (order_number, kind, reference, content_hash, content, "by", stored_at)
       values ('P-7', 'lock', 'L-1', '', '{}', 'key/k', now())`,
    );
    expect((await locked())!.id).toBe(`locked-${md5('P-7:1:1:1')}`);
    await change(`delete from order_facts where reference = 'L-1'`);
    await site.call('DELETE', `/v1/todo/acknowledgements/${item}`, undefined, key);
  });

  test('can be taken back, and is no one’s to say but its administrators’, of what is theirs', async () => {
    const { items } = await todo('reseller-1');
    const { id: item } = items.find(({ kind }) => kind === 'locked')!;
    const key = await keyFor(em(), 'reseller-1');
    const other = await site.call('POST', '/v1/todo/acknowledgements', { item }, await keyFor(em(), 'reseller-0'));
    expect(other).toMatchObject({ status: 404 });
    await site.call('POST', '/v1/todo/acknowledgements', { item }, key);
    expect((await site.call('DELETE', `/v1/todo/acknowledgements/${item}`, undefined, key)).status).toBe(204);
    expect((await todo('reseller-1')).counts).toMatchObject({ locked: 1 });
    const viewer = site.visitor((await signInAs(em(), 'reseller-1', { role: 'viewer', publicUrl: PUBLIC_URL })).cookie);
    const { body } = await viewer.get('/');
    expect(body).toContain('Customer-7');
    expect(body).not.toContain('<form method="post" action="/todo');
    expect((await viewer.post(`/todo/${item}/acknowledge`)).status).toBe(403);
  });
});

describe('of many that are due at the same instant', () => {
  beforeAll(async () => {
    const tied = { resellers: 1, customers: 3, orders: 160, servers: 20, more: 0 };
    await fillEstate(site.database.orm, { prefix: 'tied-', ...tied });
    await change(`update contacts set last_check_in_at = '2026-01-01' where server like 'tied-%'`);
  });

  test.each([1, 3, 7])(
    'pages of %d have each once, in the order of how much they matter, when they are due, and their names',
    async (limit) => {
      const key = await keyFor(em(), 'tied-reseller-0');
      const { items } = await todo('tied-reseller-0');
      const [first] = items;
      await site.call('POST', '/v1/todo/acknowledgements', { item: first!.id }, key);
      const open = items.filter(({ id }) => id !== first!.id);
      const seen: Item[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await site.call(
          'GET',
          `/v1/todo?limit=${limit}${cursor && `&cursor=${cursor}`}`,
          undefined,
          key,
        );
        const page = body as { items: Item[]; counts: Record<string, number>; nextCursor: string | null };
        seen.push(...page.items);
        cursor = page.nextCursor;
        expect(page.counts).toEqual(
          Object.fromEntries(TODO_KINDS.map((kind) => [kind, open.filter((item) => item.kind === kind).length])),
        );
      }
      expect(seen).toEqual(open);
      expect(new Set(open.map(({ kind }) => kind))).toEqual(new Set(['silent', 'grace', 'locked', 'ends']));
      expect(open).toEqual(open.toSorted((one, other) => compare(placeOf(one), placeOf(other))));
      await site.call('DELETE', `/v1/todo/acknowledgements/${first!.id}`, undefined, key);
    },
  );

  test('a customer has as many as its items have lines, whether or not one of them is known of', async () => {
    const asked = { sight: { seller: 'tied-reseller-0' }, account: 'tied-reseller-0', kinds: TODO_KINDS, versions: [] };
    const page = { q: '', sort: 'attention', limit: 100, offset: 0, nowMs: Date.now(), readsWebhooks: true } as const;
    const counted = async () =>
      Object.fromEntries((await listCustomers(em(), { ...asked, ...page })).map(({ id, todo: ofIt }) => [id, ofIt]));
    const summed = async () => {
      const { items } = await todo('tied-reseller-0');
      const customers = [...Map.groupBy(items, ({ customer }) => customer!.id)];
      const units = ({ lines, kind }: Item) => (kind === 'grace' || kind === 'ends' ? (lines as unknown[]).length : 1);
      const sums = (some: Item[]) =>
        [...Map.groupBy(some, ({ kind }) => kind)].map(([kind, of]) => [
          kind,
          of.reduce((sum, one) => sum + units(one), 0),
        ]);
      return Object.fromEntries(customers.map(([customer, some]) => [customer, Object.fromEntries(sums(some))]));
    };
    expect(await counted()).toEqual(await summed());
    const key = await keyFor(em(), 'tied-reseller-0');
    for (const kind of ['ends', 'locked', 'silent']) {
      const { id: item } = (await todo('tied-reseller-0')).items.find((one) => one.kind === kind)!;
      const before = await counted();
      await site.call('POST', '/v1/todo/acknowledgements', { item }, key);
      expect(await counted()).toEqual(await summed());
      expect(await counted()).not.toEqual(before);
    }
  });
});

/** Where an item stands in its list. */
const placeOf = ({ id, kind, since, until }: Item): [number, string, string] => [
  ['critical', 'warning', 'notice'].indexOf(TODO[kind as TodoKind].severity),
  `${(since ?? until) as string}`,
  id,
];
const compare = (one: [number, string, string], other: [number, string, string]): number => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
};

test.each(['name', 'end'] as const)(
  'what ends next of a customer ends by its own clock, wherever the service is (by %s)',
  async (sort) => {
    await end('P-3', 'subscription', 100, 'Pacific/Honolulu');
    const lastDay = inDays(100).slice(0, 10);
    const asked = { sight: { everything: true }, account: 'vendor', kinds: TODO_KINDS, versions: [] } as const;
    const nextEnd = async (clock: string) => {
      const nowMs = Date.parse(`${inDays(101).slice(0, 10)}T${clock}Z`);
      const page = { q: '', sort, limit: 100, offset: 0, nowMs, readsWebhooks: false };
      const rows = await listCustomers(em(), { ...asked, ...page });
      return rows.find(({ id }) => id === 'customer-3')!.endsOn;
    };
    expect(await nextEnd('09:59:00')).toBe(lastDay);
    expect(await nextEnd('10:01:00')).not.toBe(lastDay);
  },
);
