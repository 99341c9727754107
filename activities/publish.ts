import type { MikroORM } from '@mikro-orm/postgresql';
import { noteSilence } from '../db/queries/check-ins/contacts.ts';
import { publishOrder } from '../db/queries/publishing/publish-order.ts';
import { publishServer } from '../db/queries/publishing/publish-server.ts';
import { keptOfToken, tokenOf } from '../secrets/activation-token.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import type { Activities } from '../temporal/contract.ts';

/** The activities that write the projection and journals. */
export function createPublishing(deps: {
  orm: MikroORM;
  secretKeys: readonly NamedKey[];
}): Pick<Activities, 'noteSilence' | 'publishOrder' | 'publishServer'> {
  return {
    publishOrder: ({ order, events }) => publishOrder(deps.orm.em.fork(), order, events),
    noteSilence: ({ server, ...look }) => noteSilence(deps.orm.em.fork(), server, look),
    publishServer: ({ server, events }) =>
      publishServer(deps.orm.em.fork(), server, events, (token) =>
        keptOfToken(tokenOf(deps.secretKeys, server.id, token)),
      ),
  };
}
