/** The claims of a license document, as `docs/license-document.md` describes them. Instants are ISO 8601 UTC. */
export type LicenseClaims = {
  /** Names this document and no other. */
  jti: string;
  iss: string;
  sub: string;
  customer: string;
  mode: string;
  /** The machine of an offline document. */
  fingerprint?: string;
  /** Seconds since the epoch, as in every JWT; an offline document has no end. */
  iat: number;
  exp?: number;
  applications: ApplicationClaim[];
  services: string[];
  /** Null offline. */
  checkInAfterSeconds: number | null;
  /** What the vendor advises of this version; absent where that is nothing. */
  advisories?: AdvisoryClaim[];
  /** Whether this server stands by for another one: then it runs what is marked, after a takeover alone. */
  standby?: boolean;
  /** For whom it stands by, how many days of takeovers are left, and when it stops whatever happens. */
  standbyFor?: string;
  standbyDaysLeft?: number;
  standbyUntil?: string;
  /** The standby that runs what this server was to run. */
  takenOverBy?: string;
};

/** What the vendor says of a version; it changes nothing of what runs. `severity` is a word for people. */
export type AdvisoryClaim = { id: string; title: string; severity: string; url: string; fixedIn: string | null };

/** One application; `capacity` and `state` are what held when the document was made, for people. */
export type ApplicationClaim = {
  application: string;
  name?: string;
  unit?: string;
  capacity: number;
  state: string;
  requires?: string[];
  capacityFrom?: string | null;
  entitlements: Entitlement[];
};

/** What one line of an order gives to this server, and the instants at which that changes by itself. */
export type Entitlement = {
  order: string;
  license: 'subscription' | 'perpetual';
  /** Present in an evaluation, which is a subscription in all that an AppSuite does. */
  evaluation?: boolean;
  /** Present in what is free for tests, of which `order` is no order. */
  testUnits?: boolean;
  capacity: number;
  startsOn: string;
  endsOn: string | null;
  from: string;
  until: string | null;
  graceUntil: string | null;
  leaseUntil: string | null;
  suspended?: boolean;
  /** Of a standby: a takeover runs it, though it is suspended. */
  standby?: boolean;
  /** When it stops with its document, as a standby's does; absent in documents. */
  standsUntil?: string;
  care: Care | null;
};

/** The maintenance contract of an entitlement. */
export type Care = { level: string; endsOn: string; until: string };
