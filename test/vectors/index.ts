import { clockVectors } from './clock.ts';
import { documentVectors } from './documents.ts';
import { enforcementVectors } from './enforcement.ts';
import { keyVectors } from './keys.ts';
import { serviceTokenVectors } from './service-tokens.ts';
import { pastes, signedByServer } from './strings.ts';
import { waitVectors } from './waits.ts';

/** The content of every file in docs/vectors, by its name, as the product's own code makes it. */
export function vectors(): Record<string, unknown> {
  return {
    'keys.json': keyVectors(),
    'documents.json': documentVectors(),
    'enforcement.json': enforcementVectors(),
    'clock.json': clockVectors(),
    'signed-by-server.json': signedByServer(),
    'pastes.json': pastes(),
    'service-tokens.json': serviceTokenVectors(),
    'waits.json': waitVectors(),
  };
}
