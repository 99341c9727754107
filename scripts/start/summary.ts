import { relative } from 'node:path';
import { readCertificate, thumbprint } from '../../secrets/certificate.ts';
import { SAMPLE_PEOPLE } from '../samples/people.ts';
import { postgresFolder } from './data-folder.ts';
import type { Setup } from './services.ts';
import { localUrl } from './settings.ts';

/** What a person needs to know once everything runs. */
export function summary({ config, dataDir, env, logs }: Setup): string {
  const database = postgresFolder(dataDir);
  const isElsewhere = config.databaseUrl === null && relative(dataDir, database).startsWith('..');
  const rows: [string, string][] = [
    ['Portal', config.publicUrl],
    ['API', `${config.publicUrl}/v1/orders`],
    ['API key', env.BOOTSTRAP_API_KEY ?? 'one of those it has; npm run keys:api makes another'],
    ['API pages', `${config.publicUrl}/docs`],
    ['Mailbox', config.mail.mailbox ? `${config.publicUrl}/dev/outbox` : 'none: mail is sent through Resend'],
    ['Numbers', `${config.publicUrl}/metrics and ${localUrl({ ...config, port: Number(env.WORKER_PORT) })}/metrics`],
    ['Temporal', env.TEMPORAL_UI_URL ?? 'elsewhere: TEMPORAL_UI_URL can name its pages'],
    ['Root', `${rootOf(env.SIGNING_CERTIFICATES)}, which AppSuites trust`],
    ...(isElsewhere ? [['Database', database] as [string, string]] : []),
    ['Logs', logs],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  const people = config.sampleData && config.mail.mailbox ? signInLines(config.publicUrl) : [];
  const end = 'Ctrl-C stops it; the next start finds everything again.';
  return ['', 'Cloud Licensing is ready.', '', ...lines, '', ...people, end].join('\n');
}

/** The thumbprint of the root that has certified the current signing key: an AppSuite shows the same. */
function rootOf(certificates = ''): string {
  const certificate = readCertificate(certificates.split(',')[0]!.trim());
  return certificate ? thumbprint(certificate.root) : 'none';
}

function signInLines(publicUrl: string): string[] {
  const width = Math.max(...SAMPLE_PEOPLE.map(({ email }) => email.length));
  const people = SAMPLE_PEOPLE.map(({ email, what }) => `  ${email.padEnd(width)}  ${what}`);
  return [`Sign in at ${publicUrl}/sign-in as one of these; the link is in the mailbox:`, '', ...people, ''];
}
