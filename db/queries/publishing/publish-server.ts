import type { EntityManager } from '@mikro-orm/postgresql';
import {
  serverMode,
  serverState,
  type RecordedServerEvent,
  type Server,
  type Token,
} from '../../../domain/server/server.ts';
import { instant } from '../instants.ts';
import { publish } from './publish.ts';
import type { StreamRows } from './streams.ts';
import { noteUnrecoverable } from './unrecoverable.ts';

/** What of a token is stored: its hash, and the group that people find its server by. */
type KeptOf = (token: Token) => { hash: string; firstGroup: string };

/**
 * Brings the rows of a server to its state and its journal up to date, in one transaction; what is older than the rows
 * changes nothing. `keptOf` answers all that is stored of a token.
 */
export async function publishServer(
  em: EntityManager,
  server: Server,
  events: RecordedServerEvent[],
  keptOf: KeptOf,
): Promise<void> {
  await em.transactional(async (tx) => {
    await publish(tx, 'server', serverRows(server, keptOf), events);
    if (server.offline?.length) await noteUnrecoverable(tx, { server: server.id }, server);
  });
}

/** What a server says of itself, as rows; of its tokens the one that it has now. */
export function serverRows(server: Server, keptOf: KeptOf): StreamRows<'server'> {
  const { id, seq, customerId, name, role, registeredAt, token, activation, formerKeys, silentDays } = server;
  return {
    parent: {
      ...{ id, seq, customerId, name, role, formerKeys },
      state: serverState(server),
      mode: serverMode(server),
      standbyFor: server.standbyFor ?? null,
      testUnits: server.testUnits ?? null,
      offline: server.offline?.length ? server.offline : null,
      registeredAt: instant(registeredAt),
      silentDays: silentDays ?? null,
      tokenVersion: token?.version ?? null,
      activatedAt: instant(activation?.activatedAt ?? null),
      fingerprint: activation?.fingerprint ?? null,
      version: activation?.version ?? null,
      hostname: activation?.hostname ?? null,
      publicKey: activation?.publicKey ?? null,
    },
    children: {
      shares: server.shares.map(({ order, ...share }) => ({ server: id, orderNumber: order, ...share })),
      tokens: token ? [tokenRow(id, token, keptOf)] : [],
    },
  };
}

/** A token as it is stored. */
export function tokenRow(server: string, token: Token, keptOf: KeptOf) {
  const { version, key, issuedAt, redeemedAt } = token;
  return {
    ...{ server, version, key },
    ...keptOf(token),
    issuedAt: instant(issuedAt),
    redeemedAt: instant(redeemedAt),
  };
}
