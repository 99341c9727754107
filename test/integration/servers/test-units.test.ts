import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { subscription } from '../../conformance/world.ts';
import { startWorker, type Answer } from '../../support/api/api.ts';
import { signInAs } from '../../support/api/people.ts';
import { aMachine, createServers, type Machine } from '../../support/api/servers.ts';
import { openSite, type TestSite } from '../../support/portal/site.ts';

const VOICEMAIL = 'voicemail';
const FREE = 5;

let api: TestSite;
let worker: { stop: () => Promise<void> };

beforeAll(async () => {
  api = await openSite({});
  worker = await startWorker(api);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

const { aServer, assign, tokenOf, activate, checkIn, eventsOf, offlineRequest } = createServers(() => api, Date.now);

const add = async (customer: string, name: string, role = 'test') =>
  (await api.call('POST', `/v1/accounts/${customer}/servers`, { name, role })).body.id as string;
const change = (id: string, body: object): Promise<Answer> => api.call('PATCH', `/v1/servers/${id}`, body);
const testing = (id: string, ...testUnits: string[]) => change(id, { testUnits });
const takenBy = (server: string) => ({ code: 'TEST_UNITS_TAKEN', application: VOICEMAIL, server });

async function activated(id: string) {
  const machine = aMachine();
  expect((await activate(await tokenOf(id), machine)).status).toBe(201);
  return { id, machine };
}

/** The entitlements to voicemail in the document of a server. */
async function entitled({ id, machine }: { id: string; machine: Machine }) {
  const { status, body } = await checkIn(id, machine);
  expect(status).toBe(200);
  const { applications } = decodeJwt<{
    applications: { application: string; entitlements: { capacity: number; testUnits?: true }[] }[];
  }>(body);
  return applications.filter(({ application }) => application === VOICEMAIL).flatMap((one) => one.entitlements);
}
const unitsOf = async (server: { id: string; machine: Machine }) =>
  (await entitled(server)).map(({ capacity }) => capacity);

/** A customer that was sold voicemail, with two servers for tests. */
async function twoForTests() {
  const { id, customer } = await aServer();
  return { production: id, customer, one: await add(customer, 'One'), other: await add(customer, 'Other') };
}

describe('what is free for tests', () => {
  test('is used by a server to which nothing is assigned, beyond what was sold, without care and without services', async () => {
    const { customer, one } = await twoForTests();
    const { status, body } = await testing(one, VOICEMAIL);
    expect([status, body.testUnits, body.state]).toEqual([200, [VOICEMAIL], 'waiting']);
    const server = await activated(one);
    expect(await entitled(server)).toMatchObject([
      { order: 'TEST-UNITS', license: 'subscription', testUnits: true, capacity: FREE, endsOn: null, care: null },
    ]);
    expect(await eventsOf(one)).toEqual(['registered', 'test-units-changed', 'activated']);
    const { items } = (await api.call('GET', `/v1/accounts/${customer}/licenses`)).body as { items: object[] };
    expect(items.every((row) => (row as { assigned: number }).assigned === 0)).toBe(true);
  });

  test('is had by one server of a customer, of two that ask at once as well, and by one of each other customer', async () => {
    const { one, other } = await twoForTests();
    const answers = await Promise.all([testing(one, VOICEMAIL), testing(other, VOICEMAIL)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = answers[0].status === 200 ? [one, other] : [other, one];
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject(takenBy(winner));
    expect((await testing(loser, VOICEMAIL)).body).toMatchObject(takenBy(winner));
    expect(await unitsOf(await activated(winner))).toEqual([FREE]);
    const elsewhere = await twoForTests();
    expect((await testing(elsewhere.one, VOICEMAIL)).status).toBe(200);
  });

  test('goes to another server once the one that has it says so, is given another role, or is retired', async () => {
    const { one, other, customer } = await twoForTests();
    await testing(one, VOICEMAIL);
    const first = await activated(one);
    expect((await change(one, { name: 'Renamed' })).body.testUnits).toEqual([VOICEMAIL]);
    expect((await testing(other, VOICEMAIL)).body).toMatchObject(takenBy(one));

    expect((await testing(one)).body.testUnits).toEqual([]);
    expect((await testing(other, VOICEMAIL)).status).toBe(200);
    const second = await activated(other);
    expect([await unitsOf(first), await unitsOf(second)]).toEqual([[], [FREE]]);

    expect((await change(other, { role: 'production' })).body.testUnits).toEqual([]);
    expect((await change(other, { role: 'test' })).body.testUnits).toEqual([]);
    expect((await testing(one, VOICEMAIL)).status).toBe(200);
    expect([await unitsOf(first), await unitsOf(second)]).toEqual([[FREE], []]);

    expect((await api.call('DELETE', `/v1/servers/${one}`)).status).toBe(204);
    const again = await add(customer, 'Renamed');
    expect((await testing(again, VOICEMAIL)).status).toBe(200);
    expect((await testing(other, VOICEMAIL)).body).toMatchObject(takenBy(again));
  });

  test('gives what the claim says, though a server that waited too long for it was told so as well', async () => {
    const { one, other } = await twoForTests();
    await testing(one, VOICEMAIL);
    const late = await activated(one);
    // Its claim came to nothing within a minute, another server took it, and then its workflow was told after all.
    const em = api.deps.orm.em.fork();
    await em.execute('update test_units set server = ? where server = ?', [other, one]);
    expect(await unitsOf(late)).toEqual([]);
    expect((await api.call('GET', `/v1/servers/${one}`)).body.testUnits).toEqual([]);
  });

  test('is given up where it is refused, and a claim that was left behind counts no more after a minute', async () => {
    const { production, one, other } = await twoForTests();
    expect((await change(production, { role: 'production', testUnits: [VOICEMAIL] })).body.code).toBe('TEST_ROLE');
    expect((await testing(production, VOICEMAIL)).body.code).toBe('TEST_ROLE');
    expect((await testing(one, VOICEMAIL, 'digital-fax')).body).toMatchObject({
      code: 'INVALID_REQUEST',
      errors: [{ pointer: '/testUnits/1' }],
    });
    expect((await testing(one, VOICEMAIL)).status).toBe(200);
    await testing(one);
    // Whoever claimed it died before its server was told.
    const em = api.deps.orm.em.fork();
    const claim = (age: string) =>
      em.execute(
        `insert into test_units select customer_id, ?, id, clock_timestamp() - ?::interval from servers where id = ?
         on conflict (customer_id, application) do update set claimed_at = excluded.claimed_at`,
        [VOICEMAIL, age, one],
      );
    await claim('50 seconds');
    expect((await testing(other, VOICEMAIL)).body).toMatchObject(takenBy(one));
    await claim('61 seconds');
    expect((await testing(other, VOICEMAIL)).status).toBe(200);
  });

  test('is chosen on the page that changes a server, and stands on its page', async () => {
    const { customer, one, other } = await twoForTests();
    const visitor = api.visitor((await signInAs(api.deps.orm.em.fork(), customer)).cookie);
    const page = (id: string, more = '') => `/customers/${customer}/servers/${id}${more}`;
    expect((await visitor.get(page(one, '/change'))).body).toContain('name="testUnits-voicemail"');
    const form = { role: 'test', 'testUnits-voicemail': 'yes' };
    expect((await visitor.post(page(one, '/change'), { ...form, name: 'One' })).status).toBe(303);
    const shown = (await visitor.get(page(one))).body;
    for (const said of ['Free for tests', '5 users', 'What it uses free for tests was changed.'])
      expect(shown).toContain(said);
    const refused = await visitor.post(page(other, '/change'), { ...form, name: 'Other' });
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('Another server uses what is free')]);
    const forProduction = { ...form, role: 'production' };
    expect((await visitor.post(page(other, '/change'), { ...forProduction, name: 'Other' })).status).toBe(409);
    expect((await visitor.post(page(one, '/change'), { ...forProduction, name: 'One' })).status).toBe(303);
    expect((await visitor.get(page(one))).body).not.toContain('Free for tests');
  });

  test('stands beside what is assigned, and is had with a connection alone', async () => {
    const { customer } = await aServer([subscription(VOICEMAIL, 3)]);
    const id = await add(customer, 'Tests');
    expect((await assign(id, VOICEMAIL, 2)).status).toBe(200);
    await testing(id, VOICEMAIL);
    const server = await activated(id);
    expect((await unitsOf(server)).sort()).toEqual([2, FREE]);
    const request = await offlineRequest(await tokenOf(id), server.machine);
    const offline = await api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
    expect(offline.body.code).toBe('ONLINE_REQUIRED');
  });
});
