import type { By } from '../people/permissions.ts';
import type { Position, Recorded } from '../recorded.ts';

export const SERVER_ROLES = ['production', 'test', 'redundancy'] as const;
export type ServerRole = (typeof SERVER_ROLES)[number];

export const SERVER_STATES = ['registered', 'waiting', 'activated', 'retired'] as const;
export type ServerState = (typeof SERVER_STATES)[number];

export const SERVER_MODES = ['online', 'offline'] as const;
export type ServerMode = (typeof SERVER_MODES)[number];

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
  /** Absent where it is online. */
  mode?: 'offline';
};

/** A document that an offline server was given, and that may be in use for good until it is returned. */
export type OfflineDocument = {
  /** Its `jti`: what a return of it names. */
  document: string;
  /** SHA-256 of what was signed of the request that it answers. */
  requestHash: string;
  issuedAt: number;
  fingerprint: string;
  publicKey: PublicKey;
  /** What it says of each line, in units. */
  lines: Share[];
  /** The signed document: the same request is answered with the very same text, whatever changed meanwhile. */
  response: string;
};

/** A key that no longer counts, and why, so that its holder can be told. */
export type FormerKey = { publicKey: PublicKey; because: 'reinstalled' | 'moved' | 'left' };

/** The number of the newest rules, by which servers begin; what an order's says of its own holds for it too. */
export const NEWEST_RULES = 2;

/** The whole truth about one server; plain JSON, carried over every roll-over. */
export type Server = Position & {
  /** The number of the rules that this server lives by: fixed for a run of its workflow, and never lowered. */
  rules: number;
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
  /** When its machine came with another key, since then; the last few. */
  reinstalls: number[];
  /** Documents given since the last return, the newest last; absent before the first. */
  offline?: OfflineDocument[];
  /** The names of documents that were given back, and SHA-256 of the requests that they answered: they count no more. */
  spent?: string[];
  /** Days without a check-in after which it is called silent. */
  silentDays: number;
  /** The server whose standby it is; absent where it is none. */
  standbyFor?: string;
  /** The applications of which it uses what is free for tests, by the alphabet; absent where that is none. */
  testUnits?: string[];
};

/** What an AppSuite says of itself when it activates. */
export type ActivationRequest = {
  tokenVersion: number;
  fingerprint: string;
  publicKey: PublicKey;
  version: string;
  hostname: string | null;
};

/** An exchange of strings: what the request says, and the document that was made for it. */
export type OfflineExchange = ActivationRequest & {
  document: string;
  requestHash: string;
  lines: Share[];
  response: string;
  /** The place in the server's stream whose capacity the document says. */
  basedOn: number;
  /** Applications that it holds and that never run without the cloud. */
  needOnline: string[];
};

export type ServerCommand =
  | { type: 'register' }
  /** What is absent stays as it is. */
  | {
      type: 'change';
      name?: string | undefined;
      role?: ServerRole | undefined;
      /** The server whose standby it is to be; null for none. */
      standbyFor?: string | null | undefined;
      /** The applications of which it is to use what is free for tests. */
      testUnits?: string[] | undefined;
      /** By which its first token is made, where it has none. */
      tokenKey?: string | undefined;
    }
  | { type: 'change-capacity'; application: string; shares: Share[]; tokenKey: string }
  | ({ type: 'activate' } & ActivationRequest)
  | { type: 'leave' }
  | ({ type: 'go-offline' } & OfflineExchange)
  /** `document` is the one that the return string gives back. */
  | { type: 'return'; document: string }
  | { type: 'override'; reason: string }
  | { type: 'rotate'; tokenKey: string; byVendor: boolean }
  /** `assigned` is what the orders say this server still holds of lines that exist, in units. */
  | { type: 'retire'; assigned: number };

export type ServerEvent =
  | { type: 'registered'; name: string; role: ServerRole }
  | { type: 'changed'; name: string; role: ServerRole; former: { name: string; role: ServerRole } }
  /** A standby has a token of its own, though nothing is assigned to it. */
  | { type: 'standby-changed'; standbyFor: string | null; formerStandbyFor: string | null; token: Token | null }
  /** A server that tests has a token, though nothing is assigned to it. */
  | { type: 'test-units-changed'; testUnits: string[]; formerTestUnits: string[]; token: Token | null }
  | { type: 'capacity-changed'; application: string; capacity: number; shares: Share[]; token: Token | null }
  | ({ type: 'activated' | 'reinstalled' | 'moved' } & ActivationRequest)
  | ({ type: 'offline-activated' } & ActivationRequest &
      Pick<OfflineDocument, 'document' | 'requestHash' | 'lines' | 'response'>)
  | { type: 'offline-returned'; document: string }
  | { type: 'offline-overridden'; reason: string }
  /** The same machine with the same key says something new of itself. */
  | { type: 'updated'; version: string; hostname: string | null }
  | { type: 'deactivated' }
  | { type: 'rotated'; version: number; key: string; byVendor: boolean }
  | { type: 'retired' };

/** `by` says who had it happen; absent where the AppSuite did. */
export type RecordedServerEvent = Recorded<ServerEvent & { by?: By }>;

/** What is fixed about a server before it is registered. */
export type ServerOpening = Pick<Server, 'id' | 'customerId' | 'name' | 'role' | 'registeredAt' | 'silentDays'>;

/** A server to which nothing has happened yet, by the newest rules unless its history says others. */
export function openServer(opening: ServerOpening, rules: number = NEWEST_RULES): Server {
  return {
    ...opening,
    rules,
    seq: 0,
    lastAt: opening.registeredAt,
    retiredAt: null,
    shares: [],
    token: null,
    activation: null,
    lastFingerprint: null,
    formerKeys: [],
    machineChanges: [],
    reinstalls: [],
  };
}

/** Whether a server is connected; null unless it is activated. */
export function serverMode({ activation, retiredAt }: Pick<Server, 'activation' | 'retiredAt'>): ServerMode | null {
  return retiredAt === null && activation ? (activation.mode ?? 'online') : null;
}

/** Where a server is in its life; derived. */
export function serverState(
  server: Pick<Server, 'retiredAt' | 'activation' | 'shares' | 'standbyFor' | 'testUnits'>,
): ServerState {
  if (server.retiredAt !== null) return 'retired';
  if (server.activation) return 'activated';
  return server.shares.length > 0 || isStandby(server) || isTesting(server) ? 'waiting' : 'registered';
}

/** Whether a server stands by for another one. */
export function isStandby({ standbyFor }: Pick<Server, 'standbyFor'>): boolean {
  return standbyFor !== undefined;
}

/** Whether a server uses anything that is free for tests. */
export function isTesting({ testUnits = [] }: Pick<Server, 'testUnits'>): boolean {
  return testUnits.length > 0;
}

/** The first token of a server, issued at an instant (epoch milliseconds). */
export function firstToken(key: string, atMs: number): Token {
  return { version: 1, key, issuedAt: atMs, redeemedAt: null };
}
