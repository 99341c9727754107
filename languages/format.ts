import { daysTo, type Day } from '../domain/days.ts';
import { remembered } from './remembered.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const TO_THE_MINUTE: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Days and numbers as a reader writes them. */
export type Format = ReturnType<typeof createFormat>;

const known = remembered<Format>();

/** The formats of a locale and a time zone; made once, as making them is slow. */
export function formatFor(locale: string, timeZone: string): Format {
  return known(`${locale} ${timeZone}`, () => createFormat(locale, timeZone));
}

function createFormat(locale: string, timeZone: string) {
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, { ...TO_THE_MINUTE, timeZone });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  function inDays(days: number): string {
    if (Math.abs(days) < 100) return relative.format(days, 'day');
    if (Math.abs(days) < 730) return relative.format(Math.trunc(days / 30.4), 'month');
    return relative.format(Math.trunc(days / 365.25), 'year');
  }

  return {
    timeZone,

    /** What stands before tenths: “.” or “,”. */
    decimalSign: numbers.formatToParts(0.5).find(({ type }) => type === 'decimal')!.value,

    /** 1800 as “1,800”. */
    number: (value: number) => numbers.format(value),

    /** A calendar day, the same wherever it is read. */
    day: (day: Day) => days.format(new Date(day)),

    /** The month of a calendar day: “November 2027”. */
    month: (day: Day) => months.format(new Date(day)),

    /** An instant in epoch milliseconds or ISO 8601, to the minute, in the reader's time zone, which it names. */
    instant: (at: number | string) => instants.format(new Date(at)),

    /** The same to the second, with the time zone's name. */
    exactly: (at: number | string) => exact.format(new Date(at)),

    /** How far a day is from today in the reader's time zone: “in 21 days”, “tomorrow”, “3 months ago”. */
    relativeDay(day: Day, nowMs: number): string {
      return inDays(daysTo(day, timeZone, nowMs));
    },

    /** So many days from today: “in 21 days”, “today”. */
    inDays,

    /** How long ago an instant was, or how soon it is: “5 minutes ago”. */
    relative(at: number | string, nowMs: number): string {
      const distance = new Date(at).getTime() - nowMs;
      if (Math.abs(distance) < MINUTE_MS) return relative.format(0, 'second');
      if (Math.abs(distance) < HOUR_MS) return relative.format(Math.trunc(distance / MINUTE_MS), 'minute');
      if (Math.abs(distance) < DAY_MS) return relative.format(Math.trunc(distance / HOUR_MS), 'hour');
      return relative.format(Math.trunc(distance / DAY_MS), 'day');
    },
  };
}
