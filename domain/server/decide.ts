import { Refusal } from '../refusal.ts';
import { isTooOld } from './version.ts';
import type { ActivationRequest, Server, ServerCommand, ServerEvent, Share, Token } from './server.ts';

const MACHINE_CHANGES_WINDOW_MS = 90 * 86_400_000;
const MOST_MACHINE_CHANGES = 3;

/**
 * What a command changes at an instant.
 * Refusals: SERVER_RETIRED, NOTHING_ASSIGNED, TOKEN_ROTATED, TOKEN_BOUND_ELSEWHERE, TOO_MANY_MACHINES, VERSION_TOO_OLD,
 * STILL_ASSIGNED.
 */
export function decide(server: Server, command: ServerCommand, atMs: number): ServerEvent[] {
  if (server.retiredAt !== null) {
    if (command.type === 'retire') return [];
    throw new Refusal('SERVER_RETIRED');
  }
  switch (command.type) {
    case 'register':
      return server.seq === 0 ? [{ type: 'registered', name: server.name, role: server.role }] : [];
    case 'change-capacity':
      return changeCapacity(server, command, atMs);
    case 'activate':
      return activate(server, command, atMs);
    case 'leave':
      return server.activation ? [{ type: 'deactivated' }] : [];
    case 'rotate':
      return rotate(server, command.tokenKey, command.byVendor);
    case 'retire':
      return retire(command.assigned);
  }
}

function changeCapacity(
  server: Server,
  command: ServerCommand & { type: 'change-capacity' },
  atMs: number,
): ServerEvent[] {
  const { application, shares, tokenKey } = command;
  if (sameShares(server.shares, shares)) return [];
  const capacity = sumOf(shares.filter((share) => share.application === application));
  const first: Token = { version: 1, key: tokenKey, issuedAt: atMs, redeemedAt: null };
  const token = server.token ?? (shares.length > 0 ? first : null);
  return [{ type: 'capacity-changed', application, capacity, shares, token }];
}

function activate(server: Server, request: ActivationRequest, atMs: number): ServerEvent[] {
  const { tokenVersion, fingerprint, publicKey, version, hostname } = request;
  const { activation, token } = server;
  if (!token || tokenVersion !== token.version) throw new Refusal('TOKEN_ROTATED');
  if (server.shares.length === 0) throw new Refusal('NOTHING_ASSIGNED');
  if (isTooOld(version)) throw new Refusal('VERSION_TOO_OLD', { version });
  const about = { tokenVersion, fingerprint, publicKey, version, hostname };
  if (activation?.fingerprint === fingerprint) {
    const isRepeat = activation.publicKey.x === publicKey.x && activation.tokenVersion === tokenVersion;
    return isRepeat ? [] : [{ type: 'reinstalled', ...about }];
  }
  if (activation?.tokenVersion === tokenVersion) throw new Refusal('TOKEN_BOUND_ELSEWHERE');
  if (changesMachine(server, fingerprint) && recentChanges(server, atMs) >= MOST_MACHINE_CHANGES)
    throw new Refusal('TOO_MANY_MACHINES', { machines: MOST_MACHINE_CHANGES });
  return [{ type: activation ? 'moved' : 'activated', ...about }];
}

/** Whether an activation with this fingerprint puts the server on a machine other than its last. */
export function changesMachine(server: Pick<Server, 'lastFingerprint'>, fingerprint: string): boolean {
  return server.lastFingerprint !== null && server.lastFingerprint !== fingerprint;
}

function recentChanges(server: Server, atMs: number): number {
  return server.machineChanges.filter((changedAt) => changedAt > atMs - MACHINE_CHANGES_WINDOW_MS).length;
}

function rotate(server: Server, key: string, byVendor: boolean): ServerEvent[] {
  if (!server.token) throw new Refusal('NOTHING_ASSIGNED');
  return [{ type: 'rotated', version: server.token.version + 1, key, byVendor }];
}

function retire(assigned: number): ServerEvent[] {
  if (assigned > 0) throw new Refusal('STILL_ASSIGNED', { assigned });
  return [{ type: 'retired' }];
}

function sumOf(shares: Share[]): number {
  return shares.reduce((sum, share) => sum + share.capacity, 0);
}

function sameShares(some: Share[], others: Share[]): boolean {
  const asText = (shares: Share[]) =>
    shares
      .map(({ order, line, capacity }) => JSON.stringify([order, line, capacity]))
      .sort()
      .join();
  return asText(some) === asText(others);
}
