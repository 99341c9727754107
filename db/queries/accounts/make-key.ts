import type { EntityManager } from '@mikro-orm/postgresql';
import type { By } from '../../../domain/people/permissions.ts';
import { instant } from '../instants.ts';
import { addApiKey, HASH, keptAs, revocationOf, type NewKey } from './api-keys.ts';
import { accountStream } from './events.ts';

/** Why a key was not made; `revoked` is one that was made by the same request before. */
export type NotMade = 'no-account' | 'revoked' | 'maker-revoked' | 'outlives-maker' | 'ended' | 'too-many';

type Row = { hash: string | null; revoked: boolean; makerIsThere: boolean; makerEndsFirst: boolean; isFull: boolean };

/**
 * Keeps a key of an account, which holds `most` of them, and journals it; answers the hash that it is known by. What is known
 * is not judged again. A key that makes another is held meanwhile: it ends no earlier than what it makes, and once it is
 * revoked it makes none.
 */
export async function makeApiKey(
  em: EntityManager,
  key: NewKey,
  by: By,
  most: number,
): Promise<{ hash: string } | NotMade> {
  const { id, hash, account, expiresAt, createdAt } = key;
  const maker = by.startsWith('key/') ? by.slice('key/'.length) : null;
  return em.transactional(async (tx) => {
    const held = await tx.execute<unknown[]>('select 1 from accounts where id = ? for update', [account]);
    if (held.length === 0) return 'no-account';
    if (maker) await tx.execute('select from api_keys where id::text = ? for share', [maker]);
    const [row] = await tx.execute<[Row]>(
      `select (select ${HASH} from api_keys where id = ?) as hash,
         exists (select from journal where stream = ? and data->>'cause' = ?) as revoked,
         ?::text is null or exists (select from api_keys where id::text = ?) as "makerIsThere",
         exists (select from api_keys where id::text = ? and expires_at < coalesce(?::timestamptz, 'infinity'))
           as "makerEndsFirst",
         (select count(*) from api_keys where account_id is not distinct from ?) >= ? as "isFull"`,
      [
        ...[id, accountStream(account), revocationOf(id), maker, maker],
        ...[maker, instant(expiresAt), keptAs(account), most],
      ],
    );
    if (row.hash !== null) return { hash: row.hash };
    if (row.revoked) return 'revoked';
    if (!row.makerIsThere) return 'maker-revoked';
    if (row.makerEndsFirst) return 'outlives-maker';
    if (expiresAt !== null && expiresAt <= createdAt) return 'ended';
    if (row.isFull) return 'too-many';
    await addApiKey(tx, key, by);
    return { hash };
  });
}
