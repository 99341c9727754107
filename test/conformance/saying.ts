import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Status } from '../../agent/status/status.ts';
import { heard, perpetual, said, type Area, type World } from './world.ts';

const FAX = perpetual('digital-fax', 8);

/** What is known of a server by what it said: its version, and units in use of those of fax that it has. */
async function known(world: World, id: string): Promise<string> {
  const { body } = await world.api.call('GET', `/v1/servers/${id}`);
  const { version, assignments } = body as {
    version: string;
    assignments: { capacity: number; used: number | null }[];
  };
  const [{ capacity, used }] = assignments as [(typeof assignments)[number]];
  return `${version}, ${used === null ? 'unknown how many' : used} of ${capacity} in use`;
}

const updates = async (world: World, id: string) =>
  (await world.eventsOf(id)).filter((type) => type === 'updated').length;

/** An AppSuite that is activated with five units of fax. */
async function anAppSuite(world: World) {
  const { id } = await world.holding([FAX], { 'digital-fax': 5 });
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  const writes = (content: string) => writeFile(join(suite.dir, 'usage.json'), content);
  return { id, suite, writes };
}

const told = ({ warnings }: Status, words: string) =>
  warnings.some((warning) => warning.includes(words)) ? 'the administrator is told' : 'the administrator is not told';

export const saying: Area = {
  title: 'What a server says of itself',
  cases: [
    {
      name: 'its version, its machine and what is in use',
      run: async (world) => {
        const { id, machine, activated } = await world.anActivatedServer();
        const claims = { ver: '2026.Winter.2', host: 'pbx-1', use: { 'digital-fax': 4 } };
        const answer = await world.checkIn(id, machine, activated.headers.etag as string, claims);
        return `${said(answer)}, as it changes no document: ${await known(world, id)}`;
      },
    },
    {
      name: 'nothing, as an AppSuite of before',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const answer = await world.checkIn(id, machine);
        return `${said(answer)}: ${await known(world, id)}, as it said when it was activated`;
      },
    },
    {
      name: 'a version that can’t be read, a machine’s name that is a number, usage that is a list',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const wrong = [{ ver: 'nightly' }, { host: 7 }, { use: [4] }, { ver: { year: 2026 }, use: 'all' }];
        const answers = [];
        for (const claims of wrong) answers.push(said(await world.checkIn(id, machine, undefined, claims)));
        return `${answers.join(', ')}: passed over, ${await known(world, id)}`;
      },
    },
    {
      name: 'usage of an application that nobody knows, below zero, and not whole, beside one that holds',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const use = { weather: 3, voicemail: -1, 'attendant-console': 1.5, 'digital-fax': 4 };
        const answer = await world.checkIn(id, machine, undefined, { use });
        return `${said(answer)}: ${await known(world, id)}`;
      },
    },
    {
      name: 'more in use than is assigned',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const answer = await world.checkIn(id, machine, undefined, { use: { 'digital-fax': 12 } });
        return `${said(answer)}: ${await known(world, id)}; its document is for what is assigned`;
      },
    },
    {
      name: 'usage once, then a check-in without it, then that nothing is said of fax',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const steps = [];
        for (const claims of [{ use: { 'digital-fax': 4 } }, {}, { use: {} }]) {
          await world.checkIn(id, machine, undefined, claims);
          steps.push(await known(world, id));
        }
        return steps.join(' → ');
      },
    },
    {
      name: 'three versions within a day, and a check-in a day later',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        for (const ver of ['2026.Winter.1', '2026.Winter.2', '2026.Winter.3'])
          await world.checkIn(id, machine, undefined, { ver });
        const within = await updates(world, id);
        world.pass(1);
        await world.checkIn(id, machine);
        return `journaled as \`updated\` ${within} time, then ${await updates(world, id)} times; ${await known(world, id)}`;
      },
    },
    {
      name: 'installed anew with another version',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        await world.checkIn(id, machine, undefined, { ver: '2026.Winter.2', use: { 'digital-fax': 4 } });
        const before = await known(world, id);
        await world.activate(await world.tokenOf(id), machine, { version: '2025.Autumn.1' });
        return `${before}; then ${await known(world, id)}`;
      },
    },
    {
      name: 'the reference AppSuite, whose applications write what they use',
      run: async (world) => {
        const { id, suite, writes } = await anAppSuite(world);
        await writes('{ "digital-fax": 3, "voicemail": 9 }');
        await suite.checkIn();
        return known(world, id);
      },
    },
    {
      name: 'the reference AppSuite, when what they wrote can’t be read',
      run: async (world) => {
        const { id, suite, writes } = await anAppSuite(world);
        await writes('{ "digital-fax": "three" }');
        const checked = await heard(suite.checkIn());
        return `check-in: ${checked}; ${await known(world, id)}; ${told(await suite.status(), 'usage.json can')}`;
      },
    },
    {
      name: 'the reference AppSuite, when nine tenths are in use, and when more are',
      run: async (world) => {
        const { suite, writes } = await anAppSuite(world);
        await writes('{ "digital-fax": 4 }');
        const enough = told(await suite.status(), 'nearly used up');
        await writes('{ "digital-fax": 5 }');
        return `4 of 5: ${enough}; 5 of 5: ${told(await suite.status(), 'nearly used up')}`;
      },
    },
  ],
};
