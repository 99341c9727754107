/** How much an advisory matters, the least first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** So many can be open at once: a document names all that concern its server. */
export const MOST_OPEN_ADVISORIES = 50;

/** What the vendor says of some versions of the AppSuite. */
export type Advisory = {
  id: string;
  title: string;
  severity: Severity;
  /** Comparisons of versions, joined by spaces; see `parseRange`. */
  affects: string;
  /** Where it is described: HTTPS. */
  url: string;
  /** The first version without it; null where there is none yet. */
  fixedIn: string | null;
};

/** An advisory as the document of an affected server names it. */
export type NamedAdvisory = Omit<Advisory, 'affects'>;

/** What happens to an advisory. */
export type AdvisoryEvent = ({ type: 'advisory-published' } & Omit<Advisory, 'id'>) | { type: 'advisory-withdrawn' };
