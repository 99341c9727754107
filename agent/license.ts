/** The claims of a license document, as `docs/license-document.md` describes them. Instants are ISO 8601 UTC. */
export type LicenseClaims = {
  iss: string;
  sub: string;
  customer: string;
  mode: string;
  /** Seconds since the epoch, as in every JWT. */
  iat: number;
  exp: number;
  applications: ApplicationClaim[];
  services: string[];
  checkInAfterSeconds: number;
};

/** One application; `capacity` and `state` are what held when the document was made. */
export type ApplicationClaim = {
  application: string;
  name?: string;
  unit?: string;
  capacity: number;
  state: string;
  entitlements: Entitlement[];
};

/** What one line of an order gives to this server, and the instants at which that changes by itself. */
export type Entitlement = {
  order: string;
  license: 'subscription' | 'perpetual';
  capacity: number;
  startsOn: string;
  endsOn: string | null;
  from: string;
  until: string | null;
  graceUntil: string | null;
  leaseUntil: string | null;
  care: Care | null;
};

/** The maintenance contract of an entitlement. */
export type Care = { level: string; endsOn: string | null; until: string | null };
