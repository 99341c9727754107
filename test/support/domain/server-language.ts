import { evolve } from '../../../domain/server/evolve.ts';
import { handle } from '../../../domain/server/handle.ts';
import {
  openServer,
  type ActivationRequest,
  type PublicKey,
  type Server,
  type ServerCommand,
  type ServerEvent,
  type ServerOpening,
  type Share,
} from '../../../domain/server/server.ts';
import { instant, specify, type Dated } from './given.ts';

export const REGISTERED = '2026-12-01T09:00:00Z';
export const LATER = '2026-12-02T09:00:00Z';

export const SERVER: ServerOpening = {
  id: 'srv-a',
  customerId: 'acme-hotels',
  name: 'Main exchange',
  role: 'production',
  registeredAt: instant(REGISTERED),
  silentDays: 7,
};

export const { given } = specify<Server, ServerCommand, ServerEvent>({ open: openServer(SERVER), evolve, handle });

export const registered: ServerEvent = { type: 'registered', name: SERVER.name, role: SERVER.role };

/** Capacity of line 1 of order SO-1, an attendant console. */
export function share(capacity: number, about: Partial<Share> = {}): Share {
  return { order: 'SO-1', line: '1', application: 'attendant-console', ...about, capacity };
}

export function publicKey(name: string): PublicKey {
  return { kty: 'OKP', crv: 'Ed25519', x: name };
}

/** What an AppSuite on machine `fingerprint` says of itself, with a key that is called like the machine. */
export function request(fingerprint: string, about: Partial<ActivationRequest> = {}): ActivationRequest {
  const key = publicKey(`key of ${fingerprint}`);
  return { tokenVersion: 1, fingerprint, publicKey: key, version: '2026.Autumn.2', hostname: null, ...about };
}

export function activate(fingerprint: string, about: Partial<ActivationRequest> = {}): ServerCommand {
  return { type: 'activate', ...request(fingerprint, about) };
}

export function changeCapacity(...shares: Share[]): ServerCommand {
  return { type: 'change-capacity', application: 'attendant-console', shares, tokenKey: 'secret-1' };
}

/** All shares are of the one application; the first change gives the server its token, with the instant of the change. */
export function capacityChanged(issuedAt: string, ...shares: Share[]): ServerEvent & { type: 'capacity-changed' } {
  const capacity = shares.reduce((sum, one) => sum + one.capacity, 0);
  const token = { version: 1, key: 'secret-1', issuedAt: instant(issuedAt), redeemedAt: null };
  return { type: 'capacity-changed', application: 'attendant-console', capacity, shares, token };
}

/** A server is bound to a machine: for the first time, again, or to another one. */
export function bound(
  type: 'activated' | 'reinstalled' | 'moved',
  fingerprint: string,
  about: Partial<ActivationRequest> = {},
  on?: string,
): Dated<ServerEvent> {
  return { type, ...request(fingerprint, about), ...(on && { on }) };
}

export const left: ServerEvent = { type: 'deactivated' };

export function rotated(version: number, byVendor = false, on?: string): Dated<ServerEvent> {
  return { type: 'rotated', version, key: 'secret-2', byVendor, ...(on && { on }) };
}

/** What happened to a server until it came to each of its states. */
const WAITING = [registered, capacityChanged(REGISTERED, share(5))];
const ACTIVATED = [...WAITING, bound('activated', 'machine-1')];

export const LIFE = {
  registered: [registered],
  waiting: WAITING,
  activated: ACTIVATED,
  retired: [...ACTIVATED, { type: 'retired' } as const],
};
