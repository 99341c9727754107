import { searchedForms } from '../../domain/text/copied.ts';
import type { Day } from '../../domain/days.ts';
import { ENDINGS_WITHIN, type EndingWithin } from '../../domain/order/line/ending.ts';
import { INTENTS, type IntentKind } from '../../domain/order/facts.ts';
import { ENDINGS, type Ending } from '../../domain/order/order.ts';
import type { Language } from '../../languages/index.ts';
import type { AskedRenewals } from '../../services/renewals/renewals.ts';
import { readChoice, readDayAsked, readText, type Query } from '../parts/list/query.ts';

export const WHATS = ['all', ...ENDINGS] as const;
export const MEANT = [...INTENTS, 'undecided'] as const;
export type Meant = (typeof MEANT)[number];
export const MEANT_OR_ALL = ['all', ...MEANT] as const;

/** Opened without a word about days, the page shows what ends within these. */
const USUAL: EndingWithin = '60';

/** What a reader asked to see of what ends, as it stands in the page's address; `ends` is null where days are named, and a text is empty where nothing is. */
export type RenewalFilter = {
  ends: EndingWithin | null;
  from: Day;
  to: Day;
  q: string;
  what: 'all' | Ending;
  application: string;
  customer: string;
  intent: 'all' | IntentKind | 'undecided';
  cursor: string;
};

/** Reads an address; what it does not say, or says wrong, is as usual. */
export function readRenewalFilter(query: Query, language: Language): RenewalFilter {
  const [from, to] = [readDayAsked(query.from, language), readDayAsked(query.to, language)];
  const isRange = from !== '' || to !== '';
  return {
    ends: isRange ? null : (ENDINGS_WITHIN.find((within) => within === query.ends) ?? USUAL),
    ...{ from, to },
    q: searchedForms(readText(query.q)).length > 0 ? readText(query.q) : '',
    what: readChoice(query.what, WHATS),
    application: readText(query.application),
    customer: readText(query.customer),
    intent: readChoice(query.intent, MEANT_OR_ALL),
    cursor: readText(query.cursor),
  };
}

/** The same as it is asked for; what is meant is not for everybody to ask. */
export function asked(filter: RenewalFilter, findsByIntent: boolean): AskedRenewals {
  const { ends, from, to, q, what, application, customer, intent } = filter;
  return {
    ...(ends !== null && { ends }),
    ...(from !== '' && { endsFrom: from }),
    ...(to !== '' && { endsTo: to }),
    ...(q !== '' && { q }),
    ...(what !== 'all' && { what }),
    ...(application !== '' && { application }),
    ...(customer !== '' && { customer }),
    ...(findsByIntent && intent !== 'all' && { intent }),
  };
}

/** What of a filter stands in an address: what is as usual is left out, and where a page begins. */
export function parametersOf({ ends, cursor: _cursor, ...others }: RenewalFilter): Record<string, string> {
  const given = Object.entries({ ...(ends !== null && ends !== USUAL && { ends }), ...others });
  return Object.fromEntries(given.filter(([, value]) => value !== '' && value !== 'all'));
}

/** The address of a page with a filter, and what else is to stand there; it is the first one where no cursor is. */
export function addressOf(path: string, filter: RenewalFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...parametersOf(filter), ...more }).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The page of a list that a reader is on, for an address. */
export function placeOf({ cursor }: RenewalFilter): Record<string, string> {
  return cursor === '' ? {} : { cursor };
}
