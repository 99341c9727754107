import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COLLECTION_FOLDER, collectionOfApi } from './collection.ts';
import { documentOfApi } from './document.ts';

rmSync(COLLECTION_FOLDER, { recursive: true, force: true });
for (const [name, content] of collectionOfApi(await documentOfApi())) {
  const file = join(COLLECTION_FOLDER, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
