import { Resolver } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublic, literalOf } from './addresses.ts';
import type { PrivateTargets } from './target.ts';

/** Every address that a name has. */
export type Resolve = (name: string) => Promise<string[]>;

const RESOLVED_WITHIN_MS = 3_000;
const CONNECTED_WITHIN_MS = 5_000;

/** Nothing was connected to, as none of the addresses is allowed. */
export class AddressRefusedError extends Error {
  readonly code = 'ADDRESS_NOT_PUBLIC';
}

/**
 * Asks name servers without a thread of Node's pool, which a name server that does not answer would keep from everything
 * else in the process.
 */
export function createResolve(): Resolve {
  const resolver = new Resolver({ timeout: RESOLVED_WITHIN_MS, tries: 1 });
  return async (name) => {
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return addresses;
    throw (answers[0] as PromiseRejectedResult).reason;
  };
}

/**
 * Connects to addresses of the internet alone, and to the private ones that are named. What counts is the address that is
 * connected to: one that stands in the URL is never looked up, and a name may answer other addresses each time it is asked.
 */
export function createConnector(privateTargets: PrivateTargets, resolve: Resolve): buildConnector.connector {
  const connectorTo = (lookup?: LookupFunction) =>
    buildConnector({ ...(lookup && { lookup }), allowH2: false, timeout: CONNECTED_WITHIN_MS });
  const named = connectorTo();
  const anywherePublic = connectorTo(publicLookup(resolve));
  return (options, callback) => {
    const { hostname } = options;
    if (privateTargets.has(hostname)) return named(options, callback);
    const literal = literalOf(hostname);
    if (literal !== null && !isPublic(literal)) return callback(new AddressRefusedError(), null);
    return anywherePublic(options, callback);
  };
}

/** What Node asks for a name: those of its addresses that are public, or a refusal where none is. */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (name, { all }, callback) => {
    resolve(name).then(
      (addresses) => {
        const found = addresses.filter(isPublic).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
        const [first] = found;
        if (!first) callback(new AddressRefusedError(), '', 0);
        else if (all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
