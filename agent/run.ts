import type { ApplicationStatus } from './applications.ts';
import { checkIn } from './check-in.ts';
import { nextBoundary } from './enforcement/boundaries.ts';
import { AppSuiteError } from './errors.ts';
import { withLock } from './folder/lock.ts';
import type { State } from './folder/state.ts';
import { readState, writeState } from './folder/store.ts';
import { heldClaims } from './held.ts';
import { statusOf, type Status } from './status.ts';
import { lookAt } from './enforcement/clock.ts';

/** A clock that was set is noticed within this time, and so is another command in the same folder. */
const LOOK_EVERY_MS = 60_000;

/** Between an error and the next step, so that one that stays does not keep the machine busy. */
const PAUSE_MS = 20_000;

/** How often the newest time seen is stored when nothing else is. */
const REMEMBER_EVERY_MS = 3_600_000;

export type RunOptions = {
  dir: string;
  /** Takes what an administrator should read, a line each. */
  say: (line: string) => void;
  /** Ends the run when it aborts, after what is under way. */
  signal: AbortSignal;
  clock: () => number;
  random: () => number;
  /** Waits, or ends early when the signal aborts. */
  sleep: (ms: number) => Promise<void>;
  lookEveryMs?: number;
};

/**
 * The AppSuite's daemon: checks in when it is due, passes every boundary at its instant, and says what changed. Other
 * commands may work in the folder meanwhile. Ends when the folder is not activated any more.
 * Refusals: AppSuiteError when it is not activated at the start.
 */
export async function run(options: RunOptions): Promise<void> {
  const { dir, say, signal, clock, sleep, lookEveryMs = LOOK_EVERY_MS } = options;
  if (!(await readState(dir))?.activation)
    throw new AppSuiteError(`${dir} is not activated: run activate with an Activation Token.`);
  let told: string[] = [];
  while (!signal.aborted) {
    try {
      const status = await look(options, await readState(dir));
      if (!status) return say('This folder is not activated any more: nothing runs.');
      const lines = linesOf(status);
      lines.filter((line) => !told.includes(line)).forEach((line) => say(`${status.at} ${line}`));
      told = lines;
      if (isDue(status)) await checkInAndSay(options);
      else await sleep(untilNext(await readState(dir), clock(), lookEveryMs));
    } catch (error) {
      if (!(error instanceof AppSuiteError)) throw error;
      sayNow(options, error.message);
      await sleep(Math.min(lookEveryMs, PAUSE_MS));
    }
  }
}

/** Looks at the clock and at what the folder holds; stores the time now and then, so that it can't be set back. */
async function look(options: RunOptions, state: State | null): Promise<Status | null> {
  const { clock } = options;
  if (!state?.activation) return null;
  const seen = lookAt(state.clock, clock());
  const isNews = seen.correctionMs !== state.clock?.correctionMs;
  if (!isNews && seen.newestMs - state.clock!.newestMs < REMEMBER_EVERY_MS) return statusOf(state, clock());
  try {
    return await remember(options);
  } catch (error) {
    if (!(error instanceof AppSuiteError)) throw error;
    // Boundaries are passed all the same, by what is held and the clock.
    sayNow(options, error.message);
    return statusOf(state, clock());
  }
}

/** Stores the time now, as the newest that was seen. */
async function remember({ dir, clock }: RunOptions): Promise<Status | null> {
  return withLock(dir, async () => {
    const current = await readState(dir);
    if (!current?.activation) return null;
    const remembered = { ...current, clock: lookAt(current.clock, clock()) };
    await writeState(dir, remembered);
    return statusOf(remembered, clock());
  });
}

function sayNow({ say, clock }: RunOptions, sentence: string): void {
  say(`${new Date(clock()).toISOString()} ${sentence}`);
}

function isDue({ at, nextContactAt }: Status): boolean {
  return nextContactAt !== null && at >= nextContactAt;
}

async function checkInAndSay({ dir, say, clock, random }: RunOptions): Promise<void> {
  const { changed, status } = await checkIn({ dir, nowMs: clock(), random });
  say(`${status.at} Checked in: ${changed ? 'a new license document was stored' : 'nothing has changed'}.`);
}

/** How long nothing happens by itself: until the next check-in or boundary, and never longer than between two looks. */
function untilNext(state: State | null, machineMs: number, lookEveryMs: number): number {
  const activation = state?.activation;
  if (!state || !activation) return 0;
  const { lastContactMs } = activation;
  const claims = heldClaims({ ...state, activation });
  const nowMs = lookAt(state.clock, machineMs).newestMs;
  const contact = claims.checkInAfterSeconds === null ? null : lastContactMs;
  const instants = [state.next?.atMs, nextBoundary(claims, contact, nowMs)].map((instant) => instant ?? Infinity);
  return Math.max(1, Math.min(lookEveryMs, ...instants.map((instant) => instant - nowMs)));
}

/** What runs and what is wrong, a line each, so that a change is a line that was not there before. */
function linesOf({ applications, services, warnings }: Status): string[] {
  const what = ({ name, state, capacity, unit }: ApplicationStatus) =>
    `${name}: ${state}, ${[capacity, unit].filter((part) => part !== null).join(' ')}`;
  return [
    ...applications.map(what),
    `Services: ${services.join(', ') || 'none'}`,
    ...warnings.map((text) => `! ${text}`),
  ];
}
