import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Whether a session is let into an account of its person. `required`: no, as it takes the account's own provider. `unproved`: not
 * yet, as its person signed in by the provider of another account, whose administrators choose what that says, and has not
 * proved since by their mailbox or a passkey that it is them.
 */
export type Admission = 'admitted' | 'required' | 'unproved';

/**
 * In SQL, the {@link Admission} of the session `s` to `account`: the provider of an account speaks for that one, and for others
 * whose provider is the same by issuer and client.
 */
const admission = (account: string) => `case
  when s.provider = ${account} or exists (
    select from identity_providers own join identity_providers theirs using (issuer, client_id)
    where own.account_id = s.provider and theirs.account_id = ${account}) then 'admitted'
  when exists (select from identity_providers where account_id = ${account} and required) then 'required'
  when s.provider is null or s.proved_at is not null then 'admitted'
  else 'unproved' end`;

/** In SQL, whether the session `s` is let into `account`. */
export const isAdmitted = (account: string) => `${admission(account)} = 'admitted'`;

/** How a session stands to an account that its person belongs to; `required` where it has ended. */
export async function admissionOf(em: EntityManager, session: string, account: string): Promise<Admission> {
  const [row] = await em.execute<{ admission: Admission }[]>(
    `select ${admission('asked.account')} as admission from sessions s, (select ?::text as account) asked where s.id = ?`,
    [account, session],
  );
  return row?.admission ?? 'required';
}

/** Which of accounts let nobody in by e-mail. */
export async function requiringProviders(em: EntityManager, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ account: string }[]>(
    'select account_id as account from identity_providers where required and account_id = any(?::text[])',
    [`{${accounts.map((id) => JSON.stringify(id)).join()}}`],
  );
  return new Set(rows.map(({ account }) => account));
}
