import type { Catalogue } from '../catalogue/catalogue.ts';

/** An application that a server has without another that it needs, by their keys. */
export type MissingRequirement = { application: string; required: string };

/** What is missing beside what a server has some of, in units. */
export function missingRequirements(
  holdings: readonly { application: string; capacity: number }[],
  catalogue: Catalogue,
): MissingRequirement[] {
  const held = holdings.filter(({ capacity }) => capacity > 0).map(({ application }) => application);
  return held.flatMap((application) =>
    (catalogue.get(application)?.requires ?? [])
      .filter((required) => !held.includes(required))
      .map((required) => ({ application, required })),
  );
}
