import { isShowable } from '../text/text.ts';
import { parseVersion } from './version.ts';

/** Units of applications that are in use on a server, by their keys. */
export type Used = Readonly<Record<string, number>>;

/** What an AppSuite says of itself at a check-in; what is absent it does not say. */
export type Saying = { version?: string; hostname?: string; used?: Used };

/** What stands in a server's journal of its machine. */
type Machine = { version: string | null; hostname: string | null };

/** What is kept of it since the server was activated; instants in epoch milliseconds. */
export type Said = {
  /** Null where the activation says it still. */
  version: string | null;
  hostname: string | null;
  /** Null where it never said any. */
  used: Used | null;
  usedAt: number | null;
  /** What was journaled last of what it says; null while that is the activation's. */
  journaled: Machine | null;
  journaledAt: number | null;
};

const JOURNALED_AGAIN_AFTER_MS = 86_400_000;
const LONGEST_TEXT = 200;
const MOST_UNITS = 1_000_000_000;

const NOTHING: Said = { version: null, hostname: null, used: null, usedAt: null, journaled: null, journaledAt: null };

/**
 * What the claims `ver`, `host` and `use` of a check-in say; what of them does not hold is left out, as it is for people
 * alone and changes no right. `isKnown` says whether an application can be one of this server's.
 */
export function readSaying(
  { ver, host, use }: Record<string, unknown>,
  isKnown: (application: string) => boolean,
): Saying {
  const used = readUsed(use, isKnown);
  return {
    ...(isText(ver) && parseVersion(ver) && { version: ver }),
    ...(isText(host) && { hostname: host }),
    ...(used && { used }),
  };
}

/**
 * What is kept after a check-in, and what is to be journaled of it: version and machine where they are others than the
 * journal has, once a day at most. `activation` is what the server said when it was activated.
 */
export function saidAfter(
  before: Said | null,
  { version, hostname, used }: Saying,
  activation: Machine,
  atMs: number,
): { said: Said | null; updated: Machine | null } {
  const isSilent = version === undefined && hostname === undefined && used === undefined;
  if (isSilent && !before) return { said: null, updated: null };
  const kept = before ?? NOTHING;
  const said: Said = {
    ...kept,
    version: version ?? kept.version,
    hostname: hostname ?? kept.hostname,
    ...(used && { used, usedAt: atMs }),
  };
  const now = machineNow(said, activation);
  const then = said.journaled ?? activation;
  const isOther = now.version !== then.version || now.hostname !== then.hostname;
  if (!isOther || (said.journaledAt !== null && said.journaledAt > atMs - JOURNALED_AGAIN_AFTER_MS))
    return { said, updated: null };
  return { said: { ...said, journaled: now, journaledAt: atMs }, updated: now };
}

/** The version and machine of a server: what it said last, else what it said when it was activated. */
export function machineNow(said: Said | null, activation: Machine): Machine {
  return { version: said?.version ?? activation.version, hostname: said?.hostname ?? activation.hostname };
}

/** After an activation, which says all of it anew; when the journal was last told stays. */
export function saidAfterActivation(before: Said | null): Said | null {
  return before?.journaledAt ? { ...NOTHING, journaledAt: before.journaledAt } : null;
}

function readUsed(use: unknown, isKnown: (application: string) => boolean): Used | null {
  if (typeof use !== 'object' || use === null || Array.isArray(use)) return null;
  const entries = Object.entries(use).filter(([application, units]) => isKnown(application) && isUnits(units));
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isUnits(units: unknown): boolean {
  return Number.isInteger(units) && (units as number) >= 0 && (units as number) <= MOST_UNITS;
}

function isText(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LONGEST_TEXT && isShowable(text);
}
