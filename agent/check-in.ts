import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { decodeJwt } from 'jose';
import { DEFAULT_VERSION } from './version.ts';
import { requestLicense } from './cloud/requests.ts';
import { rootAfter, trustedRoots } from './documents/trust.ts';
import { verifyLicense } from './documents/verify.ts';
import { heard, isCorrected, lookAt } from './enforcement/clock.ts';
import { afterContact, afterFailure, afterRefusal, attemptAt, isFresh } from './enforcement/contact.ts';
import { AppSuiteError, RefusedError, UnreachableError } from './errors.ts';
import { withLock } from './folder/lock.ts';
import type { State } from './folder/state.ts';
import { readState, writeState } from './folder/store.ts';
import { fingerprintOf } from './identity.ts';
import { isStandby } from './status/held.ts';
import type { LicenseClaims } from './license.ts';
import { signedCall, type Calling, type Saying } from './cloud/signed-call.ts';
import { statusOf, type Status } from './status/status.ts';
import { readUsage, type Used } from './usage.ts';

export type CheckInOptions = {
  dir: string;
  nowMs?: number;
  random?: () => number;
  /** The version that this AppSuite has; else the one that it said last. */
  version?: string;
  /** The file that applications write what they use into, instead of the folder's own. */
  usageFile?: string;
  /** What is in use, beside and before what that file says. */
  used?: Used;
};

/**
 * Asks the cloud for the current license document. What is held stays as it is when the cloud refuses, can't be reached,
 * or sends a document that does not hold; the reason is kept for the status. The try is stored before it is sent, so
 * that after a crash it is repeated as the same one.
 * Refusals: AppSuiteError when the folder is not activated online, RefusedError and UnreachableError of the cloud.
 */
export async function checkIn(options: CheckInOptions): Promise<{ changed: boolean; status: Status }> {
  const { dir, nowMs = Date.now(), random = Math.random } = options;
  return withLock(dir, async () => {
    const usage = await readUsage(dir, options.usageFile);
    const used = options.used ? { ...usage.used, ...options.used } : usage.used;
    const held = callingOf(await readState(dir), dir, nowMs);
    let current = { ...held, version: options.version ?? held.version };
    const before = current.activation.license;
    const keep = async (state: Calling) => {
      current = state;
      await writeState(dir, state);
    };
    await keep(current);
    const askOnce = async () => {
      const asking = (jwt: string, state: Calling) => ask(jwt, state, nowMs, random);
      const heldFor = standbyForOf(current);
      const after = toldOf(
        heldFor,
        await signedCall(current, nowMs, keep, asking, { ...actOf(current), ...sayingOf(current, used) }),
      );
      await writeState(dir, after);
      return after;
    };
    try {
      const goesOn = current.takeover?.isOver === false;
      let after = await askOnce();
      // A takeover that was over before the cloud knew of it is told, and then that it is over; so is one that the cloud has ended.
      if (after.takeover?.isOver || (goesOn && after.takeover === null)) {
        current = callingOf(after, dir, nowMs);
        after = await askOnce();
      }
      return { changed: after.activation?.license !== before, status: statusOf(after, nowMs, { ...usage, used }) };
    } catch (error) {
      if (error instanceof AppSuiteError) await writeState(dir, afterError(current, error, random));
      throw error;
    }
  });
}

/** What the AppSuite says of itself; of what is in use that of the applications which its document lists. */
function sayingOf({ version, activation }: Calling, used: Used | null): object {
  const listed = decodeJwt<LicenseClaims>(activation.license).applications.map(({ application }) => application);
  const use = used && Object.fromEntries(Object.entries(used).filter(([application]) => listed.includes(application)));
  return { ver: version ?? DEFAULT_VERSION, host: hostname(), ...(use && { use }) };
}

/** The state to call the cloud with: the clock looked at, and the try that is to be made. */
export function callingOf(state: State | null, dir: string, machineMs: number): Calling {
  if (!state?.activation) throw new AppSuiteError(`${dir} is not activated: run activate with an Activation Token.`);
  if (decodeJwt<LicenseClaims>(state.activation.license).mode === 'offline')
    throw new AppSuiteError(
      `${dir} is a server that is offline: to bring changes to it, run offline-request; to take it online, run activate.`,
    );
  const clock = lookAt(state.clock, machineMs);
  const attempt = attemptAt(state.attempt, clock.newestMs, randomUUID);
  return { ...state, activation: state.activation, clock, attempt };
}

/** What a standby says of itself; what is no standby says nothing. */
function actOf({ activation, takeover }: Calling): Saying {
  if (!isStandby(activation.license)) return {};
  if (!takeover || (takeover.isOver && takeover.isTold)) return { act: 'standby' };
  return { act: 'takeover', since: Math.floor(takeover.sinceMs / 1000), for: standbyForOf({ activation })! };
}

/** For whom the held document has a server stand by. */
function standbyForOf({ activation }: Pick<State, 'activation'>): string | undefined {
  return activation ? decodeJwt<LicenseClaims>(activation.license).standbyFor : undefined;
}

/** The state once the cloud has heard that: a takeover was of the server that the document before named, while days are left. */
function toldOf(heldFor: string | undefined, state: State): State {
  const { takeover, activation } = state;
  if (!takeover) return state;
  const { standbyFor, standbyDaysLeft } = activation ? decodeJwt<LicenseClaims>(activation.license) : {};
  if (standbyFor === undefined || standbyFor !== heldFor || standbyDaysLeft === 0) return { ...state, takeover: null };
  if (takeover.isOver && takeover.isTold) return { ...state, takeover: null };
  return { ...state, takeover: { ...takeover, isTold: true } };
}

async function ask(jwt: string, state: Calling, machineMs: number, random: () => number): Promise<State> {
  const { url, activation: held, clock, least } = state;
  const { iat, checkInAfterSeconds } = decodeJwt<LicenseClaims>(held.license);
  const isSure = isFresh(iat, clock.newestMs) && !isCorrected(clock, machineMs);
  const answer = await requestLicense(url, jwt, isSure ? held.etag : null);
  const answered = { ...state, attempt: null, trouble: null };
  const checkInNumber = answer.checkInNumber ?? held.checkInNumber;
  if (answer.license === null) {
    const activation = { ...held, checkInNumber, lastContactMs: clock.newestMs };
    return { ...answered, activation, next: afterContact(clock.newestMs, checkInAfterSeconds!, random) };
  }
  const fingerprint = await fingerprintOf(state);
  const expected = {
    ...{ roots: trustedRoots(state), least },
    url,
    server: held.server,
    fingerprint,
    mode: 'online' as const,
    heldIssuedAt: iat,
    clock,
    machineMs,
  };
  const verified = verifyLicense(answer.license, expected);
  const now = verified.clock.newestMs;
  const { license, etag } = answer;
  const activation = { server: held.server, license, etag, checkInNumber, lastContactMs: now };
  const next = afterContact(now, verified.claims.checkInAfterSeconds!, random);
  const trust = { root: rootAfter(state, verified.root), least: verified.least };
  return { ...answered, ...trust, activation, clock: verified.clock, next };
}

/** What was sent without an answer is repeated as the same try; after an answer, whatever it says, comes another one. */
function afterError(state: Calling, error: AppSuiteError, random: () => number): State {
  const schedule = state.next ?? { atMs: 0, failures: 0 };
  const now = state.clock.newestMs;
  const trouble = error.message;
  if (error instanceof UnreachableError)
    return { ...state, trouble, refused: false, next: afterFailure(now, schedule, error.retryAfterSeconds, random) };
  if (!(error instanceof RefusedError))
    return { ...state, trouble, refused: true, attempt: null, next: afterFailure(now, schedule, null, random) };
  const clock = heard(state.clock, error.serverTimeMs ?? 0);
  return { ...state, trouble, refused: true, attempt: null, clock, next: afterRefusal(now, schedule, random) };
}
