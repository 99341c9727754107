import type { ApplicationStatus, EntitlementStatus } from './applications.ts';
import { TOLERANCE_MS } from '../enforcement/clock.ts';
import { WARNED_AFTER_MS } from '../enforcement/contact.ts';
import type { EntitlementState } from '../enforcement/entitlement.ts';
import type { AdvisoryClaim } from '../license.ts';
import { instant } from './text.ts';

/** What warnings are made from; `contact` is null for a server that is offline on purpose. */
type Facts = {
  nowMs: number;
  /** How far the machine's clock is behind time as the AppSuite counts it. */
  behindMs: number;
  url: string;
  contact: { lastMs: number; dueMs: number } | null;
  applications: ApplicationStatus[];
  advisories: readonly AdvisoryClaim[];
  /** For a standby whether it has taken over, since when; null for what is none. */
  standby: { takenOverSince: string | null } | null;
  takenOverBy: string | null;
};

const DAY_MS = 86_400_000;

/**
 * What is wrong and what to do, in a sentence, and how bad it is: `critical` is something that does not run or was
 * refused, `warning` something that will not go on by itself, and a `note` passes or asks for nothing at once.
 */
export type Warning = { level: 'critical' | 'warning' | 'note'; text: string };

/** Everything that is wrong, the most urgent first; `trouble` is why the last check-in failed. */
export function warningsOf(facts: Facts, trouble: { text: string; isRefusal: boolean } | null): Warning[] {
  return [
    ...(trouble ? [{ level: trouble.isRefusal ? ('critical' as const) : ('note' as const), text: trouble.text }] : []),
    ...contactWarnings(facts, trouble !== null),
    ...wrongClock(facts),
    ...nothingListed(facts),
    ...facts.advisories.map(advisoryWarning),
    ...facts.applications.flatMap((application) => [
      ...applicationWarnings(application, facts),
      ...application.entitlements.flatMap((entitlement) => entitlementWarnings(application.name, entitlement)),
    ]),
  ];
}

const critical = (text: string): Warning => ({ level: 'critical', text });
const warning = (text: string): Warning => ({ level: 'warning', text });
const note = (text: string): Warning => ({ level: 'note', text });

function contactWarnings(facts: Facts, isTold: boolean): Warning[] {
  const { nowMs, url, contact, applications } = facts;
  if (!contact) return [];
  if (nowMs - contact.lastMs >= WARNED_AFTER_MS) return silence(nowMs, contact, applications);
  if (isTold || nowMs <= contact.dueMs) return [];
  const since = instant(new Date(contact.dueMs).toISOString());
  return [note(`A check-in has been due since ${since}: make sure that ${url}/test opens, then run check-in.`)];
}

/** From the 7th day without contact on: what the silence will cost, and when. */
function silence(nowMs: number, contact: { lastMs: number }, applications: ApplicationStatus[]): Warning[] {
  const days = Math.floor((nowMs - contact.lastMs) / DAY_MS);
  const costs = applications.flatMap(({ name, entitlements }) =>
    entitlements
      .filter(({ state }) => state === 'active' || state === 'grace')
      .filter(isStoppedByLease)
      .map((entitlement) => leaseWarning(`${name} (order ${entitlement.order})`, entitlement)),
  );
  const silent = `The cloud has not been reached for ${days} days: restore the connection, then run check-in.`;
  return [silent, ...costs].map(warning);
}

/** Whether it is the silence that will stop it, or its services, and not its own end before. */
function isStoppedByLease({ license, leaseUntil, until, graceUntil }: EntitlementStatus): boolean {
  if (leaseUntil === null) return false;
  const end = graceUntil ?? until;
  return license === 'perpetual' || end === null || Date.parse(leaseUntil) < Date.parse(end);
}

function leaseWarning(about: string, { license, leaseUntil }: EntitlementStatus): string {
  return license === 'subscription'
    ? `${about} stops on ${instant(leaseUntil)} unless the cloud is reached before.`
    : `${about} loses its services on ${instant(leaseUntil)} unless the cloud is reached before, and keeps running.`;
}

function wrongClock({ behindMs }: Facts): Warning[] {
  if (Math.abs(behindMs) <= TOLERANCE_MS) return [];
  const minutes = Math.round(Math.abs(behindMs) / 60_000);
  const side = behindMs > 0 ? 'behind' : 'ahead of';
  return [
    note(
      `This machine's clock is ${minutes} minutes ${side} the time known from the cloud: set it, then run check-in.`,
    ),
  ];
}

/** What has expired or was canceled is not listed any more: where all of it is gone, nobody else would say a word. */
function nothingListed({ applications, takenOverBy }: Facts): Warning[] {
  if (takenOverBy !== null)
    return [warning(`The standby ${takenOverBy} has taken over: nothing runs here until it stands by again.`)];
  if (applications.length > 0) return [];
  return [
    critical(
      'The license document lists nothing that this server may run: assign capacity to it in the portal; if that was done, ask your seller whether the order has expired or was canceled.',
    ),
  ];
}

function advisoryWarning({ id, title, severity, url, fixedIn }: AdvisoryClaim): Warning {
  const remedy = fixedIn === null ? 'there is no version without it yet' : `update the AppSuite to ${fixedIn} or later`;
  return note(`Your vendor advises (${id}, ${severity}): ${title}. What to do: ${remedy}; read ${url}.`);
}

/** More than this, in tenths of what may be used, is told before there is no more. */
const TENTHS_USED_UP = 9;

function applicationWarnings(application: ApplicationStatus, facts: Facts): Warning[] {
  const { name, capacity, used, unit, state } = application;
  if (used === undefined || capacity === 0 || used * 10 <= capacity * TENTHS_USED_UP)
    return stateWarnings(application, facts);
  const units = [capacity, unit].filter((part) => part !== null).join(' ');
  const nearly = warning(
    `${name} is nearly used up, ${used} of ${units} are in use: assign more to this server in the portal.`,
  );
  return [...(state === 'active' || state === 'grace' ? [nearly] : []), ...stateWarnings(application, facts)];
}

function stateWarnings({ name, state, requires }: ApplicationStatus, { standby }: Facts): Warning[] {
  // A standby that stands by is as it should be.
  if (state === 'suspended' && standby?.takenOverSince === null) return [];
  if (state === 'suspended' && standby)
    return [
      critical(
        `${name} does not run on this standby, whose days are used up or which the vendor has suspended: look at its page in the portal.`,
      ),
    ];
  if (state === 'suspended') return [critical(`${name} is suspended by the vendor: ask your seller what is open.`)];
  if (state === 'missing-requirement')
    return [
      critical(
        `${name} needs ${requires.join(' and ') || 'another application'} to run on this server: assign that one too in the portal.`,
      ),
    ];
  return [];
}

function entitlementWarnings(name: string, entitlement: EntitlementStatus): Warning[] {
  const about = `${name} (order ${entitlement.order})`;
  const { state, care } = entitlement;
  const careWarning = `The care of ${about} is over, and with it updates, support and cloud services: ask your seller to renew it.`;
  const isCareTold = care?.state === 'lapsed' && state !== 'expired' && state !== 'grace';
  return [termWarning(about, entitlement)[state], isCareTold ? warning(careWarning) : null].filter(
    (found) => found !== null,
  );
}

function termWarning(
  about: string,
  { endsOn, graceUntil, evaluation }: EntitlementStatus,
): Record<EntitlementState, Warning | null> {
  return {
    upcoming: null,
    active: null,
    suspended: null,
    grace: warning(`${about} ended on ${endsOn} and runs until ${instant(graceUntil)}: ask your seller to renew it.`),
    expired: critical(
      evaluation
        ? `The evaluation of ${about} ended on ${endsOn}: order it from your seller to go on.`
        : `${about} ended on ${endsOn} and has stopped: ask your seller to renew it.`,
    ),
    'lease-over': critical(
      `${about} has stopped, as the cloud was not reached in time: restore the connection, then run check-in.`,
    ),
    unconfirmed: warning(
      `${about} runs without services, as the cloud was not reached in time: restore the connection, then run check-in.`,
    ),
  };
}
