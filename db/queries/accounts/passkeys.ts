import type { EntityManager } from '@mikro-orm/postgresql';
import { SIGN_IN_LIMITS } from '../../../domain/people/sign-in-limits.ts';
import type { PasskeyRow } from '../../entities/people/passkey.ts';
import { inMs, type Read } from '../instants.ts';
import { takeTurn } from '../turns.ts';
import { appendAccountEvent } from './events.ts';

/** A passkey as its owner sees it. */
export type OwnPasskey = Read<Pick<PasskeyRow, 'id' | 'name' | 'madeAt' | 'lastUsedAt' | 'backedUp'>>;

/** What an answer is judged by. */
export type KnownPasskey = Pick<PasskeyRow, 'id' | 'publicKey' | 'counter' | 'transports'> & { person: string };

/** Whose change it is, in which account of theirs it is journaled. */
type Whose = { person: string; account: string };

/** The passkeys of a person, oldest first. */
export function passkeysOf(em: EntityManager, person: string): Promise<OwnPasskey[]> {
  return em.execute<OwnPasskey[]>(
    `select id, name, backed_up as "backedUp", ${inMs('made_at')} as "madeAt", ${inMs('last_used_at')} as "lastUsedAt"
     from passkeys where person_id = ? order by made_at, id`,
    [person],
  );
}

/** A passkey by its id; null where there is none. */
export async function findPasskey(em: EntityManager, id: string): Promise<KnownPasskey | null> {
  const [row] = await em.execute<KnownPasskey[]>(
    `select id, public_key as "publicKey", counter::float8 as counter, transports, person_id as person from passkeys where id = ?`,
    [id],
  );
  return row ?? null;
}

/** Takes a challenge, once: the write decides, so that of two answers to one the second is refused. */
async function takeChallenge(tx: EntityManager, hash: string, at: Date): Promise<boolean> {
  const taken = await tx.execute<unknown[]>(
    'insert into used_challenges (hash, at) values (?, ?) on conflict do nothing returning 1',
    [hash, at],
  );
  return taken.length === 1;
}

/**
 * Keeps a passkey that somebody made, and journals it; false where the challenge was answered before, where a passkey of
 * that id is there, or where the person has as many as are of use.
 */
export async function addPasskey(
  em: EntityManager,
  { person, account }: Whose,
  made: Omit<PasskeyRow, 'personId' | 'lastUsedAt'>,
  challengeHash: string,
): Promise<boolean> {
  const { id, publicKey, counter, transports, backedUp, name, madeAt } = made;
  return em.transactional(async (tx) => {
    await takeTurn(tx, `passkeys/${person}`);
    if (!(await takeChallenge(tx, challengeHash, madeAt))) return false;
    const added = await tx.execute<unknown[]>(
      `insert into passkeys (id, person_id, public_key, counter, transports, backed_up, name, made_at)
       select ?, ?::uuid, ?, ?, array(select jsonb_array_elements_text(?::jsonb)), ?, ?, ?
       where (select count(*) from passkeys where person_id = ?) < ${SIGN_IN_LIMITS.passkeysOfOnePerson}
       on conflict do nothing returning 1`,
      [id, person, publicKey, counter, JSON.stringify(transports), backedUp, name, madeAt, person],
    );
    if (added.length === 0) return false;
    const cause = { cause: `passkey/${challengeHash}`, at: madeAt };
    await appendAccountEvent(tx, account, cause, { type: 'passkey-added', person, by: `person/${person}` });
    return true;
  });
}

/** What a passkey said when it was used. */
export type Use = { counter: number; backedUp: boolean; challengeHash: string; at: Date };

/**
 * Notes that a passkey was used, and journals it in its person's account; false where the challenge was answered before,
 * where its counter went back, as a copy's does, or where it was removed meanwhile.
 */
export async function usePasskey(
  em: EntityManager,
  id: string,
  { person, account }: Whose,
  { counter, backedUp, challengeHash, at }: Use,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    if (!(await takeChallenge(tx, challengeHash, at))) return false;
    const used = await tx.execute<unknown[]>(
      `update passkeys set counter = ?, backed_up = ?, last_used_at = ?
       where id = ? and person_id = ? and (counter < ? or (counter = 0 and ? = 0)) returning 1`,
      [counter, backedUp, at, id, person, counter, counter],
    );
    if (used.length === 0) return false;
    const cause = { cause: `passkey/${challengeHash}`, at };
    await appendAccountEvent(tx, account, cause, { type: 'passkey-used', person, by: `person/${person}` });
    return true;
  });
}

/** Removes a passkey of a person and journals it; what it was called, null where there was none of that id. */
export async function removePasskey(
  em: EntityManager,
  { person, account }: Whose,
  id: string,
  at: Date,
): Promise<string | null> {
  return em.transactional(async (tx) => {
    const [removed] = await tx.execute<{ name: string }[]>(
      'delete from passkeys where id = ? and person_id = ? returning name',
      [id, person],
    );
    if (!removed) return null;
    const cause = { cause: `passkey-removed/${id}/${at.getTime()}`, at };
    await appendAccountEvent(tx, account, cause, { type: 'passkey-removed', person, by: `person/${person}` });
    return removed.name;
  });
}
