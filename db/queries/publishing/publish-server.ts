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

/**
 * Brings the rows of a server to its state and its journal up to date, in one transaction; what is older than the rows
 * changes nothing. `hashOf` answers the hash of a token, which is all that is stored of it.
 */
export async function publishServer(
  em: EntityManager,
  server: Server,
  events: RecordedServerEvent[],
  hashOf: (token: Token) => string,
): Promise<void> {
  await em.transactional(async (tx) => {
    await publish(tx, 'server', serverRows(server, hashOf), events);
    if (server.offline?.length) await noteUnrecoverable(tx, { server: server.id }, server);
  });
}

/** What a server says of itself, as rows; of its tokens the one that it has now. */
export function serverRows(server: Server, hashOf: (token: Token) => string): StreamRows<'server'> {
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
      tokens: token ? [tokenRow(id, token, hashOf)] : [],
    },
  };
}

function tokenRow(server: string, token: Token, hashOf: (token: Token) => string) {
  const { version, key, issuedAt, redeemedAt } = token;
  return {
    ...{ server, version, key },
    hash: hashOf(token),
    issuedAt: instant(issuedAt),
    redeemedAt: instant(redeemedAt),
  };
}
