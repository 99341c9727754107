import type { MikroORM } from '@mikro-orm/postgresql';
import { noteSilence } from '../db/queries/servers/contacts.ts';
import { publishOrder } from '../db/queries/publishing/publish-order.ts';
import { publishServer } from '../db/queries/publishing/publish-server.ts';
import type { Token } from '../domain/server/server.ts';
import { activationToken, hashOfToken } from '../secrets/activation-token.ts';
import { keyNamed, type NamedKey } from '../secrets/named-keys.ts';
import type { Activities } from '../temporal/contract.ts';

/** How the hash of a server's token is computed; fails when the key it is derived with is missing. */
export function hashing(secretKeys: readonly NamedKey[]): (server: string) => (token: Token) => string {
  return (server) => (token) => {
    const key = keyNamed(secretKeys, token.key);
    if (!key)
      throw new Error(`SECRET_KEYS lacks the key ${token.key}, which tokens in use are derived with: add it back`);
    return hashOfToken(activationToken(key, server, token.version));
  };
}

/** The activities that write the projection and journals. */
export function createPublishing(deps: {
  orm: MikroORM;
  secretKeys: readonly NamedKey[];
}): Pick<Activities, 'noteSilence' | 'publishOrder' | 'publishServer'> {
  const hashOf = hashing(deps.secretKeys);
  return {
    publishOrder: ({ order, events }) => publishOrder(deps.orm.em.fork(), order, events),
    noteSilence: ({ server, ...look }) => noteSilence(deps.orm.em.fork(), server, look),
    publishServer: ({ server, events }) => publishServer(deps.orm.em.fork(), server, events, hashOf(server.id)),
  };
}
