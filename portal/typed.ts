import type { Language } from '../languages/index.ts';
import { readDay, readWhole } from '../languages/typed.ts';
import type { FormBody } from './form.ts';

/** What a field takes that each language writes in its own way. */
export type TypedKind = 'whole' | 'day';

/**
 * What a form sent, with whole numbers and days as programs write them (`1000`, `2026-12-31`), however its reader's language
 * does. What cannot be read, or only in more than one way, stays as it was typed, so that it is said to be wrong.
 */
export function asProgramsWrite(
  form: FormBody,
  kindOf: (name: string) => TypedKind | null,
  language: Language,
): FormBody {
  const fields = Object.entries(form).map(([name, text]) => [name, asOneWrites(text, kindOf(name), language)]);
  return Object.fromEntries(fields) as FormBody;
}

/** The same of one field. */
export function asOneWrites(text: string, kind: TypedKind | null, { locale }: Language): string {
  if (kind === null || text === '') return text;
  return kind === 'whole' ? String(readWhole(text, locale) ?? text) : (readDay(text, locale) ?? text);
}
