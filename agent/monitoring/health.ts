import type { ApplicationStatus, EntitlementStatus } from '../status/applications.ts';
import type { Warning } from '../status/warnings.ts';

const SOON_MS = 30 * 86_400_000;

/** Levels as monitoring systems know them; the place of each is the exit code of a Nagios plugin. */
export const LEVELS = ['ok', 'warning', 'critical', 'unknown'] as const;
export type Level = (typeof LEVELS)[number];

/** How a server is, and why it is not better: a sentence each, the worst first. */
export type Health = { level: Level; because: string[] };

/**
 * How an activated server is at an instant. `critical`: something has stopped, expired, is suspended, or the check-in was
 * refused. `warning`: something ends within 30 days, is in grace, its care over, over 90 % used, or the cloud was not
 * reached for 7 days. A lease has no part in it: each contact moves it, and the silence is what there is to know.
 */
export function healthOf(warnings: Warning[], applications: ApplicationStatus[], nowMs: number): Health {
  const found = [...warnings, ...applications.flatMap((application) => coming(application, nowMs))];
  const critical = found.filter(({ level }) => level === 'critical');
  const warning = found.filter(({ level }) => level === 'warning');
  const level = critical.length > 0 ? 'critical' : warning.length > 0 ? 'warning' : 'ok';
  return { level, because: [...critical, ...warning].map(({ text }) => text) };
}

/** What the warnings for people do not say, or not yet. */
function coming({ name, state, entitlements }: ApplicationStatus, nowMs: number): Warning[] {
  return entitlements.flatMap((entitlement) => [
    ...partlySuspended(name, state, entitlement),
    ...ending(`${name} (order ${entitlement.order})`, entitlement, nowMs),
  ]);
}

function partlySuspended(name: string, state: string, entitlement: EntitlementStatus): Warning[] {
  if (entitlement.state !== 'suspended' || state === 'suspended') return [];
  const text = `${name} (order ${entitlement.order}) is suspended by the vendor: ask your seller what is open.`;
  return [{ level: 'critical', text }];
}

function ending(about: string, { state, until, endsOn, care }: EntitlementStatus, nowMs: number): Warning[] {
  const isSoon = (instant: string | null) => instant !== null && Date.parse(instant) - nowMs <= SOON_MS;
  const found: Warning[] = [];
  if (['active', 'lease-over', 'unconfirmed', 'suspended'].includes(state) && isSoon(until))
    found.push({ level: 'warning', text: `${about} ends on ${endsOn}: ask your seller to renew it.` });
  if (care?.state === 'active' && isSoon(care.until) && state !== 'expired' && care.until !== until)
    found.push({ level: 'warning', text: `The care of ${about} ends on ${care.endsOn}: ask your seller to renew it.` });
  return found;
}
