import { Tables } from './0001-tables.ts';
import { Retention } from './0007-retention.ts';

/** Every version of the database, oldest first; one that has been released is never changed. */
export const MIGRATIONS = [
  { name: '0001-tables', class: Tables },
  { name: '0007-retention', class: Retention },
];
