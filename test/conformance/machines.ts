import { cp } from 'node:fs/promises';
import { heard, perpetual, running, said, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

/** An AppSuite that is activated on a machine of this fingerprint. */
async function activatedOn(world: World, fingerprint: string) {
  const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  const token = await world.tokenOf(id);
  const suite = world.appSuite(fingerprint);
  await suite.activate(token);
  return { id, token, suite };
}

const lastEvent = async (world: World, id: string) => `journaled as \`${(await world.eventsOf(id)).at(-1)}\``;

const alarms = async (world: World, id: string) =>
  (await world.eventsOf(id)).some((type) => type.endsWith('-suspected')) ? 'an alarm' : 'no alarm';

export const machines: Area = {
  title: 'The machine',
  cases: [
    {
      name: 'its folder is lost, or its disk: installed again with the same token',
      run: async (world) => {
        const { id, token, suite } = await activatedOn(world, 'rack-1');
        const again = world.appSuite('rack-1');
        const status = running(await again.activate(token));
        return `${status}, ${await lastEvent(world, id)}; a copy of the old folder: ${await heard(suite.checkIn())}`;
      },
    },
    {
      name: 'its folder is moved to another place, or to another disk',
      run: async (world) => {
        const { id, suite } = await activatedOn(world, 'rack-2');
        const moved = world.appSuite('rack-2');
        await cp(suite.dir, moved.dir, { recursive: true });
        const answers = [await heard(moved.checkIn()), await heard(moved.checkIn())];
        return `check-ins: ${answers.join(', ')}; ${await alarms(world, id)}`;
      },
    },
    {
      name: 'its disk is put into another machine, which activates with the same token',
      run: async (world) => {
        const { id, token, suite } = await activatedOn(world, 'rack-3');
        const other = world.appSuite('rack-4');
        await cp(suite.dir, other.dir, { recursive: true });
        const check = await heard(other.checkIn());
        return `check-in: ${check}; activating: ${await heard(other.activate(token))}, ${await lastEvent(world, id)}`;
      },
    },
    {
      name: 'two AppSuites on one machine, a folder and a token each',
      run: async (world) => {
        const first = await activatedOn(world, 'rack-5');
        const second = await activatedOn(world, 'rack-5');
        const answers = [await heard(first.suite.checkIn()), await heard(second.suite.checkIn())];
        return `check-ins: ${answers.join(', ')}; ${await alarms(world, first.id)}`;
      },
    },
    {
      name: 'an image, or a container without its folder, that activates with one token and one fingerprint again and again',
      run: async (world) => {
        const { id, token } = await activatedOn(world, 'image');
        const answers = [];
        for (let times = 0; times < 11; times++) answers.push(await heard(world.appSuite('image').activate(token)));
        const taken = answers.filter((answer) => answer === 'answered').length;
        const refusal = `${answers.at(-1)}, ${await lastEvent(world, id)}`;
        const { body } = await world.api.call('POST', `/v1/servers/${id}/token/rotations`);
        const after = await heard(world.appSuite('image').activate(body.token));
        return `${taken} times answered, then ${refusal}; after the vendor has rotated the token: ${after}`;
      },
    },
    {
      name: 'its folder is lost while it is offline',
      run: async (world) => {
        const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
        const token = await world.tokenOf(id);
        const hand = async (request: string) =>
          world.api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
        const lost = world.appSuite('rack-6');
        const old = await hand(await lost.offlineRequest(token));
        world.pass(1);
        const again = world.appSuite('rack-6');
        const { body } = await hand(await again.offlineRequest(token));
        const status = running(await again.offlineInstall(body.response));
        await lost.offlineInstall(old.body.response);
        const giveBack = async (proof: string) =>
          said(await world.api.call('POST', `/v1/servers/${id}/offline-returns`, { proof }));
        const answers = [await giveBack(await lost.offlineReturn()), await giveBack(await again.offlineReturn())];
        return `a new request: ${status}; a return by the old folder: ${answers[0]}, by the new one: ${answers[1]}`;
      },
    },
    {
      name: 'a response of another machine',
      run: async (world) => {
        const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
        const request = await world.appSuite('rack-7').offlineRequest(await world.tokenOf(id));
        const { body } = await world.api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
        const other = world.appSuite('rack-8');
        await other.offlineRequest(await world.tokenOf(id));
        return heard(other.offlineInstall(body.response));
      },
    },
  ],
};
