import type { NetworkEnvironment } from './network/settings.ts';

/** What the environment says of the network; of a name in both cases the lower one counts, as for other programs. */
export function networkEnvironment(): NetworkEnvironment {
  const { https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY } = process.env;
  return { httpsProxy: https_proxy ?? HTTPS_PROXY, noProxy: no_proxy ?? NO_PROXY };
}
