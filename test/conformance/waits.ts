import { setTimeout as delay } from 'node:timers/promises';
import { run } from '../../agent/run.ts';
import { buildApp } from '../../api/app.ts';
import { createServices } from '../../services/services.ts';
import { aMachine, type Machine } from '../support/api/servers.ts';
import { perpetual, running, said, type Area, type World } from './world.ts';
import type { Answer } from '../support/api/api.ts';
import { until } from '../support/until.ts';

/** A server that is activated, the ETag of the document that it holds, and the number of its activation. */
type Waiting = { id: string; machine: Machine; etag: string; number: string; orders: string };

async function prepared(world: World): Promise<Waiting> {
  world.api.services.following.start();
  const { id, machine, activated, customer } = await world.anActivatedServer();
  const { etag, 'check-in-number': number } = activated.headers as Record<string, string>;
  return { id, machine, etag: etag!, number: number!, orders: `/v1/orders?customer=${customer}` };
}

/** How a server waits; `about` is what is otherwise than the page says. */
async function wait(
  world: World,
  { id, machine, etag }: Waiting,
  about: { body?: object; claims?: object } = {},
): Promise<Answer> {
  const jwt = await world.signed(id, machine, { act: 'wait', jti: undefined, ...about.claims });
  const body = { etag, seconds: 50, ...about.body };
  return world.api.call('POST', '/v1/license/wait', body, { authorization: `Bearer ${jwt}` });
}

/** What a server hears that waits while something happens. */
async function heardOf(world: World, server: Waiting, happens: () => Promise<unknown>): Promise<string> {
  const before = world.api.services.waits.count();
  const answer = wait(world, server);
  await until(() => world.api.services.waits.count() !== before);
  await happens();
  return inWords(await answer);
}

/** Runs the daemon of a folder until it has said something, which it does by itself alone. */
function daemonOf(world: World, dir: string) {
  const stop = new AbortController();
  const { signal } = stop;
  const said: string[] = [];
  const sleep = (ms: number) => delay(ms, undefined, { signal }).catch(() => undefined);
  const say = (line: string) => void said.push(line);
  const ended = run({ dir, say, signal, clock: world.now, random: () => 0, sleep });
  return {
    async untilSaid(text: string): Promise<void> {
      await until(() => said.some((line) => line.includes(text)));
      stop.abort();
      await ended;
    },
  };
}

/** An answer in words. */
function inWords(answer: Answer): string {
  const { changed } = answer.headers;
  return typeof changed === 'string' ? `${said(answer)} \`Changed: ${changed}\`` : said(answer);
}

const firstOrder = async (world: World, { orders }: Waiting) =>
  (await world.api.call('GET', orders)).body.items[0].number as string;

export const waits: Area = {
  title: 'Waiting for a change',
  cases: [
    {
      name: 'nothing changes until the time is over',
      run: async (world) => inWords(await wait(world, await prepared(world), { body: { seconds: 1 } })),
    },
    {
      name: 'its capacity changes meanwhile',
      run: async (world) => {
        const server = await prepared(world);
        const heard = await heardOf(world, server, () => world.assign(server.id, 'digital-fax', 2));
        return `${heard}; then a check-in with the ETag: ${said(await world.checkIn(server.id, server.machine, server.etag))}`;
      },
    },
    {
      name: 'its capacity changes, and it is the daemon of the reference AppSuite',
      run: async (world) => {
        world.api.services.following.start();
        const { id } = await world.holding([perpetual('digital-fax', 8)], { 'digital-fax': 5 });
        const suite = world.appSuite();
        await suite.activate(await world.tokenOf(id));
        const daemon = daemonOf(world, suite.dir);
        await world.assign(id, 'digital-fax', 7);
        await daemon.untilSaid('a new license document was stored');
        return running(await suite.status());
      },
    },
    {
      name: 'an order is suspended of which it holds something; is resumed; is canceled',
      run: async (world) => {
        const server = await prepared(world);
        const order = `/v1/orders/${await firstOrder(world, server)}`;
        const facts = [
          () => world.api.call('PUT', `${order}/suspension`, { reason: 'not paid' }),
          () => world.api.call('DELETE', `${order}/suspension`),
          () => world.api.call('POST', `${order}/cancellation`, { reason: 'returned' }),
        ];
        const heard: string[] = [];
        for (const happens of facts) {
          heard.push(await heardOf(world, server, happens));
          server.etag = (await world.checkIn(server.id, server.machine)).headers.etag as string;
        }
        return heard.join('; ');
      },
    },
    {
      name: 'it had changed before; the ETag is weak, as a proxy made it',
      run: async (world) => {
        const server = await prepared(world);
        const late = inWords(await wait(world, server, { body: { etag: '"of-before"' } }));
        return `${late}; ${inWords(await wait(world, server, { body: { etag: `W/${server.etag}`, seconds: 1 } }))}`;
      },
    },
    {
      name: 'what another server holds changes',
      run: async (world) => {
        const [server, other] = [await prepared(world), await prepared(world)];
        const heard = wait(world, server, { body: { seconds: 1 } });
        await world.assign(other.id, 'digital-fax', 2);
        return inWords(await heard);
      },
    },
    {
      name: 'between two check-ins with the numbers of the cloud',
      run: async (world) => {
        const server = await prepared(world);
        const { headers } = await world.checkIn(server.id, server.machine, undefined, { chk: server.number });
        await wait(world, server, { body: { seconds: 1 } });
        const chk = headers['check-in-number'];
        const next = await world.checkIn(server.id, server.machine, undefined, { chk });
        const alarms = (await world.eventsOf(server.id)).filter((type) => type.endsWith('-suspected'));
        return `${said(next)}, ${alarms.length} alarms`;
      },
    },
    {
      name: 'by the JWT of a check-in; a check-in by that of a wait',
      run: async (world) => {
        const server = await prepared(world);
        const [asWait, asCheckIn] = [
          await wait(world, server, { claims: { act: undefined, jti: 'a-check-in' } }),
          await world.checkIn(server.id, server.machine, undefined, { act: 'wait' }),
        ];
        return `${said(asWait)}; ${said(asCheckIn)}`;
      },
    },
    {
      name: 'for no second, for 56, without an ETag',
      run: async (world) => {
        const server = await prepared(world);
        const bodies = [{ seconds: 0 }, { seconds: 56 }, { etag: undefined }];
        const answers = await Promise.all(bodies.map((body) => wait(world, server, { body })));
        return answers.map(said).join(', ');
      },
    },
    {
      name: 'twice at the same time',
      run: async (world) => {
        const server = await prepared(world);
        const newer: Promise<Answer>[] = [];
        const older = await heardOf(world, server, async () => newer.push(wait(world, server)));
        await world.assign(server.id, 'digital-fax', 2);
        return `the older ${older} at once; the newer waits, and hears of a change: ${inWords((await newer[0])!)}`;
      },
    },
    {
      name: 'again and again without a pause',
      run: async (world) => {
        const server = await prepared(world);
        let answered = 0;
        let answer = await wait(world, server, { body: { etag: '"of-before"' } });
        for (; answer.status === 204 && answered < 1_000; answered += 1)
          answer = await wait(world, server, { body: { etag: '"of-before"' } });
        return `after ${answered >= 60 ? 'at least 60' : answered} answers ${said(answer)} with \`Retry-After\`: ${String('retry-after' in answer.headers)}`;
      },
    },
    {
      name: 'it is installed again meanwhile; it leaves; it is retired',
      run: async (world) => {
        const [again, leaves] = [await prepared(world), await prepared(world)];
        const machine = aMachine(again.machine.fingerprint);
        const heard = [
          await heardOf(world, again, async () => world.activate(await world.tokenOf(again.id), machine)),
          await heardOf(world, leaves, async () => {
            const authorization = `Bearer ${await world.signed(leaves.id, leaves.machine, { act: 'leave' })}`;
            return world.api.call('DELETE', '/v1/activations/current', undefined, { authorization });
          }),
        ];
        await world.assign(again.id, 'digital-fax', 0);
        const { headers } = await world.checkIn(again.id, machine);
        const empty = { ...again, machine, etag: headers.etag as string };
        heard.push(await heardOf(world, empty, () => world.api.call('DELETE', `/v1/servers/${again.id}`)));
        return heard.join('; ');
      },
    },
    {
      name: 'while no worker runs',
      run: async (world) => {
        const server = await prepared(world);
        const answer = await world.withoutWorker(() => wait(world, server, { body: { seconds: 1 } }));
        return inWords(answer);
      },
    },
    {
      name: 'on a process that stops',
      run: async (world) => {
        const server = await prepared(world);
        const services = createServices(world.api.deps);
        const app = await buildApp(world.api.deps, services);
        const authorization = `Bearer ${await world.signed(server.id, server.machine, { act: 'wait' })}`;
        const payload = { etag: server.etag, seconds: 55 };
        const answer = app.inject({ method: 'POST', url: '/v1/license/wait', headers: { authorization }, payload });
        await until(() => services.waits.count() > 0);
        await app.close();
        const { statusCode, headers, body } = await answer;
        const seconds = Number(headers['retry-after']);
        const { code } = JSON.parse(body) as { code: string };
        return `${statusCode} \`${code}\` at once, \`Retry-After\` from 1 to 60: ${String(seconds >= 1 && seconds <= 60)}`;
      },
    },
  ],
};
