import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLine } from '../../admin/command-line.ts';
import { COLLECTION_FOLDER, collectionOfApi } from './collection.ts';
import { documentOfApi } from './document.ts';
import { TYPES_FILE, typesOfApi } from './types.ts';

const description =
  'Writes the types of the TypeScript client and the collection of requests anew, as the document of the API says them.';
commandLine('clients', description).parse();
const document = await documentOfApi();
writeFileSync(TYPES_FILE, await typesOfApi(document));
rmSync(COLLECTION_FOLDER, { recursive: true, force: true });
for (const [name, content] of collectionOfApi(document)) {
  const file = join(COLLECTION_FOLDER, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
