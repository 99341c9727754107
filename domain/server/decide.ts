import { Refusal } from '../refusal.ts';
import { activate } from './activating.ts';
import { goOffline, overrideOffline, refuseBelowDocument, returnOffline } from './offline.ts';
import { changeStandby, refuseForStandby, refuseStandbyOffline } from './standing-by.ts';
import { firstToken, type Server, type ServerCommand, type ServerEvent, type Share } from './server.ts';
import { changeTestUnits, refuseTestsOffline } from './testing.ts';

/**
 * What a command changes at an instant.
 * Refusals: SERVER_RETIRED, NOTHING_ASSIGNED, TOKEN_ROTATED, TOKEN_BOUND_ELSEWHERE, TOO_MANY_MACHINES, TOO_MANY_REINSTALLS,
 * VERSION_TOO_OLD, STILL_ASSIGNED, STANDBY_ROLE, STANDBY_HOLDS_NOTHING, TEST_ROLE, ONLINE_REQUIRED, RETURN_REQUIRED, ALREADY_RETURNED, OTHER_DOCUMENT_OUT, CHANGE_IN_PROGRESS.
 */
export function decide(server: Server, command: ServerCommand, atMs: number): ServerEvent[] {
  if (server.retiredAt !== null) {
    if (command.type === 'retire') return [];
    throw new Refusal('SERVER_RETIRED');
  }
  switch (command.type) {
    case 'register':
      return server.seq === 0 ? [{ type: 'registered', name: server.name, role: server.role }] : [];
    case 'change':
      return [
        ...change(server, command),
        ...changeStandby(server, command, atMs),
        ...changeTestUnits(server, command, atMs),
      ];
    case 'change-capacity':
      return changeCapacity(server, command, atMs);
    case 'activate':
      return activate(server, command, atMs);
    case 'go-offline':
      refuseStandbyOffline(server);
      refuseTestsOffline(server);
      return goOffline(server, command, atMs);
    case 'return':
      return returnOffline(server, command);
    case 'override':
      return overrideOffline(server, command.reason);
    case 'leave':
      return server.activation ? [{ type: 'deactivated' }] : [];
    case 'rotate':
      return rotate(server, command.tokenKey, command.byVendor);
    case 'retire':
      return retire(command.assigned);
  }
}

function change(
  server: Server,
  { name = server.name, role = server.role }: ServerCommand & { type: 'change' },
): ServerEvent[] {
  const former = { name: server.name, role: server.role };
  return name === former.name && role === former.role ? [] : [{ type: 'changed', name, role, former }];
}

function changeCapacity(
  server: Server,
  command: ServerCommand & { type: 'change-capacity' },
  atMs: number,
): ServerEvent[] {
  const { application, shares, tokenKey } = command;
  refuseForStandby(server);
  if (sameShares(server.shares, shares)) return [];
  const capacity = sumOf(shares.filter((share) => share.application === application));
  refuseBelowDocument(server, application, capacity);
  const token = server.token ?? (shares.length > 0 ? firstToken(tokenKey, atMs) : null);
  return [{ type: 'capacity-changed', application, capacity, shares, token }];
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
