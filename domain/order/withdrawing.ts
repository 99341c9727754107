import { WITHDRAWAL_DAYS } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import type { Withdrawable, Withdrawal } from './facts.ts';
import { aboutLine, lineNamed, listedLine } from './lines.ts';
import {
  MOST_LINES,
  type FormerLine,
  type Line,
  type Notice,
  type Order,
  type OrderEvent,
  type RecordedOrderEvent,
  type WithdrawableFact,
} from './order.ts';

const DAY_MS = 86_400_000;

/** Lines of facts that can be taken back, in one order: as many as it has at most. */
const MOST_FORMER_LINES = MOST_LINES;

/** Until when a fact can be taken back that took effect at an instant; both in epoch milliseconds. */
export function withdrawableUntil(atMs: number): number {
  return atMs + WITHDRAWAL_DAYS * DAY_MS;
}

/**
 * Takes a renewal or a cancellation back: its lines are as they were, but for what others did meanwhile. Once more changes
 * nothing. Refusals: REFERENCE_UNKNOWN, TOO_LATE_TO_WITHDRAW, NOT_THE_NEWEST, ORDER_ENDED, ORDER_CANCELED.
 */
export function withdraw(order: Order, { kind, reference }: Withdrawal, atMs: number): OrderEvent[] {
  if (order.withdrawn.some((one) => one.kind === kind && one.reference === reference)) return [];
  const isKnown =
    kind === 'renewal'
      ? order.renewals.some((renewal) => renewal.reference === reference)
      : order.facts.some((fact) => fact.kind === kind && fact.reference === reference);
  if (!isKnown) throw new Refusal('REFERENCE_UNKNOWN', { reference });
  if (order.status === 'ended') throw new Refusal('ORDER_ENDED');
  const fact = order.withdrawables.find((one) => one.kind === kind && one.reference === reference);
  if (!fact || atMs > withdrawableUntil(fact.at)) throw new Refusal('TOO_LATE_TO_WITHDRAW', { days: WITHDRAWAL_DAYS });
  const newer = fact.former.find(({ line, seq }) => order.lines.find(({ id }) => id === line.id)?.factSeq !== seq);
  if (newer) throw new Refusal('NOT_THE_NEWEST', { line: newer.line.id });
  return [
    {
      type: 'withdrawn',
      ...{ kind, reference },
      lines: fact.former.map(({ line }) => ({
        ...listedLine(lineNamed(order, line.id)),
        endsOn: line.endsOn ?? line.care?.endsOn ?? null,
        capacity: line.capacity,
      })),
    },
    ...givenAgain(order, fact),
  ];
}

/** What servers lost by it comes back to those that said nothing to the order since. */
function givenAgain(order: Order, fact: WithdrawableFact): OrderEvent[] {
  return fact.taken.flatMap(({ line: id, server, capacity, number }): OrderEvent[] => {
    const line = lineNamed(order, id);
    const heard = order.servers.find((candidate) => candidate.server === server);
    if (heard?.number !== number) return [];
    const held = order.assignments.find((share) => share.line === id && share.server === server)?.capacity ?? 0;
    return [{ type: 'assigned', ...aboutLine(line), server, capacity, total: held + capacity }];
  });
}

/**
 * The order with a fact about lines that can be taken back; earlier facts about the same lines can't be any more. What was
 * planned and takes effect is taken back from then on as it stood then.
 */
export function withWithdrawable(
  order: Order,
  { kind, reference, lines }: { kind: Withdrawable; reference: string; lines: string[] },
  { seq, at }: { seq: number; at: number },
): Order {
  const former = order.lines.filter(({ id }) => lines.includes(id)).map((line) => formerOf(order, line, seq));
  const isThis = (fact: WithdrawableFact) => fact.kind === kind && fact.reference === reference;
  const known = order.withdrawables.find(isThis);
  const others = known?.former.filter(({ line }) => !lines.includes(line.id)) ?? [];
  const fact: WithdrawableFact = { kind, reference, at, former: [...others, ...former], taken: known?.taken ?? [] };
  const kept = order.withdrawables.filter((earlier) => !isThis(earlier) && withdrawableUntil(earlier.at) >= at);
  return { ...concerning(order, lines, seq), withdrawables: newest([...kept, fact]) };
}

/** As many of the newest facts as a state has room for: what is older can't be taken back any more. */
function newest(facts: WithdrawableFact[]): WithdrawableFact[] {
  let lines = 0;
  const fitting = facts.toReversed().filter(({ former }) => (lines += former.length) <= MOST_FORMER_LINES);
  return fitting.toReversed();
}

/** The order whose lines were concerned by a fact: what was stated of them earlier can't be taken back any more. */
export function concerning(order: Order, lines: string[], seq: number): Order {
  return {
    ...order,
    isChanged: true,
    lines: order.lines.map((line) => (lines.includes(line.id) ? { ...line, factSeq: seq } : line)),
  };
}

function formerOf(order: Order, line: Line, seq: number): WithdrawableFact['former'][number] {
  return {
    ...{ seq, line: asFormer(line) },
    notices: order.notices.filter((notice) => notice.line === line.id),
    planned: order.planned.filter((planned) => planned.line === line.id),
  };
}

function asFormer({ id, capacity, endsOn, care, terms, marks, canceledAt, factSeq }: Line): FormerLine {
  return {
    ...{ id, capacity, endsOn, care, terms, marks },
    ...(canceledAt !== undefined && { canceledAt }),
    ...(factSeq !== undefined && { factSeq }),
  };
}

/** A line as it was, in all that a fact had changed. */
function restored(line: Line, former: FormerLine | undefined): Line {
  if (!former) return line;
  const { canceledAt: _canceledAt, factSeq: _factSeq, ...lasting } = line;
  return { ...lasting, ...former };
}

/** What a server lost is noted with the newest fact about the line, in case that is taken back. */
export function evolveTaken(order: Order, event: RecordedOrderEvent & { type: 'taken-back' }): Order {
  const line = order.lines.find(({ id }) => id === event.line);
  const number = order.servers.find(({ server }) => server === event.server)?.number ?? 0;
  const { line: id, server, capacity } = event;
  return {
    ...order,
    withdrawables: order.withdrawables.map((fact) =>
      fact.former.some(({ seq, line: { id } }) => id === event.line && seq === line?.factSeq)
        ? { ...fact, taken: [...fact.taken, { line: id, server, capacity, number }] }
        : fact,
    ),
  };
}

/** The order after a fact was taken back. Of days of notice that were passed over meanwhile, the nearest to the end is due. */
export function evolveWithdrawn(order: Order, event: RecordedOrderEvent & { type: 'withdrawn' }): Order {
  const { kind, reference, at } = event;
  const fact = order.withdrawables.find((one) => one.kind === kind && one.reference === reference)!;
  const formerOfLine = (id: string) => fact.former.find(({ line }) => line.id === id);
  return {
    ...order,
    status: order.suspendedFor === undefined ? 'open' : 'suspended',
    canceledAt: null,
    lines: order.lines.map((line) => restored(line, formerOfLine(line.id)?.line)),
    notices: [
      ...order.notices.filter(({ line }) => !formerOfLine(line)),
      ...fact.former.flatMap(({ notices }) => stillDue(notices, at)),
    ],
    planned: [
      ...order.planned.filter(({ line }) => !formerOfLine(line)),
      ...fact.former.flatMap(({ planned }) => planned),
    ],
    withdrawables: order.withdrawables.filter((one) => one !== fact),
    withdrawn: [...order.withdrawn, { kind, reference }],
  };
}

function stillDue(notices: Notice[], atMs: number): Notice[] {
  const passed = notices.filter(({ at }) => at <= atMs).toSorted((one, other) => other.at - one.at);
  return [...passed.slice(0, 1), ...notices.filter(({ at }) => at > atMs)];
}
