import { Refusal } from '../refusal.ts';
import { firstToken, isStandby, type Server, type ServerCommand, type ServerEvent } from './server.ts';

/**
 * Makes a server the standby of another, or no standby any more. Which others it can stand by for is judged by whoever knows
 * them. Refusals: STANDBY_ROLE, STILL_ASSIGNED (with `assigned`), RETURN_REQUIRED.
 */
export function changeStandby(
  server: Server,
  { role = server.role, standbyFor, tokenKey }: ServerCommand & { type: 'change' },
  atMs: number,
): ServerEvent[] {
  const former = server.standbyFor ?? null;
  const wanted = standbyFor === undefined ? former : standbyFor;
  if (wanted !== null && role !== 'redundancy') throw new Refusal('STANDBY_ROLE');
  if (wanted === former) return [];
  if (wanted !== null && former === null) refuseToStandBy(server);
  const token = server.token ?? (wanted !== null && tokenKey !== undefined ? firstToken(tokenKey, atMs) : null);
  return [{ type: 'standby-changed', standbyFor: wanted, formerStandbyFor: former, token }];
}

function refuseToStandBy({ shares, offline }: Server): void {
  const assigned = shares.reduce((sum, { capacity }) => sum + capacity, 0);
  if (assigned > 0) throw new Refusal('STILL_ASSIGNED', { assigned });
  if (offline?.length) throw new Refusal('RETURN_REQUIRED');
}

/** A standby holds nothing of its own. Refusals: STANDBY_HOLDS_NOTHING. */
export function refuseForStandby(server: Server): void {
  if (isStandby(server)) throw new Refusal('STANDBY_HOLDS_NOTHING');
}

/** A standby runs with a connection alone. Refusals: ONLINE_REQUIRED. */
export function refuseStandbyOffline(server: Server): void {
  if (isStandby(server)) throw new Refusal('ONLINE_REQUIRED');
}
