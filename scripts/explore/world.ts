import { isLocked, isOver, isOwned, type Ledger } from '../../domain/order/line/capacity.ts';
import { nextDeadline } from '../../domain/order/deadlines.ts';
import { linesOf } from '../../domain/order/line/lasting.ts';
import type { Order } from '../../domain/order/order.ts';
import type { OrderFact } from '../../domain/order/commands.ts';
import type { ServerCommand } from '../../domain/server/server.ts';
import type { Outgoing, TakeAnswer } from '../../temporal/contract.ts';
import { BEGIN, newOrder, newServer, ORDERS } from './cast.ts';
import { carried, type Happening } from './happening.ts';
import { createOrders } from './orders.ts';
import type { Saying } from './facts.ts';
import type { Rules } from './rules.ts';
import type { Scene } from './scenes.ts';
import {
  createServers,
  serverKey,
  type Change,
  type Look,
  type ServerPart,
  type Stepped,
  type Want,
} from './servers.ts';
import { createStock, sorted } from './stock.ts';

/** A message or a fact that is still on its way, and may overtake others. */
export type Waiting = { order: number; text: string; happening: WaitingHappening };
type Projected = Ledger & { customerId: string };
type WaitingHappening = Happening extends infer Each ? (Each extends Happening ? Omit<Each, 'now'> : never) : never;

/** Hears what can happen, and how to find what comes of it: null where nothing does. */
export type Tell = (text: string, next: () => World | null) => void;

/** What was used up of what a scene allows. */
export type Spent = { said: string[]; changes: number; troubles: number };

/** A world: its instant, and the numbers of its parts. */
export type World = readonly number[];

const [NOW, ORDER, PUBLISHED, SERVER, WIRE, SPENT] = [0, 1, 3, 5, 8, 9];
export const WIDTH = 10;

export type Worlds = ReturnType<typeof createWorlds>;

/** All worlds of a scene: how they are put together, and what can happen in one. */
export function createWorlds(rules: Rules, scene: Scene) {
  const orders = createOrders(rules);
  const servers = createServers(rules);
  const instants = createStock<number>(String);
  const parts = createStock<ServerPart>(serverKey);
  const wires = createStock<Waiting[]>((waiting) => JSON.stringify(waiting));
  const spendings = createStock<Spent>((spent) => JSON.stringify(spent));

  const projections = new Map<number, Projected>();
  const stepped = new Map<string, { number: number; over: Stepped['over'] }>();
  const said = new Map<string, OrderFact>();

  const nowOf = (world: World) => instants.at(world[NOW]!);
  const orderOf = (world: World, index: number) => orders.at(world[ORDER + index]!);
  const partOf = (world: World, index: number) => parts.at(world[SERVER + index]!);
  const wireOf = (world: World) => wires.at(world[WIRE]!);
  const spentOf = (world: World) => spendings.at(world[SPENT]!);

  function put(world: World, ...news: [place: number, number: number][]): World {
    const changed = [...world];
    for (const [place, number] of news) changed[place] = number;
    return changed;
  }

  function withPart(world: World, index: number, part: ServerPart): World {
    const { number, isNew } = parts.add(part);
    if (isNew) part.server = carried(part.server);
    return put(world, [SERVER + index, number]);
  }

  /** A step of a server, which depends on the orders alone; computed once. */
  function step(world: World, index: number, name: string, make: (part: ServerPart, look: Look) => Stepped) {
    const [now, ...others] = world.slice(0, SERVER);
    const key = `${world[SERVER + index]} ${now} ${others.join(' ')} ${name}`;
    const known = stepped.get(key);
    if (known) return { world: put(world, [SERVER + index, known.number]), over: known.over };
    const { part, over } = make(partOf(world, index), look(world, index));
    const next = withPart(world, index, part);
    stepped.set(key, { number: next[SERVER + index]!, over });
    return { world: next, over };
  }

  const want = (world: World, index: number, wanted: Want) =>
    step(world, index, `${wanted.application} ${wanted.capacity}`, (part, look) =>
      servers.want(part, wanted, nowOf(world), look),
    ).world;
  const hear = (world: World, index: number, answer: TakeAnswer | null) =>
    step(world, index, answer ? 'hear' : 'unheard', (part, look) => servers.hear(part, answer, look)).world;

  /** What an order hears, as the API makes it of what is posted. */
  function factOf(world: World, saying: Saying): OrderFact {
    const key = `${saying.order}${saying.name} ${world[ORDER + saying.order]}`;
    const known = said.get(key);
    if (known) return known;
    const fact = saying.fact(orderOf(world, saying.order));
    said.set(key, fact);
    return fact;
  }

  function withWire(world: World, waiting: Waiting[]): World {
    return put(world, [WIRE, wires.add(sorted(waiting)).number]);
  }

  function withSpent(world: World, news: Partial<Spent>): World {
    return put(world, [SPENT, spendings.add({ ...spentOf(world), ...news }).number]);
  }

  function troubled(world: World): World {
    return withSpent(world, { troubles: spentOf(world).troubles + 1 });
  }

  /** An order hears something; without a lag it is published at once. */
  function happen(world: World, index: number, happening: Happening) {
    const happened = orders.happen(world[ORDER + index]!, happening);
    const changed = put(world, [ORDER + index, happened.order]);
    return { ...happened, world: scene.isLagging ? changed : publish(changed, index) };
  }

  function publish(world: World, index: number): World {
    return put(world, [PUBLISHED + index, world[ORDER + index]!]);
  }

  function look(world: World, index: number): Look {
    const { customerId } = partOf(world, index).server;
    const published = ORDERS.map((_, order) => world[PUBLISHED + order]!);
    return {
      projected: published.map(projectedOf).filter((order) => order.customerId === customerId && !isOver(order)),
      fresh: (number) => orderOf(world, ORDERS.indexOf(number as (typeof ORDERS)[number])),
    };
  }

  /** An order as its rows say it. */
  function projectedOf(number: number): Projected {
    const known = projections.get(number);
    if (known) return known;
    const order = orders.at(number);
    const projected = { ...order, lines: linesOf(order) };
    projections.set(number, projected);
    return projected;
  }

  function sent(world: World, { order, message }: Outgoing, kind: 'take' | 'tell') {
    const happening = { kind, message, at: message.at, now: nowOf(world) };
    return happen(world, ORDERS.indexOf(order as (typeof ORDERS)[number]), happening);
  }

  /** A server's first message of those that wait is told. */
  function toldIn(world: World, index: number): World {
    const { outbox, ...part } = partOf(world, index);
    return withPart(sent(world, outbox[0]!, 'tell').world, index, { ...part, outbox: outbox.slice(1) });
  }

  /** What is sent and may arrive whenever it wants. */
  function delayed(world: World, { order, message }: Outgoing, kind: 'take' | 'tell'): World {
    const text = `${message.server}'s ${kind} ${message.number}`;
    const happening = { kind, message, at: message.at };
    const waiting = { order: ORDERS.indexOf(order as (typeof ORDERS)[number]), text, happening };
    return withWire(world, [...wireOf(world), waiting]);
  }

  function withCall(world: World, index: number, change: Change, answer: Change['call']['answer']): World {
    return withPart(world, index, { ...partOf(world, index), change: { ...change, call: { ...change.call, answer } } });
  }

  /** The next instant at which anything can become other than it is. */
  function nextInstant(world: World): number | null {
    const now = nowOf(world);
    const stops = ORDERS.flatMap((_, index) => {
      const order = orderOf(world, index);
      const ends = isOver(order) ? [] : order.lines.map(({ terms }) => terms.until);
      return [nextDeadline(order), ...ends].filter((at) => at !== null && at > now) as number[];
    });
    return stops.length > 0 ? Math.min(...stops) : null;
  }

  function atInstant(world: World, now: number): World {
    return put(world, [NOW, instants.add(now).number]);
  }

  /** Time goes on to an instant, and the orders notice. */
  function passTime(world: World, now: number): World {
    return ORDERS.reduce<World>(
      (passed, _, index) => happen(passed, index, { kind: 'time', at: now, now }).world,
      atInstant(world, now),
    );
  }

  function arrive(world: World, waiting: Waiting): World {
    const others = wireOf(world).filter((one) => one !== waiting);
    return happen(withWire(world, others), waiting.order, { ...waiting.happening, now: nowOf(world) }).world;
  }

  /** The first world: all is sold and nothing has happened yet. */
  function first(): World {
    const numbers = ORDERS.map((_, index) => orders.begin(newOrder(index, rules)));
    const servers = scene.servers.map(
      (name) => parts.add({ server: newServer(name, rules), lastNumber: 0, outbox: [], change: null }).number,
    );
    const none = { said: [], changes: 0, troubles: 0 };
    return [
      ...[instants.add(BEGIN).number, ...numbers, ...numbers, ...servers],
      ...[wires.add([]).number, spendings.add(none).number],
    ];
  }

  return {
    scene,
    first,
    nowOf,
    orderOf,
    partOf,
    wireOf,
    spentOf,
    withPart,
    withWire,
    withSpent,
    withCall,
    troubled,
    happen,
    factOf,
    arrive,
    sent,
    toldIn,
    delayed,
    want,
    hear,
    publish,
    isPublished: (world: World, index: number) => world[ORDER + index] === world[PUBLISHED + index],
    nextInstant,
    atInstant,
    passTime,

    /** A server changed by a command of its own. */
    command: (world: World, index: number, command: ServerCommand): World =>
      withPart(world, index, servers.command(partOf(world, index), command, nowOf(world))),

    /** A server retired; null where it still holds something. */
    retire: (world: World, index: number): World | null => {
      const { part, over } = servers.retire(partOf(world, index), nowOf(world), look(world, index));
      return over === 'done' ? withPart(world, index, part) : null;
    },

    /** Whether an order takes a fact for news. */
    isNews: (world: World, index: number, happening: Happening): boolean => {
      const { refused, order } = orders.happen(world[ORDER + index]!, happening);
      return refused === null && order !== world[ORDER + index];
    },

    /** What decides what a server can do in a settled world. */
    placeOf: (world: World, index: number) =>
      [world[NOW], world[ORDER], world[ORDER + 1], world[SERVER + index]].join(' '),

    /** What a server may use of each line: the lesser of what the order gives and what its last finished change took. */
    inUse(world: World): { order: Order; line: string; server: string; given: number; taken: number; used: number }[] {
      return ORDERS.flatMap((_, index) => {
        const order = orderOf(world, index);
        return order.assignments.map(({ line: id, server: name, capacity: given }) => {
          const server = scene.servers.indexOf(name as (typeof scene.servers)[number]);
          const { shares, customerId } = partOf(world, server).server;
          const taken = shares.find((share) => share.order === order.number && share.line === id)?.capacity ?? 0;
          const line = order.lines.find((candidate) => candidate.id === id)!;
          const counts =
            isOwned(order, line, nowOf(world)) && !isLocked(order, line) && customerId === order.customerId;
          return { order, line: id, server: name, given, taken, used: counts ? Math.min(given, taken) : 0 };
        });
      });
    },

    sizes: () => ({ orders: orders.size(), servers: parts.size() }),
  };
}
