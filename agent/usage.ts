import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppSuiteError } from './errors.ts';

/** Units in use, by the key of the application. */
export type Used = Readonly<Record<string, number>>;

/** What the machine's applications say that they use, null where they say nothing; `trouble` is why that can't be read. */
export type Usage = { used: Used | null; trouble: string | null };

export const NO_USAGE: Usage = { used: null, trouble: null };

const FILE = 'usage.json';
const MOST_UNITS = 1_000_000_000;

/**
 * Reads the file that the machine's applications write, `{"digital-fax": 5, …}` in units; `usage.json` of the folder unless
 * another is named. It is for people: a file that can't be read is told of and stops no check-in.
 */
export async function readUsage(dir: string, file: string = join(dir, FILE)): Promise<Usage> {
  const unread = (why: string) => ({
    used: null,
    trouble: `${file} can't be read (${why}), so that nothing is reported of what is in use: write it as {"digital-fax": 5}.`,
  });
  try {
    const used: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isUsed(used) ? { used, trouble: null } : unread('it is no object of whole numbers');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_USAGE;
    return unread((error as Error).message);
  }
}

/** Reads `application=units`, as somebody types it. Refuses what is none. */
export function givenUsed(pairs: readonly string[]): Used {
  const used = pairs.map((pair) => {
    const [, application = '', units = ''] = /^([^=]+)=(\d{1,10})$/.exec(pair) ?? [];
    if (!application || !isUnits(Number(units)))
      throw new AppSuiteError(`${pair} is no usage: write it as application=units, such as digital-fax=5.`);
    return [application, Number(units)] as const;
  });
  return Object.fromEntries(used);
}

function isUsed(value: unknown): value is Used {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isUnits);
}

function isUnits(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_UNITS;
}
