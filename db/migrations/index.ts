import { First } from './0001-first.ts';
import { Notices } from './0003-notices.ts';
import { Contact } from './0004-contact.ts';
import { People } from './0005-people.ts';
import { Pages } from './0006-pages.ts';
import { NamedKeys } from './0008-named-keys.ts';
import { Search } from './0009-search.ts';
import { Promises } from './0010-promises.ts';
import { Endings } from './0011-endings.ts';
import { UnlockLinks } from './0012-unlock-links.ts';
import { Bounds } from './0005-bounds.ts';

/** Every version of the database, oldest first; one that has been released is never changed. */
export const MIGRATIONS = [
  { name: '0001-first', class: First },
  { name: '0003-notices', class: Notices },
  { name: '0004-contact', class: Contact },
  { name: '0005-people', class: People },
  { name: '0006-pages', class: Pages },
  { name: '0008-named-keys', class: NamedKeys },
  { name: '0009-search', class: Search },
  { name: '0010-promises', class: Promises },
  { name: '0011-endings', class: Endings },
  { name: '0012-unlock-links', class: UnlockLinks },
  { name: '0005-bounds', class: Bounds },
];
