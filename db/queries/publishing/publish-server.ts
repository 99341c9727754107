import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  serverMode,
  serverState,
  type RecordedServerEvent,
  type Server,
  type Token,
} from '../../../domain/server/server.ts';
import { ActivationTokenEntity } from '../../entities/activation-token.ts';
import { ServerEntity } from '../../entities/server.ts';
import { ShareEntity } from '../../entities/share.ts';
import { appendToJournal } from './journal.ts';
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
    const known = await tx.findOne(ServerEntity, server.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!known || known.seq < server.seq) {
      await tx.upsert(ServerEntity, serverRow(server));
      await replaceShares(tx, server);
      if (server.token) await tx.upsert(ActivationTokenEntity, tokenRow(server.id, server.token, hashOf));
    }
    await appendToJournal(tx, `server/${server.id}`, events);
    if (server.offline?.length) await noteUnrecoverable(tx, { server: server.id }, server.lastAt);
  });
}

async function replaceShares(tx: EntityManager, { id, shares }: Server): Promise<void> {
  await tx.nativeDelete(ShareEntity, { server: id });
  await tx.insertMany(
    ShareEntity,
    shares.map(({ order, ...share }) => ({ server: id, orderNumber: order, ...share })),
  );
}

function serverRow(server: Server) {
  const { id, seq, customerId, name, role, registeredAt, token, activation, formerKeys, silentDays } = server;
  return {
    ...{ id, seq, customerId, name, role, formerKeys },
    state: serverState(server),
    mode: serverMode(server),
    offline: server.offline?.length ? server.offline : null,
    registeredAt: new Date(registeredAt),
    silentDays: silentDays ?? null,
    tokenVersion: token?.version ?? null,
    activatedAt: activation ? new Date(activation.activatedAt) : null,
    fingerprint: activation?.fingerprint ?? null,
    version: activation?.version ?? null,
    hostname: activation?.hostname ?? null,
    publicKey: activation?.publicKey ?? null,
  };
}

function tokenRow(server: string, token: Token, hashOf: (token: Token) => string) {
  return {
    server,
    version: token.version,
    key: token.key,
    hash: hashOf(token),
    issuedAt: new Date(token.issuedAt),
    redeemedAt: token.redeemedAt === null ? null : new Date(token.redeemedAt),
  };
}
