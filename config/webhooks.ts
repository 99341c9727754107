import { isIP } from 'node:net';
import { readUrl, type Settings } from './settings.ts';

/**
 * How messages to the webhooks of others leave: the hosts of private networks that are allowed, `http` too, and the proxy
 * through which all others go; null where they go directly.
 */
export type WebhookConfig = { privateTargets: ReadonlySet<string>; proxy: string | null };

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** WEBHOOK_PRIVATE_TARGETS: hosts with commas between; none unless set, in development this machine. WEBHOOK_PROXY: an address. */
export function readWebhooks(settings: Settings, production: boolean): WebhookConfig {
  const proxy = readUrl(settings, 'WEBHOOK_PROXY') ?? null;
  const value = settings.text('WEBHOOK_PRIVATE_TARGETS');
  const hosts = value === undefined ? (production ? [] : LOOPBACK) : value.split(',').map((host) => host.trim());
  return { privateTargets: new Set(hosts.map((host) => readHost(settings, host))), proxy };
}

/** A host as URLs write it, but for the brackets of IPv6. */
function readHost({ mistake }: Settings, host: string): string {
  const url = URL.parse(`http://${isIP(host) === 6 ? `[${host}]` : host}`);
  const isHost = url?.host === url?.hostname && url?.pathname === '/' && !url.username && !/[/?#*]/.test(host);
  if (!url || !isHost) {
    mistake(
      `WEBHOOK_PRIVATE_TARGETS has "${host}": name hosts like erp.internal or 10.1.2.3, with commas between, without ports and ranges.`,
    );
    return '';
  }
  return url.hostname.replace(/^\[|\]$/g, '');
}
