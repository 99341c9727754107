import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { aMachine, createServers, type Machine } from '../../support/api/servers.ts';
import { readServer } from '../../../db/queries/servers/servers.ts';
import { createTakeovers } from '../../../services/check-ins/takeovers.ts';
import { movingSite } from '../../support/portal/moving-site.ts';

const DAY_MS = 86_400_000;

const { site, clock, pass } = movingSite();
const { aServer, assign, tokenOf, activate, checkIn, signed, eventsOf } = createServers(site, clock);

type Claims = {
  applications: { entitlements: { capacity: number; suspended: boolean; standby?: true }[] }[];
  standbyDaysLeft?: number;
};

/** A server on a machine that keeps the number of its last answer. */
type Running = { id: string; machine: Machine; number?: string };

/** Activates and answers the server on that machine. */
async function activated(id: string, machine = aMachine()): Promise<Running> {
  const { status, headers } = await activate(await tokenOf(id), machine);
  expect(status).toBe(201);
  return { id, machine, number: headers['check-in-number'] as string };
}

/** Checks in as an AppSuite does, with the number of its last answer: how many units its document lets run, and the days that it says. */
async function ask(one: Running, act?: 'takeover' | 'standby', sinceMs = clock()) {
  const since = act === 'takeover' ? { since: Math.floor(sinceMs / 1000) } : {};
  const claims = { chk: one.number, ...(act && { act }), ...since };
  const { status, body, headers } = await checkIn(one.id, one.machine, undefined, claims);
  expect(status).toBe(200);
  one.number = headers['check-in-number'] as string;
  const { applications, standbyDaysLeft } = decodeJwt<Claims>(body);
  const all = applications.flatMap(({ entitlements }) => entitlements);
  const units = (of: typeof all) => of.reduce((sum, { capacity }) => sum + capacity, 0);
  return {
    runs: units(all.filter(({ suspended }) => !suspended)),
    marked: units(all.filter(({ standby }) => standby)),
    daysLeft: standbyDaysLeft,
  };
}

const runsOn = async (one: Running) => (await ask(one)).runs;

/** A server that runs five digital faxes, and its standby; both activated. */
async function aPair() {
  const { id, customer } = await aServer();
  await assign(id, 'digital-fax', 5);
  const served = await activated(id);
  const standby = await aStandby(customer, id, 'Spare');
  return { customer, served, standby };
}

async function anotherServer(customer: string): Promise<{ id: string }> {
  const { body } = await site().call('POST', `/v1/accounts/${customer}/servers`, {
    name: 'Another',
    role: 'production',
  });
  return body as { id: string };
}

const execute = (sql: string, values: unknown[] = []) => site().deps.orm.em.fork().execute(sql, values);

async function aStandby(customer: string, standbyFor: string, name: string, machine?: Machine): Promise<Running> {
  const about = { name, role: 'redundancy', standbyFor };
  const { body } = await site().call('POST', `/v1/accounts/${customer}/servers`, about);
  return activated(body.id as string, machine);
}

const rotate = (id: string) => site().call('POST', `/v1/servers/${id}/token/rotations`);
const retire = (id: string) => site().call('DELETE', `/v1/servers/${id}`);
const takeoversOf = async (id: string) => (await site().call('GET', `/v1/servers/${id}/takeovers`)).body;
const overlapDays = async (id: string) => (await takeoversOf(id)).items[0].overlapSeconds / 86_400;

async function leave({ id, machine }: Running): Promise<void> {
  const authorization = `Bearer ${await signed(id, machine, { act: 'leave' })}`;
  expect((await site().call('DELETE', '/v1/activations/current', undefined, { authorization })).status).toBe(204);
}

describe('a standby that runs', () => {
  test('and is activated on another machine may run on where it was: that is counted and shown, and the new one runs nothing', async () => {
    const { served, standby } = await aPair();
    await ask(standby, 'takeover');
    expect(await runsOn(served)).toBe(0);
    pass(1);
    await rotate(standby.id);
    const moved = await activated(standby.id);
    expect(await ask(moved, 'standby')).toEqual({ runs: 0, marked: 0, daysLeft: 0 });
    expect(await ask(moved, 'takeover')).toEqual({ runs: 0, marked: 0, daysLeft: 0 });
    expect(await runsOn(served)).toBe(5);
    expect(await overlapDays(served.id)).toBeCloseTo(29, 1);
    expect((await eventsOf(served.id)).slice(-2)).toEqual(['takeover-started', 'takeover-ended']);
  });

  test('and is installed anew on its machine has stopped there, or goes on', async () => {
    const { served, standby } = await aPair();
    await ask(standby, 'takeover');
    pass(1);
    const anew = await activated(standby.id, aMachine(standby.machine.fingerprint));
    expect((await ask(anew, 'takeover')).runs).toBe(5);
    expect(await ask(anew, 'standby')).toEqual({ runs: 0, marked: 5, daysLeft: 29 });
    expect(await runsOn(served)).toBe(5);
  });

  test('and leaves has stopped, wherever it is activated next', async () => {
    for (const isActivatedAgain of [false, true]) {
      const { served, standby } = await aPair();
      await ask(standby, 'takeover');
      expect(await runsOn(served)).toBe(0);
      pass(1);
      await leave(standby);
      if (isActivatedAgain) expect(await ask(await activated(standby.id))).toMatchObject({ marked: 5, daysLeft: 29 });
      expect(await runsOn(served)).toBe(5);
      expect(await takeoversOf(served.id)).toMatchObject({ daysLeft: 29, items: [{ overlapSeconds: 0 }] });
    }
  });

  test('and is made a server of its own counts until it shows that it has the document which says so', async () => {
    const { customer, served, standby } = await aPair();
    await ask(standby, 'takeover');
    expect(await runsOn(served)).toBe(0);
    pass(1);
    await assign(served.id, 'digital-fax', 2);
    await site().call('PATCH', `/v1/servers/${standby.id}`, { standbyFor: null });
    await assign(standby.id, 'digital-fax', 3);
    expect(await runsOn(served)).toBe(2);
    expect((await takeoversOf(served.id)).daysLeft).toBe(0);
    expect(await overlapDays(served.id)).toBeCloseTo(29, 1);
    const answered = await ask(standby);
    expect(answered.runs).toBe(3);
    // An answer that does not arrive proves nothing.
    expect((await ask({ ...standby, number: undefined })).runs).toBe(3);
    expect(await overlapDays(served.id)).toBeCloseTo(29, 1);
    await ask(standby);
    await ask(standby);
    expect(await overlapDays(served.id)).toBeCloseTo(0, 1);
    // As a minute later: until then what the former standby was told may come.
    await site().deps.orm.em.fork().execute(`update standbys set claimed_at = claimed_at - interval '2 minutes'`);
    const next = await aStandby(customer, served.id, 'Next');
    expect(await ask(next)).toMatchObject({ marked: 2, daysLeft: 29 });
    const events = (await eventsOf(served.id)).filter((type) => type.startsWith('takeover'));
    expect(events).toEqual(['takeover-started', 'takeover-ended', 'takeover-ended']);
  });

  test('for a server that is retired runs nothing from its next call on, and no takeover lasts for more than 30 days', async () => {
    const { customer, served, standby } = await aPair();
    await ask(standby, 'takeover');
    pass(2);
    await assign(served.id, 'digital-fax', 0);
    await retire(served.id);
    await retire(standby.id);
    pass(100);
    const [takeover] = (await takeoversOf(served.id)).items;
    expect(Date.parse(takeover.endedAt) - Date.parse(takeover.startedAt)).toBeCloseTo(30 * DAY_MS, -4);
    const added = await site().call('POST', `/v1/accounts/${customer}/servers`, { name: 'Anew', role: 'production' });
    await assign(added.body.id as string, 'digital-fax', 5);
    const anew = await activated(added.body.id as string, served.machine);
    const spare = await aStandby(customer, anew.id, 'Spare of it', standby.machine);
    expect((await ask(spare)).daysLeft).toBe(0);
    pass(300);
    expect((await ask(spare)).daysLeft).toBe(30);

    const other = await aPair();
    await ask(other.standby, 'takeover');
    await assign(other.served.id, 'digital-fax', 0);
    await retire(other.served.id);
    expect(await ask(other.standby, 'takeover')).toEqual({ runs: 0, marked: 0, daysLeft: 0 });
    expect((await eventsOf(other.served.id)).at(-1)).toBe('takeover-ended');
    await ask(other.standby, 'standby');
    expect(await overlapDays(other.served.id)).toBeCloseTo(0, 1);
  });

  test('is used where it runs, and nowhere else', async () => {
    const { customer, served, standby } = await aPair();
    const used = async () => {
      const { body } = await site().call('GET', `/v1/accounts/${customer}/licenses`);
      return body.items[0].used as number | null;
    };
    const say = (one: Running, more: object) => checkIn(one.id, one.machine, undefined, { chk: one.number, ...more });
    await say(served, { use: { 'digital-fax': 4 } });
    expect(await used()).toBe(4);
    await say(standby, { act: 'takeover', use: { 'digital-fax': 5 } });
    expect(await used()).toBe(5);
    await ask(standby, 'standby');
    expect(await used()).toBe(4);
  });
});

describe('a standby that was released', () => {
  test('and leaves after that has stopped, and so has one that left before it was given to another server', async () => {
    const { customer, served, standby } = await aPair();
    await ask(standby, 'takeover');
    pass(1);
    await site().call('PATCH', `/v1/servers/${standby.id}`, { standbyFor: null });
    await assign(standby.id, 'digital-fax', 1);
    expect(await runsOn(served)).toBe(5);
    expect((await takeoversOf(served.id)).daysLeft).toBe(0);
    await leave(standby);
    expect((await takeoversOf(served.id)).daysLeft).toBe(29);

    const other = await aPair();
    await ask(other.standby, 'takeover');
    pass(1);
    await leave(other.standby);
    const added = await site().call('POST', `/v1/accounts/${other.customer}/servers`, {
      name: 'B',
      role: 'production',
    });
    await site().call('PATCH', `/v1/servers/${other.standby.id}`, { standbyFor: added.body.id });
    await ask(await activated(other.standby.id));
    expect((await takeoversOf(other.served.id)).items).toMatchObject([{ endedAt: expect.any(String) }]);
    expect((await takeoversOf(other.served.id)).daysLeft).toBe(29);
    expect(customer).not.toBe(other.customer);
  });

  test('and goes on, as its leaving was cut off after the cloud had heard of it, is counted since then', async () => {
    const { served, standby } = await aPair();
    const since = clock();
    await ask(standby, 'takeover', since);
    const { deps } = site();
    const record = await readServer(deps.orm.em.fork(), standby.id);
    await createTakeovers(deps).leave(record!, clock());
    expect(await runsOn(served)).toBe(5);
    pass(1);
    expect(await ask(standby, 'takeover', since)).toMatchObject({ runs: 5, daysLeft: 29 });
    expect(await runsOn(served)).toBe(0);
    expect(await overlapDays(served.id)).toBeCloseTo(1, 1);
  });

  test('proves that it stopped once, with the days that are left then', async () => {
    const { served, standby } = await aPair();
    for (const daysLeft of [29, 28]) {
      await ask(standby, 'takeover');
      pass(1);
      await site().call('PATCH', `/v1/servers/${standby.id}`, { standbyFor: null });
      await runsOn(served);
      for (let times = 0; times < 3; times += 1) await ask(standby);
      const { body } = await site().call('GET', `/v1/servers/${served.id}/events`);
      expect(body.items.at(-1)).toMatchObject({ type: 'takeover-ended', because: 'standby', daysLeft });
      await site().call('PATCH', `/v1/servers/${standby.id}`, { standbyFor: served.id });
      await ask(standby);
    }
  });

  test('ends nothing that another one runs', async () => {
    const { customer, served, standby } = await aPair();
    const other = await aStandby(customer, (await anotherServer(customer)).id, 'Of another');
    // As when both were told to stand by for it while nothing was projected.
    await execute('update servers set standby_for = ? where id = ?', [served.id, other.id]);
    expect((await ask(standby, 'takeover')).runs).toBe(5);
    expect((await ask(other, 'standby')).runs).toBe(0);
    expect((await ask(standby)).runs).toBe(5);
  });
});

describe('a takeover that is over', () => {
  test('is not begun anew by a restored folder that says it again, which hears so, and another one is', async () => {
    const { served, standby } = await aPair();
    const since = clock();
    await ask(standby, 'takeover', since);
    const restored = { ...standby };
    pass(2);
    await ask(standby, 'standby');
    expect(await runsOn(served)).toBe(5);
    pass(60);
    // It was heard of an hour ago, and may have run since.
    await ask(standby);
    pass(1 / 24);
    expect(await ask(restored, 'takeover', since)).toEqual({ runs: 0, marked: 0, daysLeft: 0 });
    expect(await runsOn(served)).toBe(5);
    expect(await ask(restored, 'standby')).toEqual({ runs: 0, marked: 5, daysLeft: 28 });
    expect((await takeoversOf(served.id)).items).toHaveLength(2);
    expect(await overlapDays(served.id)).toBeCloseTo(1 / 24, 2);
    expect((await ask(restored, 'takeover')).runs).toBe(5);
    expect(await runsOn(served)).toBe(0);
  });

  test('of another server on the same machines takes no days twice', async () => {
    const one = await aPair();
    const { id } = (
      await site().call('POST', `/v1/accounts/${one.customer}/servers`, { name: 'Two', role: 'production' })
    ).body as { id: string };
    await assign(id, 'digital-fax', 3);
    const two = await activated(id, aMachine(one.served.machine.fingerprint));
    const spare = await aStandby(one.customer, id, 'Spare of two', aMachine(one.standby.machine.fingerprint));
    for (const standby of [one.standby, spare]) await ask(standby, 'takeover');
    pass(15);
    for (const standby of [one.standby, spare]) await ask(standby, 'standby');
    await assign(one.served.id, 'digital-fax', 0);
    await retire(one.served.id);
    expect(await ask(spare)).toMatchObject({ marked: 3, daysLeft: 15 });
    expect(await runsOn(two)).toBe(3);
  });
});
