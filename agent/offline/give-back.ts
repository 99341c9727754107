import { randomUUID } from 'node:crypto';
import { signJws } from '../documents/jws.ts';
import { lookAt } from '../enforcement/clock.ts';
import { AppSuiteError } from '../errors.ts';
import { withLock } from '../folder/lock.ts';
import type { OfflineDocument, State } from '../folder/state.ts';
import { readState, writeState } from '../folder/store.ts';
import { fingerprintOf } from '../identity.ts';
import { offlineDocumentOf } from './document.ts';

/**
 * Stops everything that runs here by an offline document, for good, and answers the return string that proves it. Where
 * an online activation has taken the document's place already, nothing stops. Asked again it answers the same string.
 */
export async function offlineReturn({ dir, nowMs = Date.now() }: { dir: string; nowMs?: number }): Promise<string> {
  return withLock(dir, async () => {
    const state = await readState(dir);
    const running = state?.activation && offlineDocumentOf(state.activation);
    const given = running ?? state?.replacedOffline;
    if (!state || !given) return proofOf(state, dir);
    const atMs = lookAt(state.clock, nowMs).newestMs;
    const returned = { server: given.server, proof: await proofFor(state, given, atMs) };
    const notBeforeMs = Math.max(given.issuedAtMs, state.notBeforeMs ?? 0);
    const activation = running ? null : state.activation;
    await writeState(dir, { ...state, activation, returned, replacedOffline: null, notBeforeMs });
    return returned.proof;
  });
}

/** The proof of what was returned before. Refuses when nothing was. */
function proofOf(state: State | null, dir: string): string {
  if (state?.returned) return state.returned.proof;
  if (!state?.activation) throw new AppSuiteError(`${dir} is not activated: there is nothing to return.`);
  throw new AppSuiteError('This server is online: run leave to take it out of service.');
}

async function proofFor(state: State, { server, document }: OfflineDocument, atMs: number): Promise<string> {
  const fingerprint = await fingerprintOf(state);
  const iat = Math.floor(atMs / 1000);
  const claims = { iss: server, fingerprint, doc: document, iat, jti: randomUUID() };
  return signJws({ alg: 'EdDSA', typ: 'offline-return+jwt' }, claims, state.privateKey);
}
