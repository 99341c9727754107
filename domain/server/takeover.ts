/** Days in any {@link WINDOW_DAYS} for which a standby may run what another server is licensed for. */
export const STANDBY_DAYS = 30;
export const WINDOW_DAYS = 365;

const DAY_MS = 86_400_000;
const ALLOWED_MS = STANDBY_DAYS * DAY_MS;

/** However short a takeover was, it counts for an hour: so that there are no more of them than anybody needs. */
const LEAST_MS = 3_600_000;

/** What a standby says of itself when it calls: it runs what the other was to run, or it does not. */
export const STANDBY_ACTS = ['takeover', 'standby'] as const;
export type StandbyAct = (typeof STANDBY_ACTS)[number];

/** Why a takeover ended: the standby said so, its days were used up, or the server is its own again. */
export const TAKEOVER_ENDS = ['standby', 'used-up', 'released'] as const;
export type TakeoverEnd = (typeof TAKEOVER_ENDS)[number];

/**
 * A time in which a standby ran what another server was to run; epoch milliseconds. `endedAt` is null while it runs; where it
 * was ended without the standby's word it is when the last document that the standby was given stops, which may be to come.
 */
export type Takeover = { standby: string; startedAt: number; endedAt: number | null };

/**
 * How many milliseconds of takeovers are left at an instant. `takeovers` are all that count for the served server: its own,
 * whichever standbys it had, and those of servers in whose place it came. What began longer ago counts from the window on.
 */
export function standbyLeft(takeovers: readonly Takeover[], atMs: number): number {
  const from = atMs - WINDOW_DAYS * DAY_MS;
  const used = takeovers.reduce((sum, { startedAt, endedAt }) => {
    const lasted = (endedAt ?? atMs) - Math.max(startedAt, from);
    return lasted < 0 ? sum : sum + Math.max(lasted, endedAt === null ? 0 : LEAST_MS);
  }, 0);
  return Math.max(0, ALLOWED_MS - used);
}

/** The same in days, of which one that has begun is still there. */
export function standbyDaysLeft(takeovers: readonly Takeover[], atMs: number): number {
  return Math.ceil(standbyLeft(takeovers, atMs) / DAY_MS);
}

/** The takeover that goes on, if one does. */
export function running<Known extends Takeover>(takeovers: readonly Known[]): Known | null {
  return takeovers.find(({ endedAt }) => endedAt === null) ?? null;
}

/** What becomes of takeovers by a call or by time; instants in epoch milliseconds. */
export type TakeoverChange =
  { type: 'started'; startedAt: number } | { type: 'ended'; because: TakeoverEnd; endedAt: number };

/**
 * What changes by what a standby says of itself at an instant; nothing where it says the same again, or can't take over as
 * nothing is left. `since` is since when it runs, where it could not tell sooner: never before it was heard of last.
 */
export function hearStandby(
  takeovers: readonly Takeover[],
  standby: string,
  { act, since }: { act: StandbyAct | null; since: number | null },
  heardAt: number | null,
  atMs: number,
): TakeoverChange | null {
  const present = running(takeovers);
  const usedUp = present && endWhenUsedUp(takeovers, present, atMs);
  if (usedUp) return usedUp;
  if (act === 'standby' && present?.standby === standby) return { type: 'ended', because: 'standby', endedAt: atMs };
  if (act !== 'takeover' || present || standbyLeft(takeovers, atMs) === 0) return null;
  const earliest = Math.max(heardAt ?? atMs, ...takeovers.map(({ endedAt }) => endedAt ?? 0));
  return { type: 'started', startedAt: Math.min(atMs, Math.max(since ?? atMs, earliest)) };
}

/**
 * What changes for a server that was taken over, when it calls: nothing while its standby may run, which ends with its days
 * or where it is the server's standby no more. Then it counts until the last document of the standby stops.
 */
export function hearServed(
  takeovers: readonly Takeover[],
  { isReleased, runsUntil }: { isReleased: boolean; runsUntil: number },
  atMs: number,
): TakeoverChange | null {
  const present = running(takeovers);
  if (!present) return null;
  const usedUp = endWhenUsedUp(takeovers, present, atMs);
  if (usedUp) return usedUp;
  return isReleased ? { type: 'ended', because: 'released', endedAt: Math.max(atMs, runsUntil) } : null;
}

/** Its end by the days, at the instant at which they were used up. */
function endWhenUsedUp(takeovers: readonly Takeover[], present: Takeover, atMs: number): TakeoverChange | null {
  if (standbyLeft(takeovers, atMs) > 0) return null;
  const others = takeovers.filter((one) => one !== present);
  const endedAt = Math.min(atMs, present.startedAt + standbyLeft(others, atMs));
  return { type: 'ended', because: 'used-up', endedAt };
}
