import { isLocked, isOver, isOwned, type Ledger } from '../../domain/order/capacity.ts';
import { nextDeadline } from '../../domain/order/deadlines.ts';
import { linesOf } from '../../domain/order/lasting.ts';
import type { Order, OrderFact } from '../../domain/order/order.ts';
import type { Outgoing, TakeAnswer } from '../../temporal/contract.ts';
import { BEGIN, HOUR_MS, newOrder, newServer, ORDERS } from './cast.ts';
import { createOrders, carried, type Happening } from './orders.ts';
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
import { require } from './violation.ts';

/** A message or a fact that is still on its way, and may overtake others. */
export type Waiting = { order: number; text: string; happening: WaitingHappening };
type Projected = Ledger & { customerId: string };
type WaitingHappening = Happening extends infer Each ? (Each extends Happening ? Omit<Each, 'now'> : never) : never;

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

  /** Tells all that can happen in a world, each with what comes of it. */
  function moves(world: World, tell: (text: string, next: () => World | null) => void): void {
    const now = nowOf(world);
    const spent = spentOf(world);
    const hasTroubles = spent.troubles < scene.troubles;
    const wire = wireOf(world);

    for (const saying of scene.sayings) {
      const about = `${ORDERS[saying.order]} hears: ${saying.name}`;
      const said = `${saying.order}${saying.name}`;
      if (spent.said.includes(said)) continue;
      const saidWorld = () => withSpent(world, { said: [...spent.said, said].sort() });
      tell(about, () => {
        const happening = { kind: 'fact', command: factOf(world, saying), at: now, now } as const;
        const { refused, order } = orders.happen(world[ORDER + saying.order]!, happening);
        if (refused !== null || order === world[ORDER + saying.order]) return null;
        return happen(saidWorld(), saying.order, happening).world;
      });
      if (hasTroubles && wire.length < 2)
        tell(`said, and waits: ${saying.name}`, () => {
          const happening = { kind: 'fact', command: factOf(world, saying), at: now } as const;
          // The API asks the rules first: what is refused now is not sent.
          const { refused, order } = orders.happen(world[ORDER + saying.order]!, { ...happening, now });
          if (refused !== null || order === world[ORDER + saying.order]) return null;
          const waiting = { order: saying.order, text: saying.name, happening };
          return troubled(withWire(saidWorld(), [...wire, waiting]));
        });
    }

    for (const waiting of wire)
      tell(`${ORDERS[waiting.order]} hears at last: ${waiting.text}`, () => arrive(world, waiting));

    scene.servers.forEach((name, index) => serverMoves(world, name, index, hasTroubles, tell));

    const next = nextInstant(world);
    if (next !== null) {
      tell(`it is ${new Date(next).toISOString()}`, () => passTime(world, next));
      if (hasTroubles)
        tell(`it is ${new Date(next).toISOString()}, and no worker runs`, () => troubled(atInstant(world, next)));
    }
    if (hasTroubles) tell('an hour passes', () => troubled(passTime(world, now + HOUR_MS)));
    if (scene.isLagging)
      ORDERS.forEach((number, index) => {
        if (world[ORDER + index] !== world[PUBLISHED + index])
          tell(`${number} is published`, () => publish(world, index));
      });
  }

  function arrive(world: World, waiting: Waiting): World {
    const others = wireOf(world).filter((one) => one !== waiting);
    return happen(withWire(world, others), waiting.order, { ...waiting.happening, now: nowOf(world) }).world;
  }

  function serverMoves(
    world: World,
    name: string,
    index: number,
    hasTroubles: boolean,
    tell: (text: string, next: () => World | null) => void,
  ): void {
    const part = partOf(world, index);
    const { server, change, outbox } = part;
    const { changes } = spentOf(world);
    const isAlive = server.retiredAt === null;

    if (change === null && isAlive && changes < scene.changes) {
      const begun = () => withSpent(world, { changes: changes + 1 });
      for (const wanted of scene.wants)
        tell(`${name} wants ${wanted.capacity} of ${wanted.application}`, () => {
          const held = server.shares.filter((share) => share.application === wanted.application);
          if (held.length === 0 && wanted.capacity === 0) return null;
          return want(begun(), index, wanted);
        });
    }
    if (change !== null) {
      const { call } = change;
      const asks = `${call.outgoing.order} is asked by ${name} (${call.outgoing.message.number})`;
      if (call.answer === null) {
        tell(asks, () => {
          const { world: next, answer } = sent(world, call.outgoing, 'take');
          return withCall(next, index, change, answer);
        });
        if (hasTroubles && wireOf(world).length < 2)
          tell(`${name} gives up asking ${call.outgoing.order}, which may still hear it`, () =>
            hear(troubled(delayed(world, call.outgoing, 'take')), index, null),
          );
      } else {
        const { answer } = call;
        tell(`${name} hears the answer of ${call.outgoing.order}`, () => hear(world, index, answer));
        if (hasTroubles) {
          tell(`crash: the answer of ${call.outgoing.order} to ${name} is lost, and will be asked for again`, () =>
            troubled(withCall(world, index, change, null)),
          );
          tell(`${name} never gets the answer of ${call.outgoing.order}`, () => hear(troubled(world), index, null));
        }
      }
    }
    const [first, ...others] = outbox;
    if (first) {
      const text = `${first.order} is told by ${name} (${first.message.number})`;
      tell(text, () => withPart(sent(world, first, 'tell').world, index, { ...part, outbox: others }));
      if (hasTroubles) {
        tell(`${text}, and will be told again`, () => troubled(sent(world, first, 'tell').world));
        if (wireOf(world).length < 2)
          tell(`${text}, and once more later`, () =>
            troubled(
              withPart(delayed(sent(world, first, 'tell').world, first, 'tell'), index, { ...part, outbox: others }),
            ),
          );
      }
    }
    if (scene.isLiving) lifeMoves(world, name, index, tell);
  }

  function lifeMoves(
    world: World,
    name: string,
    index: number,
    tell: (text: string, next: () => World | null) => void,
  ): void {
    const part = partOf(world, index);
    const { server, change } = part;
    const { said } = spentOf(world);
    const now = nowOf(world);
    const once = (what: string) => withSpent(world, { said: [...said, what].sort() });
    const can = (what: string) => server.retiredAt === null && !said.includes(what);
    const [activates, leaves, retires] = [`${name} activates`, `${name} leaves`, `${name} retires`];
    if (can(activates) && server.shares.length > 0)
      tell(activates, () => withPart(once(activates), index, servers.command(part, activation(name), now)));
    if (can(leaves) && server.activation)
      tell(leaves, () => withPart(once(leaves), index, servers.command(part, { type: 'leave' }, now)));
    if (can(retires) && change === null)
      tell(retires, () => {
        const { part: retired, over } = servers.retire(part, now, look(world, index));
        return over === 'done' ? withPart(once(retires), index, retired) : null;
      });
  }

  /** The world after everything on its way has arrived and every change under way is over; `did` hears what happened. */
  function settled(world: World, did: (text: string) => void): World {
    let now: World = world;
    for (const waiting of [...wireOf(now)]) {
      did(`${ORDERS[waiting.order]} hears at last: ${waiting.text}`);
      now = arrive(now, waiting);
    }
    now = passTime(now, nowOf(now));
    for (let steps = 0; ; steps += 1) {
      require(steps < 200, 'nothing is stuck', () => 'messages go on for ever');
      const index = scene.servers.findIndex((_, candidate) => {
        const { change, outbox } = partOf(now, candidate);
        return change !== null || outbox.length > 0;
      });
      if (index === -1) return ORDERS.reduce<World>((each, _, order) => publish(each, order), now);
      const part = partOf(now, index);
      const [first, ...others] = part.outbox;
      if (first) {
        did(`${first.order} is told by ${part.server.id} (${first.message.number})`);
        now = withPart(sent(now, first, 'tell').world, index, { ...part, outbox: others });
        continue;
      }
      const { call } = part.change!;
      did(`${call.outgoing.order} is asked by ${part.server.id} (${call.outgoing.message.number})`);
      const { world: asked, answer } = sent(now, call.outgoing, 'take');
      now = hear(withCall(asked, index, part.change!, answer), index, answer);
    }
  }

  /** A server's wish in a settled world, until it is over. */
  function wish(world: World, index: number, wanted: Want, did: (text: string) => void): World {
    did(`${scene.servers[index]} wants ${wanted.capacity} of ${wanted.application}`);
    return settled(want(world, index, wanted), did);
  }

  function begin(): World {
    const numbers = ORDERS.map((_, index) => orders.begin(newOrder(index, rules)));
    const none = { said: [], changes: 0, troubles: 0 };
    let world: World = [
      instants.add(BEGIN).number,
      ...numbers,
      ...numbers,
      ...scene.servers.map(
        (name) => parts.add({ server: newServer(name, rules), lastNumber: 0, outbox: [], change: null }).number,
      ),
      wires.add([]).number,
      spendings.add(none).number,
    ];
    for (const step of scene.before) {
      if ('until' in step) world = passTime(world, Date.parse(step.until));
      else if ('want' in step) world = wish(world, scene.servers.indexOf(step.server), step.want, () => {});
      else {
        const now = nowOf(world);
        const command = step.fact(orderOf(world, step.order));
        world = publish(happen(world, step.order, { kind: 'fact', command, at: now, now }).world, step.order);
      }
    }
    return passTime(world, nowOf(world) + HOUR_MS);
  }

  return {
    begin,
    moves,
    settled,
    wish,
    nowOf,
    orderOf,
    partOf,
    servers: scene.servers,
    look,
    canRetire: (world: World, index: number) =>
      servers.retire(partOf(world, index), nowOf(world), look(world, index)).over === 'done',

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

function activation(name: string) {
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: name } as const;
  return {
    type: 'activate',
    tokenVersion: 1,
    fingerprint: name,
    publicKey,
    version: '2026.Autumn.1',
    hostname: null,
  } as const;
}
