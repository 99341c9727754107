import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignInRow } from '../../entities/sign-in.ts';
import { takeTurn } from '../turns.ts';
import { RETENTION_DAYS } from '../../../domain/retention.ts';

/** A request to sign in as it is kept; hashes in hexadecimal. */
export type NewSignIn = Omit<SignInRow, 'personId' | 'tries' | 'usedAt'> & { email: string };

/** Links and codes count this long. */
const VALID = `interval '10 minutes'`;
/** What is over is kept this long, for the limit of requests for an address, and no longer. */
const KEPT = `interval '${RETENTION_DAYS.signIns} days'`;
const MAILS_FOR_ONE_ADDRESS = 5;
const TRIES = 5;

/**
 * Keeps a request, for somebody or for nobody: the same statement and the same row for every address. Answers whom to
 * write to: nobody when the address belongs to no account, or was asked for too often in the last ten minutes, by however
 * many at once.
 */
export async function keepSignIn(em: EntityManager, asked: NewSignIn): Promise<string | null> {
  return em.transactional(async (tx) => {
    await takeTurn(tx, `sign-in/${asked.addressHash}`);
    const [row] = await tx.execute<{ person: string | null }[]>(
      `with outdated as (delete from sign_ins where created_at < ?::timestamptz - ${KEPT})
     insert into sign_ins (id, person_id, address_hash, link_hash, code_hash, browser_hash, tries, return_to, created_at)
     values (?, (select p.id from people p where p.email = ?
         and exists (select from memberships m where m.person_id = p.id and m.confirmed_at is not null)
         and (select count(*) from sign_ins s
           where s.address_hash = ? and s.created_at > ?::timestamptz - ${VALID}) < ${MAILS_FOR_ONE_ADDRESS}),
       ?, ?, ?, ?, 0, ?, ?)
     returning person_id as person`,
      [
        ...[asked.createdAt, asked.id, asked.email, asked.addressHash, asked.createdAt],
        ...[asked.addressHash, asked.linkHash, asked.codeHash, asked.browserHash, asked.returnTo, asked.createdAt],
      ],
    );
    return row!.person;
  });
}

/** Whose link it is; null when it was used, is too old, or never was one. */
export async function readLink(em: EntityManager, linkHash: string, now: Date): Promise<{ email: string } | null> {
  const [row] = await em.execute<{ email: string }[]>(
    `select p.email from sign_ins s join people p on p.id = s.person_id
     where s.link_hash = ? and s.used_at is null and s.created_at > ?::timestamptz - ${VALID}`,
    [linkHash, now],
  );
  return row ?? null;
}

/** Who may sign in now, and where to go then. */
export type SignedIn = { person: string; returnTo: string };

const USE = `update sign_ins set used_at = ? where used_at is null and person_id is not null and created_at > ?::timestamptz - ${VALID}`;
const WHOSE = `returning person_id as person, return_to as "returnTo"`;

/** Uses a link, once; null when that cannot be done. */
export async function useLink(em: EntityManager, linkHash: string, now: Date): Promise<SignedIn | null> {
  const [row] = await em.execute<SignedIn[]>(`${USE} and link_hash = ? ${WHOSE}`, [now, now, linkHash]);
  return row ?? null;
}

/** Counts a try of a code by the browser that asked; null when it has none left, or asked for nothing that still counts. */
export async function countTry(
  em: EntityManager,
  browserHash: string,
  now: Date,
): Promise<{ id: string; codeHash: string } | null> {
  const [row] = await em.execute<{ id: string; codeHash: string }[]>(
    `update sign_ins set tries = tries + 1
     where browser_hash = ? and used_at is null and tries < ${TRIES} and created_at > ?::timestamptz - ${VALID}
     returning id, code_hash as "codeHash"`,
    [browserHash, now],
  );
  return row ?? null;
}

/** Uses a code that was found right, once; null when that cannot be done. */
export async function useCode(em: EntityManager, id: string, now: Date): Promise<SignedIn | null> {
  const [row] = await em.execute<SignedIn[]>(`${USE} and id = ? ${WHOSE}`, [now, now, id]);
  return row ?? null;
}
