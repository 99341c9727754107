import type { Withdrawal } from '../../../domain/order/facts.ts';
import type { Handled } from '../../../domain/order/handle.ts';
import type { Line, Order } from '../../../domain/order/order.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import { heldBy } from '../../../domain/order/change/sharing.ts';
import { handling, type Happening, type OrderPart } from '../happening.ts';
import type { Rules } from '../rules.ts';
import { require } from './violation.ts';

/**
 * What was withdrawn leaves its lines as they are in the life in which it was never said. What servers, locks and transfers
 * did meanwhile counts; where servers did nothing each holds what it held.
 */
export function checkWithdrawal(rules: Rules, history: OrderPart[], { order, events }: Handled): void {
  const withdrawn = events.find((event) => event.type === 'withdrawn');
  if (!withdrawn) return;
  const stated = history.findIndex((part) => part.from !== null && states(part, withdrawn));
  const { never, isMoved } = lifeWithout(rules, history, stated, order.lastAt);
  const before = history[stated - 1]!.order;
  // What falls due for a canceled line happens when it comes back: whoever gave something back before that changes what is taken.
  const isSame = !isMoved && before.servers.every(({ server, number }) => numberOf(order, server) === number);
  for (const { line: id } of withdrawn.lines) {
    const [now, then] = [order, never].map((each) => each.lines.find((line) => line.id === id)!);
    const [is, wouldBe] = [aspectsOf(order, now!), aspectsOf(never, then!)];
    require(is === wouldBe, 'withdrawn as if never said', () => `line ${id} is ${is}, and would be ${wouldBe}`);
    for (const { server } of [...order.assignments, ...never.assignments]) {
      const [held, would] = [heldBy(order, server, id), heldBy(never, server, id)];
      require(isSame
        ? held === would
        : held <= Math.max(would, heldBy(history.at(-1)!.order, server, id)), 'withdrawn as if never said', () =>
        `${server} holds ${held} of line ${id}, and would hold ${would}`);
    }
  }
}

function numberOf(order: Order, server: string): number | undefined {
  return order.servers.find((heard) => heard.server === server)?.number;
}

/** The same life without a fact; `isMoved` where what was kept can have been given up meanwhile. */
function lifeWithout(rules: Rules, history: OrderPart[], stated: number, until: number) {
  let never = history[stated - 1]!.order;
  let isMoved = false;
  for (const part of history.slice(stated + 1)) {
    const before = history[history.indexOf(part) - 1]!.order;
    const same = sameThere(part.from!.happening, before, part.order, never);
    // What was late took effect when the order came to it, which the fact had made later than it would have been.
    if (same) never = handling(rules, never, { ...same, at: Math.max(same.at, before.lastAt) }).handled.order;
    isMoved ||= before.customerId !== part.order.customerId || part.order.deliveries.some(isLockedAgain(before));
  }
  never = handling(rules, never, { kind: 'time', at: until, now: until }).handled.order;
  return { never, isMoved };
}

/**
 * The same as it happened: what is said of a plan by its number is said of the same plan, which may have another number there;
 * what was said of a whole order concerned the lines that it had then.
 */
function sameThere(happening: Happening, before: Order, after: Order, there: Order): Happening | null {
  if (happening.kind !== 'fact') return happening;
  const { command } = happening;
  if (command.type === 'withdraw-plan') {
    const plan = before.planned.find((planned) => planned.id === command.id);
    const same = there.planned.find(
      ({ type, line, on }) => plan?.type === type && plan.line === line && plan.on === on,
    );
    return same ? { ...happening, command: { ...command, id: same.id } } : null;
  }
  if ((command.type !== 'renew' && command.type !== 'cancel') || ('lines' in command && command.lines))
    return happening;
  const lines = after.lines.filter(({ factSeq }) => factSeq !== undefined && factSeq > before.seq).map(({ id }) => id);
  if (command.type === 'renew')
    return { ...happening, command: { ...command, lines: lines.map((line) => ({ line })) } };
  return command.reference === undefined ? happening : { ...happening, command: { ...command, lines } };
}

function isLockedAgain(before: Order) {
  return ({ id, unlockedAt }: Order['deliveries'][number]) =>
    unlockedAt === null && before.deliveries.some((delivery) => delivery.id === id && delivery.unlockedAt !== null);
}

/** Whether an order came about by the fact that was withdrawn. */
function states({ order, from }: OrderPart, { kind, reference }: Withdrawal): boolean {
  const happening = from!.happening;
  if (happening.kind !== 'fact') return false;
  const command: OrderFact = happening.command;
  const known = kind === 'renewal' ? order.renewals : order.facts;
  return (
    command.type === (kind === 'renewal' ? 'renew' : 'cancel') &&
    command.reference === reference &&
    known.some((fact) => fact.reference === reference)
  );
}

/** All that facts and time decide about a line. */
function aspectsOf(order: Order, { id, capacity, license, endsOn, care, terms, marks, canceledAt }: Line): string {
  const planned = order.planned
    .filter(({ line }) => line === id)
    .map(({ type, on, dueAt, ...plan }) => ({ type, on, dueAt, capacity: 'capacity' in plan ? plan.capacity : null }))
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  const notices = order.notices.filter(({ line }) => line === id).map(({ days, at }) => ({ days, at }));
  return JSON.stringify({
    ...{ status: order.status, capacity, license, endsOn, care, terms, marks: [...marks].sort(), canceledAt },
    ...{ planned, notices },
  });
}
