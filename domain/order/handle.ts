import { clampAt, recordNext } from '../recorded.ts';
import { Refusal } from '../refusal.ts';
import { deadlinePassed } from './deadlines.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import {
  openOrder,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderOpening,
  type RecordedOrderEvent,
} from './order.ts';

/** An order after something happened, and what is new in its journal. */
export type Handled = { order: Order; events: RecordedOrderEvent[] };

/**
 * A new order with its first delivery, as of the instant at which it was accepted: what was over by then says so at
 * once. Deadlines since then are left to `passTime`, as commands may wait that came before them.
 */
export function accept(opening: OrderOpening, delivery: OrderCommand & { type: 'deliver' }, nowMs: number): Handled {
  const { acceptedAt } = opening;
  const order = openOrder(opening);
  return settle(order, { at: acceptedAt, until: acceptedAt, now: nowMs }, (current) =>
    decide(current, delivery, acceptedAt),
  );
}

/**
 * Applies a command at the instant the API took it: first the deadlines up to that instant, then the command, then the
 * deadlines up to now. So a command that came before a deadline wins, even if both waited for a worker.
 * Refusals: those of `decide`; nothing is changed then.
 */
export function handle(order: Order, command: OrderCommand, atMs: number, nowMs: number): Handled {
  return settle(order, { at: atMs, until: nowMs, now: nowMs }, (current, at) => decide(current, command, at));
}

/** The same for facts, which are never lost: a refusal becomes an event of the journal. */
export function handleFact(
  order: Order,
  command: OrderCommand & { type: 'unlock' },
  atMs: number,
  nowMs: number,
): Handled {
  return settle(order, { at: atMs, until: nowMs, now: nowMs }, (current, at) => {
    try {
      return decide(current, command, at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [{ type: `${command.type}-refused`, code: error.code, delivery: command.delivery }];
    }
  });
}

/** Applies every deadline up to now. */
export function passTime(order: Order, nowMs: number): Handled {
  return settle(order, { at: nowMs, until: nowMs, now: nowMs }, () => []);
}

/** Deadlines up to the command's instant, the command, deadlines `until`; everything is written down `now`. */
function settle(
  order: Order,
  when: { at: number; until: number; now: number },
  decideAt: (order: Order, atMs: number) => OrderEvent[],
): Handled {
  const at = clampAt(order, when.at, when.now);
  const handled: Handled = { order, events: [] };
  const append = (event: OrderEvent, eventAtMs: number) => {
    const recorded = recordNext(handled.order, event, Math.max(handled.order.lastAt, eventAtMs), when.now);
    handled.order = evolve(handled.order, recorded);
    handled.events.push(recorded);
  };
  const passDeadlines = (untilMs: number) => {
    for (let due = deadlinePassed(handled.order, untilMs); due; due = deadlinePassed(handled.order, untilMs))
      append(due.event, due.atMs);
  };
  passDeadlines(at);
  for (const event of decideAt(handled.order, at)) append(event, at);
  passDeadlines(when.until);
  return handled;
}
