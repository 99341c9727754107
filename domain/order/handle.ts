import { clampAt, recordNext } from '../recorded.ts';
import { Refusal } from '../refusal.ts';
import { deadlinePassed, type Deadline } from './deadlines.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { lineNamed } from './line/lines.ts';
import { lostByPlan } from './change/planning.ts';
import { loseWith } from './change/sharing.ts';
import type { Order } from './order.ts';
import type { OrderCommand, OrderFact } from './commands.ts';
import type { Attributed, OrderEvent, RecordedOrderEvent } from './events.ts';

/** An order after something happened, and what is new in its journal. */
export type Handled = { order: Order; events: RecordedOrderEvent[] };

/**
 * Applies a command at the instant the API took it, and the deadlines up to that instant. Later ones are left to
 * `passTime`: so every command that came before a deadline wins, even if several waited for a worker.
 * What it changes says who gave it. Refusals: those of `decide`; nothing is changed then.
 */
export function handle(order: Order, command: Attributed<OrderCommand>, atMs: number, nowMs: number): Handled {
  return settle(order, atMs, nowMs, (current, at) =>
    attributed(decide(current, command, at, Math.min(atMs, nowMs)), command),
  );
}

/** The same for facts, which are never lost: a refusal becomes an event of the journal. */
export function handleFact(order: Order, fact: Attributed<OrderFact>, atMs: number, nowMs: number): Handled {
  return settle(order, atMs, nowMs, (current, at) =>
    attributed(decideFact(current, fact, at, Math.min(atMs, nowMs)), fact),
  );
}

function attributed(events: OrderEvent[], { by, requestId }: Attributed<unknown>): Attributed<OrderEvent>[] {
  return events.map((event) => ({ ...event, ...(by && { by }), ...(requestId && { requestId }) }));
}

function decideFact(order: Order, fact: OrderFact, atMs: number, takenAtMs: number): OrderEvent[] {
  try {
    return decide(order, fact, atMs, takenAtMs);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [refused(fact, error)];
  }
}

function refused(fact: OrderFact, { code }: Refusal): OrderEvent {
  switch (fact.type) {
    case 'unlock':
      return { type: 'unlock-refused', code, delivery: fact.delivery };
    case 'suspend':
    case 'resume':
      return { type: `${fact.type}-refused`, code };
    case 'cancel':
      return { type: 'cancel-refused', code, ...(fact.reference !== undefined && { reference: fact.reference }) };
    case 'withdraw-plan':
      return { type: 'withdraw-plan-refused', code, reference: fact.id };
    case 'renew':
    case 'expand':
    case 'amend':
    case 'lock':
    case 'withdraw':
    case 'convert':
    case 'change-time-zone':
    case 'change-seller':
    case 'transfer':
    case 'state-intent':
      return { type: `${fact.type}-refused`, code, reference: fact.reference };
  }
}

/** What servers lose by what time has done. */
function lostWith(order: Order, { event, planned }: Deadline): OrderEvent[] {
  if (planned) return lostByPlan(order, planned);
  return event.type === 'expired' ? loseWith(order, [lineNamed(order, event.line)], 'expiry') : [];
}

/** Applies every deadline up to now. */
export function passTime(order: Order, nowMs: number): Handled {
  return settle(order, nowMs, nowMs, () => []);
}

/** Deadlines up to an instant, a command, and what the command itself brought past its time. */
function settle(
  order: Order,
  atMs: number,
  nowMs: number,
  decideAt: (order: Order, atMs: number) => Attributed<OrderEvent>[],
): Handled {
  const at = clampAt(order, atMs, nowMs);
  const handled: Handled = { order, events: [] };
  const append = (event: Attributed<OrderEvent>, eventAtMs: number) => {
    const recorded = recordNext(handled.order, event, Math.max(handled.order.lastAt, eventAtMs), nowMs);
    handled.order = evolve(handled.order, recorded);
    handled.events.push(recorded);
  };
  const passDeadlines = () => {
    for (let due = deadlinePassed(handled.order, at); due; due = deadlinePassed(handled.order, at))
      for (const event of [due.event, ...lostWith(handled.order, due)]) append(event, due.atMs);
  };
  passDeadlines();
  for (const event of decideAt(handled.order, at)) append(event, at);
  passDeadlines();
  return handled;
}
