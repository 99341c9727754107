import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import { literalOf } from './addresses.ts';
import { createConnector, createResolve, type Resolve } from './connector.ts';
import type { PrivateTargets } from './target.ts';

/** How what others named is reached. `proxy` is the address of one that checks where it connects to; null without. */
export type Outgoing = { privateTargets: PrivateTargets; proxy: string | null };

/** The way to an address: by the connector that checks it, or by the proxy that does. */
export type Ways = { to: (url: URL) => Dispatcher; close: () => Promise<void> };

/** Opens the ways out; what is named is in a network of ours, where no proxy is needed. */
export function createWays(
  { privateTargets, proxy }: Outgoing,
  resolve: Resolve = createResolve(),
  limits: { maxResponseSize?: number } = {},
): Ways {
  // As many connections as there are messages: one that hangs holds up no other to the same address, whose ever that is.
  const options = { connections: null, pipelining: 1, allowH2: false, ...limits };
  const direct = new Agent({ ...options, connect: createConnector(privateTargets, resolve) });
  const proxied = proxy === null ? null : new ProxyAgent({ ...options, uri: proxy });
  return {
    to: (url) => (proxied === null || privateTargets.has(literalOf(url.hostname) ?? url.hostname) ? direct : proxied),
    async close() {
      await Promise.all([direct.close(), proxied?.close()]);
    },
  };
}
