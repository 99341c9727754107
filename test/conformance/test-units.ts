import { running, said, subscription, type AppSuite, type Area, type World } from './world.ts';

const VOICEMAIL = 'voicemail';

const asked = async (suite: AppSuite) => running(await suite.checkIn());

const testing = (world: World, id: string, testUnits: string[]) =>
  world.api.call('PATCH', `/v1/servers/${id}`, { testUnits });

async function addForTests(world: World, customer: string, name = 'Tests'): Promise<string> {
  const body = { name, role: 'test' };
  return (await world.api.call('POST', `/v1/accounts/${customer}/servers`, body)).body.id as string;
}

/** A server for tests that uses what is free, with an AppSuite; ten of voicemail are assigned to another one. */
async function aTester(world: World) {
  const { id: production, customer } = await world.holding([subscription(VOICEMAIL, 10)], { [VOICEMAIL]: 10 });
  const id = await addForTests(world, customer);
  await testing(world, id, [VOICEMAIL]);
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  return { id, customer, production, suite };
}

export const testUnits: Area = {
  title: 'Units that are free for tests',
  cases: [
    {
      name: 'a server for tests to which nothing is assigned, while all that was sold is assigned to another',
      run: async (world) => asked((await aTester(world)).suite),
    },
    {
      name: 'the cloud is away for 29 days, then for 31',
      run: async (world) => {
        const { suite } = await aTester(world);
        world.reach(false);
        world.pass(29);
        const early = running(await suite.status());
        world.pass(2);
        return `${early}; then ${running(await suite.status())}`;
      },
    },
    {
      name: 'another server of the customer’s asks for them; the first gives them back; the other asks again',
      run: async (world) => {
        const { id, customer, suite } = await aTester(world);
        const other = await addForTests(world, customer, 'Other');
        const refused = said(await testing(world, other, [VOICEMAIL]));
        await testing(world, id, []);
        const given = said(await testing(world, other, [VOICEMAIL]));
        return `${refused}; ${given}; at its next check-in the first has ${await asked(suite)}`;
      },
    },
    {
      name: 'the server gets another role',
      run: async (world) => {
        const { id, suite } = await aTester(world);
        await world.api.call('PATCH', `/v1/servers/${id}`, { role: 'production' });
        return asked(suite);
      },
    },
    {
      name: 'asked for a server for production; of an application of which none are free',
      run: async (world) => {
        const { id, production } = await aTester(world);
        const answers = [await testing(world, production, [VOICEMAIL]), await testing(world, id, ['digital-fax'])];
        return answers.map(said).join('; ');
      },
    },
  ],
};
