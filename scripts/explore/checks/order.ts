import { startOfDay } from '../../../domain/days.ts';
import { isLocked, isOwned, isOver, lineCapacity } from '../../../domain/order/line/capacity.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { driftOf, type Drift } from '../../../domain/order/drift.ts';
import type { Line, Order } from '../../../domain/order/order.ts';
import { customerOf } from '../cast.ts';
import { paidAt } from '../memory.ts';
import type { OrderPart } from '../happening.ts';
import { require } from './violation.ts';

/** What holds of every order, whatever happened to it. */
export function checkOrder({ order, memory }: OrderPart, now: number): void {
  for (const line of order.lines) checkLine(order, line, now);
  for (const line of order.lines) {
    const paid = paidAt(memory.paid, line.id, order.timeZone, order.lastAt);
    require(paid.length === 0 ||
      line.canceledAt !== undefined ||
      isOver(order) ||
      paid.includes(line.capacity), 'has what is paid for', () =>
      `line ${line.id} has ${line.capacity}, and ${paid.join(' or ')} are paid for`);
  }
  for (const { line, server, capacity } of order.assignments) {
    require(Number.isInteger(capacity) && capacity > 0, 'adds up', () => `${server} holds ${capacity} of line ${line}`);
    require(customerOf(server) === order.customerId, 'serves its customer', () =>
      `${server} of ${customerOf(server)} holds ${capacity} of line ${line}, which is sold to ${order.customerId}`);
    require(order.lines.some(({ id }) => id === line), 'adds up', () =>
      `${server} holds ${capacity} of line ${line}, which there is not`);
  }
  const next = nextDeadline(order);
  require(next === null || next > order.lastAt, 'is possible', () =>
    `a deadline is never passed: ${new Date(next!).toISOString()}`);
  const twice = memory.happened.find((one, index) => memory.happened.indexOf(one) !== index);
  require(twice === undefined, 'boundaries come once', () => `"${twice}" happened twice`);
  if (!isOver(order))
    for (const { id, on, dueAt } of order.planned)
      require(dueAt <= order.lastAt ||
        dueAt === startOfDay(on, order.timeZone) ||
        startOfDay(on, order.timeZone) <= order.lastAt, 'boundaries come once', () =>
        `plan ${id} is due at ${new Date(dueAt).toISOString()}, not when ${on} begins in ${order.timeZone}`);
}

function checkLine(order: Order, line: Line, now: number): void {
  const { id } = line;
  const { owned, locked, assigned, free } = lineCapacity(order, line, now);
  require(owned === locked + assigned + free && Math.min(owned, locked, assigned, free) >= 0, 'adds up', () =>
    `line ${id}: locked ${locked} + assigned ${assigned} + free ${free} of ${owned} owned`);
  const shares = order.assignments.filter((share) => share.line === id);
  const held = shares.reduce((sum, { capacity }) => sum + capacity, 0);
  require(held <= line.capacity, 'adds up', () =>
    `line ${id}: servers hold or would get back ${held} of ${line.capacity}`);
  for (const { server, capacity } of shares) {
    const arrived = order.arrivals
      .filter((one) => one.line === id && one.server === server)
      .reduce((sum, one) => sum + one.capacity, 0);
    require(arrived === capacity, 'adds up', () =>
      `line ${id}: ${server} holds ${capacity}, of which ${arrived} arrived`);
  }
  require(!isLocked(order, line) || held === 0 || !isOwned(order, line, now), 'is not used while locked', () =>
    `line ${id} is locked, and servers hold ${held} of it`);
  require(line.canceledAt === undefined || owned === 0, 'what is canceled owns nothing', () =>
    `line ${id} is canceled and owns ${owned}`);
  if (isOver(order) || line.canceledAt !== undefined) return;
  const drift = driftsOf(line, order.timeZone).find(({ kept, today }) => Math.min(kept, today) > order.lastAt);
  require(drift === undefined, 'boundaries come once', () =>
    `line ${id}: ${drift!.boundary} is ${new Date(drift!.kept).toISOString()}, and in ${order.timeZone} ${new Date(drift!.today).toISOString()}`);
  const isMarked = line.marks.includes('expired');
  require(line.terms.graceUntil === null ||
    isMarked === line.terms.graceUntil <= order.lastAt, 'boundaries come once', () =>
    `line ${id} is ${isMarked ? '' : 'not '}marked as expired, and runs until ${new Date(line.terms.graceUntil!).toISOString()}`);
}

const drifts = new Map<string, Drift[]>();

/** Where boundaries of a line lie elsewhere than its zone says. Most lines of most orders are alike, and days take long to compute. */
function driftsOf(line: Line, timeZone: string): Drift[] {
  const { startsOn, endsOn, care, terms } = line;
  const key = JSON.stringify([timeZone, startsOn, endsOn, care?.endsOn, terms]);
  const known = drifts.get(key) ?? driftOf({ ...line, planned: [] }, timeZone, -Infinity);
  drifts.set(key, known);
  return known;
}
