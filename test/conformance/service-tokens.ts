import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { SERVICE } from '../support/api/api.ts';
import { AUDIENCE, type Machine } from '../support/api/servers.ts';
import { heard, perpetual, said, subscription, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

const ask = async (world: World, id: string, machine: Machine, claims: object = {}, audience = SERVICE) =>
  world.api.call(
    'POST',
    '/v1/service-tokens',
    { audience },
    { authorization: `Bearer ${await world.signed(id, machine, { act: 'service-token', ...claims })}` },
  );

/** What another service says of a token, by the published keys alone. */
async function verified(world: World, token: string, audience = SERVICE): Promise<string> {
  const { body } = await world.api.call('GET', '/.well-known/jwks.json');
  const options = { typ: 'service+jwt', issuer: AUDIENCE, audience, currentDate: new Date(world.now()) };
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(body as JSONWebKeySet), options);
    const applications = payload.applications as { application: string; capacity: number }[];
    const each = applications.map(({ application, capacity }) => `${application}: ${capacity}`);
    return `good for ${payload.exp! - payload.iat!} s (${each.join(', ')})`;
  } catch (error) {
    return `refused (${(error as Error).message})`;
  }
}

export const serviceTokens: Area = {
  title: 'Service tokens',
  cases: [
    {
      name: 'as it should be, verified by the published keys',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const { status, body } = await ask(world, id, machine);
        return `${status}, ${await verified(world, body.token)}`;
      },
    },
    {
      name: 'shown to another service than it is for; ten minutes later; a license document in its place',
      run: async (world) => {
        const { id, machine, activated } = await world.anActivatedServer();
        const { token } = (await ask(world, id, machine)).body;
        const elsewhere = await verified(world, token, 'https://fax.example');
        const document = await verified(world, activated.body.license);
        world.pass(10.1 / 1440);
        return [elsewhere, await verified(world, token), document].join('; ');
      },
    },
    {
      name: 'for a service that the cloud does not know',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        return said(await ask(world, id, machine, {}, 'https://elsewhere.example'));
      },
    },
    {
      name: 'with the JWT of a check-in; and its own, used to check in',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const other = await world.checkIn(id, machine, undefined, { act: 'service-token' });
        return [await ask(world, id, machine, { act: undefined }), other].map(said).join('; ');
      },
    },
    {
      name: 'care is over, or there is none',
      run: async (world) => {
        const over = await world.anActivatedServer([perpetual(FAX, 8, 2)]);
        const none = await world.anActivatedServer([perpetual(FAX, 8, null)]);
        const before = said(await ask(world, over.id, over.machine));
        world.pass(4);
        const answers = [await ask(world, over.id, over.machine), await ask(world, none.id, none.machine)];
        return `${before} while it lasts, then ${answers.map(said).join('; ')}`;
      },
    },
    {
      name: 'its order is suspended, and resumed',
      run: async (world) => {
        const { id, machine, order } = await world.anActivatedServer();
        const suspension = `/v1/orders/${order.number}/suspension`;
        await world.api.call('PUT', suspension, { reason: 'unpaid' });
        const suspended = said(await ask(world, id, machine));
        await world.api.call('DELETE', suspension);
        return `${suspended}; then ${said(await ask(world, id, machine))}`;
      },
    },
    {
      name: 'the lease of the last document is over; after a check-in',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer([subscription(FAX, 8)]);
        world.pass(31);
        const over = said(await ask(world, id, machine));
        await world.checkIn(id, machine);
        return `${over}; then ${said(await ask(world, id, machine))}`;
      },
    },
    {
      name: 'of a server that left, and of one that was retired',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const leave = { authorization: `Bearer ${await world.signed(id, machine, { act: 'leave' })}` };
        await world.api.call('DELETE', '/v1/activations/current', undefined, leave);
        const left = said(await ask(world, id, machine));
        const retired = await world.anActivatedServer();
        await world.assign(retired.id, FAX, 0);
        await world.api.call('DELETE', `/v1/servers/${retired.id}`);
        return `${left}; ${said(await ask(world, retired.id, retired.machine))}`;
      },
    },
    {
      name: 'the reference AppSuite asks between two check-ins',
      run: async (world) => {
        const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
        const suite = world.appSuite();
        await suite.activate(await world.tokenOf(id));
        const own = await suite.serviceToken(SERVICE);
        const alarms = async () => (await world.eventsOf(id)).filter((type) => type.endsWith('suspected')).length;
        const check = await heard(suite.checkIn());
        return `${await verified(world, own.token)}; check-in: ${check}, ${await alarms()} alarms`;
      },
    },
  ],
};
