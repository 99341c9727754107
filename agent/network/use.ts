import http from 'node:http';
import tls from 'node:tls';
import { AppSuiteError } from '../errors.ts';
import type { Network, Proxy } from './settings.ts';

/** What Node brings for networks, where it is new enough. */
export type NodeParts = {
  http: Partial<Pick<typeof http, 'setGlobalProxyFromEnv'>>;
  tls: Partial<Pick<typeof tls, 'setDefaultCACertificates' | 'getCACertificates'>>;
};

/**
 * Lets everything that this process sends enter the network so, and answers what ends that. Authorities of the system
 * are trusted beside Node's own. Refuses with an AppSuiteError where Node is too old for what is asked.
 */
export function useNetwork({ proxy, noProxy, authorities }: Network, node: NodeParts = { http, tls }): () => void {
  const endAuthorities = trust(authorities, node.tls);
  if (!proxy) return endAuthorities;
  const { setGlobalProxyFromEnv } = node.http;
  if (!setGlobalProxyFromEnv) throw tooOld('A proxy', '24.14');
  const address = addressOf(proxy);
  const endProxy = setGlobalProxyFromEnv({ https_proxy: address, no_proxy: noProxy.entries.join(',') });
  return () => {
    endProxy();
    endAuthorities();
  };
}

function trust(authorities: string[], { setDefaultCACertificates, getCACertificates }: NodeParts['tls']): () => void {
  if (!setDefaultCACertificates || !getCACertificates) {
    if (authorities.length > 0) throw tooOld('--ca', '22.19 or 24.5', ', or name the file in NODE_EXTRA_CA_CERTS');
    return () => undefined;
  }
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, ...getCACertificates('system'), ...authorities]);
  return () => setDefaultCACertificates(before);
}

function tooOld(what: string, version: string, otherwise = ''): AppSuiteError {
  return new AppSuiteError(
    `${what} needs Node ${version} or later, and this is ${process.version}: run it by npm run appsuite, which brings one${otherwise}.`,
  );
}

function addressOf({ origin, credentials }: Proxy): string {
  const url = new URL(origin);
  url.username = encodeURIComponent(credentials?.user ?? '');
  url.password = encodeURIComponent(credentials?.password ?? '');
  return url.href;
}
