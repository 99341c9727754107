import { readFileSync } from 'node:fs';
import entries from '../domain/catalogue/catalogue.json' with { type: 'json' };
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { readCatalogue } from '../domain/catalogue/catalogue-file.ts';
import type { Settings } from './settings.ts';

/** The applications that are sold: those of the file that `CATALOGUE` names, else the product's own. */
export function readCatalogueSetting({ text, mistake }: Settings): Catalogue {
  const path = text('CATALOGUE');
  const told = (sentence: string) => mistake(`CATALOGUE, ${path ?? 'as it comes'}, ${sentence}.`);
  if (path === undefined) return readCatalogue(entries, told);
  try {
    return readCatalogue(JSON.parse(readFileSync(path, 'utf8')), told);
  } catch (error) {
    told(`cannot be read: ${(error as Error).message}`);
    return new Map();
  }
}
