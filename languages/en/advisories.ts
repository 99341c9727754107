import type { AdvisoriesTexts } from '../texts/advisories.ts';

export const advisories: AdvisoriesTexts = {
  all: 'Advisories',
  none: { title: 'No advisories', text: 'What the vendor advises of versions of the AppSuite stands here.' },
  severity: 'Severity',
  severities: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  concerns: (severity, title) => `The vendor advises (${severity}): ${title}`,
  update: (version) => `Update the AppSuite to ${version} or later.`,
  noFix: 'There is no version without it yet: follow what the vendor says.',
  read: 'What it is and what to do',
  more: 'Who is affected',
  affects: 'Affected versions',
  fixedIn: 'Fixed in',
  published: 'Published',
  withdrawn: 'Withdrawn',
  servers: 'Affected servers',
  noServers: 'No server that you see is affected.',
  told: 'Told',
  notTold: 'Not yet',
  life: 'What happened',
};
