import { writeFileSync } from 'node:fs';
import { commandLine } from '../../admin/command-line.ts';

commandLine('events', 'Writes docs/events.md anew, which lists each type of event with its fields.').parse();
const { EVENTS_PAGE, renderEvents } = await import('./list.ts');
writeFileSync(EVENTS_PAGE, await renderEvents());
