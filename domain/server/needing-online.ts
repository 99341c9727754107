import type { Catalogue } from '../catalogue/catalogue.ts';
import type { LicenseKind } from '../catalogue/terms.ts';

/** Applications, by their keys, that run only with a connection: everything that is not perpetual, and what the catalogue says of itself. */
export function needingOnline(
  catalogue: Catalogue,
  shares: readonly { application: string; license: LicenseKind }[],
): string[] {
  const need = shares.filter(
    ({ application, license }) => license !== 'perpetual' || catalogue.get(application)?.onlineOnly,
  );
  return [...new Set(need.map(({ application }) => application))].sort();
}
