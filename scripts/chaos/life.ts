import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from './client.ts';
import { APPLICATIONS, owned, type Application, type PlannedLife } from './plan.ts';
import { registerServer, type ChaosServer } from './servers.ts';
import { place, unlockByMail } from './unlocking.ts';

/** What has to be true of a customer when everything has settled. */
export type Outcome = { life: PlannedLife; servers: ChaosServer[] };

type Options = {
  client: Client;
  /** The folder of the AppSuites' folders. */
  appSuites: string;
  /** The instant from which on lives come to their end. */
  until: number;
  signal: AbortSignal;
};

const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 1_200;

/** Lives a customer's life from the order to its end. Throws at the first answer that no outage explains. */
export async function live(life: PlannedLife, { client, appSuites, until, signal }: Options): Promise<Outcome> {
  const { customer, random, orders } = life;
  await delay(life.startsAfterMs, undefined, { signal });
  await Promise.all(orders.map((order) => place(client, life, order)));
  if (life.ending === 'held') return { life, servers: [] };
  await Promise.all(orders.map(({ number }) => unlockByMail(client, number)));

  const [production, test] = await Promise.all([
    registerServer(client, { customer, role: 'production', appSuites }),
    registerServer(client, { customer, role: 'test', appSuites }),
  ]);
  for (const application of APPLICATIONS) {
    const all = owned(life, application);
    await test.setCapacity(application, 1);
    await production.setCapacity(application, all - random.between(1, 3));
    await test.askTooMuch(application, all + 1);
  }
  await Promise.all([production.activate(), test.activate()]);

  do {
    await delay(random.between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS), undefined, { signal });
    await change(life, production, test);
  } while (Date.now() < until);

  await test.retire();
  if (life.ending === 'given-back') await production.retire();
  else await assignAll(life, production);
  return { life, servers: [production, test] };
}

/** Something that happens to servers every day. */
async function change(life: PlannedLife, production: ChaosServer, test: ChaosServer): Promise<void> {
  const application = life.random.pick(APPLICATIONS);
  switch (life.random.pick(['move', 'move', 'check in', 'rotate'] as const)) {
    case 'move':
      return move(life, application, production, test);
    case 'check in':
      await Promise.all([production.checkIn(), test.checkIn()]);
      return;
    case 'rotate':
      return life.random.pick([production, test]).rotateToken();
  }
}

/** Divides all there is of an application anew: first what becomes less, then what becomes more. */
async function move(life: PlannedLife, application: Application, production: ChaosServer, test: ChaosServer) {
  const all = owned(life, application);
  const units = life.random.between(1, all - 1);
  const shares = [
    { server: production, capacity: units },
    { server: test, capacity: all - units },
  ];
  if (units > production.held[application]) shares.reverse();
  for (const { server, capacity } of shares) await server.setCapacity(application, capacity);
}

async function assignAll(life: PlannedLife, production: ChaosServer): Promise<void> {
  for (const application of APPLICATIONS) await production.setCapacity(application, owned(life, application));
  await production.checkIn();
}
