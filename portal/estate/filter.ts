import type { AskedEstate } from '../../services/servers/servers.ts';
import { readChoice, readText, type Query } from '../parts/list/query.ts';

export const ESTATE_SHOWS = ['all', 'silent', 'registered', 'waiting', 'activated'] as const;

/** What a reader asked to see of all servers, as it stands in the page's address. */
export type EstateFilter = { q: string; show: (typeof ESTATE_SHOWS)[number]; version: string; cursor: string };

/** Reads an address; what it does not say, or says wrong, is as usual. */
export function readEstateFilter(query: Query): EstateFilter {
  return {
    q: readText(query.q),
    show: readChoice(query.show, ESTATE_SHOWS),
    version: readText(query.version),
    cursor: readText(query.cursor),
  };
}

/** The same as the list is asked for it. */
export function askedOf({ q, show, version }: EstateFilter): AskedEstate {
  return {
    ...(q && { q }),
    ...(version && { version }),
    ...(show === 'silent' ? { silent: true } : show !== 'all' && { state: show }),
  };
}
