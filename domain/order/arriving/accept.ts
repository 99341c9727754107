import { whyNotSold, type Catalogue } from '../../catalogue/catalogue.ts';
import { dayAt, EARLIEST_DAY, isDay, isTimeZone, LATEST_DAY, type Day } from '../../days.ts';
import type { By } from '../../people/permissions.ts';
import { EVALUATION, POLICY } from '../../policy.ts';
import { instantsOf, latestDayOf, type CareLevel, type Instants, type LicenseKind } from '../../catalogue/terms.ts';
import { nextDeadline } from '../deadlines.ts';
import type { Said } from '../facts.ts';
import { handle } from '../handle.ts';
import { openOrder, type OrderOpening } from '../order.ts';
import type { NewLines } from '../commands.ts';
import type { SoldLine, UndatedLine } from './sold.ts';

/** A line as the vendor's ERP posts it. */
export type PostedLine = {
  application: string;
  capacity: number;
  license: LicenseKind;
  startsOn?: Day;
  endsOn?: Day;
  care?: { level?: CareLevel; endsOn?: Day };
  reference?: string;
};

/** Texts by keys, for whoever posts them: nothing here depends on them. */
export type Metadata = Record<string, string>;

export type PostedParty = { id: string; name: string; email: string; timeZone?: string; locale?: string };

/** An order as the vendor's ERP posts it; its shape has been checked, its meaning has not. */
export type PostedOrder = {
  number: string;
  placedAt?: string;
  customer: PostedParty;
  reseller?: PostedParty;
  distributor?: PostedParty;
  lines: PostedLine[];
  purchaseOrder?: string;
  metadata?: Metadata;
};

export type Party = Required<PostedParty>;

/** The same order with every default filled in: plain JSON, kept as the intake. Instants are ISO 8601 UTC. */
export type AcceptedOrder = {
  number: string;
  placedAt: string;
  acceptedAt: string;
  /** Who placed it. */
  by: By;
  customer: Party;
  reseller: Party | null;
  distributor: Party | null;
  lines: SoldLine[];
  /** The buyer's own number of it; absent where none was named, as is `metadata`; null where it was removed. */
  purchaseOrder?: string | null;
  metadata?: Metadata;
  /** Whether its days begin in UTC because neither it nor its customer's account named a time zone. */
  timeZoneAssumed?: boolean;
  /** Why an emergency was declared, where it is the order of one; else absent. */
  emergency?: { reason: string };
};

/** What a fact brings in place of what an order said. */
export type Brought = Partial<Pick<AcceptedOrder, Said>>;

/** What is wrong with an input, and where: a JSON pointer (RFC 6901). */
export type InputError = { pointer: string; message: string };

const EARLIEST_PLACED = '2000-01-01T00:00:00.000Z';
const DAY_MS = 86_400_000;

const DEFAULT_LEVEL: CareLevel = 'gold';
const DEFAULT_LOCALE = 'en';
const DEFAULT_TIME_ZONE = 'UTC';

/**
 * Fills in the defaults of an order that was taken at an instant (epoch milliseconds). A customer without a time zone has
 * that of its account, where there is one. "Today" is the day of acceptance at the customer.
 */
export function acceptOrder(
  posted: PostedOrder,
  by: By,
  acceptedAtMs: number,
  accountTimeZone?: string,
): AcceptedOrder {
  const customer = toParty(posted.customer, accountTimeZone);
  const today = dayAt(acceptedAtMs, customer.timeZone);
  const acceptedAt = new Date(acceptedAtMs).toISOString();
  const { purchaseOrder, metadata } = posted;
  return {
    number: posted.number,
    placedAt: posted.placedAt === undefined ? acceptedAt : new Date(posted.placedAt).toISOString(),
    acceptedAt,
    by,
    customer,
    reseller: posted.reseller ? toParty(posted.reseller) : null,
    distributor: posted.distributor ? toParty(posted.distributor) : null,
    // checkOrder has refused a subscription without a last day.
    lines: posted.lines.map((line) => acceptLine(line, today) as SoldLine),
    ...(purchaseOrder !== undefined && { purchaseOrder }),
    ...(metadata !== undefined && { metadata }),
    ...((posted.customer.timeZone ?? accountTimeZone ?? null) === null && { timeZoneAssumed: true }),
  };
}

/** What an order was accepted under, and the instants of each of its lines that follow from it: kept with it until it starts. */
export type Agreed = { policy: OrderOpening['policy']; instants: Instants[] };

/** What an order that is accepted now agrees to. */
export function agreedNow({ lines, customer }: AcceptedOrder): Agreed {
  return { policy: POLICY, instants: lines.map((line) => instantsOf(line, customer.timeZone, POLICY)) };
}

/** How an accepted order's life begins: the same order gives the same beginning, whenever it is asked and whoever asks. */
export function beginningOf(
  order: AcceptedOrder,
  agreed = agreedNow(order),
): { opening: OrderOpening; by: By } & NewLines {
  const { timeZone } = order.customer;
  return {
    opening: {
      number: order.number,
      customerId: order.customer.id,
      resellerId: order.reseller?.id ?? null,
      distributorId: order.distributor?.id ?? null,
      timeZone,
      policy: agreed.policy,
      placedAt: Date.parse(order.placedAt),
      acceptedAt: Date.parse(order.acceptedAt),
    },
    by: order.by,
    reference: order.number,
    lines: order.lines,
    instants: agreed.instants,
    ...(order.emergency && { unlocked: true }),
  };
}

/** The instant at which time alone first changes an order that begins so, in epoch milliseconds; null when it never does. */
export function firstDeadline({ opening, ...delivery }: ReturnType<typeof beginningOf>): number | null {
  const { acceptedAt } = opening;
  return nextDeadline(handle(openOrder(opening), { type: 'deliver', ...delivery }, acceptedAt, acceptedAt).order);
}

/**
 * Everything that is wrong with what an order says, and what it names that is not sold, unless it may have been sold before
 * (null); the days that default to today are checked by {@link daysInLines}.
 */
export function checkOrder(posted: PostedOrder, catalogue: Catalogue | null): InputError[] {
  const parties = (['customer', 'reseller', 'distributor'] as const).flatMap((role) =>
    checkTimeZone(posted[role]?.timeZone, `/${role}/timeZone`),
  );
  return [
    ...checkInstant(posted.placedAt, '/placedAt'),
    ...parties,
    ...checkLines(posted.lines, catalogue, { datedByOrder: false }),
  ];
}

/** Everything that is wrong with what lines say; those of an expansion may leave a subscription's last day to the order. */
export function checkLines(
  lines: PostedLine[],
  catalogue: Catalogue | null,
  { datedByOrder }: { datedByOrder: boolean },
): InputError[] {
  return lines.flatMap((line, index) => {
    const pointer = `/lines/${index}`;
    const unsold = catalogue && whyNotSold(catalogue, line.application);
    return [
      ...(unsold === null ? [] : [{ pointer: `${pointer}/application`, message: unsold }]),
      ...checkLine(line, pointer, datedByOrder),
    ];
  });
}

/** An order that was placed before there were any, or after tomorrow (UTC), was typed wrongly. */
export function checkPlacedAt({ placedAt, acceptedAt }: AcceptedOrder): InputError[] {
  const tomorrow = new Date(Date.parse(acceptedAt) + DAY_MS).toISOString().slice(0, 10);
  if (placedAt >= EARLIEST_PLACED && placedAt.slice(0, 10) <= tomorrow) return [];
  return [{ pointer: '/placedAt', message: 'is not between the year 2000 and tomorrow' }];
}

/**
 * Lines, or their care, whose last day is before their first, and evaluations that last too long, once the defaults are
 * filled in. Care that was over before today refuses nothing: a license that was bought long ago may be posted without the
 * day on which it began.
 */
export function daysInLines(lines: UndatedLine[], today: Day): InputError[] {
  return lines.flatMap(({ startsOn, endsOn, care, evaluation }, index) => {
    const wrong = (field: string, message: string) => [{ pointer: `/lines/${index}/${field}`, message }];
    if (evaluation && endsOn! > latestDayOf({ startsOn, evaluation }))
      return wrong('endsOn', `is more than ${evaluation.longestDays} days after the first day, ${startsOn}`);
    const lastDay = endsOn ?? care?.endsOn;
    if (!lastDay || lastDay >= startsOn || (endsOn === null && lastDay < today)) return [];
    return wrong(endsOn ? 'endsOn' : 'care/endsOn', `is before the first day, ${startsOn}`);
  });
}

/** A time zone that the IANA database does not know is an error. */
export function checkTimeZone(timeZone: string | undefined, pointer: string): InputError[] {
  return timeZone === undefined || isTimeZone(timeZone)
    ? []
    : [{ pointer, message: 'names no time zone of the IANA database, such as Europe/Rome' }];
}

/** A day that does not exist is an error, and one that no contract means: its boundaries could leave the years of four digits. */
export function checkDay(day: Day | undefined, pointer: string): InputError[] {
  if (day === undefined) return [];
  if (!isDay(day)) return [{ pointer, message: 'names no day that exists' }];
  if (day < EARLIEST_DAY || day > LATEST_DAY)
    return [
      { pointer, message: `is not between ${EARLIEST_DAY} and ${LATEST_DAY}; a perpetual license has no last day` },
    ];
  return [];
}

/** Everything that is wrong with what a line says of its license, at a JSON pointer. */
export function checkLine(
  line: Pick<PostedLine, 'license' | 'startsOn' | 'endsOn' | 'care'>,
  pointer: string,
  datedByOrder: boolean,
): InputError[] {
  const { license, startsOn, endsOn, care } = line;
  const errors: InputError[] = [];
  const wrong = (field: string, message: string) => errors.push({ pointer: `${pointer}/${field}`, message });
  errors.push(
    ...checkDay(startsOn, `${pointer}/startsOn`),
    ...checkDay(endsOn, `${pointer}/endsOn`),
    ...checkDay(care?.endsOn, `${pointer}/care/endsOn`),
  );
  switch (license) {
    case 'subscription':
      if (endsOn === undefined && !datedByOrder) wrong('endsOn', 'is missing: a subscription has a last day');
      if (care?.endsOn !== undefined)
        wrong('care/endsOn', "is not allowed: a subscription's care ends with the subscription");
      break;
    case 'perpetual':
      if (endsOn !== undefined) wrong('endsOn', 'is not allowed: a perpetual license has no last day');
      if (care && care.endsOn === undefined)
        wrong('care/endsOn', 'is missing: the care of a perpetual license has one');
      break;
    case 'evaluation':
      if (endsOn === undefined) wrong('endsOn', 'is missing: an evaluation has a last day');
      if (care) wrong('care', 'is not allowed: an evaluation has none');
  }
  return errors;
}

/** A party with its defaults filled in; without a time zone it has that of its account, where there is one. */
export function toParty(posted: PostedParty, accountTimeZone = DEFAULT_TIME_ZONE): Party {
  const { id, name, email, timeZone = accountTimeZone, locale = DEFAULT_LOCALE } = posted;
  return { id, name, email, timeZone, locale };
}

/**
 * A line with its defaults filled in. It begins today, or on its last day where that has passed: what is over when it is
 * sold began before it ended. Only an expansion's subscription can be without a last day.
 */
export function acceptLine(posted: PostedLine, today: Day): UndatedLine {
  const { application, capacity, license, endsOn = null, reference } = posted;
  const { startsOn = endsOn !== null && endsOn < today ? endsOn : today } = posted;
  const agreed = { application, capacity, license, startsOn, endsOn, care: toCare(posted) };
  return {
    ...agreed,
    ...(reference !== undefined && { reference }),
    ...(license === 'evaluation' && { evaluation: EVALUATION }),
  };
}

/** A subscription includes care up to its own last day; a perpetual license has what was agreed, an evaluation none. */
export function toCare({
  license,
  endsOn,
  care,
}: Pick<PostedLine, 'license' | 'endsOn' | 'care'>): UndatedLine['care'] {
  const level = care?.level ?? DEFAULT_LEVEL;
  if (license === 'subscription') return { level, endsOn: endsOn ?? null };
  return care?.endsOn === undefined ? null : { level, endsOn: care.endsOn };
}

/** What is wrong with an instant, if one is given. */
export function checkInstant(text: string | undefined, pointer: string): InputError[] {
  if (text === undefined || (isDay(text.slice(0, 10)) && isKept(Date.parse(text)))) return [];
  return [{ pointer, message: 'names no instant that exists' }];
}

/** Whether the day of an instant is one as everything writes days, in UTC as well. */
function isKept(atMs: number): boolean {
  return !Number.isNaN(atMs) && isDay(new Date(atMs).toISOString().slice(0, 10));
}
