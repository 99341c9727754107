import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { readOrCreate, takeActivation, type ActivateOptions } from './activate.ts';
import { askForPairing, beginPairing } from './cloud/requests.ts';
import { heard, lookAt } from './enforcement/clock.ts';
import { AppSuiteError, RefusedError, UnreachableError } from './errors.ts';
import { withLock } from './folder/lock.ts';
import type { Pairing } from './folder/state.ts';
import { readState, writeState } from './folder/store.ts';
import { fingerprintOf } from './identity.ts';
import { byEitherClock, callJwt } from './cloud/signed-call.ts';
import { statusOf, type Status } from './status/status.ts';
import { DEFAULT_VERSION } from './version.ts';

export type PairOptions = Omit<ActivateOptions, 'token' | 'nowMs'> & {
  /** Takes what whoever stands in front of the machine should read, a line each. */
  say: (line: string) => void;
  clock?: () => number;
  sleep: (ms: number) => Promise<void>;
};

/**
 * Activates this folder's server by a code that it shows, and that somebody enters in the portal; answers the status.
 * What the cloud gave is stored before it is shown: run again within its time, it goes on with the same code.
 * Refusals: as `activate`; RefusedError when the code is over, or the machine was refused.
 */
export async function pair(options: PairOptions): Promise<Status> {
  const { dir, say, sleep, clock = Date.now } = options;
  const { status: early, pairing } = await withLock(dir, () => begin(options, clock()));
  if (early) return early;
  say(`Open ${pairing.verificationUrl} and enter this code: ${pairing.userCode}`);
  for (;;) {
    const status = await withLock(dir, () => ask(options, clock()));
    if (status) return status;
    await sleep(pairing.intervalSeconds * 1000);
  }
}

/**
 * The code that is still good, or another one. Of one that is over the cloud is asked first: when somebody entered it in its
 * last minutes, the machine is a server by now, and its answer waits.
 */
async function begin(options: PairOptions, nowMs: number): Promise<{ status: Status | null; pairing: Pairing }> {
  const state = await readOrCreate(options);
  const known = state.pairing?.url === state.url ? state.pairing : null;
  if (known && nowMs < known.endsAtMs) return { status: null, pairing: known };
  if (known) {
    const status = await ask(options, nowMs).catch((error: unknown) => {
      if (isOver(error)) return null;
      throw error;
    });
    if (status) return { status, pairing: known };
  }
  const { url, publicKey } = state;
  const { version = DEFAULT_VERSION } = options;
  const about = { fingerprint: await fingerprintOf(state), version, publicKey, hostname: hostname() };
  const { expiresInSeconds, ...begun } = await beginPairing(url, about);
  const pairing = { ...begun, url, endsAtMs: nowMs + expiresInSeconds * 1000 };
  await writeState(options.dir, { ...state, pairing });
  return { status: null, pairing };
}

/** Asks once; null while nobody has entered the code, or the cloud can't be reached. */
async function ask(options: PairOptions, machineMs: number): Promise<Status | null> {
  const { dir } = options;
  const state = await readState(dir);
  if (!state?.pairing) throw new AppSuiteError(`${dir} no longer waits for a code: run pair again.`);
  const seen = { ...state, clock: lookAt(state.clock, machineMs) };
  const { deviceCode } = state.pairing;
  const askAt = (atMs: number) => askForPairing(state.url, callJwt(state, atMs, { jti: randomUUID(), deviceCode }));
  try {
    const answer = await byEitherClock(
      machineMs,
      () => askAt(machineMs),
      (cloudMs) => {
        seen.clock = heard(seen.clock, cloudMs);
        return askAt(cloudMs);
      },
    );
    const after = await takeActivation(seen, answer, options, machineMs);
    await writeState(dir, after);
    return statusOf(after, machineMs);
  } catch (error) {
    if (error instanceof UnreachableError || isPending(error)) return null;
    if (isOver(error)) await writeState(dir, { ...state, pairing: null });
    throw error;
  }
}

function isPending(error: unknown): boolean {
  return error instanceof RefusedError && error.code === 'PAIRING_PENDING';
}

/** Whether nothing can become of the code any more; what else is refused is tried again by the same one. */
function isOver(error: unknown): boolean {
  return error instanceof RefusedError && error.code.startsWith('PAIRING_');
}
