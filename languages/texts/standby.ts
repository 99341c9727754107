import type { Counted } from '../plural.ts';

/** Servers that stand by for others, and when they took over. */
export type StandbyTexts = {
  title: string;
  standsBy: string;
  nobody: string;
  itsStandby: string;
  takenOver: (standby: string) => string;
  takenOverText: string;
  /** Of takeovers in any 365 days. */
  daysLeft: Counted;
  takeovers: string;
  since: string;
  until: string;
  /** Instead of when it ended. */
  running: string;
  /** Of what it has. */
  holdsNothing: string;
  overlap: string;
  hours: Counted;
  /** What follows where a standby is replaced, or retired, while it runs. */
  whileItRuns: string;
};
