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

/** Which server and version a token was issued for, and whether a newer one is known; by its hash, null when it never was. */
export async function findToken(
  em: EntityManager,
  hash: string,
): Promise<{ server: string; version: number; isReplaced: boolean } | null> {
  const [row] = await em.execute<{ server: string; version: number; isReplaced: boolean }[]>(
    `select t.server, t.version, exists (select from activation_tokens newer
       where newer.server = t.server and newer.version > t.version) as "isReplaced"
     from activation_tokens t where t.hash = ?`,
    [hash],
  );
  return row ?? null;
}
