import { WITHDRAWAL_DAYS } from '../../policy.ts';
import { Refusal } from '../../refusal.ts';
import { lastDayOf, termsAt } from '../../catalogue/terms.ts';
import type { Planned, Withdrawable, Withdrawal } from '../facts.ts';
import { aboutLine, lineNamed, listedLine } from '../line/lines.ts';
import { MOST_LINES, type FormerLine, type Line, type Notice, type Order, type WithdrawableFact } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';

const DAY_MS = 86_400_000;

/** Until when a fact can be taken back that took effect at an instant, exclusive; both in epoch milliseconds. */
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
  const fact = withdrawableOf(order, kind, reference);
  if (!fact || atMs >= withdrawableUntil(fact.at)) throw new Refusal('TOO_LATE_TO_WITHDRAW', { days: WITHDRAWAL_DAYS });
  const newer = fact.former.find(({ id, seq }) => lineNamed(order, id).factSeq !== seq);
  if (newer) throw new Refusal('NOT_THE_NEWEST', { line: newer.id });
  // As a former release canceled an order, for good.
  if (order.status === 'canceled' && order.canceledAt === null) throw new Refusal('ORDER_CANCELED');
  return [
    {
      type: 'withdrawn',
      ...{ kind, reference },
      lines: fact.former.map((former) => {
        const line = restored(lineNamed(order, former.id), former);
        return { ...listedLine(line), endsOn: lastDayOf(line), capacity: line.capacity };
      }),
    },
    ...givenAgain(order, fact),
  ];
}

/** What servers lost by it comes back to those that said nothing to the order since. */
function givenAgain(order: Order, fact: WithdrawableFact): OrderEvent[] {
  return fact.taken.flatMap(({ line: id, server, capacity, number }): OrderEvent[] => {
    const heard = order.servers.find((candidate) => candidate.server === server);
    if (heard?.number !== number) return [];
    const held = order.assignments.find((share) => share.line === id && share.server === server)?.capacity ?? 0;
    return [{ type: 'assigned', ...aboutLine(lineNamed(order, id)), server, capacity, total: held + capacity }];
  });
}

/** A fact that can be taken back, as far as the order still has room for it. */
export function withdrawableOf(order: Order, kind: Withdrawable, reference: string): WithdrawableFact | undefined {
  return order.withdrawables.find((fact) => fact.kind === kind && fact.reference === reference);
}

/**
 * The order with a fact about lines that can be taken back: it is the newest about each, and has what they were before. What
 * was planned and takes effect line by line is one fact, which can be taken back from its last effect on.
 */
export function withWithdrawable(
  order: Order,
  { kind, reference, former }: Pick<WithdrawableFact, 'kind' | 'reference' | 'former'>,
  { seq, at }: { seq: number; at: number },
): Order {
  const ids = new Set(former.map(({ id }) => id));
  const known = withdrawableOf(order, kind, reference);
  const others = known?.former.filter(({ id }) => !ids.has(id)) ?? [];
  const fact = { kind, reference, at, former: [...others, ...former], taken: known?.taken ?? [] };
  const pending = new Set(order.planned.filter(({ type }) => type === 'cancellation').map((planned) => planned.fact));
  const kept = order.withdrawables.filter(
    (earlier) =>
      earlier !== known && (withdrawableUntil(earlier.at) > at || earlier.former.some((line) => pending.has(line.seq))),
  );
  return { ...concerning(order, [...ids], seq), withdrawables: newest([...kept, fact]) };
}

/** As many of the newest facts as a state has room for: what is older can't be taken back any more. */
function newest(facts: WithdrawableFact[]): WithdrawableFact[] {
  let room = MOST_LINES;
  const fitting = facts.toReversed().filter(({ former }) => {
    room -= former.length;
    return room >= 0;
  });
  return fitting.toReversed();
}

/** The order whose lines were concerned by a fact: what was stated of them earlier can't be taken back any more. */
export function concerning(order: Order, lines: string[], seq: number): Order {
  const concerned = new Set(lines);
  return {
    ...order,
    isChanged: true,
    lines: order.lines.map((line) => (concerned.has(line.id) ? { ...line, factSeq: seq } : line)),
  };
}

/** What every fact has of a line, as it was before. */
export function formerOf({ id, factSeq }: Line, seq: number): FormerLine {
  return { id, seq, ...(factSeq !== undefined && { factSeq }) };
}

/** Days of notice of a line that are still to come, as a fact keeps them. */
export function noticesLeft({ notices }: Order, line: string): FormerLine['notices'] {
  return notices.filter((notice) => notice.line === line).map(({ days, at }) => ({ days, at }));
}

/** A line as it was, in all that a fact had changed. */
function restored(line: Line, { term, capacity = line.capacity, factSeq }: FormerLine): Line {
  const { canceledAt: _canceledAt, factSeq: _factSeq, ...lasting } = line;
  const former = { ...lasting, capacity, ...(factSeq !== undefined && { factSeq }) };
  if (!term) return former;
  const { lastDay, last, marks } = term;
  const agreed = { endsOn: line.endsOn && lastDay, care: line.care && { ...line.care, endsOn: lastDay } };
  return {
    ...former,
    ...agreed,
    terms: termsAt(agreed, { from: line.terms.from, last: { ...last, notices: [] } }),
    marks,
  };
}

/**
 * What a server lost is noted with the fact that took it, in case that is taken back: the renewal that planned it, or the
 * newest fact about the line.
 */
export function evolveTaken(order: Order, event: RecordedOrderEvent & { type: 'taken-back' }): Order {
  const { line: id, server, capacity, reference } = event;
  const newest = order.lines.find((line) => line.id === id)?.factSeq;
  const number = order.servers.find((heard) => heard.server === server)?.number ?? 0;
  const tookIt = (fact: WithdrawableFact) =>
    reference === undefined
      ? fact.former.some((line) => line.id === id && line.seq === newest)
      : fact.kind === 'renewal' && fact.reference === reference;
  return {
    ...order,
    withdrawables: order.withdrawables.map((fact) =>
      tookIt(fact) ? { ...fact, taken: [...fact.taken, { line: id, server, capacity, number }] } : fact,
    ),
  };
}

/**
 * The order after a fact was taken back, without what it had planned. Of days of notice that were passed over meanwhile, the
 * nearest to the end is due.
 */
export function evolveWithdrawn(order: Order, event: RecordedOrderEvent & { type: 'withdrawn' }): Order {
  const { kind, reference, at } = event;
  const fact = withdrawableOf(order, kind, reference)!;
  const formerOfLine = new Map(fact.former.map((former) => [former.id, former]));
  const isOwn = ({ line, fact: seq }: Planned) => formerOfLine.get(line)?.seq === seq;
  const status = order.suspendedFor === undefined ? 'open' : 'suspended';
  const withdrawn: Order = {
    ...order,
    ...(order.status === 'canceled' && { status }),
    canceledAt: null,
    lines: order.lines.map((line) => (formerOfLine.has(line.id) ? restored(line, formerOfLine.get(line.id)!) : line)),
    planned: [
      ...order.planned.filter((planned) => !isOwn(planned)),
      ...fact.former.flatMap(({ planned = [] }) => planned),
    ],
    intents: withFormerIntents(order, fact.former),
    withdrawables: order.withdrawables.filter((one) => one !== fact),
    withdrawn: [...order.withdrawn, { kind, reference }],
  };
  return { ...withdrawn, notices: withFormerNotices(withdrawn, fact.former, at) };
}

/** Days of notice as they were before a fact, but for those passed over: of each line only the nearest is due, at once. */
export function withFormerNotices(order: Order, former: FormerLine[], atMs: number): Notice[] {
  const touched = new Map(former.flatMap(({ id, notices }) => (notices ? [[id, notices]] : [])));
  const again = order.lines.flatMap((line) => {
    const notices = touched.get(line.id) ?? [];
    const passed = notices.filter(({ at }) => at <= atMs).toSorted((one, other) => other.at - one.at);
    const due = [...passed.slice(0, 1), ...notices.filter(({ at }) => at > atMs)];
    const what = line.endsOn ? ('term' as const) : ('care' as const);
    return due.map(({ days, at }) => ({ line: line.id, what, days, endsOn: lastDayOf(line)!, at }));
  });
  return [...order.notices.filter(({ line }) => !touched.has(line)), ...again];
}

/** What the seller had said of lines that are as they were, unless it has said something since. */
function withFormerIntents(order: Order, former: FormerLine[]): Order['intents'] {
  const again = former.flatMap(({ intent }) => (intent ? [intent] : []));
  return [...order.intents, ...again.filter(({ line }) => !order.intents.some((intent) => intent.line === line))];
}

/** Facts that can be taken back without what a former seller had said. */
export function withoutIntents(facts: readonly WithdrawableFact[]): WithdrawableFact[] {
  return facts.map((fact) => ({ ...fact, former: fact.former.map(({ intent: _, ...former }) => former) }));
}
