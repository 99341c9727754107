/** How much something matters: what does not run or is about to stop, what is to be done soon, what is good to know, what is well, what is past. */
export const SEVERITIES = ['critical', 'warning', 'notice', 'fine', 'over'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What to do about something; who does it depends on who reads. */
export const REMEDIES = [
  'renew',
  'convert',
  'settle',
  'unlock',
  'assign',
  'activate',
  'reconnect',
  'separate',
  'look-into',
  'reduce',
  'expand',
  'license',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** Negative where the first matters more, positive where the second does. */
export function bySeverity(one: { severity: Severity }, other: { severity: Severity }): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
}
