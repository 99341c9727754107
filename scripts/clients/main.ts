import { writeFileSync } from 'node:fs';
import { TYPES_FILE, typesOfApi } from './types.ts';

writeFileSync(TYPES_FILE, await typesOfApi());
