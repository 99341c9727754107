import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MOST_PENDING_OF_NETWORK, MOST_WRONG_CODES_A_MINUTE } from '../../domain/pairing.ts';
import { PAIRING_PACE, REPLACING_PACE } from '../../services/pace.ts';
import { createPairings } from '../support/api/pairings.ts';
import { signInAs } from '../support/api/people.ts';
import { aMachine, AUDIENCE, createServers } from '../support/api/servers.ts';
import { openWorld, type World } from '../support/api/world.ts';
import type { Visitor } from '../support/portal/site.ts';

/** What strangers can try who want a machine of theirs to become somebody's server, or somebody's machine to become theirs. */

let site: World;
let ahead = 0;
const now = () => Date.now() + ahead;
const pass = (seconds: number) => void (ahead += seconds * 1000);

beforeAll(async () => {
  site = await openWorld({ clock: now, publicUrl: AUDIENCE });
});
afterAll(() => site.close());

const { aServer, anActivatedServer, assign, signed, checkIn, eventsOf } = createServers(() => site, now);
const { begin, ask, asking } = createPairings(() => site, now);

let networks = 0;

async function aMachineThatWaits(changes: object = {}) {
  const machine = aMachine();
  const { body } = await begin(machine, { from: `198.51.100.${(networks += 1)}`, ...changes });
  return { machine, ...(body as { deviceCode: string; userCode: string }) };
}

/** Somebody who administrates a customer that has a server with capacity. */
async function anAdministrator() {
  const { id, customer } = await aServer();
  await assign(id, 'digital-fax', 5);
  const { cookie } = await signInAs(site.deps.orm.em.fork(), customer);
  return { id, customer, visitor: site.visitor(cookie) };
}

const enter = (visitor: Visitor, code: string) => visitor.post('/pair', { code });
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code ?? ''}`.trim();
const STAYS = ['registered', 'capacity-changed'];

describe('what a person who was entered as the owner of a code does not have to fear', () => {
  /** Each is tried against a machine whose code its administrator has entered; none of them changes anything. */
  const STRANGERS: [
    name: string,
    attack: (page: string, server: string, customer: string) => Promise<number>,
    answer: number,
  ][] = [
    ['reads the page of the machine', async (page) => (await (await anAdministrator()).visitor.get(page)).status, 404],
    [
      'approves it for a server of their own',
      async (page) => {
        const stranger = await anAdministrator();
        return (await stranger.visitor.post(page, { server: stranger.id, onScreen: 'yes' })).status;
      },
      404,
    ],
    ['refuses it', async (page) => (await (await anAdministrator()).visitor.post(`${page}/refuse`)).status, 404],
    [
      'of the same customer, who may only look, opens it',
      async (page, _server, customer) => {
        const { cookie } = await signInAs(site.deps.orm.em.fork(), customer, { role: 'viewer' });
        return (await site.visitor(cookie).get(page)).status;
      },
      403,
    ],
    [
      'is signed in nowhere, and is shown where to',
      async (page) => (await site.visitor().post(page, { onScreen: 'yes' })).status,
      200,
    ],
  ];

  test.each(STRANGERS)('a stranger who %s', async (_name, attack, answer) => {
    const { id, customer, visitor } = await anAdministrator();
    const { machine, deviceCode, userCode } = await aMachineThatWaits();
    const page = (await enter(visitor, userCode)).location!;
    expect(await attack(page, id, customer)).toBe(answer);
    expect(codeOf(await ask(deviceCode, machine))).toBe('428 PAIRING_PENDING');
    expect(await eventsOf(id)).toEqual(STAYS);
  });

  test('another site makes their browser approve: the form is refused, and opening addresses changes nothing', async () => {
    const { id, visitor } = await anAdministrator();
    const { machine, deviceCode, userCode } = await aMachineThatWaits();
    const page = (await enter(visitor, userCode)).location!;
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await visitor.post(page, { server: id, onScreen: 'yes' }, foreign)).status).toBe(403);
    for (const path of [`${page}?server=${id}&onScreen=yes`, `${page}/replace?server=${id}`, `${page}/refuse`])
      await visitor.get(path);
    expect(codeOf(await ask(deviceCode, machine))).toBe('428 PAIRING_PENDING');
  });
});

test('a person gives a machine no server of somebody else, be it activated or not', async () => {
  const [own, other, activated] = [await anAdministrator(), await anAdministrator(), await anActivatedServer()];
  const { userCode } = await aMachineThatWaits();
  const page = (await enter(own.visitor, userCode)).location!;
  for (const server of [other.id, activated.id, 'srv_nobody', '../x'])
    for (const [path, form] of [
      [page, { server, onScreen: 'yes' }],
      [`${page}/replace?server=${encodeURIComponent(server)}`, {}],
    ] as const)
      expect([server, path, (await own.visitor.post(path, form)).status]).toEqual([server, path, 404]);
  expect((await own.visitor.get(`${page}?customer=${other.customer}`)).body).not.toContain(other.id);
  expect((await checkIn(activated.id, activated.machine)).status).toBe(200);
  expect(await eventsOf(other.id)).toEqual(STAYS);
});

test('codes are guessed five times a minute by one person, of however many browsers at once, and others are not kept out', async () => {
  const [guesser, other] = [await anAdministrator(), await anAdministrator()];
  const { userCode } = await aMachineThatWaits();
  const guesses = await Promise.all(Array.from({ length: 12 }, () => enter(guesser.visitor, 'BBBB-BBBB')));
  const statuses = guesses.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(MOST_WRONG_CODES_A_MINUTE).fill(422), ...Array(7).fill(429)]);
  const right = await enter(guesser.visitor, userCode);
  expect([right.status, Number(right.headers['retry-after']) <= 60]).toEqual([429, true]);
  expect((await enter(other.visitor, userCode)).status).toBe(303);
  pass(61);
  expect((await enter(guesser.visitor, userCode)).status).toBe(303);
});

test('ten machines wait from one network and no more, however many ask at once; others wait beside them', async () => {
  const machine = aMachine();
  const from = '203.0.113.77';
  const answers = await Promise.all(Array.from({ length: 14 }, () => begin(machine, { from })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(MOST_PENDING_OF_NETWORK);
  const refused = answers.find(({ status }) => status === 429)!;
  expect([refused.body.code, Number(refused.headers['retry-after']) <= 600]).toEqual(['TOO_MANY_REQUESTS', true]);
  expect((await begin(machine, { from: '203.0.113.78' })).status).toBe(201);
  const six = (host: string) => begin(machine, { from: `2001:db8:77:${host}::1` });
  const wide = [];
  for (let asked = 0; asked < 11; asked += 1) wide.push((await six(asked.toString(16))).status);
  expect(wide).toEqual([...Array(10).fill(201), 429]);
  pass(601);
  expect((await begin(machine, { from })).status).toBe(201);
  // Whoever goes on is refused before the database is asked.
  const flood = await Promise.all(Array.from({ length: PAIRING_PACE.atOnce }, () => begin(machine, { from })));
  const soon = flood.filter(({ headers }) => Number(headers['retry-after']) <= 2);
  expect(soon.length).toBeGreaterThan(0);
});

test('whatever a stranger sends under keys of its own, of what is refused nothing is kept, and nothing fails', async () => {
  const kept = async () => {
    const [row] = await site.deps.orm.em.fork().execute<{ n: number }[]>('select count(*)::int as n from idempotency');
    return row!.n;
  };
  const before = await kept();
  const { publicKey } = aMachine();
  const machine = { fingerprint: 'f', version: 'x', publicKey };
  for (const [url, body] of [
    ['/v1/pairings', machine],
    ['/v1/pairings', { ...machine, publicKey: null }],
    ['/v1/pairings/token', { token: 'AAAAA' }],
    ['/v1/pairings/token', { token: 5 }],
    ['/v1/pairings/token', { publicKey: null }],
    ['/v1/service-tokens', { token: 'AAAAA', audience: 'x' }],
  ] as const)
    for (let sent = 0; sent < 3; sent += 1) {
      const headers = { authorization: '', 'idempotency-key': `k${sent}`, 'x-forwarded-for': '198.51.100.250' };
      const { status } = await site.call('POST', url, body, headers);
      expect([url, body, status >= 400 && status < 500]).toEqual([url, body, true]);
    }
  expect(await kept()).toBe(before);
});

test('machines are replaced in a loop: a customer’s administrators are mailed so often and no more', async () => {
  const { id, customer } = await anActivatedServer();
  const visitor = site.visitor((await signInAs(site.deps.orm.em.fork(), customer)).cookie);
  const statuses: number[] = [];
  for (let turn = 0; turn <= REPLACING_PACE.atOnce; turn += 1) {
    const { userCode } = await aMachineThatWaits();
    const page = (await enter(visitor, userCode)).location!;
    statuses.push((await visitor.post(`${page}/replace?server=${id}`)).status);
  }
  expect(statuses).toEqual([...Array<number>(REPLACING_PACE.atOnce).fill(303), 429]);
});

test('what overheard a device code, or signs with another key, gets nothing of the pairing', async () => {
  const { id, visitor } = await anAdministrator();
  const { machine, deviceCode, userCode } = await aMachineThatWaits();
  const page = (await enter(visitor, userCode)).location!;
  await visitor.post(page, { server: id, onScreen: 'yes' });
  const iat = Math.floor(now() / 1000);
  const tries: [string, Promise<{ status: number; body: { code?: string } }>][] = [
    ['401 CHECK_IN_NOT_AUTHENTIC', ask(deviceCode, aMachine())],
    ['401 CHECK_IN_NOT_AUTHENTIC', ask(deviceCode, machine, { aud: 'https://elsewhere.example' })],
    ['401 CHECK_IN_NOT_AUTHENTIC', ask(deviceCode, machine, { iat: iat - 700, exp: iat - 650 })],
    ['401 CHECK_IN_NOT_AUTHENTIC', ask(deviceCode, machine, { exp: iat + 3_600 })],
    ['401 CHECK_IN_NOT_AUTHENTIC', ask(deviceCode, machine, { act: 'leave' })],
    ['401 CHECK_IN_NOT_AUTHENTIC', ask(deviceCode, machine, {}, { typ: 'offline-request+jwt' })],
    ['404 PAIRING_UNKNOWN', ask(`${deviceCode}A`, machine)],
    ['404 PAIRING_UNKNOWN', ask(userCode, machine)],
    ['401 CHECK_IN_NOT_AUTHENTIC', site.call('POST', '/v1/pairings/token', undefined, { authorization: '' })],
  ];
  for (const [expected, answer] of tries) expect(codeOf(await answer)).toBe(expected);
  expect(await eventsOf(id)).toEqual(STAYS);
  expect((await ask(deviceCode, machine)).status).toBe(201);
  // What asked for a pairing is no check-in, and a check-in asks for no pairing.
  const asked = `Bearer ${await asking(deviceCode, machine)}`;
  const checked = `Bearer ${await signed(id, machine)}`;
  expect((await site.call('POST', '/v1/pairings/token', undefined, { authorization: checked })).status).toBe(401);
  expect((await site.call('GET', '/v1/license', undefined, { authorization: asked })).status).toBe(401);
});

test('what a machine says of itself is shown as text, and nothing that is stored or logged has a code', async () => {
  const { visitor } = await anAdministrator();
  const hostname = '"><script>alert(1)</script><a href="https://evil.example">Main';
  const { userCode, deviceCode } = await aMachineThatWaits({ hostname });
  const page = (await enter(visitor, userCode)).location!;
  const { body } = await visitor.get(page);
  expect(body).not.toContain('<script>alert');
  expect(body).not.toContain('href="https://evil');
  const stored = JSON.stringify(await site.deps.orm.em.fork().execute('select * from pairings'));
  for (const code of [userCode, userCode.replace('-', ''), deviceCode]) {
    expect(stored).not.toContain(code);
    expect(site.logged()).not.toContain(code);
  }
});
