import type { Position, Recorded } from '../recorded.ts';

export const SERVER_ROLES = ['production', 'test', 'redundancy'] as const;
export type ServerRole = (typeof SERVER_ROLES)[number];

export const SERVER_STATES = ['registered', 'waiting', 'activated', 'retired'] as const;
export type ServerState = (typeof SERVER_STATES)[number];

/** Capacity of one line of one order that this server's last finished change took. */
export type Share = { order: string; line: string; application: string; capacity: number };

/** Which token is valid: it is derived from the server's id, the version and the named secret key. */
export type Token = { version: number; key: string; issuedAt: number; redeemedAt: number | null };

/** An Ed25519 public key as a JWK, without anything that is not needed. */
export type PublicKey = { kty: 'OKP'; crv: 'Ed25519'; x: string };

/** The machine that a server is bound to. */
export type Activation = {
  tokenVersion: number;
  fingerprint: string;
  publicKey: PublicKey;
  version: string;
  hostname: string | null;
  activatedAt: number;
};

/** A key that no longer counts, and why, so that its holder can be told. */
export type FormerKey = { publicKey: PublicKey; because: 'reinstalled' | 'moved' | 'left' };

/** The whole truth about one server; plain JSON, carried over every roll-over. */
export type Server = Position & {
  /** The version of the rules that this server lives by; raised at a roll-over only. */
  rules: 1;
  id: string;
  customerId: string;
  name: string;
  role: ServerRole;
  registeredAt: number;
  retiredAt: number | null;
  shares: Share[];
  token: Token | null;
  activation: Activation | null;
  /** The last machine, kept after it has left. */
  lastFingerprint: string | null;
  formerKeys: FormerKey[];
  /** When the server went to another machine, since the vendor last rotated its token. */
  machineChanges: number[];
};

/** What an AppSuite says of itself when it activates. */
export type ActivationRequest = {
  tokenVersion: number;
  fingerprint: string;
  publicKey: PublicKey;
  version: string;
  hostname: string | null;
};

export type ServerCommand =
  | { type: 'register' }
  | { type: 'change-capacity'; application: string; shares: Share[]; tokenKey: string }
  | ({ type: 'activate' } & ActivationRequest)
  | { type: 'leave' }
  | { type: 'rotate'; tokenKey: string; byVendor: boolean }
  /** `assigned` is what the orders say this server still holds of lines that exist, in units. */
  | { type: 'retire'; assigned: number };

export type ServerEvent =
  | { type: 'registered'; name: string; role: ServerRole }
  | { type: 'capacity-changed'; application: string; capacity: number; shares: Share[]; token: Token | null }
  | ({ type: 'activated' | 'reinstalled' | 'moved' } & ActivationRequest)
  | { type: 'deactivated' }
  | { type: 'rotated'; version: number; key: string; byVendor: boolean }
  | { type: 'retired' };

export type RecordedServerEvent = Recorded<ServerEvent>;

/** What is fixed about a server before it is registered. */
export type ServerOpening = Pick<Server, 'id' | 'customerId' | 'name' | 'role' | 'registeredAt'>;

/** A server to which nothing has happened yet. */
export function openServer(opening: ServerOpening): Server {
  return {
    ...opening,
    rules: 1,
    seq: 0,
    lastAt: opening.registeredAt,
    retiredAt: null,
    shares: [],
    token: null,
    activation: null,
    lastFingerprint: null,
    formerKeys: [],
    machineChanges: [],
  };
}

/** Where a server is in its life; derived. */
export function serverState(server: Pick<Server, 'retiredAt' | 'activation' | 'shares'>): ServerState {
  if (server.retiredAt !== null) return 'retired';
  if (server.activation) return 'activated';
  return server.shares.length > 0 ? 'waiting' : 'registered';
}
