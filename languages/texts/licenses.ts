/** What a customer owns. */
export type LicensesTexts = {
  title: string;
  /** Columns that only the download has. */
  sheet: Record<
    'license' | 'unit' | 'state' | 'stateUnits' | 'stateUntil' | 'careUntil' | 'orders' | 'planned',
    string
  >;
  csv: string;
  search: string;
  shows: Record<'all' | 'attention' | 'free' | 'locked', string>;
  sorts: Record<'name' | 'end' | 'free', string>;
  columns: Record<'application' | 'capacity' | 'term' | 'care' | 'actions', string>;
  endless: string;
  noCare: string;
  assigned: string;
  /** In use on servers, by what they say. */
  used: string;
  free: string;
  locked: string;
  assignedOf(assigned: string, owned: string): string;
  details: string;
  unlock(order: string): string;
  nowhere: string;
  empty: string;
  emptyForCustomer: string;
};
