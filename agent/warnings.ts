import type { ApplicationStatus, EntitlementStatus } from './applications.ts';
import { instant } from './text.ts';
import type { EntitlementState } from './terms.ts';

/** What warnings are made from. */
type Facts = { at: string; url: string; nextContactAt: string; applications: ApplicationStatus[] };

/** What is wrong and what to do, a sentence each, the most urgent first; `trouble` is why the last check-in failed. */
export function warningsOf(facts: Facts, trouble: string | null): string[] {
  return [
    ...(trouble ? [trouble] : overdue(facts)),
    ...facts.applications.flatMap((application) => [
      ...applicationWarnings(application),
      ...application.entitlements.flatMap((entitlement) => entitlementWarnings(application.name, entitlement)),
    ]),
  ];
}

function overdue({ at, url, nextContactAt }: Facts): string[] {
  if (at <= nextContactAt) return [];
  return [
    `A check-in has been due since ${instant(nextContactAt)}: make sure that ${url}/test opens, then run check-in.`,
  ];
}

function applicationWarnings({ name, state }: ApplicationStatus): string[] {
  if (state === 'suspended') return [`${name} is suspended by the vendor: ask your reseller what is open.`];
  if (state === 'missing-requirement')
    return [`${name} needs another application on this server: assign that one too in the portal.`];
  return [];
}

function entitlementWarnings(name: string, entitlement: EntitlementStatus): string[] {
  const about = `${name} (order ${entitlement.order})`;
  const { state, care } = entitlement;
  const careWarning = `The care of ${about} is over, and with it updates, support and cloud services: ask your reseller to renew it.`;
  const warning = termWarning(about, entitlement)[state];
  return [warning, care?.state === 'lapsed' && state !== 'expired' && state !== 'grace' ? careWarning : null].filter(
    (sentence) => sentence !== null,
  );
}

function termWarning(about: string, { endsOn, runsUntil }: EntitlementStatus): Record<EntitlementState, string | null> {
  return {
    upcoming: null,
    active: null,
    grace: `${about} ended on ${endsOn} and runs until ${instant(runsUntil)}: ask your reseller to renew it.`,
    expired: `${about} ended on ${endsOn} and has stopped: ask your reseller to renew it.`,
    'lease-over': `${about} has stopped, as the cloud was not reached in time: restore the connection, then run check-in.`,
    unconfirmed: `${about} runs without services, as the cloud was not reached in time: restore the connection, then run check-in.`,
  };
}
