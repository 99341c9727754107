import { isIP } from 'node:net';
import type { Settings } from './settings.ts';

/** The address of a PostgreSQL database, with the role to connect as; an empty one was told as missing already. */
export function readDatabaseUrl({ mistake }: Settings, name: string, value: string): string {
  const url = URL.parse(value);
  if (value && (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.username || url.pathname.length < 2)) {
    mistake(`${name} is no address of a database: set it like postgres://user:password@host:5432/database.`);
  }
  return value;
}

/** TRUST_PROXY: the proxies whose X-Forwarded-For counts, by address or how many, as Fastify takes them; none unless set. All of them only in development. */
export function readTrustProxy({ text, mistake }: Settings, production: boolean): boolean | string | number {
  const value = text('TRUST_PROXY') ?? 'false';
  if (value === 'true' && production) {
    mistake(
      'TRUST_PROXY is true, by which whoever asks names his own address: set it to the addresses or the number of proxies.',
    );
  }
  if (value === 'true' || value === 'false') return value === 'true';
  if (/^[1-9]$/.test(value)) return Number(value);
  if (!value.split(',').every((part) => isProxy(part.trim()))) {
    mistake(
      `TRUST_PROXY is "${value}": set it to the proxy's IP address or range like 10.0.0.0/8, to how many proxies there are (1 to 9), or to false.`,
    );
  }
  return value;
}

function isProxy(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
  return isIP(address) > 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}
