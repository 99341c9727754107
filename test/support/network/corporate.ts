import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readNetwork, type NetworkOptions } from '../../../agent/network/settings.ts';
import { useNetwork } from '../../../agent/network/use.ts';
import type { Network } from '../agent/inject-fetch.ts';
import { anAuthority } from './authority.ts';
import { startFront } from './front.ts';
import { startProxy } from './proxy.ts';

const CREDENTIALS = 'appsuite:p@ss:w%rd ü';

/**
 * A customer's network: the way to the cloud leads through a proxy that asks for a password, and what ends TLS shows a
 * certificate of an authority of its own. Only the proxy knows the cloud's name. What this process sends goes that way.
 */
export async function enterCorporateNetwork(app: FastifyInstance, cloud: string, network: () => Network) {
  const { hostname } = new URL(cloud);
  const authority = anAuthority('Acme Inspection');
  const front = await startFront(app, authority.issue(hostname), network);
  const proxy = await startProxy(CREDENTIALS);
  proxy.ways[`${hostname}:443`] = front.port;
  const folder = await mkdtemp(join(tmpdir(), 'network-'));
  const files = { ca: join(folder, 'ca.pem'), credentials: join(folder, 'credentials') };
  await writeFile(files.ca, authority.cert);
  await writeFile(files.credentials, `${CREDENTIALS}\n`);
  const options = { proxy: proxy.origin, proxyCredentials: files.credentials, ca: files.ca };
  let leave = useNetwork(await readNetwork(options, {}));

  return {
    ...{ proxy, files, options },

    /** The network as it was at first, and nothing asked for. */
    begin(): void {
      Object.assign(proxy, { behavior: 'lets through', asked: [] });
      front.show(authority.issue(hostname));
    },

    /** Shows a certificate for another name, or of other days from now. */
    shows: (host: string, days?: [number, number]) => front.show(authority.issue(host, days)),

    /** Does something while the network is entered in another way. */
    async entered<Result>(otherwise: NetworkOptions, work: () => Promise<Result>): Promise<Result> {
      const other = await readNetwork(otherwise, {});
      leave();
      leave = useNetwork(other);
      try {
        return await work();
      } finally {
        leave();
        leave = useNetwork(await readNetwork(options, {}));
      }
    },

    async close() {
      leave();
      await proxy.close();
      await front.close();
      await rm(folder, { recursive: true });
    },
  };
}
