import { nameIn, type Catalogue } from '../../../domain/catalogue/catalogue.ts';

/** What services say of applications, each by its name in the catalogue of a reader's language. */
export function named<Item extends { application: string; name: string }>(
  items: readonly Item[],
  catalogue: Catalogue,
): Item[] {
  return items.map((item) => ({ ...item, name: nameIn(catalogue, item.application) }));
}
