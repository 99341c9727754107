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

/** Giving capacity to servers. */
export type AssignTexts = {
  open: string;
  application(name: string): string;
  toServer(name: string): string;
  applicationColumn: string;
  capacity: string;
  free: string;
  now: string;
  most: string;
  save: string;
  cancel: string;
  newServer: string;
  nothingToAssign: string;
  nothingToAssignNext: string;
  set: string;
  done: string;
  undo: string;
  undone: string;
  notAll: string;
  notAllText: string;
  notUndone: string;
  notUndoneText: string;
  /** The form made a server, and gave it nothing. */
  made(server: string): string;
  madeText: string;
  madeBefore: string;
  notANumber: string;
  /** Who changed it; null where that is not known. Followed by how long ago. */
  changed(by: string | null): string;
  changedKept: string;
};
