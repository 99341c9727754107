import type { LicenseClaims } from '../../../domain/catalogue/license.ts';
import type { LeftMail } from './world.ts';

/** An event as the API answers it. */
export type ShownEvent = { stream: string; seq: number; type: string; at: string } & Record<string, unknown>;

const ZONE = 'Europe/Rome';
/** What differs each time the story is told, or is told elsewhere in it. */
const UNTOLD = ['stream', 'seq', 'type', 'at', 'recordedAt', 'key', 'fingerprint', 'publicKey', 'activatedAt', 'by'];

/** An instant as a clock in Rome shows it. */
export function inRome(instant: number | string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
}

/** One event as one line. */
export function tellEvent({ stream, type, at, ...about }: ShownEvent): string {
  const said = Object.entries(about).filter(([field, value]) => !UNTOLD.includes(field) && value !== null);
  const told = said.map(([field, value]) => `${field} ${inWords(value)}`).join(', ');
  return `- ${inRome(at)} \`${stream}\` **${type}**${told ? `: ${told}` : ''}`;
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return `(${value.map(inWords).join('; ')})`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, one]) => one !== null);
  return fields.map(([field, one]) => `${field} ${inWords(one)}`).join(' ');
}

/** One e-mail with all that it says. */
export function tellMail({ at, to, subject, text }: LeftMail): string {
  const quoted = text
    .trim()
    .split('\n')
    .map((line) => `  > ${line}`.trimEnd());
  return [`- ${inRome(at).slice(0, 10)} e-mail to ${String(to)}: **${subject}**`, '', ...quoted, ''].join('\n');
}

/** One license document as a small table. */
export function tellDocument(server: string, claims: LicenseClaims): string {
  const rows = claims.applications.flatMap(({ application, capacity, state, entitlements }) =>
    entitlements.map((one, index) => {
      const care = one.care ? `${one.care.level} until ${one.care.endsOn}` : 'none';
      const own = index === 0 ? `${application} | ${capacity} | ${state}` : ' | | ';
      return `  | ${own} | ${one.order} | ${one.capacity} | ${one.license} | ${one.endsOn ?? 'for good'} | ${care} |`;
    }),
  );
  const services = claims.services.length > 0 ? claims.services.join(', ') : 'none';
  return [
    `- ${inRome(claims.iat * 1000)} license document of **${server}**; services: ${services}`,
    '',
    ...(rows.length > 0
      ? [
          '  | application | capacity | state | of order | units | license | last day | care |',
          '  |---|---|---|---|---|---|---|---|',
          ...rows,
        ]
      : ['  Nothing is licensed.']),
    '',
  ].join('\n');
}
