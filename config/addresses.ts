import { isIP } from 'node:net';
import type { Settings } from './settings.ts';

/** The address of a PostgreSQL database; an empty one was told as missing already. */
export function readDatabaseUrl({ mistake }: Settings, value: string): string {
  const url = URL.parse(value);
  if (value && (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)) {
    mistake('DATABASE_URL is no address of a database: set it like postgres://user:password@host:5432/database.');
  }
  return value;
}

/** TRUST_PROXY: the proxies whose X-Forwarded-For counts, as Fastify takes them; none unless set. */
export function readTrustProxy({ text, mistake }: Settings): boolean | string {
  const value = text('TRUST_PROXY') ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  if (!value.split(',').every((part) => isProxy(part.trim()))) {
    mistake(
      `TRUST_PROXY is "${value}": set it to the proxy's IP address or range like 10.0.0.0/8, to true, or to false.`,
    );
  }
  return value;
}

function isProxy(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
  return isIP(address) > 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}
