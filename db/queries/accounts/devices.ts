import type { EntityManager } from '@mikro-orm/postgresql';
import { SIGN_IN_LIMITS } from '../../../domain/people/sign-in-limits.ts';
import { inMs } from '../instants.ts';
import { appendAccountEvent } from './events.ts';
import { accountsOf } from './people.ts';

/** A browser in which somebody signs in; hashes in hexadecimal. */
export type SeenDevice = { person: string; hash: string; userAgent: string; refusalHash: string; at: Date };

/** In SQL, how long its person can say of a device that it was not them. */
const REFUSABLE = `interval '${SIGN_IN_LIMITS.notMeDays} days'`;

/**
 * Notes in which browser somebody signs in; true where it is a new one of somebody who has signed in before, whether or not
 * their browsers of then are known still. Of two that are first at once the later one is new.
 */
export async function seeDevice(em: EntityManager, seen: SeenDevice): Promise<boolean> {
  const { person, hash, userAgent, refusalHash, at } = seen;
  const [row] = await em.execute<{ isNew: boolean; isKnown: boolean }[]>(
    `with before as (select id, signed_in_at from people where id = ? for update),
     first as (update people p set signed_in_at = ? from before where p.id = before.id and before.signed_in_at is null),
     device as (
       insert into devices (person_id, hash, user_agent, refusal_hash, first_at, last_at)
       select id, ?, ?, ?, ?::timestamptz, ?::timestamptz from before
       on conflict (person_id, hash) do update set last_at = excluded.last_at returning (xmax = 0) as is_new)
     select device.is_new as "isNew", before.signed_in_at is not null
       or exists (select from devices o where o.person_id = before.id and o.hash <> ?) as "isKnown" from device, before`,
    [person, at, hash, userAgent, refusalHash, at, at, hash],
  );
  // Who was erased at this moment is told nothing.
  return row !== undefined && row.isNew && row.isKnown;
}

/** What a person was told of: a browser that was new; null where that is long ago, or was refused. */
export async function findRefusable(
  em: EntityManager,
  refusalHash: string,
  now: Date,
): Promise<{ userAgent: string } | null> {
  const [row] = await em.execute<{ userAgent: string }[]>(
    `select user_agent as "userAgent" from devices where refusal_hash = ? and first_at > ?::timestamptz - ${REFUSABLE}`,
    [refusalHash, now],
  );
  return row ?? null;
}

/**
 * Forgets a browser that its person does not know, ends all sessions of the person but the one of a hash, and removes the
 * passkeys that were made since the browser came, each journaled in the person's first account; false where that is long
 * ago, or was done.
 */
export async function refuseDevice(
  em: EntityManager,
  refusalHash: string,
  allBut: string | null,
  now: Date,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const [refused] = await tx.execute<{ person: string; since: number }[]>(
      `delete from devices where refusal_hash = ? and first_at > ?::timestamptz - ${REFUSABLE}
       returning person_id as person, ${inMs('first_at')} as since`,
      [refusalHash, now],
    );
    if (!refused) return false;
    const { person, since } = refused;
    await tx.execute('delete from sessions where person_id = ? and hash is distinct from ?', [person, allBut]);
    const passkeys = await tx.execute<{ id: string }[]>(
      'delete from passkeys where person_id = ? and made_at >= ? returning id',
      [person, new Date(since)],
    );
    const [account] = await accountsOf(tx, person);
    for (const { id } of account ? passkeys : []) {
      const cause = { cause: `passkey-removed/${id}/${now.getTime()}`, at: now };
      await appendAccountEvent(tx, account!.id, cause, { type: 'passkey-removed', person, by: `person/${person}` });
    }
    return true;
  });
}
