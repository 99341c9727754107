import { startOfDay, type Day } from '../../../domain/days.ts';
import type { Conversion } from '../../../domain/order/facts.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import { handle, handleFact, passTime, type Handled } from '../../../domain/order/handle.ts';
import { openOrder, type Order, type OrderOpening } from '../../../domain/order/order.ts';
import type { OrderCommand, OrderFact, Renewal } from '../../../domain/order/commands.ts';
import type { Attributed, OrderEvent, RenewedLine, TakenBecause } from '../../../domain/order/events.ts';
import type { SoldLine, UndatedLine } from '../../../domain/order/arriving/sold.ts';
import { EVALUATION, POLICY } from '../../../domain/policy.ts';
import { instant, specify, type Dated } from './given.ts';

/** Noon in Rome on the day the order of the tests was accepted. */
export const ACCEPTED = '2026-11-02T12:00:00+01:00';

/** Its policy knows no days of notice: what is told about them has tests of its own. */
export const OPENING: OrderOpening = {
  number: 'SO-1',
  customerId: 'acme-hotels',
  resellerId: 'northwind-voice',
  distributorId: null,
  timeZone: 'Europe/Rome',
  policy: { ...POLICY, noticeDays: [] },
  placedAt: instant(ACCEPTED),
  acceptedAt: instant(ACCEPTED),
};

/** Twenty operators for a year, from December 1, 2026 to November 30, 2027. */
export const CONSOLE: SoldLine = {
  application: 'attendant-console',
  capacity: 20,
  license: 'subscription',
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
  care: { level: 'gold', endsOn: '2027-11-30' },
};

/** Eight channels for good, with a year of care. */
export const FAX: SoldLine = {
  application: 'digital-fax',
  capacity: 8,
  license: 'perpetual',
  startsOn: '2026-11-02',
  endsOn: null,
  care: { level: 'gold', endsOn: '2027-11-01' },
};

/** Five operators to try for thirty days, from November 2 to December 2, 2026. */
export const TRIAL: SoldLine = {
  application: 'attendant-console',
  capacity: 5,
  license: 'evaluation',
  startsOn: '2026-11-02',
  endsOn: '2026-12-02',
  care: null,
  evaluation: EVALUATION,
};

/** A command as a request, which can be refused; time passing alone counts as one. */
export type OrderMove = OrderCommand | { type: 'pass-time' };

export function handleMove(order: Order, command: OrderMove, atMs: number, nowMs: number): Handled {
  return command.type === 'pass-time' ? passTime(order, nowMs) : handle(order, command, atMs, nowMs);
}

const orders = specify<Order, OrderMove, OrderEvent>({ open: openOrder(OPENING), evolve, handle: handleMove });
export const given = orders.given;
export const givenOrder = orders.givenState;

/** Orders, told facts: their refusals are written down. */
export const givenFact = specify<Order, Attributed<OrderFact>, Attributed<OrderEvent>>({
  open: openOrder(OPENING),
  evolve,
  handle: handleFact,
}).given;

/** A delivery with its lines, which are numbered from `firstLine`. */
export function delivered(lines: SoldLine[] = [CONSOLE], delivery = '1', firstLine = 1): OrderEvent {
  const numbered = lines.map((line, index) => ({ ...line, id: String(firstLine + index) }));
  return { type: 'delivered', delivery, reference: `reference-${delivery}`, lines: numbered };
}

export function unlocked(delivery = '1', on?: string): Dated<OrderEvent> {
  return { type: 'unlocked', delivery, ...(on && { on }) };
}

/** What happens to a line of the attendant console unless another is named. */
type About = { server?: string; line?: string; application?: string };

export function assigned(capacity: number, total = capacity, about: About = {}): OrderEvent {
  return { type: 'assigned', line: '1', application: CONSOLE.application, server: 'srv-a', ...about, capacity, total };
}

export function released(capacity: number, total: number, about: About = {}): OrderEvent {
  return { type: 'released', line: '1', application: CONSOLE.application, server: 'srv-a', ...about, capacity, total };
}

export function heard(number: number, server = 'srv-a'): OrderEvent {
  return { type: 'heard', server, number };
}

export function activated(activatedAt: string, server = 'srv-a'): OrderEvent {
  return { type: 'activated', server, activatedAt: instant(activatedAt) };
}

/** A renewal as its command says it; its content is told by its reference unless another is named. */
export function renew(
  endsOn: Day,
  about: Partial<Renewal & { reference: string }> = {},
): OrderFact & { type: 'renew' } {
  return { type: 'renew', reference: 'R-1', contentHash: 'content', endsOn, ...about };
}

/** A renewal as the journal has it: of one line, which keeps its capacity unless said otherwise. */
export function renewed(
  endsOn: Day,
  lines: Partial<RenewedLine>[] = [{}],
  reference = 'R-1',
): OrderEvent & { type: 'renewed' } {
  const { application, capacity } = CONSOLE;
  const line = { line: '1', application, endsOn, formerEndsOn: CONSOLE.endsOn!, capacity, formerCapacity: capacity };
  return {
    type: 'renewed',
    reference,
    contentHash: 'content',
    endsOn,
    lines: lines.map((one) => ({ ...line, ...one })),
  };
}

export function expand(lines: UndatedLine[], about: { reference?: string; contentHash?: string } = {}) {
  return { type: 'expand' as const, reference: 'E-1', contentHash: 'content', lines, ...about };
}

/** An expansion as the journal has it, with its lines, which are numbered from `firstLine`. */
export function expanded(lines: SoldLine[], firstLine = 2, delivery = '2'): OrderEvent {
  const numbered = lines.map((line, index) => ({ ...line, id: String(firstLine + index) }));
  return { type: 'expanded', delivery, reference: 'E-1', lines: numbered, contentHash: 'content' };
}

/** A conversion of line 1 to a subscription until a day, or to a perpetual license without care. */
export function convert(endsOn: Day | null, about: Partial<Conversion> = {}): OrderFact & { type: 'convert' } {
  return {
    ...{ type: 'convert', reference: 'C-1', contentHash: 'content', line: '1', inZone: OPENING.timeZone, last: null },
    ...(endsOn === null
      ? { license: 'perpetual', endsOn: null, care: null }
      : { license: 'subscription', endsOn, care: { level: 'gold', endsOn } }),
    ...about,
  };
}

/** The same as the journal has it, of a line that was sold so. */
export function converted(
  { inZone: _inZone, ...conversion }: OrderFact & { type: 'convert' },
  former: SoldLine = TRIAL,
): OrderEvent & { type: 'converted' } {
  const { application, license: formerLicense, endsOn: formerEndsOn } = former;
  return { ...conversion, application, formerLicense, formerEndsOn, type: 'converted' };
}

export function takenBack(
  capacity: number,
  total: number,
  about: About = {},
  because: TakenBecause = 'capacity',
): OrderEvent {
  return { ...released(capacity, total, about), type: 'taken-back', because } as OrderEvent;
}

/** What a server loses with a line that expires, at that instant. */
export function lost(capacity: number, on: string, about: About = {}): Dated<OrderEvent> {
  return { ...takenBack(capacity, 0, about, 'expiry'), on };
}

/** What time alone does to a line, at its own instant. */
export function lapsed(
  type: 'expiring' | 'expired' | 'care-expired',
  on: string,
  sold: SoldLine = CONSOLE,
  line = '1',
): Dated<OrderEvent> {
  const endsOn = type === 'care-expired' ? sold.care!.endsOn : sold.endsOn!;
  return { type, line, application: sold.application, endsOn, on };
}

/** The number a server gives its message, and what else the message says. */
type Said = { server?: string; activatedAt?: string | null };

/** A server asks to hold exactly these shares. */
export function take(number: number, shares: Record<string, number>, said: Said = {}): OrderCommand {
  return { type: 'take', ...message(number, shares, said) };
}

/** A server tells that it holds exactly these shares. */
export function tell(number: number, shares: Record<string, number>, said: Said = {}): OrderCommand {
  return { type: 'tell', ...message(number, shares, said) };
}

function message(number: number, shares: Record<string, number>, { server = 'srv-a', activatedAt = null }: Said) {
  return {
    server,
    number,
    shares: Object.entries(shares).map(([line, capacity]) => ({ line, capacity })),
    activatedAt: activatedAt === null ? null : instant(activatedAt),
  };
}

export const time: OrderMove = { type: 'pass-time' };

/** A cancellation as the API sends it: of all lines unless some are named, now unless a day is. */
export function cancel(about: { reference?: string; lines?: string[]; on?: Day } = {}): OrderFact & { type: 'cancel' } {
  const { reference = 'C-1', on, ...named } = about;
  const dated = on !== undefined && { on, dueAt: startOfDay(on, OPENING.timeZone) };
  const content = { reason: 'no longer needed', inZone: OPENING.timeZone, ...named, ...dated };
  return { type: 'cancel', reference, contentHash: 'content', ...content };
}

type Ended = { line: string; application: string; plan?: string };

/** What a cancellation ends, as the journal lists it: one line of the attendant console unless others are named. */
const CONSOLE_LINE = { line: '1', application: CONSOLE.application };

/** A cancellation as the journal has it. */
export function canceled(lines: Ended[] = [CONSOLE_LINE], reference = 'C-1'): OrderEvent {
  return { type: 'canceled', reason: 'no longer needed', reference, contentHash: 'content', lines };
}

/** What a planned one does at its instant. */
export function canceledAsPlanned(on: string, lines: Ended[], reference = 'C-1'): Dated<OrderEvent> {
  return { type: 'canceled', reason: 'no longer needed', reference, lines, on };
}

export function withdraw(kind: 'renewal' | 'cancellation', reference: string): OrderFact {
  return { type: 'withdraw', kind, reference };
}

/** A withdrawal as the journal has it, with what its line is again. */
export function withdrawn(
  kind: 'renewal' | 'cancellation',
  reference: string,
  lines: { line?: string; application?: string; endsOn?: Day | null; capacity?: number }[] = [{}],
): OrderEvent {
  const { capacity, endsOn } = CONSOLE;
  return {
    type: 'withdrawn',
    kind,
    reference,
    lines: lines.map((line) => ({ ...CONSOLE_LINE, endsOn, capacity, ...line })),
  };
}

/** A planned reduction at its instant. */
export function reduced(
  on: string,
  plan: string,
  capacity: number,
  formerCapacity = 20,
  reference = 'R-1',
): Dated<OrderEvent> {
  return { type: 'reduced', plan, reference, ...CONSOLE_LINE, capacity, formerCapacity, on };
}
