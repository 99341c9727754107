import type { Day } from '../domain/days.ts';

/** A day as people of a language write it. */
export function formatDay(day: Day, language: string): string {
  return new Date(day).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
}
