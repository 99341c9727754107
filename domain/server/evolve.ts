import { changesMachine } from './decide.ts';
import type { Activation, FormerKey, RecordedServerEvent, Server } from './server.ts';

const MOST_FORMER_KEYS = 10;

/** The server after an event. Replaying all events of a stream gives its state. */
export function evolve(server: Server, event: RecordedServerEvent): Server {
  return { ...change(server, event), seq: event.seq, lastAt: event.at };
}

function change(server: Server, event: RecordedServerEvent): Server {
  switch (event.type) {
    case 'registered':
      return server;
    case 'capacity-changed':
      return { ...server, shares: event.shares, token: event.token };
    case 'activated':
    case 'reinstalled':
    case 'moved':
      return activate(server, event);
    case 'deactivated':
      return { ...retireKey(server, 'left'), activation: null };
    case 'rotated':
      return {
        ...server,
        token: { version: event.version, key: event.key, issuedAt: event.at, redeemedAt: null },
        machineChanges: event.byVendor ? [] : server.machineChanges,
      };
    case 'retired':
      return { ...server, retiredAt: event.at, shares: [] };
  }
}

function activate(
  server: Server,
  event: RecordedServerEvent & { type: 'activated' | 'reinstalled' | 'moved' },
): Server {
  const { tokenVersion, fingerprint, publicKey, version, hostname, at: activatedAt } = event;
  const activation: Activation = { tokenVersion, fingerprint, publicKey, version, hostname, activatedAt };
  return {
    ...retireKey(server, event.type === 'moved' ? 'moved' : 'reinstalled', publicKey.x),
    activation,
    token: server.token && { ...server.token, redeemedAt: server.token.redeemedAt ?? activatedAt },
    lastFingerprint: fingerprint,
    machineChanges: changesMachine(server, fingerprint)
      ? [...server.machineChanges, activatedAt]
      : server.machineChanges,
  };
}

/** Remembers why the present key no longer counts; a key that comes back is forgotten as a former one. */
function retireKey(server: Server, because: FormerKey['because'], replacedBy?: string): Server {
  const present = server.activation?.publicKey;
  const others = server.formerKeys.filter(({ publicKey }) => publicKey.x !== replacedBy && publicKey.x !== present?.x);
  const retired = present && present.x !== replacedBy ? [{ publicKey: present, because }] : [];
  return { ...server, formerKeys: [...others, ...retired].slice(-MOST_FORMER_KEYS) };
}
