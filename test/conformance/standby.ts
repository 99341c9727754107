import { decodeJwt } from 'jose';
import { aMachine } from '../support/api/servers.ts';
import { heard, perpetual, running, said, subscription, type AppSuite, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

/** A server that runs five channels of fax and its standby, both with an AppSuite; each has checked in once. */
async function aPair(world: World, lines: object[] = [subscription(FAX, 8)]) {
  const { id, customer } = await world.holding(lines, { [FAX]: 5 });
  const served = world.appSuite();
  await served.activate(await world.tokenOf(id));
  const standbyId = await addStandby(world, customer, id);
  const standby = world.appSuite();
  await standby.activate(await world.tokenOf(standbyId));
  await standby.checkIn();
  return { id, customer, served, standby, standbyId };
}

async function addStandby(world: World, customer: string, standbyFor: string, name = 'Spare'): Promise<string> {
  const body = { name, role: 'redundancy', standbyFor };
  return (await world.api.call('POST', `/v1/accounts/${customer}/servers`, body)).body.id as string;
}

const now = async (suite: AppSuite) => running(await suite.status());
const asked = async (suite: AppSuite) => running(await suite.checkIn());
const taken = async (suite: AppSuite) => running((await suite.takeOver()).status);
const stopped = async (suite: AppSuite) => running((await suite.standBy()).status);
const daysLeft = async (suite: AppSuite) => `${(await suite.status()).standby?.daysLeft} days left`;

const takeovers = async (world: World, id: string) =>
  (await world.eventsOf(id)).filter((type) => type.startsWith('takeover')).join(', ');

/** What the document of a machine that speaks for itself says to a check-in with these claims. */
async function documentOf(world: World, id: string, claims: object) {
  const machine = aMachine();
  await world.activate(await world.tokenOf(id), machine);
  const { status, body } = await world.checkIn(id, machine, undefined, claims);
  return { status, claims: decodeJwt<Record<string, unknown>>(body) };
}

export const standby: Area = {
  title: 'Standby',
  cases: [
    {
      name: 'a standby before a takeover',
      run: async (world) => {
        const { served, standby: spare } = await aPair(world);
        return `${await now(spare)}; ${await daysLeft(spare)}; the server itself: ${await asked(served)}`;
      },
    },
    {
      name: 'its takeover, and the server’s next check-in',
      run: async (world) => {
        const { id, served, standby: spare, standbyId } = await aPair(world);
        const over = await taken(spare);
        const lives = [await takeovers(world, id), await takeovers(world, standbyId)];
        return `${over}; the server: ${await asked(served)}; journaled in both lives: ${lives.join('; ')}`;
      },
    },
    {
      name: 'it stands by again',
      run: async (world) => {
        const { id, served, standby: spare } = await aPair(world);
        await spare.takeOver();
        await served.checkIn();
        world.pass(2);
        const stops = await stopped(spare);
        const ended = `journaled: ${await takeovers(world, id)}`;
        return `${stops}; the server: ${await asked(served)}; ${await daysLeft(spare)}; ${ended}`;
      },
    },
    {
      name: 'the cloud is away: a takeover runs at once and is told at the next contact, counted since it began',
      run: async (world) => {
        const { served, standby: spare } = await aPair(world);
        world.reach(false);
        const { isTold, status } = await spare.takeOver();
        world.pass(3);
        const later = await now(spare);
        world.reach(true);
        await spare.checkIn();
        const told = isTold ? 'told' : 'not told';
        return `${told}, ${running(status)}; three days later ${later}; then ${await daysLeft(spare)}, the server: ${await asked(served)}`;
      },
    },
    {
      name: 'a takeover that was over before the cloud was reached',
      run: async (world) => {
        const { id, served, standby: spare } = await aPair(world);
        world.reach(false);
        await spare.takeOver();
        world.pass(1);
        const stops = await stopped(spare);
        world.reach(true);
        await spare.checkIn();
        return `${stops}; then journaled: ${await takeovers(world, id)}; ${await daysLeft(spare)}; the server: ${await asked(served)}`;
      },
    },
    {
      name: 'a takeover of 31 days without a word to the cloud',
      run: async (world) => {
        const { served, standby: spare } = await aPair(world, [perpetual(FAX, 8)]);
        await spare.takeOver();
        world.reach(false);
        world.pass(29.9);
        const before = await now(spare);
        world.pass(1.1);
        const after = await now(spare);
        world.reach(true);
        return `before the 30th day is over ${before}; then ${after}; the server: ${await asked(served)}; ${await asked(spare)}`;
      },
    },
    {
      name: 'what the vendor has suspended',
      run: async (world) => {
        const { id, customer } = await world.holding([subscription(FAX, 8)], { [FAX]: 5 });
        const spareId = await addStandby(world, customer, id);
        const spare = world.appSuite();
        await spare.activate(await world.tokenOf(spareId));
        const orders = await world.api.call('GET', `/v1/orders?customer=${customer}`);
        await world.api.call('PUT', `/v1/orders/${orders.body.items[0].number}/suspension`, { reason: 'unpaid' });
        return taken(spare);
      },
    },
    {
      name: 'more capacity for the server, while its standby runs',
      run: async (world) => {
        const { id, standby: spare } = await aPair(world);
        await spare.takeOver();
        await world.assign(id, FAX, 8);
        return asked(spare);
      },
    },
    {
      name: 'the standby is retired while it runs',
      run: async (world) => {
        const { served, standby: spare, standbyId } = await aPair(world);
        await spare.takeOver();
        await served.checkIn();
        await world.api.call('DELETE', `/v1/servers/${standbyId}`);
        return `its check-in: ${await heard(spare.checkIn())}; the server: ${await asked(served)}`;
      },
    },
    {
      name: 'a server that stands by for nobody says that it took over',
      run: async (world) => {
        const { id } = await world.holding([subscription(FAX, 8)], { [FAX]: 5 });
        const { status, claims } = await documentOf(world, id, { act: 'takeover' });
        const told = 'standby' in claims ? 'a standby’s document' : 'its own document, as ever';
        return `${status}, ${told}; journaled: ${(await takeovers(world, id)) || 'nothing'}`;
      },
    },
    {
      name: 'a check-in for something else (`act: wake-up`)',
      run: async (world) => {
        const { id } = await world.holding([subscription(FAX, 8)], { [FAX]: 5 });
        const machine = aMachine();
        await world.activate(await world.tokenOf(id), machine);
        return said(await world.checkIn(id, machine, undefined, { act: 'wake-up' }));
      },
    },
    {
      name: 'an AppSuite that does not know what a standby is',
      run: async (world) => {
        const { id, customer } = await world.holding([subscription(FAX, 8)], { [FAX]: 5 });
        const { claims } = await documentOf(world, await addStandby(world, customer, id), {});
        const applications = claims.applications as { entitlements: { suspended: boolean }[] }[];
        const suspended = applications.every(({ entitlements }) => entitlements.every((one) => one.suspended));
        return suspended ? 'everything is listed as suspended: it runs nothing' : 'it would run something';
      },
    },
    {
      name: 'capacity for a standby; a standby of a standby; a second standby; going offline',
      run: async (world) => {
        const { id, customer, standbyId } = await aPair(world);
        const add = (standbyFor: string, name: string) =>
          world.api.call('POST', `/v1/accounts/${customer}/servers`, { name, role: 'redundancy', standbyFor });
        const request = await world.offlineRequest(await world.tokenOf(standbyId), aMachine());
        const answers = [
          await world.assign(standbyId, FAX, 1),
          await add(standbyId, 'B'),
          await add(id, 'C'),
          await world.api.call('POST', `/v1/servers/${standbyId}/offline-activations`, { request }),
        ];
        return answers.map(said).join('; ');
      },
    },
  ],
};
