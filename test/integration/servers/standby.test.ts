import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Answer } from '../../support/api/api.ts';
import { signInAs } from '../../support/api/people.ts';
import { aMachine, createServers, type Machine } from '../../support/api/servers.ts';
import { movingSite } from '../../support/portal/moving-site.ts';

const DAY_MS = 86_400_000;

const { site, clock, pass } = movingSite();
const { aServer, assign, tokenOf, activate, checkIn, eventsOf } = createServers(site, clock);

type Claims = {
  applications: { application: string; capacity: number; state: string; entitlements: Entitlement[] }[];
  services: string[];
  standby?: boolean;
  standbyFor?: string;
  standbyDaysLeft?: number;
  standbyUntil?: string;
  takenOverBy?: string;
};
type Entitlement = { capacity: number; suspended: boolean; standby?: true; leaseUntil: string };

/** Checks in and answers what the document says. */
async function ask(server: { id: string; machine: Machine }, act?: 'takeover' | 'standby', more: object = {}) {
  const { status, body } = await checkIn(server.id, server.machine, undefined, { ...(act && { act }), ...more });
  expect(status).toBe(200);
  return decodeJwt<Claims>(body);
}

/** How many units of digital fax a document lets run. */
const runs = ({ applications, standbyUntil }: Claims): number =>
  standbyUntil !== undefined && Date.parse(standbyUntil) <= clock()
    ? 0
    : applications
        .flatMap(({ entitlements }) => entitlements)
        .filter(({ suspended }) => !suspended)
        .reduce((sum, { capacity }) => sum + capacity, 0);

const add = (customer: string, body: object): Promise<Answer> =>
  site().call('POST', `/v1/accounts/${customer}/servers`, body);
const standbyOf = (served: string, name = 'Spare') => ({ name, role: 'redundancy', standbyFor: served });

async function activated(id: string, machine = aMachine()) {
  expect((await activate(await tokenOf(id), machine)).status).toBe(201);
  return { id, machine };
}

/** A server that runs five digital faxes, and its standby; both activated. */
async function aPair() {
  const { id, customer, order } = await aServer();
  await assign(id, 'digital-fax', 5);
  const served = await activated(id);
  const { status, body } = await add(customer, standbyOf(id));
  expect([status, body.standbyFor, body.state]).toEqual([201, id, 'waiting']);
  return { customer, order, served, standby: await activated(body.id as string) };
}

describe('a standby', () => {
  test('has a token of its own, consumes nothing, and lists what the other may run without running it', async () => {
    const { customer, served, standby } = await aPair();
    const { body } = await site().call('GET', `/v1/accounts/${customer}/licenses`);
    expect(body.items[0]).toMatchObject({ application: 'digital-fax', owned: 8, assigned: 5, free: 3 });
    const claims = await ask(standby);
    expect(claims).toMatchObject({ standby: true, standbyFor: served.id, standbyDaysLeft: 30, services: [] });
    expect(claims.applications).toMatchObject([
      { application: 'digital-fax', capacity: 5, entitlements: [{ capacity: 5, suspended: true, standby: true }] },
    ]);
    expect([runs(claims), runs(await ask(served))]).toEqual([0, 5]);
    expect(await ask(served)).not.toHaveProperty('takenOverBy');
    expect(await eventsOf(standby.id)).toEqual(['registered', 'standby-changed', 'activated']);
  });

  test('is chosen on the page that changes a server, and its takeovers stand on the pages of both', async () => {
    const { customer, served, standby } = await aPair();
    const visitor = site().visitor((await signInAs(site().deps.orm.em.fork(), customer)).cookie);
    const page = (id: string, more = '') => `/customers/${customer}/servers/${id}${more}`;
    await ask(standby, 'takeover');
    pass(0.5);
    await ask(served);
    const { body } = await visitor.get(page(served.id));
    for (const said of ['Spare has taken over', '30 days of takeovers are left', 'Both could run', '12 hours'])
      expect(body).toContain(said);
    expect((await visitor.get(page(standby.id))).body).toContain('Stands by for');
    for (const change of ['/change', '/rotate', '/replace', '/retire']) {
      const ofBoth = [standby, served].map(async ({ id }) => (await visitor.get(page(id, change))).body);
      const [own, other] = await Promise.all(ofBoth);
      expect([own, other].map((body) => body!.includes('it may run on where it is'))).toEqual([true, false]);
    }
    await ask(standby, 'standby');
    const form = { name: 'Spare', role: 'redundancy', standbyFor: '' };
    expect((await visitor.post(page(standby.id, '/change'), form)).status).toBe(303);
    expect((await site().call('GET', `/v1/servers/${standby.id}`)).body.standbyFor).toBeNull();
    expect((await visitor.post(page(standby.id, '/change'), { ...form, standbyFor: served.id })).status).toBe(303);
    expect((await site().call('GET', `/v1/servers/${standby.id}`)).body.standbyFor).toBe(served.id);
  });

  test('runs what the other was to run from its takeover on, which the other hears next, and both lives tell', async () => {
    const { served, standby } = await aPair();
    const over = await ask(standby, 'takeover');
    expect(over).toMatchObject({ standby: true, standbyDaysLeft: 30 });
    expect(over.services).not.toEqual([]);
    expect([runs(over), runs(await ask(served))]).toEqual([5, 0]);
    expect(await ask(served)).toMatchObject({ applications: [], services: [], takenOverBy: standby.id });
    expect((await site().call('GET', `/v1/servers/${served.id}`)).body.takenOverBy).toBe(standby.id);

    pass(10);
    // What says nothing changes nothing, and neither does the same word again.
    expect(runs(await ask(standby))).toBe(5);
    expect(await ask(standby, 'takeover')).toMatchObject({ standbyDaysLeft: 20 });
    expect(runs(await ask(standby, 'standby'))).toBe(0);
    expect(runs(await ask(served))).toBe(5);
    for (const { id } of [served, standby])
      expect((await eventsOf(id)).filter((type) => type.startsWith('takeover'))).toEqual([
        'takeover-started',
        'takeover-ended',
      ]);
    const { body } = await site().call('GET', `/v1/servers/${standby.id}/takeovers`);
    expect(body).toMatchObject({
      daysLeft: 20,
      items: [{ served: served.id, standby: standby.id, endedAt: expect.any(String), overlapSeconds: 0 }],
    });
  });

  test('runs for 30 days in any 365 and stops by itself then, whoever calls, and has days again as those grow old', async () => {
    const { served, standby } = await aPair();
    const { standbyUntil } = await ask(standby, 'takeover');
    pass(31);
    expect(Date.parse(standbyUntil!)).toBeLessThan(clock());
    expect(runs(await ask(served))).toBe(5);
    expect(await ask(standby, 'takeover')).toMatchObject({ standbyDaysLeft: 0 });
    expect(runs(await ask(standby, 'takeover'))).toBe(0);
    const ended = await site().call('GET', `/v1/servers/${served.id}/events`);
    expect(ended.body.items.at(-1)).toMatchObject({ type: 'takeover-ended', because: 'used-up', daysLeft: 0 });
    pass(340);
    expect(runs(await ask(standby, 'takeover'))).toBe(5);
  });

  test('counts since it runs, where it could not tell sooner, but not since before it was heard of', async () => {
    const { served, standby } = await aPair();
    await ask(standby);
    pass(3);
    const since = Math.floor((clock() - 2 * DAY_MS) / 1000);
    expect(await ask(standby, 'takeover', { since })).toMatchObject({ standbyDaysLeft: 28 });
    const { body } = await site().call('GET', `/v1/servers/${served.id}/takeovers`);
    // Up to now the other knows nothing, and both can run: that is counted and shown.
    expect(Math.round(body.items[0].overlapSeconds / 86_400)).toBe(2);
    const other = await aPair();
    await ask(other.standby);
    expect(await ask(other.standby, 'takeover', { since: 1 })).toMatchObject({ standbyDaysLeft: 30 });
    for (const odd of ['soon', null, {}, 1e300, -1]) await ask(other.standby, 'takeover', { since: odd });
  });

  test('has no more days by another standby, nor by a server that is registered anew', async () => {
    const { customer, served, standby } = await aPair();
    await ask(standby, 'takeover');
    pass(12);
    await ask(standby, 'standby');
    await site().call('DELETE', `/v1/servers/${standby.id}`);
    const another = await activated((await add(customer, standbyOf(served.id, 'Other spare'))).body.id as string);
    expect(await ask(another)).toMatchObject({ standbyDaysLeft: 18 });

    await assign(served.id, 'digital-fax', 0);
    expect((await site().call('DELETE', `/v1/servers/${served.id}`)).status).toBe(204);
    const anew = await add(customer, { name: 'Anew', role: 'production' });
    await assign(anew.body.id as string, 'digital-fax', 5);
    await activated(anew.body.id as string, served.machine);
    await site().call('PATCH', `/v1/servers/${another.id}`, { standbyFor: anew.body.id });
    expect(await ask(another)).toMatchObject({ standbyFor: anew.body.id, standbyDaysLeft: 18 });
  });

  test('that is retired while it runs gives the other its licenses back, and its last document counts to the end', async () => {
    const { served, standby } = await aPair();
    await ask(standby, 'takeover');
    await ask(served);
    pass(1);
    await site().call('DELETE', `/v1/servers/${standby.id}`);
    expect(runs(await ask(served))).toBe(5);
    const { body } = await site().call('GET', `/v1/servers/${served.id}/takeovers`);
    expect(body.daysLeft).toBe(0);
    expect(body.items[0].overlapSeconds / 86_400).toBeCloseTo(29, 1);
    expect((await eventsOf(served.id)).at(-1)).toBe('takeover-ended');
  });

  test('that goes on to another server while it runs takes over nothing of that, and the first never has to call', async () => {
    const { customer, served, standby } = await aPair();
    expect(runs(await ask(standby, 'takeover'))).toBe(5);
    expect((await ask(served)).takenOverBy).toBe(standby.id);
    await assign(served.id, 'digital-fax', 0);
    const added = await add(customer, { name: 'In its place', role: 'production' });
    await assign(added.body.id as string, 'digital-fax', 5);
    const next = await activated(added.body.id as string);
    expect((await site().call('DELETE', `/v1/servers/${served.id}`)).status).toBe(204);
    const changed = await site().call('PATCH', `/v1/servers/${standby.id}`, { standbyFor: next.id });
    expect([changed.status, changed.body.standbyFor]).toEqual([200, next.id]);
    expect([runs(await ask(standby)), runs(await ask(next))]).toEqual([0, 5]);
    // What it was given for the first counts until it would have stopped, so that nothing is left for the next.
    const again = await ask(standby, 'takeover');
    expect([again.standbyFor, again.standbyDaysLeft, runs(again), runs(await ask(next))]).toEqual([next.id, 0, 0, 5]);
    expect([runs(await ask(standby, 'standby')), runs(await ask(next))]).toEqual([0, 5]);
  });

  test('that goes on to another server does not take that over, though it says that it runs', async () => {
    const { customer, served, standby } = await aPair();
    await ask(standby, 'takeover');
    await ask(served);
    const other = await add(customer, { name: 'Another', role: 'production' });
    await assign(other.body.id as string, 'digital-fax', 3);
    const next = await activated(other.body.id as string);
    await site().call('PATCH', `/v1/servers/${standby.id}`, { standbyFor: next.id });
    expect(runs(await ask(standby, 'takeover'))).toBe(0);
    expect(runs(await ask(standby, 'takeover', { for: served.id }))).toBe(0);
    expect([runs(await ask(next)), runs(await ask(served))]).toEqual([3, 5]);
    expect(runs(await ask(standby, 'takeover', { for: next.id }))).toBe(3);
    expect(runs(await ask(next))).toBe(0);
  });

  test('has its days for itself, whatever machines of other customers call themselves', async () => {
    const { served, standby } = await aPair();
    const twin = await aPair();
    for (const [one, fingerprint] of [
      [served.id, 'twin-1'],
      [standby.id, 'twin-2'],
      [twin.served.id, 'twin-1'],
      [twin.standby.id, 'twin-2'],
    ] as const)
      await site().deps.orm.em.fork().execute('update servers set fingerprint = ? where id = ?', [fingerprint, one]);
    await ask(twin.standby, 'takeover');
    pass(20);
    await ask(twin.standby, 'standby');
    await assign(twin.served.id, 'digital-fax', 0);
    expect(await ask(standby)).toMatchObject({ standbyDaysLeft: 30 });
  });

  test('keeps its place though the same is asked for once more and refused', async () => {
    const { customer, served, standby } = await aPair();
    const again = { standbyFor: served.id, name: 'Taken' };
    await add(customer, { name: 'Taken', role: 'test' });
    // As while the first is not published yet.
    await site().deps.orm.em.fork().execute('update servers set standby_for = null where id = ?', [standby.id]);
    expect((await site().call('PATCH', `/v1/servers/${standby.id}`, again)).body.code).toBe('NAME_TAKEN');
    await site().deps.orm.em.fork().execute('update servers set standby_for = ? where id = ?', [served.id, standby.id]);
    expect(await ask(standby)).toMatchObject({ standbyDaysLeft: 30 });
    expect((await add(customer, standbyOf(served.id, 'B'))).body.code).toBe('STANDBY_TAKEN');
  });

  test('is one a server, of a server of the same customer that stands by for nobody, with the role redundancy', async () => {
    const { customer, served, standby } = await aPair();
    const stranger = await aServer();
    const refusals = [
      [standbyOf(served.id, 'B'), 'STANDBY_TAKEN'],
      [standbyOf(standby.id, 'C'), 'STANDBY_OF_STANDBY'],
      [standbyOf(stranger.id, 'D'), 'INVALID_REQUEST'],
      [{ name: 'E', role: 'test', standbyFor: served.id }, 'STANDBY_ROLE'],
    ] as const;
    for (const [body, code] of refusals) expect((await add(customer, body)).body.code).toBe(code);
    expect((await add(customer, { name: 'B', role: 'redundancy' })).status).toBe(201);
    expect((await assign(standby.id, 'digital-fax', 1)).body.code).toBe('STANDBY_HOLDS_NOTHING');
    const change = (id: string, body: object) => site().call('PATCH', `/v1/servers/${id}`, body);
    expect((await change(standby.id, { role: 'test' })).body.code).toBe('STANDBY_ROLE');
    expect((await change(served.id, { role: 'redundancy', standbyFor: standby.id })).body.code).toBe(
      'STANDBY_OF_STANDBY',
    );
    expect((await change(standby.id, { role: 'test', standbyFor: null })).body).toMatchObject({ standbyFor: null });
    expect(await ask(standby)).toMatchObject({ applications: [] });
    expect(await ask(standby)).not.toHaveProperty('standby');
  });

  test('of two that are to stand by for one server at once, one does', async () => {
    const { id, customer } = await aServer();
    await assign(id, 'digital-fax', 5);
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => add(customer, standbyOf(id, name))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});
