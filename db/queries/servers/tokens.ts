import type { EntityManager } from '@mikro-orm/postgresql';
import type { Token } from '../../../domain/server/server.ts';
import { ActivationTokenEntity } from '../../entities/activation-token.ts';

/** The newest token of a server; null before the first. */
export async function latestToken(em: EntityManager, server: string): Promise<Token | null> {
  const row = await em.findOne(ActivationTokenEntity, { server }, { orderBy: { version: 'desc' } });
  return (
    row && {
      version: row.version,
      key: row.key,
      issuedAt: row.issuedAt.getTime(),
      redeemedAt: row.redeemedAt?.getTime() ?? null,
    }
  );
}

/** Which server and version a token was issued for, by its hash; null when it never was. */
export async function findToken(em: EntityManager, hash: string): Promise<{ server: string; version: number } | null> {
  return em.findOne(ActivationTokenEntity, { hash });
}
