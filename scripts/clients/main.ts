import { writeFileSync } from 'node:fs';
import { commandLine } from '../../admin/command-line.ts';
import { TYPES_FILE, typesOfApi } from './types.ts';

commandLine('clients', 'Writes the types of the TypeScript client anew, as the document of the API says them.').parse();
writeFileSync(TYPES_FILE, await typesOfApi());
