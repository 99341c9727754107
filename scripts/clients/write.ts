import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COLLECTION_FOLDER, collectionOfApi } from './collection.ts';
import { documentOfApi } from './document.ts';
import { TYPES_FILE, typesOfApi } from './types.ts';

/** Writes what derives from the document of the API over what was there. */
export async function writeClients(): Promise<void> {
  const document = await documentOfApi();
  writeFileSync(TYPES_FILE, await typesOfApi(document));
  rmSync(COLLECTION_FOLDER, { recursive: true, force: true });
  for (const [name, content] of collectionOfApi(document)) {
    const file = join(COLLECTION_FOLDER, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
