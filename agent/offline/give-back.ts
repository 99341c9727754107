import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { signJws } from '../documents/jws.ts';
import { lookAt } from '../enforcement/clock.ts';
import { AppSuiteError } from '../errors.ts';
import { withLock } from '../folder/lock.ts';
import type { Activation, Returned, State } from '../folder/state.ts';
import { readState, writeState } from '../folder/store.ts';
import { fingerprintOf } from '../identity.ts';
import type { LicenseClaims } from '../license.ts';

/**
 * Stops everything that runs here by an offline document, for good, and answers the return string that proves it. Asked
 * again it answers the same string.
 */
export async function offlineReturn({ dir, nowMs = Date.now() }: { dir: string; nowMs?: number }): Promise<string> {
  return withLock(dir, async () => {
    const state = await readState(dir);
    if (state?.returned && !state.activation) return state.returned.proof;
    if (!state?.activation) throw new AppSuiteError(`${dir} is not activated: there is nothing to return.`);
    const returned = await giveBack(state, state.activation, nowMs);
    await writeState(dir, { ...state, activation: null, returned });
    return returned.proof;
  });
}

async function giveBack(state: State, { license, server }: Activation, nowMs: number): Promise<Returned> {
  const { mode, iat: issuedAt } = decodeJwt<LicenseClaims>(license);
  if (mode !== 'offline') throw new AppSuiteError('This server is online: run leave to take it out of service.');
  const atMs = lookAt(state.clock, nowMs).newestMs;
  const claims = {
    iss: server,
    fingerprint: await fingerprintOf(state),
    iat: Math.floor(atMs / 1000),
    jti: randomUUID(),
  };
  const proof = signJws({ alg: 'EdDSA', typ: 'offline-return+jwt' }, claims, state.privateKey);
  return { server, proof, issuedAt, atMs };
}
