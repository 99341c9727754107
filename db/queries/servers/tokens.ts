import type { EntityManager } from '@mikro-orm/postgresql';
import type { Token } from '../../../domain/server/server.ts';
import { inMs } from '../instants.ts';
import { ActivationTokenEntity } from '../../entities/servers/activation-token.ts';

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

/** A server that waits for its token to be pasted, with that token. */
export type WaitingToken = { id: string; name: string; registeredAt: number } & Omit<Token, 'redeemedAt'>;

/** The servers of a customer that wait for their tokens, last registered first, from a position on. */
export function waitingTokens(
  em: EntityManager,
  customer: string,
  limit: number,
  after: { registeredAt: number; id: string } | null,
): Promise<WaitingToken[]> {
  return em.execute<WaitingToken[]>(
    `select v.id, v.name, ${inMs('v.registered_at')} as "registeredAt", t.version, t.key, ${inMs('t.issued_at')} as "issuedAt"
     from servers v cross join lateral (
       select version, key, issued_at from activation_tokens where server = v.id order by version desc limit 1) t
     where v.customer_id = ? and v.state = 'waiting' ${after ? 'and (v.registered_at, v.id) < (?, ?)' : ''}
     order by v.registered_at desc, v.id desc limit ?`,
    [customer, ...(after ? [new Date(after.registeredAt), after.id] : []), limit],
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
