import { heard, perpetual, running, subscription, type Area, type World } from './world.ts';

const DAY_MS = 86_400_000;

const LINES = [subscription('attendant-console', 20), perpetual('digital-fax', 8, 2_000)];

/** An AppSuite that holds a subscription and a perpetual license with care. */
async function activated(world: World) {
  const { id } = await world.holding(LINES, { 'attendant-console': 20, 'digital-fax': 8 });
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  return { id, suite };
}

/** What runs after that many days without the cloud, and whether the administrator is warned of it. */
async function alone(world: World, days: number): Promise<string> {
  const { suite } = await activated(world);
  world.pass(days);
  world.reach(false);
  const check = await heard(suite.checkIn());
  const status = await suite.status();
  const isWarned = status.warnings.some((text) => text.includes('The cloud has not been reached for'));
  return `${running(status)} (${check}; ${isWarned ? 'warned' : 'not warned of the silence yet'})`;
}

export const unreachable: Area = {
  title: 'The cloud is unreachable',
  cases: [
    ...[1, 6, 7, 29, 31, 89, 91, 1_000].map((days) => ({
      name: `for ${days} ${days === 1 ? 'day' : 'days'}`,
      run: (world: World) => alone(world, days),
    })),
    {
      name: 'for 91 days, and then it is back',
      run: async (world) => {
        const { suite } = await activated(world);
        world.pass(91);
        const before = running(await suite.status());
        return `${before}; after one check-in ${running(await suite.checkIn())}`;
      },
    },
    {
      name: 'for 29 days after a check-in that was answered 304',
      run: async (world) => {
        const { suite } = await activated(world);
        await suite.checkIn();
        world.pass(29);
        return running(await suite.status());
      },
    },
  ],
};

export const clocks: Area = {
  title: 'Clocks',
  cases: [
    {
      name: 'the server’s clock is set back by 25 days after 20 days alone: 15 days later',
      run: async (world) => {
        const { suite } = await activated(world);
        world.reach(false);
        world.pass(20);
        await heard(suite.checkIn());
        await heard(suite.checkIn(-25 * DAY_MS));
        world.pass(15);
        await heard(suite.checkIn(-25 * DAY_MS));
        return `${running(await suite.status(-25 * DAY_MS))}: setting it back lengthened nothing`;
      },
    },
    {
      name: 'the same, and then the cloud is back',
      run: async (world) => {
        const { suite } = await activated(world);
        world.reach(false);
        world.pass(35);
        await heard(suite.checkIn());
        await heard(suite.checkIn(-25 * DAY_MS));
        world.reach(true);
        return `check-in: ${await heard(suite.checkIn(-25 * DAY_MS))}; ${running(await suite.status(-25 * DAY_MS))}; ${warnedOfClock((await suite.status(-25 * DAY_MS)).warnings)}`;
      },
    },
    {
      name: 'the server’s clock is 40 days ahead, in contact with the cloud',
      run: async (world) => {
        const { suite } = await activated(world);
        const alone = running(await suite.status(40 * DAY_MS));
        world.pass(1 / 24);
        const check = await heard(suite.checkIn(40 * DAY_MS));
        const status = await suite.status(40 * DAY_MS);
        return `until the next check-in ${alone}; check-in: ${check}; ${running(status)}; ${warnedOfClock(status.warnings)}`;
      },
    },
    {
      name: 'the server’s clock is 9 minutes behind or ahead',
      run: async (world) => {
        const { suite } = await activated(world);
        const answers = [];
        for (const skew of [-540_000, 540_000]) answers.push(await heard(suite.checkIn(skew)));
        const { warnings } = await suite.status();
        return `${answers.join(', ')}; ${warnedOfClock(warnings)}`;
      },
    },
  ],
};

function warnedOfClock(warnings: string[]): string {
  return warnings.some((text) => text.startsWith("This machine's clock")) ? 'told to set the clock' : 'no word of it';
}
