import { nearest } from '../text/near.ts';

/** What an application's capacity counts. */
export const UNITS = ['users', 'channels', 'operators', 'rooms', 'sessions'] as const;
export type Unit = (typeof UNITS)[number];

/** One application of the AppSuite, as the vendor sells it. */
export type Application = {
  key: string;
  name: string;
  /** What it is called in languages in which it has another name, by their codes; absent where it has one everywhere. */
  names?: Readonly<Record<string, string>>;
  unit: Unit;
  /** Applications that must be licensed on the same server. */
  requires: readonly string[];
  /** The application whose capacity this one has; its own license only switches it on. */
  capacityFrom: string | null;
  /** Never part of an offline document. */
  onlineOnly: boolean;
  /** Sold no more; what was sold of it lives on. */
  retired: boolean;
  /** Units that are free for tests, once per customer; absent where none are. */
  testUnits?: number;
};

/** What the vendor sells and has sold, by its keys, in the sequence in which the vendor lists it. */
export type Catalogue = ReadonlyMap<string, Application>;

/** The catalogue as it is read in a language, or in a region of it such as `it-CH`: each entry by its name there. */
export function catalogueIn(catalogue: Catalogue, locale: string): Catalogue {
  const language = locale.toLowerCase().split(/[-_]/)[0]!;
  const entries = [...catalogue.values()];
  if (!entries.some(({ names }) => names?.[language] !== undefined)) return catalogue;
  return new Map(entries.map((entry) => [entry.key, { ...entry, name: entry.names?.[language] ?? entry.name }]));
}

/** What people call an application; one that the catalogue does not know, or knows no more, has its key for a name. */
export function nameIn(catalogue: Catalogue, key: string): string {
  return catalogue.get(key)?.name ?? key;
}

/** What an application's capacity counts; null where the catalogue does not know the application. */
export function unitIn(catalogue: Catalogue, key: string): Unit | null {
  return catalogue.get(key)?.unit ?? null;
}

/** Keys in the catalogue's sequence; those that it does not know come last, by the alphabet. */
export function inSequence(catalogue: Catalogue, keys: Iterable<string>): string[] {
  const places = new Map([...catalogue.keys()].map((key, place) => [key, place]));
  const placeOf = (key: string) => places.get(key) ?? places.size;
  return [...keys].sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
}

/** Why an application cannot be sold, as the end of a sentence about it; null where it can. */
export function whyNotSold(catalogue: Catalogue, key: string): string | null {
  const application = catalogue.get(key);
  if (!application) return `is not in the catalogue, which has ${nearest(key, sold(catalogue)).join(', ')}`;
  return application.retired ? 'is sold no more: the catalogue has it as retired' : null;
}

function sold(catalogue: Catalogue): string[] {
  return [...catalogue.values()].flatMap(({ key, retired }) => (retired ? [] : [key]));
}
