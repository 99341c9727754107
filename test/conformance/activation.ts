import { decodeJwt } from 'jose';
import { aMachine, type Machine } from '../support/api/servers.ts';
import { perpetual, said, type Area, type World } from './world.ts';

const FAX = 'digital-fax';
const LINES = [perpetual(FAX, 8)];

/** A server with a token, not activated yet. */
async function waiting(world: World) {
  const server = await world.holding(LINES, { [FAX]: 5 });
  return { ...server, token: await world.tokenOf(server.id) };
}

/** A server that is activated on a machine. */
async function activated(world: World) {
  const server = await waiting(world);
  const machine = aMachine();
  const answer = await world.activate(server.token, machine);
  return { ...server, machine, answer };
}

const rotated = async (world: World, id: string) =>
  (await world.api.call('POST', `/v1/servers/${id}/token/rotations`)).body.token as string;

/** The last of what happened to a server, as its page shows it. */
async function lastEvent(world: World, id: string): Promise<string> {
  const { body } = await world.api.call('GET', `/v1/servers/${id}/events`);
  const { type, code } = body.items.at(-1);
  return `\`${type}\`${code ? ` (\`${code}\`)` : ''}`;
}

async function leaves(world: World, id: string, machine: Machine): Promise<void> {
  const authorization = `Bearer ${await world.signed(id, machine, { act: 'leave' })}`;
  await world.api.call('DELETE', '/v1/activations/current', undefined, { authorization });
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** How often an order has heard that a server was activated. */
async function heardBy(world: World, number: string): Promise<string> {
  const { body } = await world.api.call('GET', `/v1/orders/${number}/events`);
  return times(body.items.filter(({ type }: { type: string }) => type === 'activated').length);
}

export const activation: Area = {
  title: 'Activation',
  cases: [
    {
      name: 'the first time',
      run: async (world) => {
        const { order, answer } = await activated(world);
        const { applications } = decodeJwt<{ applications: { capacity: number }[] }>(answer.body.license);
        const units = applications.map(({ capacity }) => capacity).join();
        return `${said(answer)}, a document for ${units} units; the order hears \`activated\` ${await heardBy(world, order.number)}`;
      },
    },
    {
      name: 'the same token twice from the same machine (the answer was lost)',
      run: async (world) => {
        const { id, order, token, machine } = await activated(world);
        const again = await world.activate(token, machine);
        const events = (await world.eventsOf(id)).filter((type) => type === 'activated');
        return `${said(again)}, the whole document; the order hears \`activated\` ${await heardBy(world, order.number)}, the server's events say it ${times(events.length)}`;
      },
    },
    {
      name: 'installed again on the same machine, with a new key',
      run: async (world) => {
        const { id, token, machine } = await activated(world);
        const again = await world.activate(token, aMachine(machine.fingerprint));
        const event = await lastEvent(world, id);
        return `${said(again)}, journaled as ${event}; the old key hears ${said(await world.checkIn(id, machine))}`;
      },
    },
    {
      name: 'the same token from another machine',
      run: async (world) => {
        const { id, token, machine } = await activated(world);
        const refused = await world.activate(token, aMachine());
        const event = await lastEvent(world, id);
        return `${said(refused)}, journaled as ${event}; the first machine's check-in: ${said(await world.checkIn(id, machine))}`;
      },
    },
    {
      name: 'a token that was rotated',
      run: async (world) => {
        const { id, token } = await waiting(world);
        await rotated(world, id);
        const refused = await world.activate(token, aMachine());
        return `${said(refused)}, journaled as ${await lastEvent(world, id)}`;
      },
    },
    {
      name: 'moved to another machine by rotating the token',
      run: async (world) => {
        const { id, machine } = await activated(world);
        const token = await rotated(world, id);
        const before = await world.checkIn(id, machine);
        const moved = await world.activate(token, aMachine());
        return `rotating alone changes nothing for the old machine (${said(before)}); the new one gets ${said(moved)}; then the old one hears ${said(await world.checkIn(id, machine))}`;
      },
    },
    {
      name: 'a fourth change of machine within 90 days',
      run: async (world) => {
        const { id, machine } = await activated(world);
        await leaves(world, id, machine);
        const answers = [];
        for (let change = 0; change < 4; change++) {
          const next = aMachine();
          answers.push(said(await world.activate(await world.tokenOf(id), next)));
          await leaves(world, id, next);
        }
        const afterRotation = await world.activate(await rotated(world, id), aMachine());
        return `${answers.join(', ')}; after the vendor has rotated the token ${said(afterRotation)}`;
      },
    },
    {
      name: 'an unknown token, a malformed one, a blank one',
      run: async (world) => {
        const tokens = ['7K3QX-9W2MB-T4RVN-0Z8HC-J5YDE', '💣', ' '];
        const answers = await Promise.all(tokens.map((token) => world.activate(token, aMachine())));
        return answers.map(said).join(', ');
      },
    },
    {
      name: 'a token typed in lower case, with spaces instead of dashes and O for 0',
      run: async (world) => {
        const { token } = await waiting(world);
        const typed = ` ${token.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
        return said(await world.activate(typed, aMachine()));
      },
    },
    {
      name: 'nothing assigned any more',
      run: async (world) => {
        const { id, token } = await waiting(world);
        await world.assign(id, FAX, 0);
        return said(await world.activate(token, aMachine()));
      },
    },
    {
      name: 'a retired server',
      run: async (world) => {
        const { id, token } = await waiting(world);
        await world.assign(id, FAX, 0);
        await world.api.call('DELETE', `/v1/servers/${id}`);
        return said(await world.activate(token, aMachine()));
      },
    },
    ...[
      ['one release too old (2019.Autumn.9)', '2019.Autumn.9'],
      ['just new enough (2020.Winter.1)', '2020.Winter.1'],
      ['written with Fall (2020.Fall.1)', '2020.Fall.1'],
      ['that can’t be read', 'latest'],
    ].map(([name, version]) => ({
      name: `an AppSuite version ${name}`,
      run: async (world: World) => said(await world.activate((await waiting(world)).token, aMachine(), { version })),
    })),
    ...[
      ['a blank fingerprint', ''],
      ['a fingerprint of 200 characters', 'f'.repeat(200)],
      ['a fingerprint of 201 characters', 'f'.repeat(201)],
      ['a fingerprint that is not Latin', '机器-Ω-🖥'],
      ['a fingerprint with a control character', 'machine\u0000'],
    ].map(([name, fingerprint]) => ({
      name: `${name}`,
      run: async (world: World) => said(await world.activate((await waiting(world)).token, aMachine(fingerprint))),
    })),
    {
      name: 'with the private half of the key, a key of another kind, or one by which nothing can be verified',
      run: async (world) => {
        const { token } = await waiting(world);
        const machine = aMachine();
        const keys = [
          { ...machine.publicKey, d: 'x' },
          { kty: 'RSA', n: 'x', e: 'AQAB' },
          { ...machine.publicKey, x: 'AA' },
          // A point of small order, by which anybody could sign.
          { ...machine.publicKey, x: Buffer.from(`01${'00'.repeat(31)}`, 'hex').toString('base64url') },
        ];
        const answers = await Promise.all(keys.map((publicKey) => world.activate(token, { ...machine, publicKey })));
        return answers.map(said).join(', ');
      },
    },
  ],
};
