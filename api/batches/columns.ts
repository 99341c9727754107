import type { BatchKind } from '../../domain/batches.ts';

/** Where the text of a cell goes in an item, or in one of its lines; the empty path is the line itself. */
export type Column = { path: readonly string[]; isOfLine?: true; isNumber?: true };
type Columns = Readonly<Record<string, Column>>;

const PARTIES = ['customer', 'reseller', 'distributor'] as const;
const OF_PARTY = { Id: 'id', Name: 'name', Email: 'email', TimeZone: 'timeZone', Locale: 'locale' };

const parties: Columns = Object.fromEntries(
  PARTIES.flatMap((party) =>
    Object.entries(OF_PARTY).map(([suffix, field]) => [`${party}${suffix}`, { path: [party, field] }]),
  ),
);

const lines: Columns = {
  application: { path: ['application'], isOfLine: true },
  capacity: { path: ['capacity'], isOfLine: true, isNumber: true },
  license: { path: ['license'], isOfLine: true },
  startsOn: { path: ['startsOn'], isOfLine: true },
  endsOn: { path: ['endsOn'], isOfLine: true },
  careLevel: { path: ['care', 'level'], isOfLine: true },
  careEndsOn: { path: ['care', 'endsOn'], isOfLine: true },
  lineReference: { path: ['reference'], isOfLine: true },
};

const fact: Columns = { order: { path: ['order'] }, reference: { path: ['reference'] } };

/** The columns of each kind, in whichever sequence they come. */
export const COLUMNS: Record<BatchKind, Columns> = {
  orders: { number: { path: ['number'] }, purchaseOrder: { path: ['purchaseOrder'] }, ...parties, ...lines },
  renewals: {
    ...fact,
    endsOn: { path: ['endsOn'] },
    line: { path: ['line'], isOfLine: true },
    capacity: { path: ['capacity'], isOfLine: true, isNumber: true },
  },
  expansions: { ...fact, ...lines },
  cancellations: {
    ...fact,
    reason: { path: ['reason'] },
    line: { path: [], isOfLine: true },
    on: { path: ['on'] },
  },
};

/** By which columns the rows of one item are known: those that follow one another and say the same there. */
export const KEYS: Record<BatchKind, readonly string[]> = {
  orders: ['number'],
  renewals: ['order', 'reference'],
  expansions: ['order', 'reference'],
  cancellations: ['order', 'reference'],
};
