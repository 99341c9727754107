import type { JWK } from 'jose';
import type { Clock } from '../enforcement/clock.ts';
import type { Attempt, Schedule } from '../enforcement/contact.ts';
import type { Identity } from '../machine.ts';

/** An Ed25519 public key as a JWK (RFC 8037). */
export type PublicKey = { kty: 'OKP'; crv: 'Ed25519'; x: string };

/** A root of the vendor by its thumbprint, and why it is trusted: an administrator gave it, or it was the first that was seen. */
export type TrustedRoot = { thumbprint: string; because: 'given' | 'first-use' };

/** What a server holds once it is activated. */
export type Activation = {
  server: string;
  /** The license document as it came, a JWS that was verified before it was stored. */
  license: string;
  etag: string | null;
  /** The last number that the cloud gave; the next check-in presents it. */
  checkInNumber: string | null;
  /** When the cloud last answered without refusing, in epoch milliseconds as the AppSuite counts time. */
  lastContactMs: number;
};

/** Since when a standby has run what another server was to run, in epoch milliseconds, and whether the cloud knows of it. */
export type Takeover = {
  sinceMs: number;
  isTold: boolean;
  /** Whether it is over: it is kept until the cloud knows that too. */
  isOver: boolean;
};

/** An offline document by what names it, and when it was made (epoch milliseconds). */
export type OfflineDocument = { server: string; document: string; issuedAtMs: number };

/** What a server gave back offline, and the string that proves it. */
export type Returned = { server: string; proof: string };

/** A code that this machine shows until somebody has entered it, and by what it asks; `endsAtMs` by its own clock. */
export type Pairing = {
  deviceCode: string;
  userCode: string;
  verificationUrl: string;
  intervalSeconds: number;
  url: string;
  endsAtMs: number;
};

/** Everything an AppSuite remembers, in one file, so that it is replaced as one. */
export type State = {
  /** Tells this folder from others, where nothing tells its machine. */
  installation: string;
  /** What the machine is known by, so that it is the same for everybody who works in the folder. */
  identifiedBy: Identity;
  privateKey: JWK;
  publicKey: PublicKey;
  /** As the administrator gave it; null for the machine's own. */
  fingerprint: string | null;
  url: string;
  activation: Activation | null;
  /** The version that was said last; null before that. */
  version: string | null;
  /** Why the last check-in failed, for the status; null when it did not. */
  trouble: string | null;
  /** Whether that trouble was a refusal, by the cloud or of its document, and not a cloud out of reach. */
  refused: boolean;
  /** The root that is trusted; null before the first document, and in a release. */
  root: TrustedRoot | null;
  /** The highest `least` of the certificates of documents that were taken: no new one comes under a lower serial. */
  least: number;
  clock: Clock | null;
  /** The check-in under way; null when the last one was answered. */
  attempt: Attempt | null;
  /** When to check in next; null for a server that does not. */
  next: Schedule | null;
  returned: Returned | null;
  /** The offline document that an online activation took the place of, while it is not returned. */
  replacedOffline: OfflineDocument | null;
  /** The takeover of a standby; null while the cloud knows of none. */
  takeover: Takeover | null;
  /** Offline documents made at or before this time (epoch milliseconds) were given back, or left behind. */
  notBeforeMs: number | null;
  /** The code that is shown; null where none is. */
  pairing: Pairing | null;
};

/** What a state has at first, and what one from an earlier version lacks. */
export const AT_FIRST = {
  identifiedBy: 'folder',
  activation: null,
  version: null,
  trouble: null,
  refused: false,
  root: null,
  least: 0,
  clock: null,
  attempt: null,
  next: null,
  returned: null,
  replacedOffline: null,
  takeover: null,
  notBeforeMs: null,
  pairing: null,
} as const;
