import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLine } from '../../admin/command-line.ts';
import { COLLECTION_FOLDER, collectionOfApi } from './collection.ts';
import { documentOfApi } from './document.ts';

commandLine('collection', 'Writes the collection of requests anew, as the document of the API says them.').parse();
rmSync(COLLECTION_FOLDER, { recursive: true, force: true });
for (const [name, content] of collectionOfApi(await documentOfApi())) {
  const file = join(COLLECTION_FOLDER, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
