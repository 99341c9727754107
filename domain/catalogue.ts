import entries from './catalogue.json' with { type: 'json' };

/** What an application's capacity counts. */
export const UNITS = ['users', 'channels', 'operators', 'rooms', 'sessions'] as const;
export type Unit = (typeof UNITS)[number];

/** One application of the AppSuite, as the vendor sells it. */
export type Application = {
  key: string;
  name: string;
  unit: Unit;
  /** Applications that must be licensed on the same server. */
  requires: readonly string[];
  /** The application whose capacity this one has; its own license only switches it on. */
  capacityFrom: string | null;
  /** Never part of an offline document. */
  onlineOnly: boolean;
};

type Entry = {
  key: string;
  name: string;
  unit: string;
  requires?: string[];
  capacityFrom?: string;
  onlineOnly?: boolean;
};

function toApplication(entry: Entry): Application {
  return {
    key: entry.key,
    name: entry.name,
    unit: entry.unit as Unit,
    requires: entry.requires ?? [],
    capacityFrom: entry.capacityFrom ?? null,
    onlineOnly: entry.onlineOnly ?? false,
  };
}

/** Every application of the catalogue by its key, in the catalogue's order. */
export const CATALOGUE: ReadonlyMap<string, Application> = new Map(
  (entries as Entry[]).map((entry) => [entry.key, toApplication(entry)]),
);
