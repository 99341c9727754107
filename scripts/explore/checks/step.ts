import type { Handled } from '../../../domain/order/handle.ts';
import { isOwned } from '../../../domain/order/line/capacity.ts';
import { heldBy } from '../../../domain/order/change/sharing.ts';
import type { Order } from '../../../domain/order/order.ts';
import { carried, handling, orderKey, type Happening, type OrderPart } from '../happening.ts';
import type { Rules } from '../rules.ts';
import { require } from './violation.ts';

/** What holds of everything that happens to an order. */
export function checkStep(rules: Rules, before: OrderPart, happening: Happening, handled: Handled): void {
  const { order, events } = handled;
  if (events.length === 0) return;
  const replayed = carried(events).reduce(rules.evolve, before.order);
  require(orderKey(replayed) === orderKey(order), 'replays', () => events.map(({ type }) => type).join(', '));
  const again = handling(rules, order, happening).handled;
  // A plan that was withdrawn is not known any more.
  const isRefused = events.some(({ type }) => type.endsWith('-refused') || type === 'plan-withdrawn');
  require(isRefused || again.events.length === 0, 'repeats change nothing', () =>
    `again: ${again.events.map(({ type }) => type).join(', ')}`);
  checkCancellations(before.order, handled);
  checkUnlocks(before, happening, handled);
  if ('message' in happening) checkMessage(before.order, happening, order);
  checkReductions(before, happening, handled);
}

/** Late messages change nothing; what is told never raises, and what is asked is given as it was asked. */
function checkMessage(before: Order, happening: Happening & { kind: 'take' | 'tell' }, after: Order): void {
  const { server, number, shares } = happening.message;
  const last = before.servers.find((heard) => heard.server === server)?.number ?? 0;
  const heldOf = (order: Order) => order.lines.map(({ id }) => heldBy(order, server, id));
  if (number <= last) {
    require(String(heldOf(after)) === String(heldOf(before)), 'repeats change nothing', () =>
      `message ${number} of ${server} came after ${last}`);
    return;
  }
  for (const { id } of after.lines) {
    const asked = shares.find((share) => share.line === id)?.capacity ?? 0;
    const held = heldBy(after, server, id);
    const former = heldBy(before, server, id);
    const line = before.lines.find((candidate) => candidate.id === id);
    require(held <= former ||
      (line !== undefined && isOwned(before, line, before.lastAt)), 'what is canceled owns nothing', () =>
      `${server} had ${former} of line ${id}, which owns nothing, and has ${held}`);
    require(happening.kind === 'tell'
      ? held === Math.min(asked, former)
      : held === asked || held === former, 'tells only lower', () =>
      `${server} said ${asked} of line ${id}, had ${former}, and has ${held}`);
  }
}

function checkCancellations(before: Order, { order, events }: Handled): void {
  const back = before.lines.find(
    ({ id, canceledAt }) =>
      canceledAt !== undefined && order.lines.some((line) => line.id === id && line.canceledAt === undefined),
  );
  require(back === undefined || events.some(({ type }) => type === 'withdrawn'), 'what is canceled owns nothing', () =>
    `line ${back!.id} came back by ${events.map(({ type }) => type).join(', ')}`);
}

function checkUnlocks({ memory }: OrderPart, { at }: Happening, { events }: Handled): void {
  for (const event of events)
    if (event.type === 'unlocked')
      require(at >= (memory.lockedAt[event.delivery] ?? -Infinity), 'older unlocks lose', () =>
        `delivery ${event.delivery} was unlocked by what was taken ${new Date(at).toISOString()}`);
}

/** Units go from who was assigned last. */
function checkReductions({ order: before }: OrderPart, happening: Happening, { order, events }: Handled): void {
  const taken = events.filter((event) => event.type === 'taken-back').filter(({ because }) => because === 'capacity');
  for (const { line } of taken) {
    const kept = order.arrivals.filter((arrived) => arrived.line === line);
    const former = before.arrivals.filter((arrived) => arrived.line === line);
    const first = former.slice(0, kept.length);
    require(isOwned(
      before,
      before.lines.find(({ id }) => id === line)!,
      happening.now,
    ) === false || kept.every(({ server }, index) => first[index]?.server === server), 'takes the last first', () =>
      `of ${JSON.stringify(former)} is left ${JSON.stringify(kept)}`);
  }
}
