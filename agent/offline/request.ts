import { randomUUID } from 'node:crypto';
import { readOrCreate, type ActivateOptions } from '../activate.ts';
import { signJws } from '../documents/jws.ts';
import { lookAt } from '../enforcement/clock.ts';
import { withLock } from '../folder/lock.ts';
import { writeState } from '../folder/store.ts';
import { fingerprintOf } from '../identity.ts';
import { DEFAULT_VERSION } from '../version.ts';

/** Makes the request string that people carry to the portal. It changes nothing of what runs here. */
export async function offlineRequest(options: ActivateOptions): Promise<string> {
  const { dir, token, version = DEFAULT_VERSION, nowMs = Date.now() } = options;
  return withLock(dir, async () => {
    const state = await readOrCreate(options);
    const clock = lookAt(state.clock, nowMs);
    await writeState(dir, { ...state, clock });
    const { publicKey, privateKey } = state;
    const fingerprint = await fingerprintOf(state);
    const iat = Math.floor(clock.newestMs / 1000);
    const claims = { token, fingerprint, version, publicKey, iat, jti: randomUUID() };
    return signJws({ alg: 'EdDSA', typ: 'offline-request+jwt' }, claims, privateKey);
  });
}
