/** Days in any {@link WINDOW_DAYS} for which a standby may run what another server is licensed for. */
export const STANDBY_DAYS = 30;
export const WINDOW_DAYS = 365;

const DAY_MS = 86_400_000;
const ALLOWED_MS = STANDBY_DAYS * DAY_MS;

/** However short a takeover was, it counts for an hour: so that there are no more of them than anybody needs. */
const LEAST_MS = 3_600_000;

/** By so much a standby's clock may differ from ours: calls by others are refused. */
const CLOCKS_DIFFER_MS = 600_000;

/** What a standby says of itself when it calls: it runs what the other was to run, or it does not. */
export const STANDBY_ACTS = ['takeover', 'standby'] as const;
export type StandbyAct = (typeof STANDBY_ACTS)[number];

/** Why a takeover ended: the standby said so, its days were used up, or the server is its own again. */
export const TAKEOVER_ENDS = ['standby', 'used-up', 'released'] as const;
export type TakeoverEnd = (typeof TAKEOVER_ENDS)[number];

/**
 * A time in which a standby ran what another server was to run; epoch milliseconds. `endedAt` is null while it runs. Where it
 * was released, that is ended without the standby's word, since `releasedAt`, it ends when the last document that the standby
 * was given stops, which may be to come.
 */
export type Takeover = { standby: string; startedAt: number; endedAt: number | null; releasedAt: number | null };

/**
 * How many milliseconds of takeovers are left at an instant. `takeovers` are all that count for the served server: its own,
 * whichever standbys it had, and those of servers in whose place it came. A time in which several ran counts once; what
 * began longer ago counts from the window on.
 */
export function standbyLeft(takeovers: readonly Takeover[], atMs: number): number {
  let [used, until] = [0, -Infinity];
  for (const { from, to, short } of countedTimes(takeovers, atMs)) {
    used += Math.max(0, to - Math.max(from, until)) + short;
    until = Math.max(until, to);
  }
  return Math.max(0, ALLOWED_MS - used);
}

/** The times that count at an instant, first begun first, with what is short of the least that one counts for. */
function countedTimes(takeovers: readonly Takeover[], atMs: number): { from: number; to: number; short: number }[] {
  const windowFrom = atMs - WINDOW_DAYS * DAY_MS;
  return takeovers
    .map(({ startedAt, endedAt }) => {
      const [from, to] = [Math.max(startedAt, windowFrom), endedAt ?? atMs];
      return { from, to, short: endedAt === null ? 0 : Math.max(0, LEAST_MS - (endedAt - startedAt)) };
    })
    .filter(({ from, to }) => to >= from)
    .toSorted((one, other) => one.from - other.from);
}

/** The same in days, of which one that has begun is still there. */
export function standbyDaysLeft(takeovers: readonly Takeover[], atMs: number): number {
  return Math.ceil(standbyLeft(takeovers, atMs) / DAY_MS);
}

/** The takeover that goes on, if one does. */
export function running<Known extends Takeover>(takeovers: readonly Known[]): Known | null {
  return takeovers.find(({ endedAt }) => endedAt === null) ?? null;
}

/** When a takeover is over at the latest, whoever calls: no document lets a standby run for longer. */
export function latestEnd({ startedAt, endedAt }: Pick<Takeover, 'startedAt' | 'endedAt'>): number {
  return endedAt ?? startedAt + ALLOWED_MS;
}

/** What becomes of takeovers by a call or by time, where `ran` is one that began and is over; instants in epoch milliseconds. */
export type TakeoverChange =
  | { type: 'started'; startedAt: number }
  | { type: 'ended'; because: TakeoverEnd; endedAt: number }
  | { type: 'ran'; startedAt: number; endedAt: number };

/**
 * What a standby says of itself: that it runs, and since when where it could not tell sooner, or that it does not. `hasLast` is
 * whether it has the last answer that was given to it, as no older copy of its folder does.
 */
export type SaidOfTakeover = { act: StandbyAct | null; since: number | null; hasLast: boolean };

/**
 * Whether a standby says that it runs by a takeover that is over, as one does whose folder was restored from a backup: `since`
 * is by its own clock.
 */
export function isOfFormer(
  takeovers: readonly Takeover[],
  standby: string,
  { act, since, hasLast }: SaidOfTakeover,
  atMs: number,
): boolean {
  if (act !== 'takeover' || since === null || hasLast || running(takeovers)?.standby === standby) return false;
  return takeovers.some((one) => {
    const overAt = Math.min(latestEnd(one), one.releasedAt ?? atMs, atMs);
    return one.standby === standby && since + CLOCKS_DIFFER_MS < overAt;
  });
}

/**
 * What changes by what a standby says of itself at an instant; nothing where it says the same again, or can't take over as nothing
 * is left. What it could not tell sooner counts since then, though never since before it was heard of last; a takeover that is over,
 * and that a restored folder ran once more, counts since it was heard of last.
 */
export function hearStandby(
  takeovers: readonly Takeover[],
  standby: string,
  said: SaidOfTakeover,
  heardAt: number | null,
  atMs: number,
): TakeoverChange | null {
  const { act, since } = said;
  const present = running(takeovers);
  const usedUp = present && endWhenUsedUp(takeovers, present, atMs);
  if (usedUp) return usedUp;
  if (act === 'standby' && present?.standby === standby) return { type: 'ended', because: 'standby', endedAt: atMs };
  if (act !== 'takeover' || present || standbyLeft(takeovers, atMs) === 0) return null;
  const earliest = Math.min(atMs, Math.max(heardAt ?? atMs, ...takeovers.map(({ endedAt }) => endedAt ?? 0)));
  if (isOfFormer(takeovers, standby, said, atMs)) return { type: 'ran', startedAt: earliest, endedAt: atMs };
  return { type: 'started', startedAt: Math.min(atMs, Math.max(since ?? atMs, earliest)) };
}

/**
 * What a served server's standby is to it: its standby, which may run; released, where it is so no more, or on another machine,
 * and may run on where it was; or one that has proved that it runs nothing.
 */
export type ItsStandby = 'standby' | 'released' | 'stopped';

/**
 * What changes for a server that was taken over, when it calls: nothing while its standby may run, which ends with its days
 * or where it is the server's standby no more. Then it counts until the last document of the standby stops: each lasted for the
 * days that were left.
 */
export function hearServed(takeovers: readonly Takeover[], standby: ItsStandby, atMs: number): TakeoverChange | null {
  const present = running(takeovers);
  if (!present) return null;
  const usedUp = endWhenUsedUp(takeovers, present, atMs);
  if (usedUp) return usedUp;
  if (standby === 'standby') return null;
  const endedAt = standby === 'stopped' ? atMs : atMs + standbyLeft(takeovers, atMs);
  return { type: 'ended', because: 'released', endedAt };
}

/** Its end by the days, at the instant at which they were used up: what others ran meanwhile counted anyway. */
function endWhenUsedUp(takeovers: readonly Takeover[], present: Takeover, atMs: number): TakeoverChange | null {
  if (standbyLeft(takeovers, atMs) > 0) return null;
  const others = takeovers.filter((one) => one !== present);
  let [at, left] = [present.startedAt, standbyLeft(others, atMs)];
  for (const { from, to } of countedTimes(others, atMs)) {
    const alone = Math.max(0, from - at);
    if (alone >= left) break;
    left -= alone;
    at = Math.max(at, to);
  }
  return { type: 'ended', because: 'used-up', endedAt: Math.min(atMs, at + left) };
}
