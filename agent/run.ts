import type { ApplicationStatus } from './status/applications.ts';
import { checkIn } from './check-in.ts';
import { nextBoundary } from './enforcement/boundaries.ts';
import { AppSuiteError } from './errors.ts';
import { withLock } from './folder/lock.ts';
import type { State } from './folder/state.ts';
import { readState, writeState } from './folder/store.ts';
import { heldClaims } from './status/held.ts';
import { statusOf, type Status } from './status/status.ts';
import { readUsage, type Usage } from './usage.ts';
import { waitForNews, type CanWait } from './cloud/wait.ts';
import { lookAt } from './enforcement/clock.ts';
import { afterNews, afterWait, freshWaits, pauseMs, secondsToWait, type Waits } from './enforcement/waits.ts';

/** A clock that was set is noticed within this time, and so is another command in the same folder. */
const LOOK_EVERY_MS = 60_000;

/** Between an error and the next step, so that one that stays does not keep the machine busy. */
const PAUSE_MS = 20_000;

/** How often the newest time seen is stored when nothing else is. */
const REMEMBER_EVERY_MS = 3_600_000;

export type RunOptions = {
  dir: string;
  /** As for a check-in. */
  version?: string;
  usageFile?: string;
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
 * The AppSuite's daemon: checks in when it is due, passes every boundary at its instant, and says what changed. In between it
 * waits for the cloud to tell of news, where that can be; else for the next check-in alone. Other commands may work in the
 * folder meanwhile. Ends when the folder is not activated any more.
 * Refusals: AppSuiteError when it is not activated at the start.
 */
export async function run(options: RunOptions): Promise<void> {
  const { dir, say, signal, sleep, lookEveryMs = LOOK_EVERY_MS } = options;
  if (!(await readState(dir))?.activation)
    throw new AppSuiteError(`${dir} is not activated: run activate with an Activation Token.`);
  let told: string[] = [];
  let waits = freshWaits();
  const keep = (next: Waits) => void (waits = next);
  while (!signal.aborted) {
    try {
      const status = await look(options, await readState(dir));
      if (!status) return say('This folder is not activated any more: nothing runs.');
      const lines = linesOf(status);
      lines.filter((line) => !told.includes(line)).forEach((line) => say(`${status.at} ${line}`));
      told = lines;
      if (isDue(status)) {
        await checkInAndSay(options);
        waits = freshWaits();
      } else await rest(options, await readState(dir), waits, keep);
    } catch (error) {
      if (!(error instanceof AppSuiteError)) throw error;
      sayNow(options, error.message);
      await sleep(Math.min(lookEveryMs, PAUSE_MS));
    }
  }
}

/** Lets time pass until something may be to be done: until the cloud tells of news, which are asked for at once. */
async function rest(
  options: RunOptions,
  state: State | null,
  waits: Waits,
  keep: (next: Waits) => void,
): Promise<void> {
  const { dir, clock, random, sleep, lookEveryMs = LOOK_EVERY_MS } = options;
  const beganMs = clock();
  const restMs = untilNext(state, beganMs, lookEveryMs);
  if (!canWait(state)) return sleep(restMs);
  const seconds = secondsToWait(waits, beganMs, restMs);
  if (seconds === null) return sleep(Math.min(restMs, pauseMs(waits, beganMs)));
  const outcome = await waitForNews(state, { ...options, seconds });
  const next = afterWait(waits, outcome, { beganMs, seconds, nowMs: clock() }, random);
  keep(next);
  if (outcome.kind !== 'news') return;
  await checkInAndSay(options);
  if ((await readState(dir))?.activation?.etag !== state.activation.etag) keep(afterNews(next));
}

/** Whether there is something that the cloud can tell news of. */
function canWait(state: State | null): state is CanWait {
  const { activation, takeover = null } = state ?? {};
  return typeof activation?.etag === 'string' && heldClaims({ activation, takeover }).mode === 'online';
}

/** Looks at the clock and at what the folder holds; stores the time now and then, so that it can't be set back. */
async function look(options: RunOptions, state: State | null): Promise<Status | null> {
  const { dir, usageFile, clock } = options;
  if (!state?.activation) return null;
  const usage = await readUsage(dir, usageFile);
  const seen = lookAt(state.clock, clock());
  const isNews = seen.correctionMs !== state.clock?.correctionMs;
  if (!isNews && seen.newestMs - state.clock!.newestMs < REMEMBER_EVERY_MS) return statusOf(state, clock(), usage);
  try {
    return await remember(options, usage);
  } catch (error) {
    if (!(error instanceof AppSuiteError)) throw error;
    // Boundaries are passed all the same, by what is held and the clock.
    sayNow(options, error.message);
    return statusOf(state, clock(), usage);
  }
}

/** Stores the time now, as the newest that was seen. */
async function remember({ dir, clock }: RunOptions, usage: Usage): Promise<Status | null> {
  return withLock(dir, async () => {
    const current = await readState(dir);
    if (!current?.activation) return null;
    const remembered = { ...current, clock: lookAt(current.clock, clock()) };
    await writeState(dir, remembered);
    return statusOf(remembered, clock(), usage);
  });
}

function sayNow({ say, clock }: RunOptions, sentence: string): void {
  say(`${new Date(clock()).toISOString()} ${sentence}`);
}

function isDue({ at, nextContactAt }: Status): boolean {
  return nextContactAt !== null && at >= nextContactAt;
}

async function checkInAndSay({ dir, version, usageFile, say, clock, random }: RunOptions): Promise<void> {
  const saying = { ...(version !== undefined && { version }), ...(usageFile !== undefined && { usageFile }) };
  const { changed, status } = await checkIn({ dir, ...saying, nowMs: clock(), random });
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
