import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Status } from '../../agent/status/status.ts';
import { SERVICES } from '../start/run-file.ts';
import { createAppSuite } from './appsuite.ts';
import type { Client } from './client.ts';
import type { Product } from './product.ts';

/** An AppSuite of the fleet, and the server that it is. */
type Member = { id: string; suite: ReturnType<typeof createAppSuite> };

type Options = {
  client: Client;
  product: Pick<Product, 'kill' | 'ready'>;
  /** The folder of the AppSuites' folders. */
  appSuites: string;
  agents: number;
  say: (line: string) => void;
  signal: AbortSignal;
};

const ORDER = 'SO-FLEET';
const CUSTOMER = 'fleet';
const APPLICATION = 'digital-fax';
/** Servers that are prepared at a time, which is no part of what is shown. */
const WIDTH = 16;
const LOOK_EVERY_MS = 10;
const READY_WITHIN_MS = 60_000;
const SETTLED_WITHIN_MS = 60_000;

/**
 * Lets so many AppSuites activate and check in at once while everything is killed, twice. Answers what is not as it
 * should be, a sentence each: an AppSuite without a right document, one that was activated twice or taken for a clone.
 */
export async function fleetViolations(options: Options): Promise<string[]> {
  const { client, product, agents, say, signal } = options;
  if (agents === 0) return [];
  const members = await prepare(options);
  say(`${agents} AppSuites activate at once.`);
  let activated = 0;
  const activating = members.map(async ({ id, suite }) => {
    const { token } = await client.read<{ token: string }>(`/v1/servers/${id}/token`);
    await suite.activate(token);
    activated += 1;
  });
  const isUnderWay = async () => {
    while (activated < agents / 4) await delay(LOOK_EVERY_MS, undefined, { signal });
    say(`Everything is killed when ${activated} of them are activated.`);
    killAll(product);
  };
  await Promise.all([...activating, isUnderWay()]);
  await product.ready(READY_WITHIN_MS);
  say('Everything is killed while they check in.');
  const checkingIn = Promise.all(members.map(({ suite }) => suite.checkIn()));
  killAll(product);
  const statuses = await checkingIn;
  const wrong = members.flatMap(({ id }, index) => documentViolations(id, statuses[index]!));
  return [...wrong, ...(await toldInTheEnd(client, members, signal))];
}

/** What order and servers still say wrongly after a minute of peace. */
async function toldInTheEnd(client: Client, members: Member[], signal: AbortSignal): Promise<string[]> {
  for (const deadline = Date.now() + SETTLED_WITHIN_MS; ;) {
    const found = await told(client, members);
    if (found.length === 0 || Date.now() > deadline) return found;
    await delay(1_000, undefined, { signal });
  }
}

/** One order with a unit for each, unlocked, and a server for each that holds it. */
async function prepare({ client, appSuites, agents, say }: Options): Promise<Member[]> {
  const party = (id: string) => ({ id, name: id, email: `it@${id}.example` });
  const lines = [{ application: APPLICATION, capacity: agents, license: 'perpetual' }];
  const order = { number: ORDER, customer: party(CUSTOMER), reseller: party('fleet-reseller'), lines };
  await client.change('POST', '/v1/orders', 'fleet-order', order);
  await client.change('POST', `/v1/orders/${ORDER}/unlock`, 'fleet-unlock');
  say(`${agents} servers are registered and given a unit each.`);
  const members: Member[] = [];
  const waiting = Array.from({ length: agents }, (_, index) => `fleet-${index + 1}`);
  const lane = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const path = `/v1/accounts/${CUSTOMER}/servers`;
      const { id } = await client.change<{ id: string }>('POST', path, name, { name, role: 'production' });
      await client.changeInTheEnd('PUT', `/v1/servers/${id}/assignments/${APPLICATION}`, name, { capacity: 1 });
      members.push({ id, suite: createAppSuite(client, join(appSuites, name)) });
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return members;
}

function killAll({ kill }: Pick<Product, 'kill'>): void {
  for (const service of SERVICES) kill(service);
}

function documentViolations(id: string, { server, applications, warnings }: Status): string[] {
  const held = applications.map(({ application, capacity, state }) => `${capacity} ${application} ${state}`).join();
  const isRight = server === id && held === `1 ${APPLICATION} active` && warnings.length === 0;
  return isRight ? [] : [`${id} holds a document of ${server} with ${held}, and warns: ${warnings.join(' ')}`];
}

/** What order and servers say: each activated once, and none taken for a clone. */
async function told(client: Client, members: Member[]): Promise<string[]> {
  const found: string[] = [];
  const events = await client.readAll<{ type: string; server?: string }>(`/v1/orders/${ORDER}/events`);
  for (const { id } of members) {
    const times = events.filter(({ type, server }) => type === 'activated' && server === id).length;
    if (times !== 1) found.push(`${ORDER} heard ${times} times that ${id} was activated`);
    const own = await client.readAll<{ type: string }>(`/v1/servers/${id}/events`);
    const wrong = own.map(({ type }) => type).filter((type) => /suspected|refused|reinstalled|moved/.test(type));
    const activations = own.filter(({ type }) => type === 'activated').length;
    if (activations !== 1 || wrong.length > 0) found.push(`${id} was activated ${activations} times; ${wrong.join()}`);
  }
  return found;
}
