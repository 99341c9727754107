import type { EntityManager } from '@mikro-orm/postgresql';
import { inMs } from '../instants.ts';

/** A member of an account by their address; null where there is none. */
export async function findMember(
  em: EntityManager,
  account: string,
  email: string,
): Promise<{ person: string } | null> {
  const [row] = await em.execute<{ person: string }[]>(
    `select p.id as person from people p join memberships m on m.person_id = p.id
     where p.email = ? and m.account_id = ? and m.confirmed_at is not null`,
    [email, account],
  );
  return row ?? null;
}

/** What a provider said of who signed in: by whose provider, as whom, until when that counts, and by what it is asked again. */
export type ProviderWord = {
  provider: string;
  subject: string;
  /** Epoch milliseconds. */
  until: number;
  /** Sealed; null where it gave nothing. */
  refresh: string | null;
};

/**
 * Notes of a session what the provider said, and of the provider that it works; false when the session has ended meanwhile, or
 * the provider is no longer the one that was asked, by issuer and client, or the domain is its account's no more: the session is
 * gone then.
 */
export async function noteWord(
  em: EntityManager,
  session: string,
  { provider, subject, until, refresh }: ProviderWord,
  asked: { issuer: string; clientId: string; domain: string },
  now: Date,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const rows = await tx.execute<unknown[]>(
      `update identity_providers set proved_at = coalesce(proved_at, ?)
       where account_id = ? and issuer = ? and client_id = ? returning 1`,
      [now, provider, asked.issuer, asked.clientId],
    );
    // The row of the provider is held: who takes the domain away comes before this, or finds the session.
    const domains = await tx.execute<unknown[]>('select 1 from verified_domains where domain = ? and account_id = ?', [
      asked.domain,
      provider,
    ]);
    if (rows.length === 0 || domains.length === 0) {
      await tx.execute('delete from sessions where id = ?', [session]);
      return false;
    }
    const noted = await tx.execute<unknown[]>(
      `update sessions set provider = ?, provider_subject = ?, provider_until = ?, provider_refresh = ?,
         provider_asked_at = null where id = ? returning 1`,
      [provider, subject, new Date(until), refresh, session],
    );
    return noted.length === 1;
  });
}

/** A session whose provider's word is over, taken by this process to be asked about. */
export type ToAsk = { provider: string; subject: string; email: string; refresh: string | null };

/** Another process that began to ask and did not come back is not waited for longer than this. */
const ASKED_WITHIN = `interval '20 seconds'`;

/** Takes a session to ask its provider; null when it is another's to ask at this moment, or need not be asked. */
export async function takeToAsk(em: EntityManager, session: string, now: Date): Promise<ToAsk | null> {
  const [row] = await em.execute<ToAsk[]>(
    `update sessions s set provider_asked_at = ? from people p
     where s.id = ? and p.id = s.person_id and s.provider is not null and s.provider_until <= ?
       and (s.provider_asked_at is null or s.provider_asked_at < ?::timestamptz - ${ASKED_WITHIN})
     returning s.provider, s.provider_subject as subject, p.email, s.provider_refresh as refresh`,
    [now, session, now, now],
  );
  return row ?? null;
}

/** Until when the provider's word counts for a session, in epoch milliseconds; null when it has ended. */
export async function wordOf(em: EntityManager, session: string): Promise<{ until: number } | null> {
  const [row] = await em.execute<{ until: number }[]>(
    `select ${inMs('provider_until')} as until from sessions where id = ? and provider is not null`,
    [session],
  );
  return row ?? null;
}

/** Lets others ask again about a session that was taken at an instant; one that others have taken since is theirs. */
export async function putBack(em: EntityManager, session: string, takenAt: Date): Promise<void> {
  await em.execute('update sessions set provider_asked_at = null where id = ? and provider_asked_at = ?', [
    session,
    takenAt,
  ]);
}

/** Ends a session, taken at an instant, that the provider stands by no more; false where it has ended, or is others' to ask. */
export async function endByProvider(em: EntityManager, session: string, takenAt: Date): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    'delete from sessions where id = ? and provider is not null and provider_asked_at = ? returning 1',
    [session, takenAt],
  );
  return rows.length === 1;
}
