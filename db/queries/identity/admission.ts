import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * In SQL, whether whoever signed in by the provider of the account `provider` (null for by e-mail) is let into `account`: it
 * requires none, or one that is the same by issuer and client.
 */
export const isAdmitted = (provider: string, account: string) => `not exists (
  select from identity_providers theirs where theirs.account_id = ${account} and theirs.required and not exists (
    select from identity_providers own where own.account_id = ${provider}
      and own.issuer = theirs.issuer and own.client_id = theirs.client_id))`;

/** Whether a session is let into an account that its person belongs to. */
export async function sessionIsAdmitted(em: EntityManager, session: string, account: string): Promise<boolean> {
  const [row] = await em.execute<{ admitted: boolean }[]>(
    `select ${isAdmitted('s.provider', '?::text')} as admitted from sessions s where s.id = ?`,
    [account, session],
  );
  return row?.admitted ?? false;
}

/** Which of accounts let nobody in by e-mail. */
export async function requiringProviders(em: EntityManager, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ account: string }[]>(
    'select account_id as account from identity_providers where required and account_id = any(?::text[])',
    [`{${accounts.map((id) => JSON.stringify(id)).join()}}`],
  );
  return new Set(rows.map(({ account }) => account));
}
