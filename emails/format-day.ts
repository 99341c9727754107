import type { Day } from '../domain/days.ts';

/** One for each language: making a format takes longer than writing all days of an e-mail. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day as people of a language write it. */
export function formatDay(day: Day, language: string): string {
  const format = formats.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  formats.set(language, format);
  return format.format(new Date(day));
}
