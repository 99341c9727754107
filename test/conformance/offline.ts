import { decodeJwt } from 'jose';
import { heard, perpetual, running, runningAfter, said, subscription, type Area, type World } from './world.ts';

const FAX = 'digital-fax';
const LINES = [perpetual(FAX, 8), perpetual('conversational-ai', 3), subscription('voicemail', 10)];

/** An AppSuite without a network, and the request that it made. */
async function requesting(world: World, capacities: Record<string, number> = { [FAX]: 5 }) {
  const server = await world.holding(LINES, capacities);
  const { id } = server;
  const token = await world.tokenOf(id);
  const suite = world.appSuite();
  const exchange = (request: string) => world.api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
  const giveBack = (proof: string) => world.api.call('POST', `/v1/servers/${id}/offline-returns`, { proof });
  return { ...server, token, suite, exchange, giveBack, request: await suite.offlineRequest(token) };
}

/** The same once the response is installed. */
async function goneOffline(world: World) {
  const server = await requesting(world);
  const { body } = await server.exchange(server.request);
  await server.suite.offlineInstall(body.response);
  return { ...server, response: body.response as string };
}

const units = (response: string): number => {
  const { applications } = decodeJwt<{ applications: { capacity: number }[] }>(response);
  return applications.reduce((sum, { capacity }) => sum + capacity, 0);
};

/** Why a paste was refused, in the cloud's words. */
const sentence = ({ body }: { body: { errors?: { message: string }[] } }) => body.errors?.[0]?.message ?? '';

export const offline: Area = {
  title: 'Offline',
  cases: [
    {
      name: 'perpetual licenses: request, response, and ten years without the cloud',
      run: async (world) => {
        const { suite } = await goneOffline(world);
        const now = running(await suite.status());
        world.pass(3_653);
        return `${now}; ten years later ${running(await suite.status())}`;
      },
    },
    {
      name: 'a server that holds a subscription',
      run: async (world) => {
        const { exchange, request } = await requesting(world, { [FAX]: 5, voicemail: 1 });
        const refused = await exchange(request);
        return `${said(refused)}, naming ${refused.body.applications}`;
      },
    },
    {
      name: 'a server that holds an application which needs the cloud',
      run: async (world) => {
        const { exchange, request } = await requesting(world, { [FAX]: 5, 'conversational-ai': 1 });
        const refused = await exchange(request);
        return `${said(refused)}, naming ${refused.body.applications}`;
      },
    },
    {
      name: 'a request replayed, with line breaks, and twice at once',
      run: async (world) => {
        const { exchange, request } = await requesting(world);
        const lines = request.replace(/.{76}/g, '$&\r\n');
        const answers = [await exchange(request), ...(await Promise.all([exchange(request), exchange(lines)]))];
        const texts = new Set(answers.map(({ body }) => body.response));
        return `${answers.map(said).join(', ')}; ${texts.size === 1 ? 'the same text, byte for byte' : 'different texts'}`;
      },
    },
    {
      name: 'capacity raised by a new request; an old response afterwards',
      run: async (world) => {
        const { id, token, suite, exchange, response } = await goneOffline(world);
        await world.assign(id, FAX, 8);
        world.pass(1);
        const { body } = await exchange(await suite.offlineRequest(token));
        await suite.offlineInstall(body.response);
        const old = await heard(suite.offlineInstall(response));
        return `${units(body.response)} units are installed; the old response: ${old}`;
      },
    },
    {
      name: 'lowered below what its document says',
      run: async (world) => {
        const { id } = await goneOffline(world);
        const refused = await world.assign(id, FAX, 4);
        return `${said(refused)} with \`capacity\` ${refused.body.capacity}`;
      },
    },
    {
      name: 'given a subscription while it is offline',
      run: async (world) => {
        const { id } = await goneOffline(world);
        return said(await world.assign(id, 'voicemail', 1));
      },
    },
    {
      name: 'returned, and the capacity used elsewhere',
      run: async (world) => {
        const { id, customer, suite, giveBack } = await goneOffline(world);
        const proof = await suite.offlineReturn();
        const other = await world.another({ customer });
        const early = await world.assign(other, FAX, 8);
        const returned = await giveBack(proof);
        await world.assign(id, FAX, 0);
        const answers = [said(early), said(returned), said(await world.assign(other, FAX, 8))];
        return `before the AppSuite shows its proof, ${running(await suite.status())} runs there; elsewhere all 8 units: ${answers[0]}, after the proof (${answers[1]}) ${answers[2]}`;
      },
    },
    {
      name: 'a return replayed, and its request replayed',
      run: async (world) => {
        const { suite, giveBack, exchange, request } = await goneOffline(world);
        const proof = await suite.offlineReturn();
        const answers = [await giveBack(proof), await giveBack(proof), await exchange(request)];
        return answers.map(said).join(', ');
      },
    },
    {
      name: 'a response from before the return, installed again',
      run: async (world) => {
        const { suite, response } = await goneOffline(world);
        await suite.offlineReturn();
        return heard(suite.offlineInstall(response));
      },
    },
    {
      name: 'after the return: offline again, or online',
      run: async (world) => {
        const { token, suite, giveBack, exchange } = await goneOffline(world);
        await giveBack(await suite.offlineReturn());
        world.pass(1);
        const again = await exchange(await suite.offlineRequest(token));
        const installed = running(await suite.offlineInstall(again.body.response));
        world.pass(1);
        await giveBack(await suite.offlineReturn());
        world.pass(1);
        return `${said(again)} (${installed}); online ${running(await suite.activate(token))}`;
      },
    },
    {
      name: 'straight from offline to online, and returned afterwards',
      run: async (world) => {
        const { id, token, suite, giveBack } = await goneOffline(world);
        world.pass(1);
        const online = running(await suite.activate(token));
        const lowered = [said(await world.assign(id, FAX, 4))];
        const returned = await giveBack(await suite.offlineReturn());
        const after = await runningAfter(suite, async () => lowered.push(said(await world.assign(id, FAX, 4))));
        return `${online}; lowering before the return: ${lowered[0]}; the return: ${said(returned)}; then ${lowered[1]}; check-in: ${after}`;
      },
    },
    {
      name: 'never returned, and overridden by the vendor',
      run: async (world) => {
        const { id, suite, giveBack } = await goneOffline(world);
        const overridden = await world.api.call('POST', `/v1/servers/${id}/offline-override`, {
          reason: 'burned down',
        });
        const events = await world.eventsOf(id);
        const late = await giveBack(await suite.offlineReturn());
        return `${said(overridden)}, journaled as \`${events.at(-1)}\`; lowered: ${said(await world.assign(id, FAX, 0))}; the return afterwards: ${said(late)}`;
      },
    },
    {
      name: 'its order is canceled',
      run: async (world) => {
        const { id, order, suite } = await goneOffline(world);
        const path = `/v1/orders/${order.number}/cancellation`;
        const canceled = await world.api.call('POST', path, { reason: 'returned' });
        const journaled = await world.journaled(id, 'unrecoverable');
        return `${said(canceled)}, at the server ${journaled}: nobody can reach it, and there ${running(await suite.status())}`;
      },
    },
    {
      name: 'a response instead of a request',
      run: async (world) => {
        const { exchange, response } = await goneOffline(world);
        const refused = await exchange(response);
        return `${said(refused)}: ${sentence(refused)}`;
      },
    },
    {
      name: 'a request that was cut off',
      run: async (world) => {
        const { exchange, request } = await requesting(world);
        const refused = await exchange(request.slice(0, -20));
        return `${said(refused)}: ${sentence(refused)}`;
      },
    },
    {
      name: 'another server’s request',
      run: async (world) => {
        const { exchange } = await requesting(world);
        const { request } = await requesting(world);
        const refused = await exchange(request);
        return `${said(refused)}: ${sentence(refused)}`;
      },
    },
    {
      name: 'another server’s response',
      run: async (world) => {
        const { suite } = await requesting(world);
        const { response } = await goneOffline(world);
        return heard(suite.offlineInstall(response));
      },
    },
    {
      name: 'the request itself, installed as a response',
      run: async (world) => {
        const { suite, request } = await requesting(world);
        return heard(suite.offlineInstall(request));
      },
    },
    {
      name: 'a response that was cut off, installed',
      run: async (world) => {
        const { suite, request, exchange } = await requesting(world);
        const { body } = await exchange(request);
        return heard(suite.offlineInstall((body.response as string).slice(0, -20)));
      },
    },
  ],
};
