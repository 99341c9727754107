import { writeFileSync } from 'node:fs';
import { commandLine } from '../../admin/command-line.ts';
import { TABLER, usedTabler } from './tabler.ts';

const about = 'Keeps what pages use of Tabler: for when a page gets a class that none had, or Tabler a new version.';
commandLine('npm run styles', about).parse();
for (const direction of ['ltr', 'rtl'] as const) writeFileSync(TABLER[direction].kept, await usedTabler(direction));
