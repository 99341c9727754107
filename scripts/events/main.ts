import { writeFileSync } from 'node:fs';
import { commandLine } from '../../admin/command-line.ts';
import { EVENTS_PAGE, renderEvents } from './list.ts';

commandLine('events', 'Writes docs/events.md anew, which lists each type of event with its fields.').parse();
writeFileSync(EVENTS_PAGE, await renderEvents());
