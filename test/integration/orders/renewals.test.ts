import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listLastDays } from '../../../db/queries/orders/renewals.ts';
import { addDays } from '../../../domain/days.ts';
import type { PostedOrder } from '../../../domain/order/arriving/accept.ts';
import { anOrder } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { deliverOrder, postedOrder } from '../../support/api/delivered-order.ts';
import { signInAs } from '../../support/api/people.ts';
import { openWorld, type World } from '../../support/api/world.ts';

/** An instant at which it is yesterday in one zone and tomorrow in another. */
const TODAY = new Date().toISOString().slice(0, 10);
const NOW = Date.parse(`${TODAY}T11:30:00Z`);
const LONG_AGO = Date.parse(`${addDays(TODAY, -900)}T00:00:00Z`);
const ZONES = { west: 'Etc/GMT+12', utc: 'UTC', east: 'Pacific/Kiritimati' };
const PUBLIC_URL = 'http://127.0.0.1:3000';
const BROWSER = { publicUrl: PUBLIC_URL, now: new Date(NOW) };

const inDays = (days: number) => addDays(TODAY, days);
const subscription = (days: number, application = 'call-recording') => ({
  ...{ application, capacity: 10, license: 'subscription' as const },
  ...{ startsOn: inDays(-800), endsOn: inDays(days) },
});
const cared = (days: number) => ({
  ...{ application: 'digital-fax', capacity: 8, license: 'perpetual' as const, startsOn: inDays(-800) },
  care: { level: 'gold' as const, endsOn: inDays(days) },
});

let world: World;
let keys: Record<'vendor' | 'seller' | 'other' | 'distributor' | 'customer', object>;
/** An order that lives in Temporal too, unlocked. */
const living = anOrder({
  customer: { id: 'living', name: 'Living Hotels', email: 'it@living.example', timeZone: 'UTC' },
  lines: [subscription(700), cared(701)],
  purchaseOrder: 'PO-4711',
});

/** Writes an order's rows alone: its id is its number and that of its customer. */
const deliver = (id: string, lines: PostedOrder['lines'], changes: Partial<PostedOrder> = {}) => {
  const customer = { id, name: `Customer ${id}`, email: 'it@customer.example', timeZone: 'UTC' };
  return deliverOrder(world.database.orm.em.fork(), postedOrder(id, { customer, lines, ...changes }), LONG_AGO);
};
const run = (sql: string) => world.database.orm.em.fork().execute(sql);
const unlock = (id: string) => run(`update deliveries set unlocked_at = now() where order_number = '${id}'`);

beforeAll(async () => {
  world = await openWorld({ clock: () => NOW, publicUrl: PUBLIC_URL });
  await world.deliver(living);
  expect((await world.call('POST', `/v1/orders/${living.number}/unlock`)).status).toBe(202);
  for (const [id, timeZone] of Object.entries(ZONES))
    await deliver(
      id,
      [-1, 0, 29, 30, 31].map((days) => subscription(days)),
      {
        customer: { id, name: `In the ${id}`, email: 'it@customer.example', timeZone },
      },
    );
  await deliver('mixed', [
    cared(45),
    subscription(45, 'voicemail'),
    cared(-300),
    subscription(-100),
    subscription(-200),
  ]);
  await deliver('locked', [subscription(10)]);
  await deliver('canceled', [subscription(10), subscription(11)]);
  await run(`update lines set canceled_at = now() where order_number = 'canceled' and id = '1'`);
  await run(`update orders set status = 'canceled' where number = 'canceled'`);
  await run(`update lines set delivery = delivery where order_number = 'canceled'`);
  for (const [id, kind] of [
    ['others-voice', 'reseller'],
    ['continental', 'distributor'],
    ['mixed', 'customer'],
  ])
    await run(
      `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
       values ('${id}', '${kind}', 'Named ${id}', 'a@a.example', 'UTC', 'en', now()) on conflict do nothing`,
    );
  const distributor = { id: 'continental', name: 'Continental', email: 'a@continental.example' };
  await deliver('beside', [subscription(20)], { distributor });
  const em = world.database.orm.em.fork();
  keys = {
    vendor: {},
    seller: await keyFor(em, 'northwind-voice'),
    other: await keyFor(em, 'others-voice'),
    distributor: await keyFor(em, 'continental'),
    customer: await keyFor(em, 'mixed'),
  };
});
afterAll(() => world.close());

/** The lines that somebody finds, each as its order and its place there. */
async function found(query: string, as: keyof typeof keys = 'seller'): Promise<string[]> {
  const { status, body } = await world.call('GET', `/v1/renewals?${query}`, undefined, keys[as]);
  expect(status).toBe(200);
  return body.items.map(({ order, line }: { order: string; line: string }) => `${order} ${line}`);
}

test('within 30 days is what ends from today to the 30th day on, as each customer counts its days', async () => {
  const days = (await found('ends=30&q=In+the')).toSorted();
  expect(days).toEqual(
    ['east 3', 'east 4', 'east 5', 'utc 2', 'utc 3', 'utc 4', 'west 1', 'west 2', 'west 3'].toSorted(),
  );
});

test('what has ended is what can still be renewed: a subscription for 180 days, care for ever, nothing of a canceled order', async () => {
  expect(await found('ends=expired')).toEqual(['mixed 3', 'mixed 4', 'east 1', 'utc 1', 'east 2']);
  expect(await found('customer=canceled')).toEqual([]);
});

test.each([
  ['ends=60&what=care', ['mixed 1']],
  ['ends=60&what=term&application=voicemail', ['mixed 2']],
  ['ends=90&customer=mixed', ['mixed 1', 'mixed 2']],
  [`endsFrom=${inDays(10)}&endsTo=${inDays(20)}`, ['locked 1', 'beside 1']],
  ['q=po-4711&what=term', [`${living.number} 1`]],
  ['ends=90&customer=mixed&intent=undecided', ['mixed 1', 'mixed 2']],
  ['ends=90&intent=renew', []],
])('%s finds what it says', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test('everybody finds their own: the vendor all, a distributor where it is named, a customer what is unlocked, a stranger nothing', async () => {
  const all = await found('ends=30', 'vendor');
  expect(all).toEqual(await found('ends=30'));
  expect(await found('ends=30', 'distributor')).toEqual(['beside 1']);
  expect(await found('', 'other')).toEqual([]);
  expect(await found('', 'customer')).toEqual([]);
  await unlock('mixed');
  expect(await found('ends=60', 'customer')).toEqual(['mixed 1', 'mixed 2']);
  const refused = await world.call('GET', '/v1/renewals?intent=renew', undefined, keys.customer);
  expect([refused.status, refused.body.mayBeDoneBy]).toEqual([403, ['vendor', 'seller']]);
});

test('totals are of all that is found, whatever the page, and pages together are the list', async () => {
  const whole = await found('ends=90');
  const pages: string[] = [];
  let cursor = '';
  do {
    const { body } = await world.call('GET', `/v1/renewals?ends=90&limit=4${cursor}`, undefined, keys.seller);
    expect(body.totals).toEqual([
      { application: 'call-recording', unit: 'channels', lines: 14, capacity: 140 },
      { application: 'digital-fax', unit: 'channels', lines: 1, capacity: 8 },
      { application: 'voicemail', unit: 'users', lines: 1, capacity: 10 },
    ]);
    pages.push(...body.items.map(({ order, line }: Record<string, string>) => `${order} ${line}`));
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor !== '');
  expect(pages).toEqual(whole);
});

test('a line says until when it can be renewed, in whose days, and what its order says', async () => {
  const { body } = await world.call('GET', '/v1/renewals?ends=expired&customer=east&limit=1', undefined, keys.seller);
  expect(body.items[0]).toMatchObject({
    ...{ order: 'east', line: '1', what: 'term', lastDay: inDays(-1), daysLeft: -2, timeZone: ZONES.east },
    ...{ customer: { id: 'east', name: 'east' }, seller: { id: 'northwind-voice', name: 'Northwind Voice' } },
    condition: { state: 'grace', severity: 'critical', until: inDays(14), daysLeft: 13, remedy: 'renew' },
    renewableUntil: new Date(Date.parse(`${inDays(179)}T10:00:00Z`)).toISOString(),
  });
});

describe('on the page', () => {
  const visit = async (account: string, role?: 'viewer') =>
    world.visitor(
      (await signInAs(world.database.orm.em.fork(), account, { ...BROWSER, ...(role && { role }) })).cookie,
    );
  const formIn = (body: string) => /name="request" value="([^"]+)"/.exec(body)![1]!;
  const statements = async (order: string) =>
    (await world.call('GET', `/v1/orders/${order}/events`)).body.items.filter(
      ({ type }: { type: string }) => type === 'intent-stated',
    ).length;

  test('what is meant is said for many lines at once, what is refused says so and stays chosen, and sending twice says nothing twice', async () => {
    const visitor = await visit('northwind-voice');
    const path = `/renewals?from=${inDays(10)}&to=${inDays(800)}`;
    const request = formIn((await visitor.get(path)).body);
    const form = { request, intent: 'renew', [`line:${living.number}:1`]: 'on', [`line:${living.number}:2`]: 'on' };
    // Whoever is not in Temporal cannot be told.
    const half = await visitor.post(path, { ...form, 'line:locked:1': 'on' });
    expect(half.status).toBe(409);
    expect(half.body).toMatch(/Saved for 2 of 3.*locked/s);
    expect(half.body).toMatch(/name="line:locked:1" checked=""/);
    expect(half.body).not.toMatch(new RegExp(`name="line:${living.number}:1" checked`));
    const all = await visitor.post(path, form);
    expect([all.status, all.location]).toEqual([
      303,
      expect.stringMatching(/^\/renewals\?from=.*&meant=renew&stated=2$/),
    ]);
    expect((await visitor.get(all.location!)).body).toContain('2 lines are to be renewed');
    expect(await statements(living.number)).toBe(2);
    expect(await found('intent=renew')).toEqual([`${living.number} 1`, `${living.number} 2`]);

    const none = await visitor.post(path, { request, intent: 'end' });
    expect([none.status, none.body]).toEqual([422, expect.stringContaining('Choose at least one line.')]);
    expect(none.body).toMatch(/<option value="end" selected="">/);
  });

  test('who may not say what is meant is offered nothing to choose, and is refused it line by line', async () => {
    const request = '0b0b3d46-6f5e-4b51-9d5a-0d3e0b0e6f3a';
    for (const [account, role] of [
      ['mixed'],
      ['northwind-voice', 'viewer'],
      ['continental'],
      ['others-voice'],
    ] as const) {
      const visitor = await visit(account, role);
      expect((await visitor.get('/renewals')).body).not.toContain('type="checkbox"');
      const answer = await visitor.post('/renewals', { request, intent: 'end', [`line:${living.number}:1`]: 'on' });
      expect([account, answer.status]).toEqual([account, 409]);
      expect(answer.body).toContain('By now somebody else decides about it.');
    }
    expect(await found('intent=end', 'vendor')).toEqual([]);
  });

  test('the download has what the page finds, in the language of the reader', async () => {
    const visitor = await visit('northwind-voice');
    visitor.cookies.set('language', 'it');
    const { headers, body } = await visitor.get('/renewals.csv?ends=60&customer=mixed');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [columns, ...rows] = body.trimEnd().split('\r\n');
    expect(columns).toMatch(/^\uFEFFUltimo giorno;Finisce;Stato;Rinnovabile fino al;Cliente;/);
    expect(rows.map((row) => row.split(';'))).toEqual([
      expect.arrayContaining(['Manutenzione', 'In scadenza', 'Digital Fax', 'canali', 'Da decidere']),
      expect.arrayContaining(['Durata', 'In scadenza', 'Voicemail', 'utenti']),
    ]);
  });
});

describe('a calendar', () => {
  /** Somebody of the seller, with what their calendar is called and reads. */
  async function owner(account = 'northwind-voice') {
    const { cookie, person } = await signInAs(world.database.orm.em.fork(), account, BROWSER);
    const visitor = world.visitor(cookie);
    const page = '/renewals/calendar';
    return {
      visitor,
      page,
      person,
      make: () => visitor.post(page),
      address: async () =>
        /value="http:\/\/127\.0\.0\.1:3000(\/calendar\/[\w-]{43}\.ics)"/.exec((await visitor.get(page)).body)?.[1],
    };
  }
  const read = async (path: string) => world.visitor().get(path);
  const eventOf = async (path: string, uid: string) =>
    (await read(path)).body.split('BEGIN:VEVENT').find((event) => event.includes(`UID:${uid}@127.0.0.1`));
  const dayOf = (day: string) => `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`;

  test('has the last day of each line as a whole day, which moves with a renewal and is canceled with the line', async () => {
    const { make, address } = await owner();
    await make();
    const path = (await address())!;
    const uid = `${living.number}.1`;
    const before = (await eventOf(path, uid))!;
    expect(before).toContain(dayOf(inDays(700)));
    expect(before).toContain('SUMMARY:Living Hotels: Call Recording ends');
    expect(before).toContain('STATUS:CONFIRMED');
    const sequence = (event: string) => Number(/SEQUENCE:(\d+)/.exec(event)![1]);
    const renewal = { reference: 'R-1', endsOn: inDays(1_000), lines: [{ line: '1' }] };
    expect((await world.call('POST', `/v1/orders/${living.number}/renewals`, renewal)).body).toEqual({ applied: true });
    const moved = (await eventOf(path, uid))!;
    expect(moved).toContain(dayOf(inDays(1_000)));
    expect(sequence(moved)).toBeGreaterThan(sequence(before));
    const cancellation = { reference: 'C-1', reason: 'Closed', lines: ['1'] };
    expect((await world.call('POST', `/v1/orders/${living.number}/cancellation`, cancellation)).status).toBe(202);
    const canceled = (await eventOf(path, uid))!;
    expect(canceled).toContain('STATUS:CANCELLED');
    expect(sequence(canceled)).toBeGreaterThan(sequence(moved));
    expect(await eventOf(path, `${living.number}.2`)).toContain('SUMMARY:Living Hotels: Care of Digital Fax ends');
  });

  test('that can’t hold all has what is to come before what is over, and that before what was canceled', async () => {
    const listed = async (limit: number) => {
      const days = { from: inDays(-300), today: TODAY, nowMs: NOW };
      const rows = await listLastDays(world.database.orm.em.fork(), { everything: true }, days, limit);
      return rows.map(({ order, lastDay }) => ({ order, isOver: lastDay < TODAY }));
    };
    const all = await listed(1_000);
    expect(all).toContainEqual({ order: 'canceled', isOver: false });
    const over = all.filter(({ isOver }) => isOver).length;
    const gone = all.filter(({ order }) => order === 'canceled' || order === living.number).length;
    expect(over).toBeGreaterThan(4);
    const ahead = await listed(all.length - over - gone);
    expect(ahead.filter(({ order, isOver }) => isOver || order === 'canceled')).toEqual([]);
    const most = await listed(all.length - gone);
    expect(most.some(({ order }) => order === 'canceled')).toBe(false);
    expect(most.some(({ isOver }) => isOver)).toBe(true);
  });

  test('is private: nobody finds it by guessing, nothing that is kept or logged tells it, and nothing on the way keeps it', async () => {
    const { make, address, person } = await owner();
    await make();
    const path = (await address())!;
    const { status, headers } = await read(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    const secret = path.slice('/calendar/'.length, -'.ics'.length);
    const forged = `/calendar/${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}.ics`;
    for (const other of [forged, '/calendar/x.ics', '/calendar/']) expect((await read(other)).status).toBe(404);
    const kept = await run(`select * from calendars where person_id = '${person}'`);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(world.logged()).not.toContain(secret);
    const paced = await Promise.all(Array.from({ length: 130 }, () => read(forged)));
    expect(paced.at(-1)!.status).toBe(429);
  });
});

describe('the address of a calendar', () => {
  test('is made once, replaced once however often it is sent, switched off, and gone with whoever leaves the account', async () => {
    const em = () => world.database.orm.em.fork();
    const { cookie, person } = await signInAs(em(), 'others-voice', BROWSER);
    const visitor = world.visitor(cookie);
    const page = '/renewals/calendar';
    const shown = async () => /\/calendar\/([\w-]{43})\.ics/.exec((await visitor.get(page)).body)?.[1] ?? null;
    const opens = (secret: string | null) =>
      world.services.calendars.open(secret!, `${Math.random()}`).then(
        () => true,
        () => false,
      );
    expect(await shown()).toBeNull();
    await visitor.post(page);
    const first = await shown();
    await visitor.post(page);
    expect([await shown(), await opens(first)]).toEqual([first, true]);
    const former = /name="former" value="([^"]+)"/.exec((await visitor.get(`${page}/replace`)).body)![1]!;
    await visitor.post(`${page}/replace`, { former });
    const second = await shown();
    await visitor.post(`${page}/replace`, { former });
    expect([await shown(), second === first, await opens(first), await opens(second)]).toEqual([
      second,
      false,
      false,
      true,
    ]);
    await visitor.post(`${page}/off`);
    expect([await shown(), await opens(second)]).toEqual([null, false]);
    await visitor.post(page);
    const third = await shown();
    expect([await opens(third), [first, second].includes(third)]).toEqual([true, false]);
    await em().execute('delete from memberships where person_id = ?', [person]);
    expect(await opens(third)).toBe(false);
  });
});
