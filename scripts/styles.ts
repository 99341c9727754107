import { writeFileSync } from 'node:fs';
import { TABLER, usedTabler } from './tabler.ts';

/** Keeps what pages use of Tabler: to be run when a page gets a class that none had, or Tabler a new version. */
for (const direction of ['ltr', 'rtl'] as const) writeFileSync(TABLER[direction].kept, await usedTabler(direction));
