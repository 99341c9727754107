import type { Severity } from '../../domain/advisories/advisory.ts';

/** What the vendor advises of versions of the AppSuite. */
export type AdvisoriesTexts = {
  /** The list of all of them. */
  all: string;
  none: { title: string; text: string };
  severity: string;
  severities: Record<Severity, string>;
  /** Above what concerns a server's version. */
  concerns(severity: string, title: string): string;
  /** What to do, where there is a version without it, and where there is none yet. */
  update(version: string): string;
  noFix: string;
  read: string;
  more: string;
  affects: string;
  fixedIn: string;
  published: string;
  withdrawn: string;
  servers: string;
  noServers: string;
  told: string;
  notTold: string;
  life: string;
};
