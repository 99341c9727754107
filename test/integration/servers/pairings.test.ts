import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { sweep } from '../../../db/queries/retention/sweep.ts';
import { createPairings } from '../../support/api/pairings.ts';
import { startWorker } from '../../support/api/api.ts';
import { aMachine, createServers, type Machine } from '../../support/api/servers.ts';
import { signInAs } from '../../support/api/people.ts';
import { openSite, type TestSite, type Visitor } from '../../support/portal/site.ts';

let site: TestSite;
let worker: { stop: () => Promise<void> };
let ahead = 0;
const now = () => Date.now() + ahead;
const pass = (seconds: number) => void (ahead += seconds * 1000);

beforeAll(async () => {
  site = await openSite({ clock: now });
  worker = await startWorker(site);
});
afterAll(async () => {
  await worker.stop();
  await site.close();
});

const { aServer, assign, tokenOf, activate, checkIn, eventsOf } = createServers(() => site, now);
const { begin, ask } = createPairings(() => site, now);

let networks = 0;

/** A machine that waits, from a network of its own. */
async function waiting(machine = aMachine()) {
  const { body } = await begin(machine, { from: `198.51.100.${(networks += 1)}` });
  return { machine, ...(body as { deviceCode: string; userCode: string }) };
}

/** A customer's server that has capacity, and an administrator of the customer, who has just proved that it is them. */
async function waitingServer() {
  const server = await aServer();
  await assign(server.id, 'digital-fax', 5);
  const em = site.deps.orm.em.fork();
  const { person, email, cookie } = await signInAs(em, server.customer);
  await em.execute('update sessions set proved_at = ? where person_id = ?', [new Date(now()), person]);
  return { ...server, person, email, visitor: site.visitor(cookie) };
}

/** Enters a code; where the machine's page is. */
const enter = async (visitor: Visitor, code: string) => {
  const answer = await visitor.post('/pair', { code });
  if (answer.location === undefined) throw new Error(answer.body.slice(-1500) + site.logged().slice(-1500));
  return answer.location;
};

const approve = (visitor: Visitor, page: string, server: string) => visitor.post(page, { server, onScreen: 'yes' });

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code ?? ''}`.trim();

test('a code that is entered makes the machine a server: it hears so as an activation, again for ten minutes, and checks in', async () => {
  const { id, customer, person, visitor } = await waitingServer();
  const { machine, deviceCode, userCode } = await waiting();
  expect(userCode).toMatch(/^[BCDFGHJKMNPQRSTVWXZ]{4}-[BCDFGHJKMNPQRSTVWXZ]{4}$/);
  expect(codeOf(await ask(deviceCode, machine))).toBe('428 PAIRING_PENDING');

  const page = await enter(visitor, ` “${userCode.toLowerCase().replace('-', '–')}”. `);
  const shown = (await visitor.get(page)).body;
  for (const said of ['pbx-1', '2026.Autumn.1', '198.51.100.', '127.0.0.1', 'another network'])
    expect(shown).toContain(said);
  expect(page).not.toContain(userCode);
  expect((await approve(visitor, page, id)).location).toBe(page);
  expect((await visitor.get(page)).body).toContain('fetches its licenses');

  const first = await ask(deviceCode, machine);
  expect([first.status, first.body.server]).toEqual([201, id]);
  expect(first.headers).toMatchObject({ etag: expect.any(String), 'check-in-number': expect.any(String) });
  expect(decodeJwt(first.body.license)).toMatchObject({ sub: id, customer });
  const again = await ask(deviceCode, machine);
  expect([again.status, again.body.server, again.headers.etag]).toEqual([201, id, first.headers.etag]);
  expect((await checkIn(id, machine, undefined, { chk: again.headers['check-in-number'] })).status).toBe(200);
  expect((await visitor.get(page)).body).toContain('The machine is connected');
  const { items } = (await site.call('GET', `/v1/servers/${id}/events`)).body;
  expect(items.at(-1)).toMatchObject({ type: 'activated', by: `person/${person}`, hostname: 'pbx-1' });
  expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated']);

  pass(590);
  expect((await ask(deviceCode, machine)).status).toBe(201);
  pass(20);
  expect(codeOf(await ask(deviceCode, machine))).toBe('410 PAIRING_EXPIRED');
  pass(86_400);
  await sweep(site.deps.orm.em.fork(), new Date(now()));
  expect(codeOf(await ask(deviceCode, machine))).toBe('404 PAIRING_UNKNOWN');
});

test('a machine that asks too fast waits, one that is refused hears it, and after ten minutes a code is over', async () => {
  const { id, visitor } = await waitingServer();
  const [hasty, refused] = [await waiting(), await waiting()];
  const pending = await ask(hasty.deviceCode, hasty.machine);
  expect([codeOf(pending), pending.headers['retry-after']]).toEqual(['428 PAIRING_PENDING', '5']);
  const tooFast = await ask(hasty.deviceCode, hasty.machine);
  expect([codeOf(tooFast), tooFast.headers['retry-after']]).toEqual(['429 TOO_MANY_REQUESTS', '5']);
  pass(5);
  expect(codeOf(await ask(hasty.deviceCode, hasty.machine))).toBe('428 PAIRING_PENDING');

  const page = await enter(visitor, refused.userCode);
  expect((await visitor.post(`${page}/refuse`)).location).toBe(page);
  expect((await visitor.get(page)).body).toContain('You refused this machine');
  expect(codeOf(await ask(refused.deviceCode, refused.machine))).toBe('403 PAIRING_REFUSED');
  await approve(visitor, page, id);
  expect(codeOf(await ask(refused.deviceCode, refused.machine))).toBe('403 PAIRING_REFUSED');

  const late = await enter(visitor, hasty.userCode);
  pass(600);
  expect(codeOf(await ask(hasty.deviceCode, hasty.machine))).toBe('410 PAIRING_EXPIRED');
  expect((await approve(visitor, late, id)).location).toBe(late);
  expect((await visitor.get(late)).body).toContain('This code is over');
  expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed']);
});

test('a server without capacity is refused on the page, and so is whoever does not see the code on a screen', async () => {
  const { id, visitor, customer } = await waitingServer();
  const empty = (await site.call('POST', `/v1/accounts/${customer}/servers`, { name: 'Empty', role: 'test' })).body.id;
  const { userCode, deviceCode, machine } = await waiting();
  const page = await enter(visitor, userCode);
  const refused = await approve(visitor, page, empty);
  expect([refused.status, refused.body.includes('role="alert"')]).toEqual([409, true]);
  expect((await visitor.post(page, { server: id })).status).toBe(422);
  const unchosen = await visitor.post(page, { onScreen: 'yes' });
  expect([unchosen.status, unchosen.body.includes('Choose a server')]).toEqual([422, true]);
  expect(codeOf(await ask(deviceCode, machine))).toBe('428 PAIRING_PENDING');
});

test('replacing an activated machine asks again and mails every administrator; the machine before hears that it was', async () => {
  const { id, visitor, email, customer, person } = await waitingServer();
  const other = await signInAs(site.deps.orm.em.fork(), customer);
  await signInAs(site.deps.orm.em.fork(), customer, { role: 'viewer' });
  const before = aMachine();
  await activate(await tokenOf(id), before);
  const { userCode, deviceCode, machine } = await waiting();
  const page = await enter(visitor, userCode);
  site.posted.length = 0;
  const asked = await approve(visitor, page, id);
  expect(asked.location).toBe(`${page}/replace?server=${id}`);
  expect((await visitor.get(asked.location!)).body).toContain('Replace the machine of');
  expect(codeOf(await ask(deviceCode, machine))).toBe('428 PAIRING_PENDING');
  expect(site.posted).toEqual([]);

  expect((await visitor.post(asked.location!)).location).toBe(page);
  await site.services.post.settled();
  expect(site.posted.map(({ to }) => to).sort()).toEqual([email, other.email, 'it@acme-hotels.example'].sort());
  expect(site.posted[0]!.subject).toBe('The server Main moves to another machine');
  expect((await checkIn(id, before)).status).toBe(200);
  expect((await ask(deviceCode, machine)).status).toBe(201);
  expect(codeOf(await checkIn(id, before))).toBe('410 TOKEN_ROTATED');
  await site.services.post.settled();
  // Said again once it was done, under the same keys, by which a provider knows a repeat.
  expect(new Set(site.posted.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
  const { items } = (await site.call('GET', `/v1/servers/${id}/events`)).body;
  expect(items.slice(-2)).toMatchObject([
    { type: 'rotated', by: `person/${person}` },
    { type: 'moved', by: `person/${person}` },
  ]);
});

/** Replaces the machine of a server by way of its pages. */
async function replaced(visitor: Visitor, id: string, machine: Machine) {
  const { userCode, deviceCode } = await waiting(machine);
  const page = await enter(visitor, userCode);
  await visitor.post((await approve(visitor, page, id)).location!);
  return { deviceCode, page };
}

test('whatever dies between approval and activation, the machine’s next call goes on, and everything happens once', async () => {
  const { id, visitor } = await waitingServer();
  await activate(await tokenOf(id), aMachine());
  const machine = aMachine();
  const { deviceCode } = await replaced(visitor, id, machine);
  await worker.stop();
  // The token’s rotation is under way when nobody answers any more, and is asked for again.
  expect(codeOf(await ask(deviceCode, machine))).toBe('503 OUTCOME_UNKNOWN');
  worker = await startWorker(site);
  const em = site.deps.orm.em.fork();
  expect((await ask(deviceCode, machine)).status).toBe(201);
  await em.execute('update pairings set token_version = null, activated_at = null where server = ?', [id]);
  expect((await ask(deviceCode, machine)).status).toBe(201);
  expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated', 'rotated', 'moved']);
}, 30_000);

test('a rule that refuses is told on the page before it is approved, and to the machine where it comes later', async () => {
  const { id, visitor } = await waitingServer();
  await activate(await tokenOf(id), aMachine());
  for (const _ of [1, 2, 3]) {
    const machine = aMachine();
    const { deviceCode } = await replaced(visitor, id, machine);
    expect((await ask(deviceCode, machine)).status).toBe(201);
  }
  const { userCode } = await waiting();
  const page = await enter(visitor, userCode);
  const fourth = await visitor.post(`${page}/replace?server=${id}`);
  expect([fourth.status, fourth.body.includes('changed its machine too often')]).toEqual([409, true]);

  const later = await waitingServer();
  const { deviceCode, machine, ...late } = await waiting();
  const latePage = await enter(later.visitor, late.userCode);
  await approve(later.visitor, latePage, later.id);
  await assign(later.id, 'digital-fax', 0);
  expect(codeOf(await ask(deviceCode, machine))).toBe('409 NOTHING_ASSIGNED');
  expect((await later.visitor.get(latePage)).body).toContain('could not be connected');
  await assign(later.id, 'digital-fax', 2);
  expect((await ask(deviceCode, machine)).status).toBe(201);
}, 30_000);

test('the same request again gets the same codes, and a version that is too old none', async () => {
  const machine = aMachine();
  const headers = { 'idempotency-key': 'pair-once' };
  const from = '198.51.100.250';
  const [first, again] = [await begin(machine, { headers, from }), await begin(machine, { headers, from })];
  expect([again.status, again.headers['idempotent-replayed']]).toEqual([201, 'true']);
  expect(again.body).toEqual({ ...first.body, expiresInSeconds: again.body.expiresInSeconds });
  const other = await begin(aMachine(), { headers, from });
  expect(other.body.userCode).not.toBe(first.body.userCode);
  expect(codeOf(await begin(machine, { from, version: '2019.Autumn.1' }))).toBe('422 VERSION_TOO_OLD');
});

test('a seller chooses the customer first, among those whose servers it manages', async () => {
  const { id, customer } = await waitingServer();
  const { cookie } = await signInAs(site.deps.orm.em.fork(), 'northwind-voice');
  const seller = site.visitor(cookie);
  const { userCode, deviceCode, machine } = await waiting();
  const page = await enter(seller, userCode);
  const customers = (await seller.get(`${page}?q=${customer}`)).body;
  expect(customers).toContain(`${page}?customer=${customer}`);
  expect((await seller.get(`${page}?customer=${customer}`)).body).toContain(`value="${id}"`);
  await seller.post(page, { server: id, onScreen: 'yes', customer });
  expect((await ask(deviceCode, machine)).status).toBe(201);
});
