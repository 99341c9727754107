import { changesKey, changesMachine, MOST_REINSTALLS } from './activating.ts';
import type { Activation, FormerKey, RecordedServerEvent, Server } from './server.ts';

const MOST_FORMER_KEYS = 10;
/** What was given back is known as long as it is among the last so many; an exchange is made by hand. */
const MOST_SPENT = 200;

/** The server after an event. Replaying all events of a stream gives its state. */
export function evolve(server: Server, event: RecordedServerEvent): Server {
  return { ...change(server, event), seq: event.seq, lastAt: event.at };
}

function change(server: Server, event: RecordedServerEvent): Server {
  switch (event.type) {
    case 'registered':
      return server;
    case 'changed':
      return { ...server, name: event.name, role: event.role };
    case 'standby-changed':
      return withStandby(server, event);
    case 'test-units-changed':
      return withTestUnits(server, event);
    case 'capacity-changed':
      return { ...server, shares: event.shares, token: event.token };
    case 'activated':
    case 'reinstalled':
    case 'moved':
      return activate(server, event);
    case 'updated':
      return { ...server, activation: { ...server.activation!, version: event.version, hostname: event.hostname } };
    case 'offline-activated':
      return goOffline(server, event);
    case 'offline-returned':
    case 'offline-overridden':
      return endOffline(server);
    case 'deactivated':
      return { ...retireKey(server, 'left'), activation: null };
    case 'rotated':
      return {
        ...server,
        token: { version: event.version, key: event.key, issuedAt: event.at, redeemedAt: null },
        ...(event.byVendor && { machineChanges: [], reinstalls: [] }),
      };
    case 'retired':
      return { ...server, retiredAt: event.at, shares: [] };
  }
}

function withStandby(
  { standbyFor: _, ...server }: Server,
  { standbyFor, token }: RecordedServerEvent & { type: 'standby-changed' },
): Server {
  return { ...server, token, ...(standbyFor !== null && { standbyFor }) };
}

function withTestUnits(
  { testUnits: _, ...server }: Server,
  { testUnits, token }: RecordedServerEvent & { type: 'test-units-changed' },
): Server {
  return { ...server, token, ...(testUnits.length > 0 && { testUnits }) };
}

type Activating = RecordedServerEvent & { type: 'activated' | 'reinstalled' | 'moved' | 'offline-activated' };

function activate(server: Server, event: Activating): Server {
  const { tokenVersion, fingerprint, publicKey, version, hostname, at: activatedAt } = event;
  const activation: Activation = { tokenVersion, fingerprint, publicKey, version, hostname, activatedAt };
  const moves = server.activation !== null && server.activation.fingerprint !== fingerprint;
  return {
    ...retireKey(server, moves ? 'moved' : 'reinstalled', publicKey.x),
    activation,
    token: server.token && { ...server.token, redeemedAt: server.token.redeemedAt ?? activatedAt },
    lastFingerprint: fingerprint,
    machineChanges: changesMachine(server, fingerprint)
      ? [...server.machineChanges, activatedAt]
      : server.machineChanges,
    reinstalls: changesKey(server, event)
      ? [...server.reinstalls, activatedAt].slice(-MOST_REINSTALLS)
      : server.reinstalls,
  };
}

function goOffline(server: Server, event: RecordedServerEvent & { type: 'offline-activated' }): Server {
  const { document, requestHash, fingerprint, publicKey, lines, response, at: issuedAt } = event;
  const activated = activate(server, event);
  const given = { document, requestHash, issuedAt, fingerprint, publicKey, lines, response };
  return {
    ...activated,
    activation: { ...activated.activation!, mode: 'offline' },
    offline: [...(server.offline ?? []), given],
  };
}

/** What was out counts no more: neither the documents nor the requests that they answered. */
function endOffline(server: Server): Server {
  const ending = server.offline?.flatMap(({ document, requestHash }) => [document, requestHash]) ?? [];
  const spent = [...(server.spent ?? []), ...ending].slice(-MOST_SPENT);
  const ended = server.activation?.mode === 'offline' ? { ...retireKey(server, 'left'), activation: null } : server;
  return { ...ended, offline: [], spent };
}

/** Remembers why the present key no longer counts; a key that comes back is forgotten as a former one. */
function retireKey(server: Server, because: FormerKey['because'], replacedBy?: string): Server {
  const present = server.activation?.publicKey;
  const others = server.formerKeys.filter(({ publicKey }) => publicKey.x !== replacedBy && publicKey.x !== present?.x);
  const retired = present && present.x !== replacedBy ? [{ publicKey: present, because }] : [];
  return { ...server, formerKeys: [...others, ...retired].slice(-MOST_FORMER_KEYS) };
}
