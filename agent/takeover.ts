import { checkIn } from './check-in.ts';
import { lookAt } from './enforcement/clock.ts';
import { AppSuiteError, UnreachableError } from './errors.ts';
import { withLock } from './folder/lock.ts';
import type { Takeover } from './folder/state.ts';
import { readState, writeState } from './folder/store.ts';
import { isStandby } from './status/held.ts';
import { statusOf, type Status } from './status/status.ts';

export type TakeoverOptions = { dir: string; nowMs?: number; random?: () => number };

/** What came of a takeover or its end: whether the cloud knows, and what runs. */
export type TakeoverOutcome = { isTold: boolean; status: Status };

/**
 * Lets a standby run what the other server was to run, at once; the cloud is told, else at the next contact. Again changes
 * nothing. Refusals: AppSuiteError where this server stands by for nobody.
 */
export function takeOver(options: TakeoverOptions): Promise<TakeoverOutcome> {
  return change(options, (takeover, nowMs) =>
    takeover && !takeover.isOver ? takeover : { sinceMs: nowMs, isTold: false, isOver: false },
  );
}

/** Stops what a standby runs, at once; the cloud is told, else at the next contact. Refusals: as {@link takeOver}. */
export function standBy(options: TakeoverOptions): Promise<TakeoverOutcome> {
  return change(options, (takeover) => takeover && { ...takeover, isOver: true });
}

async function change(
  { dir, nowMs = Date.now(), random = Math.random }: TakeoverOptions,
  next: (takeover: Takeover | null, nowMs: number) => Takeover | null,
): Promise<TakeoverOutcome> {
  const changed = await withLock(dir, async () => {
    const state = await readState(dir);
    if (!state?.activation || !isStandby(state.activation.license))
      throw new AppSuiteError(
        `${dir} stands by for no other server: name one on its page in the portal, then check in.`,
      );
    const clock = lookAt(state.clock, nowMs);
    const after = { ...state, clock, takeover: next(state.takeover, clock.newestMs) };
    await writeState(dir, after);
    return after;
  });
  try {
    const { status } = await checkIn({ dir, nowMs, random });
    return { isTold: true, status };
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    return { isTold: false, status: statusOf(changed, nowMs) };
  }
}
