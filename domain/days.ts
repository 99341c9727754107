import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

/** A calendar day, `YYYY-MM-DD`. Which instant it begins at depends on a time zone. */
export type Day = string;

/** The instant at which a day begins in a time zone, in epoch milliseconds; where midnight does not exist, the first that does. */
export const startOfDay = remembered(
  (day: Day, timeZone: string): number => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds,
);

/** The day that many days later; earlier when negative. */
export const addDays = remembered((day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString(),
);

/**
 * The same day of a later year. Each year is counted from the day that all began on, so that none drifts: from 29 February
 * it is the 28th in years without a leap day, and the 29th again in those with one.
 */
export function anniversary(anchor: Day, years: number): Day {
  return Temporal.PlainDate.from(anchor).add({ years }).toString();
}

/** The first days of as many months as end with the month of a day, the oldest first. */
export function monthsBefore(day: Day, months: number): Day[] {
  const first = Temporal.PlainDate.from(day).with({ day: 1 });
  return Array.from({ length: months }, (_, index) => first.subtract({ months: months - 1 - index }).toString());
}

/** The day that an instant (epoch milliseconds) falls on in a time zone. */
export function dayAt(instantMs: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant at which it is that hour of the day (0 to 23) in a time zone, in epoch milliseconds. */
export function hourOfDay(day: Day, hour: number, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
}

/** How many days a day is after another; negative when it is before. */
export const daysBetween = remembered(
  (day: Day, later: Day): number => Temporal.PlainDate.from(day).until(later, { largestUnit: 'day' }).days,
);

/**
 * How many days it is from today in a time zone to a day, as pages, e-mails and the API count them: 0 is today, and it is
 * negative once the day has passed.
 */
export function daysTo(day: Day, timeZone: string, atMs: number): number {
  return daysBetween(dayAt(atMs, timeZone), day);
}

/**
 * No day that somebody means comes before or after these, in whichever time zone: its boundaries have years of four digits.
 * Whoever means “for ever” sells a perpetual license.
 */
export const [EARLIEST_DAY, LATEST_DAY] = ['1900-01-01', '9998-12-31'];

/** Whether the text names a day that exists, written `YYYY-MM-DD`; there is no year 0. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text names a time zone of the IANA database. Temporal also reads offsets and whole dates as one; they are none. */
export function isTimeZone(text: string): boolean {
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return /^[A-Za-z]/.test(text) && timeZoneId.toLowerCase() === text.toLowerCase();
  } catch {
    return false;
  }
}
