import entries from '../../../domain/catalogue/catalogue.json' with { type: 'json' };
import { readCatalogue } from '../../../domain/catalogue/catalogue-file.ts';

/** The catalogue that the product comes with. */
export const CATALOGUE = readCatalogue(entries, (mistake) => {
  throw new Error(`catalogue.json ${mistake}`);
});
