import { UNITS, type Application, type Catalogue, type Unit } from './catalogue.ts';

const FIELDS: readonly string[] = [
  'key',
  'name',
  'names',
  'unit',
  'requires',
  'capacityFrom',
  'onlineOnly',
  'retired',
  'testUnits',
] satisfies (keyof Application)[];

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const LONGEST_NAME = 200;
const LANGUAGE = /^[a-z]{2,3}$/;
const MOST_TEST_UNITS = 1_000_000;

/**
 * Reads what the file of a catalogue says: a list of entries with `key`, `name`, `unit` and, where they differ from nothing
 * and `false`, `names`, `requires`, `capacityFrom`, `onlineOnly`, `retired` and `testUnits`. Each mistake is told as a sentence about the file.
 */
export function readCatalogue(content: unknown, mistake: (sentence: string) => void): Catalogue {
  if (!Array.isArray(content) || content.length === 0) {
    mistake('must be a list of at least one application');
    return new Map();
  }
  const catalogue = new Map<string, Application>();
  content.forEach((entry: unknown, index) => {
    const application = readEntry(entry, (sentence) => mistake(`has a mistake in entry ${index + 1}: ${sentence}`));
    if (!application) return;
    if (catalogue.has(application.key)) mistake(`has ${application.key} twice`);
    catalogue.set(application.key, application);
  });
  for (const application of catalogue.values()) checkReferences(application, catalogue, mistake);
  return catalogue;
}

function readEntry(entry: unknown, mistake: (sentence: string) => void): Application | null {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    mistake('it must be an object');
    return null;
  }
  const { key, name, unit, requires = [], capacityFrom = null, onlineOnly = false, retired = false } = entry as Entry;
  const { names, testUnits } = entry as Entry;
  const wrong = [
    ...Object.keys(entry).filter((field) => !FIELDS.includes(field)),
    ...(typeof key === 'string' && KEY.test(key) ? [] : ['key']),
    ...(isName(name) ? [] : ['name']),
    ...(names === undefined || areNames(names) ? [] : ['names']),
    ...(UNITS.some((known) => known === unit) ? [] : ['unit']),
    ...(Array.isArray(requires) && requires.every((one) => typeof one === 'string') ? [] : ['requires']),
    ...(capacityFrom === null || typeof capacityFrom === 'string' ? [] : ['capacityFrom']),
    ...(typeof onlineOnly === 'boolean' ? [] : ['onlineOnly']),
    ...(typeof retired === 'boolean' ? [] : ['retired']),
    ...(testUnits === undefined || isUnits(testUnits) ? [] : ['testUnits']),
  ];
  for (const field of wrong) mistake(EXPECTED[field] ?? `it has a field that is unknown, ${field}`);
  return wrong.length > 0
    ? null
    : ({
        ...{ key, name, unit: unit as Unit, requires, capacityFrom, onlineOnly, retired },
        ...(names !== undefined && { names }),
        ...(testUnits !== undefined && { testUnits }),
      } as Application);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_NAME;
}

function areNames(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([language, name]) => LANGUAGE.test(language) && isName(name));
}

function isUnits(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_TEST_UNITS;
}

type Entry = { [Field in keyof Application]?: unknown };

const EXPECTED: Record<string, string> = {
  key: 'key must begin with a letter or a digit and have up to 80 of letters, digits, “.”, “_” and “-”',
  name: `name must be a text of up to ${LONGEST_NAME} characters`,
  names: `names must have codes of languages, such as it, and texts of up to ${LONGEST_NAME} characters`,
  unit: `unit must be one of ${UNITS.join(', ')}`,
  requires: 'requires must be a list of keys',
  capacityFrom: 'capacityFrom must be a key',
  onlineOnly: 'onlineOnly must be true or false',
  retired: 'retired must be true or false',
  testUnits: `testUnits must be a whole number from 1 to ${MOST_TEST_UNITS}`,
};

/** What an application requires, or has its capacity from, is in the catalogue; the latter has capacity of its own, in the same unit. */
function checkReferences(application: Application, catalogue: Catalogue, mistake: (sentence: string) => void): void {
  const { key, unit, requires, capacityFrom } = application;
  for (const required of requires)
    if (required === key || !catalogue.has(required))
      mistake(`says that ${key} requires ${required}, which is no other entry`);
  if (capacityFrom === null) return;
  const source = catalogue.get(capacityFrom);
  if (!source || source.capacityFrom !== null || source.unit !== unit)
    mistake(
      `says that ${key} has its capacity from ${capacityFrom}, which is no entry in ${unit} with capacity of its own`,
    );
}
