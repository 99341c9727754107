import type { Order } from '../../domain/order/order.ts';
import { ordersRaised } from '../../domain/server/changing.ts';
import { misruled, type Heard, type Mistake } from './misruled.ts';
import { RULES, type Rules } from './rules.ts';

/** A bug, in which scene it shows, and what it does to the rules. */
export type Planted = { name: string; scene: string; rules: Rules };

const isMessage = ({ type }: Heard) => type === 'take' || type === 'tell';

/** An order that looks otherwise to one kind of command. */
function looking(types: Heard['type'][], look: (order: Order) => Partial<Order>): Mistake {
  return { sees: (order, { type }) => (types.includes(type) ? { ...order, ...look(order) } : order) };
}

const unlocked = ({ deliveries }: Order) => ({
  deliveries: deliveries.map((delivery) => ({ ...delivery, unlockedAt: delivery.unlockedAt ?? 0 })),
});
const alive = ({ lines }: Order) => ({ lines: lines.map(({ canceledAt: _, ...line }) => line) });
const plenty = ({ lines }: Order) => ({ lines: lines.map((line) => ({ ...line, capacity: line.capacity + 1 })) });
const unassigned = () => ({ assignments: [] });

/** The rules of orders, each with one mistake. */
const OF_ORDERS: Record<string, [scene: string, mistake: Mistake]> = {
  'what is locked is given': ['beginnings', looking(['take'], unlocked)],
  'one more is given than is free': ['messages', looking(['take'], plenty)],
  'what is canceled is given': ['endings', looking(['take'], alive)],
  'servers of a former customer are given to': [
    'handover',
    { hears: (heard, { customerId }) => (heard.type === 'take' ? { ...heard, customer: customerId } : heard) },
  ],
  'what is told raises': [
    'messages',
    { hears: (heard) => (heard.type === 'tell' ? { ...heard, type: 'take' } : heard) },
  ],
  'messages that come late count': [
    'messages',
    { sees: (order, heard) => (isMessage(heard) ? { ...order, servers: [] } : order) },
  ],
  'a question that is asked again is given once more': [
    'messages',
    {
      sees: (order, { type }) => (type === 'take' ? { ...order, servers: [] } : order),
      hears: (heard, order) => (heard.type === 'take' ? { ...heard, shares: doubled(heard, order) } : heard),
    },
  ],
  'what is assigned is locked again': ['moves', looking(['lock'], unassigned)],
  'what is kept stays when it is locked again': [
    'handover',
    { says: (event) => (event.type === 'locked' ? { ...event, givenUp: [] } : event) },
  ],
  'an unlock counts whenever it was taken': [
    'beginnings',
    looking(['unlock'], ({ deliveries }) => ({ deliveries: deliveries.map(({ commandedAt: _, ...one }) => one) })),
  ],
  'what is assigned is transferred': ['moves', looking(['transfer'], unassigned)],
  'what is kept is transferred with its line': [
    'handover',
    { says: (event) => (event.type === 'parties-changed' ? { ...event, givenUp: [] } : event) },
  ],
  'what is unlocked is amended': [
    'beginnings',
    looking(['amend'], ({ deliveries }) => ({
      ...{ isChanged: false, renewals: [], status: 'open' },
      deliveries: deliveries.slice(0, 1).map(({ commandedAt: _, ...one }) => ({ ...one, unlockedAt: null })),
    })),
  ],
  'a withdrawal forgets what time has done': [
    'endings',
    { becomes: (after, { type }) => (type === 'withdrawn' ? unmarked(after) : after) },
  ],
  'a withdrawn renewal leaves its last day': [
    'endings',
    {
      becomes: (after, { type }, before) =>
        type === 'withdrawn'
          ? { ...after, lines: after.lines.map((line, index) => ({ ...line, terms: before.lines[index]!.terms })) }
          : after,
    },
  ],
  'a withdrawal leaves what was planned': [
    'endings',
    { becomes: (after, { type }, before) => (type === 'withdrawn' ? { ...after, planned: before.planned } : after) },
  ],
  'a canceled line drops what its servers held': [
    'endings',
    {
      becomes: (after, event) =>
        event.type === 'canceled' ? without(after, event.lines?.map(({ line }) => line) ?? []) : after,
    },
  ],
  'a renewal revives what is canceled': [
    'endings',
    {
      ...looking(['renew'], alive),
      becomes: (after, { type }) => (type === 'renewed' ? { ...after, ...alive(after) } : after),
    },
  ],
  'a reduction counts from the renewal on': [
    'endings',
    {
      becomes: (after, event) =>
        event.type === 'renewed'
          ? {
              ...after,
              lines: after.lines.map((line) => ({
                ...line,
                capacity: event.lines.find((one) => one.line === line.id)?.planned?.capacity ?? line.capacity,
              })),
            }
          : after,
    },
  ],
  'a reduction takes nothing back': ['late', { says: (event) => (event.type === 'taken-back' ? null : event) }],
  'a reduction takes the first back': [
    'late',
    looking(['renew', 'pass-time'], ({ arrivals }) => ({ arrivals: arrivals.toReversed() })),
  ],
  'what was planned is forgotten at the next renewal': [
    'endings',
    {
      becomes: (after, { type }, before) =>
        type === 'renewed' && before.planned.length > 0 ? { ...after, planned: [] } : after,
    },
  ],
  'an expiry is not noted': [
    'endings',
    { becomes: (after, { type }, before) => (type === 'expired' ? { ...after, lines: before.lines } : after) },
  ],
  'a change of zone leaves what is planned': [
    'moves',
    {
      becomes: (after, { type }, before) =>
        type === 'time-zone-changed' ? { ...after, planned: before.planned } : after,
    },
  ],
  'a change of zone forgets what time has done': [
    'moves',
    { becomes: (after, { type }) => (type === 'time-zone-changed' ? unmarked(after) : after) },
  ],
  'instants of a former zone are taken': [
    'moves',
    {
      hears: (heard, { timeZone }) =>
        heard.type === 'renew' || heard.type === 'cancel' ? { ...heard, inZone: timeZone } : heard,
    },
  ],
  'a renewal is not known when it comes again': [
    'endings',
    { becomes: (after, { type }) => (type === 'renewed' ? { ...after, renewals: [] } : after) },
  ],
};

/** What servers do and say, each with one mistake. */
const OF_SERVERS: Record<string, [scene: string, rules: Partial<Rules>]> = {
  'a server plans on what is locked': [
    'beginnings',
    { candidatesOf: (order, server, at) => RULES.candidatesOf({ ...order, ...unlocked(order as Order) }, server, at) },
  ],
  'a server plans on more than is free': [
    'messages',
    {
      sharesAfter: (server, candidates, wanted) =>
        RULES.sharesAfter(
          server,
          candidates.map((line) => ({ ...line, free: line.free + 1 })),
          wanted,
        ),
    },
  ],
  'a server gives nothing back': [
    'messages',
    {
      createMessages: (start, current) => ({
        ...RULES.createMessages(start, current),
        tell: () => {},
        tellChanged: () => [],
      }),
    },
  ],
  'a server keeps only the newest of what it has to tell': [
    'messages',
    {
      createMessages: (start, current) => {
        const messages = RULES.createMessages(start, current);
        return { ...messages, carry: () => ({ ...messages.carry(), outbox: messages.carry().outbox.slice(-1) }) };
      },
    },
  ],
  'a server gives its messages the same number': [
    'messages',
    {
      createMessages: (start, current) => {
        const messages = RULES.createMessages(start, current);
        return {
          ...messages,
          carry: () => ({ ...messages.carry(), lastNumber: Math.min(messages.carry().lastNumber, 1) }),
        };
      },
    },
  ],
  'a server does not ask for what was taken from it': [
    'late',
    { ordersToAsk: ({ shares }, _candidates, after) => ordersRaised(shares, after) },
  ],
};

/** Every planted bug: an exploration finds each. */
export const PLANTED: Planted[] = [
  ...Object.entries(OF_ORDERS).map(([name, [scene, mistake]]) => ({ name, scene, rules: misruled(mistake) })),
  ...Object.entries(OF_SERVERS).map(([name, [scene, rules]]) => ({ name, scene, rules: { ...RULES, ...rules } })),
];

function doubled({ server, shares, number }: Heard & { type: 'take' }, { assignments, servers }: Order) {
  const isAgain = servers.some((heard) => heard.server === server && heard.number >= number);
  const held = (line: string) => assignments.find((one) => one.server === server && one.line === line)?.capacity ?? 0;
  return isAgain ? shares.map(({ line, capacity }) => ({ line, capacity: capacity + held(line) })) : shares;
}

function unmarked(order: Order): Order {
  return { ...order, lines: order.lines.map((line) => ({ ...line, marks: [] })) };
}

function without(order: Order, lines: string[]): Order {
  const isOther = ({ line }: { line: string }) => !lines.includes(line);
  return { ...order, assignments: order.assignments.filter(isOther), arrivals: order.arrivals.filter(isOther) };
}
