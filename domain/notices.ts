import { EVALUATION, POLICY } from './policy.ts';
import { addDays, dayAt, daysTo, hourOfDay, type Day } from './days.ts';
import type { LastingLine } from './order/line/lasting.ts';
import type { NoticeTold } from './order/notices.ts';
import type { Order, OrderStatus } from './order/order.ts';
import { sellerIdOf } from './order/arriving/parties.ts';
import { endsOtherwise } from './order/change/planning.ts';

/** Where a notice stands in the stream of its order; it names the notice for good. */
export type NoticePlace = { order: string; seq: number };

/** A place as a text of its own, to find it by. */
export function noticeKey({ order, seq }: NoticePlace): string {
  return `${order}:${seq}`;
}

/** `told`, or why nobody was. */
export const NOTICE_OUTCOMES = [
  'told',
  'off',
  'renewed',
  'not-open',
  'past',
  'overtaken',
  'canceled',
  'to-end',
  'sold-by-another',
] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

/** What is true of the line of a notice when its digest is made. */
export type NoticeTruth = {
  status: OrderStatus;
  timeZone: string;
  /** The account that sells the order now. */
  seller: string;
  termEndsOn: Day | null;
  careEndsOn: Day | null;
  /** Whether it is canceled, or will be. */
  isCanceled: boolean;
  /** Whether its seller said that it lets it end. */
  isToEnd: boolean;
};

/** The same by the order's own word; undefined for a line that it does not have. */
export function truthOf(order: Order, id: string): NoticeTruth | undefined {
  const line = order.lines.find((candidate) => candidate.id === id);
  if (!line) return undefined;
  const { status, timeZone } = order;
  const { endsOn: termEndsOn, care, canceledAt } = line;
  return {
    ...{ status, timeZone, termEndsOn },
    seller: sellerIdOf(order),
    careEndsOn: care?.endsOn ?? null,
    isCanceled: canceledAt !== undefined || endsOtherwise(order, line),
    isToEnd: order.intents.some((intent) => intent.line === id && intent.intent === 'end'),
  };
}

/** The days before an end of which an account can say whether it wants to be told then, most first. */
export const NOTICE_CHOICES: readonly number[] = [...new Set([...POLICY.noticeDays, ...EVALUATION.noticeDays])].sort(
  (one, other) => other - one,
);

/** Whether an account wants to be told of what ends, and on which of these days; all where it said nothing. */
export type WantedNotices = { notices: boolean; noticeDays?: readonly number[] | null };

/** What it could not say anything of, as orders keep the days that they were promised, it is told. */
function isWanted({ notices, noticeDays }: WantedNotices, days: number): boolean {
  return notices && (!noticeDays || noticeDays.includes(days) || !NOTICE_CHOICES.includes(days));
}

/** What a line's capacity is on a day, in units, by what is planned for it. */
export function capacityOn({ capacity, planned }: Pick<LastingLine, 'capacity' | 'planned'>, day: Day): number {
  return planned.reduce((held, plan) => (plan.type === 'capacity' && plan.on <= day ? plan.capacity : held), capacity);
}

/** The hour of the day, at the account, from which on its digest is sent. */
const DIGEST_HOUR = 8;

/**
 * What becomes of a notice at an instant: it is told when what it says is still true and no nearer one that is wanted has
 * come due. Days are those of the order's time zone, as its terms are.
 */
export function judge(
  notice: NoticeTold,
  truth: NoticeTruth | undefined,
  wanted: WantedNotices,
  atMs: number,
): NoticeOutcome {
  if (!isWanted(wanted, notice.days)) return 'off';
  if (truth?.status !== 'open') return 'not-open';
  if (truth.seller !== notice.account) return 'sold-by-another';
  if (truth.isCanceled) return 'canceled';
  if (truth.isToEnd) return 'to-end';
  if ((notice.what === 'term' ? truth.termEndsOn : truth.careEndsOn) !== notice.endsOn) return 'renewed';
  const left = daysTo(notice.endsOn, truth.timeZone, atMs);
  if (left < 0) return 'past';
  // A notice of so many days is due at the midnight that is as many before the one after the last day.
  return notice.noticeDays.some((days) => days < notice.days && left < days && isWanted(wanted, days))
    ? 'overtaken'
    : 'told';
}

/** The next instant after `atMs` at which a digest is due in a time zone, in epoch milliseconds. */
export function nextDigestAt(atMs: number, timeZone: string): number {
  const today = dayAt(atMs, timeZone);
  const due = hourOfDay(today, DIGEST_HOUR, timeZone);
  return due > atMs ? due : hourOfDay(addDays(today, 1), DIGEST_HOUR, timeZone);
}

/** The day at the account whose digest can be sent at this instant; null before its hour. */
export function digestDay(atMs: number, timeZone: string): Day | null {
  const today = dayAt(atMs, timeZone);
  return atMs >= hourOfDay(today, DIGEST_HOUR, timeZone) ? today : null;
}
