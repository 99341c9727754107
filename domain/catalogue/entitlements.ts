import type { Catalogue, Unit } from './catalogue.ts';
import { isOver } from '../order/line/capacity.ts';
import type { OrderStatus } from '../order/order.ts';
import { careState, termState, type Care, type LicenseKind, type Terms, type TermState } from './terms.ts';

/**
 * Capacity that a server may use of a line: the lesser of what the order gives it and what the server's own last change
 * took, in units.
 */
export type LicensedShare = {
  order: string;
  line: string;
  orderStatus: OrderStatus;
  application: string;
  license: LicenseKind;
  capacity: number;
  startsOn: string;
  endsOn: string | null;
  care: Care | null;
  terms: Terms;
  /** When the line was canceled, in epoch milliseconds; null or absent while it lives. */
  canceledAt?: number | null;
  /** Days without contact after which it is no longer had, or its services are not. */
  leaseDays: number;
  /** Present in what is free for tests alone, which is of no order. */
  isForTests?: true;
};

export type EntitlementState = Exclude<TermState, 'expired'> | 'suspended';
export type ApplicationState = EntitlementState | 'missing-requirement';

/** What a server may run of one line. Instants are ISO 8601 UTC; the AppSuite passes the boundaries by itself. */
export type Entitlement = {
  order: string;
  /** An evaluation is called a subscription, which an AppSuite of before it knows. */
  license: Exclude<LicenseKind, 'evaluation'>;
  /** Present in an evaluation alone. */
  evaluation?: true;
  /** Present in what is free for tests alone: no order gives it, and `order` is a word in its place. */
  testUnits?: true;
  capacity: number;
  startsOn: string;
  endsOn: string | null;
  from: string;
  until: string | null;
  graceUntil: string | null;
  leaseUntil: string | null;
  suspended: boolean;
  /** Present in the document of a standby alone: a takeover runs it, though it is suspended. */
  standby?: true;
  care: { level: Care['level']; endsOn: string; until: string } | null;
};

/** `name` and `unit` are for people; with `requires` and `capacityFrom` an AppSuite follows what the boundaries change. */
export type LicensedApplication = {
  application: string;
  name: string;
  unit: Unit | undefined;
  capacity: number;
  state: ApplicationState;
  requires: readonly string[];
  capacityFrom: string | null;
  entitlements: Entitlement[];
};

/** A share that is listed, and where it is at the instant of the document. */
export type Held = { share: LicensedShare; state: EntitlementState };

/** What is listed at an instant (epoch milliseconds): neither what has expired, nor anything of an order that is over. */
export function heldAt(shares: readonly LicensedShare[], atMs: number): Held[] {
  return shares.flatMap((share) => {
    const state = entitlementState(share, atMs);
    return state ? [{ share, state }] : [];
  });
}

/** Whether something runs, so that its capacity counts. */
export function isInForce({ state }: Held): boolean {
  return state !== 'suspended' && state !== 'upcoming';
}

/** Whether something in force has care that is not over. */
export function isCaredFor(held: Held, atMs: number): boolean {
  return isInForce(held) && ['active', 'expiring'].includes(careState(held.share.terms, atMs) ?? '');
}

/** Every application that is listed, by its key; `leaseUntil` says until when a share is leased, null for no lease. */
export function toApplications(
  held: readonly Held[],
  catalogue: Catalogue,
  leaseUntil: (share: LicensedShare) => number | null,
): LicensedApplication[] {
  return [...new Set(held.map(({ share }) => share.application))]
    .sort()
    .map((application) => toApplication(application, held, catalogue, leaseUntil));
}

function entitlementState({ orderStatus, terms }: LicensedShare, atMs: number): EntitlementState | null {
  const state = termState(terms, atMs);
  if (state === 'expired' || isOver({ status: orderStatus })) return null;
  return orderStatus === 'suspended' ? 'suspended' : state;
}

function toApplication(
  application: string,
  held: readonly Held[],
  catalogue: Catalogue,
  leaseUntil: (share: LicensedShare) => number | null,
): LicensedApplication {
  const { name = application, unit, requires = [], capacityFrom = null } = catalogue.get(application) ?? {};
  const own = held.filter(({ share }) => share.application === application);
  const inForce = held.filter(isInForce);
  const runs = own.some(isInForce);
  const counted = inForce.filter(({ share }) => share.application === (capacityFrom ?? application));
  const isMissing = (required: string) => !inForce.some(({ share }) => share.application === required);
  return {
    application,
    name,
    unit,
    capacity: runs ? counted.reduce((sum, { share }) => sum + share.capacity, 0) : 0,
    state: runs && requires.some(isMissing) ? 'missing-requirement' : stateOf(own),
    requires,
    capacityFrom,
    entitlements: own.map(({ share, state }) => toEntitlement(share, state, leaseUntil(share))),
  };
}

/** Of several lines in force the one that ends first is the one to know about; else why none is in force. */
function stateOf(own: readonly Held[]): EntitlementState {
  const order: EntitlementState[] = ['grace', 'expiring', 'active', 'suspended', 'upcoming'];
  return order.find((state) => own.some((held) => held.state === state))!;
}

const EVALUATED = { license: 'subscription', evaluation: true } as const;

function toEntitlement(share: LicensedShare, state: EntitlementState, leaseUntilMs: number | null): Entitlement {
  const { order, license, capacity, startsOn, endsOn, care, terms, isForTests } = share;
  return {
    ...{ order, ...(license === 'evaluation' ? EVALUATED : { license }), capacity, startsOn, endsOn },
    ...(isForTests && { testUnits: true as const }),
    from: instant(terms.from),
    until: instant(terms.until),
    graceUntil: instant(terms.graceUntil),
    leaseUntil: instant(leaseUntilMs),
    suspended: state === 'suspended',
    care: care && { ...care, until: instant(terms.careUntil!) },
  };
}

function instant(epochMs: number): string;
function instant(epochMs: number | null): string | null;
function instant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
