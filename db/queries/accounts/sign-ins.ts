import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignInRow } from '../../entities/people/sign-in.ts';
import { takeTurn } from '../turns.ts';
import { RETENTION_DAYS } from '../../../domain/retention.ts';
import { SIGN_IN_LIMITS } from '../../../domain/people/sign-in-limits.ts';

/** A request to sign in as it is kept; hashes in hexadecimal. */
export type NewSignIn = Omit<SignInRow, 'personId' | 'tries' | 'usedAt'> & { email: string };

/** Links and codes count this long. */
const VALID = `interval '${SIGN_IN_LIMITS.linkMinutes} minutes'`;
/** What is over is kept this long, for the limit of requests for an address, and no longer. */
const KEPT = `interval '${RETENTION_DAYS.signIns} days'`;

/** An asker that has signed in before is named so, and its limits are its own. */
export const KNOWN_BROWSER = 'browser/';
const IS_KNOWN = `like '${KNOWN_BROWSER}%'`;

/**
 * Keeps a request, for somebody or for nobody: the same statement and the same row for every address. Answers whom to
 * write to: nobody when the address belongs to no account, or was asked for too often. What one asker asks for too often
 * leaves no row, so that nobody makes this table grow; however many ask at once, they are counted in turn.
 */
export async function keepSignIn(em: EntityManager, asked: NewSignIn): Promise<string | null> {
  return em.transactional(async (tx) => {
    await takeTurn(tx, `sign-in/${asked.addressHash}`);
    const [row] = await tx.execute<{ person: string | null }[]>(
      `with asked as (select ?::timestamptz as at, ?::text as address, ?::text as asker),
     outdated as (delete from sign_ins where created_at < ?::timestamptz - ${KEPT}),
     before as (select
         count(*) filter (where s.asker = asked.asker) as here,
         count(*) filter (where s.asker not ${IS_KNOWN} and s.person_id is not null) as strangers
       from asked, sign_ins s where s.address_hash = asked.address and s.created_at > asked.at - ${VALID}),
     addressee as (select p.id from people p where p.email = ?
       and exists (select from memberships m where m.person_id = p.id and m.confirmed_at is not null))
     insert into sign_ins (id, person_id, address_hash, link_hash, code_hash, browser_hash, asker, tries, return_to, created_at)
     select ?, case when asked.asker ${IS_KNOWN} or before.strangers < ${SIGN_IN_LIMITS.mailsOfStrangers}
         then (select id from addressee) end,
       asked.address, ?, ?, ?, asked.asker, 0, ?, asked.at
     from asked, before where before.here < ${SIGN_IN_LIMITS.mailsOfOneAsker}
       and (select count(*) from sign_ins s where s.asker = asked.asker) < ${SIGN_IN_LIMITS.requestsOfOneAskerADay}
     returning person_id as person`,
      [
        ...[asked.createdAt, asked.addressHash, asked.asker, asked.createdAt, asked.email],
        ...[asked.id, asked.linkHash, asked.codeHash, asked.browserHash, asked.returnTo],
      ],
    );
    return row?.person ?? null;
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
export type SignedIn = { person: string; email: string; returnTo: string };

const USE = `update sign_ins set used_at = ? where used_at is null and person_id is not null and created_at > ?::timestamptz - ${VALID}`;
const WHOSE = `returning person_id as person, return_to as "returnTo",
  (select p.email from people p where p.id = person_id) as email`;

/** Uses a link, once; null when that cannot be done. */
export async function useLink(em: EntityManager, linkHash: string, now: Date): Promise<SignedIn | null> {
  const [row] = await em.execute<SignedIn[]>(`${USE} and link_hash = ? ${WHOSE}`, [now, now, linkHash]);
  return row ?? null;
}

/** A try that counts: `failures` are those for its address today, this one with them, and `person` whose address it is. */
export type Tried = { id: string; codeHash: string; addressHash: string; person: string | null; failures: number };

const FAILURES = `(select coalesce(sum(o.tries), 0)::int from sign_ins o
  where o.address_hash = s.address_hash and o.used_at is null and o.asker not ${IS_KNOWN})`;

/**
 * Counts a try of a code by the browser that asked; null when it has none left, asked for nothing that still counts, or
 * too many failed for this address today.
 */
export async function countTry(em: EntityManager, browserHash: string, now: Date): Promise<Tried | null> {
  const [row] = await em.execute<Tried[]>(
    `update sign_ins s set tries = tries + 1
     where browser_hash = ? and used_at is null and tries < ${SIGN_IN_LIMITS.triesOfACode} and created_at > ?::timestamptz - ${VALID}
       and (s.asker ${IS_KNOWN} or ${FAILURES} < ${SIGN_IN_LIMITS.wrongCodesADay})
     returning id, code_hash as "codeHash", address_hash as "addressHash", person_id as person, ${FAILURES} + 1 as failures`,
    [browserHash, now],
  );
  return row ?? null;
}

/** Where somebody is written to, in which language and in which time zone. */
export type Addressee = { email: string; locale: string; timeZone: string | null };

/** Where somebody is written to: in the language of the account they have most to do in. */
export async function addresseeOf(em: EntityManager, person: string): Promise<Addressee | null> {
  const [row] = await em.execute<Addressee[]>(
    `select p.email, a.locale, coalesce(p.time_zone, a.time_zone) as "timeZone" from people p join memberships m on m.person_id = p.id join accounts a on a.id = m.account_id
     where p.id = ? and m.confirmed_at is not null order by a.created_at limit 1`,
    [person],
  );
  return row ?? null;
}

/** Uses a code that was found right, once; null when that cannot be done. */
export async function useCode(em: EntityManager, id: string, now: Date): Promise<SignedIn | null> {
  const [row] = await em.execute<SignedIn[]>(`${USE} and id = ? ${WHOSE}`, [now, now, id]);
  return row ?? null;
}
