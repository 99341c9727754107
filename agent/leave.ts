import { callingOf } from './check-in.ts';
import { requestLeave } from './cloud/requests.ts';
import { TOLERANCE_MS } from './enforcement/clock.ts';
import { RefusedError } from './errors.ts';
import { withLock } from './folder/lock.ts';
import { readState, writeState } from './folder/store.ts';
import { signedCall } from './cloud/signed-call.ts';

/**
 * Takes this folder's server out of service: the cloud hears so, and nothing runs here any more. Its capacity stays
 * assigned, and its token works again on any machine. Repeated after a lost answer it succeeds.
 * Refusals: as a check-in.
 */
export async function leave({ dir, nowMs = Date.now() }: { dir: string; nowMs?: number }): Promise<void> {
  await withLock(dir, async () => {
    const state = callingOf(await readState(dir), dir, nowMs);
    await signedCall(
      state,
      nowMs,
      (again) => writeState(dir, again),
      (jwt) => requestLeave(state.url, jwt).catch(acceptThatItHasLeft),
      { act: 'leave' },
    );
    const notBeforeMs = state.clock.newestMs - TOLERANCE_MS;
    await writeState(dir, {
      ...{ ...state, activation: null, attempt: null, next: null, trouble: null, takeover: null },
      notBeforeMs,
    });
  });
}

function acceptThatItHasLeft(error: unknown): void {
  if (!(error instanceof RefusedError && error.code === 'NOT_ACTIVATED')) throw error;
}
