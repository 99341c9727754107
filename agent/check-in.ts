import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { requestLicense, requestSigningKeys } from './cloud.ts';
import { AppSuiteError } from './errors.ts';
import { statusOf, type Status } from './status.ts';
import { readState, writeState, type Activation, type State } from './store.ts';
import { verifyLicense } from './verify.ts';

const JWT_SECONDS = 120;

/**
 * Asks the cloud for the current license document. What is held stays as it is when the cloud refuses, can't be reached,
 * or sends a document that does not hold; the reason is kept for the status.
 * Refusals: AppSuiteError when the folder is not activated, RefusedError and UnreachableError of the cloud.
 */
export async function checkIn({
  dir,
  nowMs = Date.now(),
}: {
  dir: string;
  nowMs?: number;
}): Promise<{ changed: boolean; status: Status }> {
  const state = await readState(dir);
  if (!state?.activation) throw new AppSuiteError(`${dir} is not activated: run activate with an Activation Token.`);
  try {
    const activation = await ask(state, state.activation, nowMs);
    const after = { ...state, activation, trouble: null };
    await writeState(dir, after);
    return { changed: activation.license !== state.activation.license, status: statusOf(after, nowMs) };
  } catch (error) {
    if (error instanceof AppSuiteError) await writeState(dir, { ...state, trouble: error.message });
    throw error;
  }
}

async function ask(state: State, held: Activation, nowMs: number): Promise<Activation> {
  const { url } = state;
  const answer = await requestLicense(url, await checkInJwt(state, held, nowMs), held.etag);
  const contact = { checkInNumber: answer.checkInNumber ?? held.checkInNumber, lastContactMs: nowMs };
  if (answer.license === null) return { ...held, ...contact };
  await verifyLicense(answer.license, await requestSigningKeys(url), { url, server: held.server, nowMs });
  return { server: held.server, license: answer.license, etag: answer.etag, ...contact };
}

async function checkInJwt({ url, privateKey }: State, held: Activation, nowMs: number): Promise<string> {
  const issuedAt = Math.floor(nowMs / 1000);
  const number = held.checkInNumber === null ? {} : { chk: held.checkInNumber };
  return new SignJWT(number)
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(held.server)
    .setAudience(url)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + JWT_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(privateKey, 'EdDSA'));
}
