import { hanging, pad } from '../status/text.ts';
import type { Finding, Outcome } from './findings.ts';

const NAMES: Record<Finding['step'], string> = {
  name: 'Name',
  route: 'Route',
  proxy: 'Proxy',
  tls: 'TLS',
  clock: 'Clock',
  cloud: 'Cloud',
};

const OUTCOMES: Record<Outcome, string> = {
  good: 'good',
  failed: 'FAILED',
  'not-needed': '-',
  'not-tried': 'not tried',
};

/** What was found, a step after the other, and what to tell the network's administrator. */
export function renderFindings(url: string, findings: Finding[]): string {
  const steps = findings.flatMap(({ step, outcome, found }) =>
    hanging(pad(NAMES[step], 7) + pad(OUTCOMES[outcome], 11), found).map((line) => line.trimEnd()),
  );
  const wishes = findings.flatMap(({ tell }) => (tell ? hanging('- ', tell) : []));
  const told = wishes.length > 0 ? ['', "Tell the network's administrator:", ...wishes] : [];
  return [...hanging('Cloud  ', url), '', ...steps, ...told].join('\n');
}
