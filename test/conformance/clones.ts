import { cp } from 'node:fs/promises';
import { heard, perpetual, running, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

/** An activated AppSuite that has checked in once. */
async function settled(world: World) {
  const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  await suite.checkIn();
  return { id, suite };
}

async function alarms(world: World, id: string): Promise<string> {
  const found = (await world.eventsOf(id)).filter((type) => type.endsWith('-suspected'));
  return found.length === 0 ? 'no alarm' : `journaled as ${found.map((type) => `\`${type}\``).join(', ')}`;
}

/** A copy of an AppSuite's folder, as a cloned machine or a snapshot has it. */
async function copyOf(world: World, dir: string) {
  const copy = world.appSuite();
  await cp(dir, copy.dir, { recursive: true });
  return copy;
}

export const clones: Area = {
  title: 'Clones, snapshots, lost answers',
  cases: [
    {
      name: 'a cloned server: two machines with one identity',
      run: async (world) => {
        const { id, suite } = await settled(world);
        const clone = await copyOf(world, suite.dir);
        const answers = [];
        for (const one of [suite, clone, suite, clone]) answers.push(await heard(one.checkIn()));
        return `${await alarms(world, id)}; their four check-ins: ${answers.join(', ')}: nobody is cut off`;
      },
    },
    {
      name: 'a restored snapshot',
      run: async (world) => {
        const { id, suite } = await settled(world);
        const snapshot = await copyOf(world, suite.dir);
        for (let days = 0; days < 3; days++) await suite.checkIn();
        const answers = [await heard(snapshot.checkIn()), await heard(snapshot.checkIn())];
        return `${await alarms(world, id)}; its check-ins: ${answers.join(', ')}`;
      },
    },
    {
      name: 'an answer that was lost, and the try repeated within half an hour',
      run: async (world) => {
        const { id, suite } = await settled(world);
        world.loseAnswers(true);
        const lost = await heard(suite.checkIn());
        world.loseAnswers(false);
        const again = await heard(suite.checkIn());
        await suite.checkIn();
        return `${lost}, then ${again}; ${await alarms(world, id)}`;
      },
    },
    {
      name: 'an answer that was lost, and another try a day later',
      run: async (world) => {
        const { id, suite } = await settled(world);
        world.loseAnswers(true);
        await heard(suite.checkIn());
        world.loseAnswers(false);
        world.pass(1);
        const again = await heard(suite.checkIn());
        await suite.checkIn();
        return `${again}; ${await alarms(world, id)}`;
      },
    },
    {
      name: 'nine answers lost in a row, over nine days',
      run: async (world) => {
        const { id, suite } = await settled(world);
        world.loseAnswers(true);
        for (let days = 0; days < 9; days++) {
          world.pass(1);
          await heard(suite.checkIn());
        }
        world.loseAnswers(false);
        const again = await heard(suite.checkIn());
        return `${again}; ${await alarms(world, id)}; ${running(await suite.status())}`;
      },
    },
  ],
};
