import type { Unit } from '../domain/catalogue/catalogue.ts';
import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { formatFor, type Format } from './format.ts';
import { fr } from './fr/index.ts';
import { he } from './he/index.ts';
import { it } from './it/index.ts';
import type { Texts } from './texts.ts';

/** Every language there is; a further one is its file and its place here. */
export const LANGUAGES: readonly Texts[] = [en, it, ar, de, fr, es, he];

/** What a reader reads in: a language's texts, and how its locale and time zone write days and numbers. */
export type Language = {
  texts: Texts;
  format: Format;
  /** BCP 47, with a region where one is known. */ locale: string;
};

/**
 * The language for a locale such as `it` or `it-CH`, English where it is not there, and the formats of the whole locale
 * in an IANA time zone.
 */
export function languageFor(locale: string, timeZone = 'UTC'): Language {
  const texts = textsOf(locale);
  const written = texts ? canonical(locale) : undefined;
  const used = written ?? (texts ?? en).locale;
  return { texts: texts ?? en, locale: used, format: formatFor(used, timeZone) };
}

/** The texts of a locale's language; undefined when they are not there. */
export function textsOf(locale: string): Texts | undefined {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((texts) => texts.locale === language);
}

/** The first of what a browser asks for (RFC 9110, section 12.5.4) that is there; in the order given, as browsers order it. */
export function acceptedLanguage(header: string): string | undefined {
  const asked = header.split(',').map((range) => range.split(';')[0]!.trim());
  return asked.find((locale) => textsOf(locale));
}

/** An amount of capacity in words: “20 operators”; of an application whose unit nobody knows any more the number alone. */
export function capacityIn({ texts, format }: Language, count: number, unit: Unit | null): string {
  const number = format.number(count);
  return unit === null ? number : texts.words.units[unit](count, number);
}

/** As many of something as every language has its word for several for. */
const SEVERAL = 3;

/** What units are called where no number of them stands: “operators”; nothing where nobody knows the unit any more. */
export function unitsIn({ texts }: Language, unit: Unit | null): string {
  return unit === null ? '' : texts.words.units[unit](SEVERAL, '').trim();
}

function canonical(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
