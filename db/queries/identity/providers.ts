import type { EntityManager } from '@mikro-orm/postgresql';
import type { ProviderField } from '../../../domain/people/identity-provider.ts';
import type { By } from '../../../domain/people/permissions.ts';
import { appendAccountEvent, type Cause } from '../accounts/events.ts';
import { inMs } from '../instants.ts';

/** An account's provider; `secret` is sealed, instants are epoch milliseconds. */
export type KeptProvider = {
  account: string;
  issuer: string;
  clientId: string;
  secret: string;
  required: boolean;
  provedAt: number | null;
  setAt: number;
};

const COLUMNS = `account_id as account, issuer, client_id as "clientId", secret, required,
  ${inMs('proved_at')} as "provedAt", ${inMs('set_at')} as "setAt"`;

/** The provider of an account; null without. */
export async function findProvider(em: EntityManager, account: string): Promise<KeptProvider | null> {
  const [row] = await em.execute<KeptProvider[]>(`select ${COLUMNS} from identity_providers where account_id = ?`, [
    account,
  ]);
  return row ?? null;
}

/** The provider of the account whose domain that is; null without. */
export async function providerOfDomain(em: EntityManager, domain: string): Promise<KeptProvider | null> {
  const [row] = await em.execute<KeptProvider[]>(
    `select ${COLUMNS} from identity_providers
     where account_id = (select d.account_id from verified_domains d where d.domain = ?)`,
    [domain],
  );
  return row ?? null;
}

/** The domains of an account, in the order of the alphabet. */
export async function domainsOf(em: EntityManager, account: string): Promise<string[]> {
  const rows = await em.execute<{ domain: string }[]>(
    'select domain from verified_domains where account_id = ? order by domain',
    [account],
  );
  return rows.map(({ domain }) => domain);
}

/** What a provider is to be; `secret` null leaves the one that it has. */
export type SetProvider = Pick<KeptProvider, 'issuer' | 'clientId' | 'required'> & { secret: string | null };
/** Who changes it, and what that is known by. */
type Change = Cause & { by: By };

/** Why a provider was not set: a new one has to have a secret; nobody signed in by it yet, so nobody may have to. */
export type NotSet = 'secret-missing' | 'unproven';

/**
 * Sets the provider of an account and journals what is another now. Sessions that began by another issuer or client end; those
 * that began by e-mail do in an account that requires its provider from now on. The same again changes nothing.
 */
export async function setProvider(
  em: EntityManager,
  account: string,
  { issuer, clientId, secret, required }: SetProvider,
  { by, ...cause }: Change,
): Promise<NotSet | null> {
  return em.transactional(async (tx) => {
    await tx.execute('select from accounts where id = ? for update', [account]);
    const known = await findProvider(tx, account);
    const isOther = known?.issuer !== issuer || known.clientId !== clientId;
    if (isOther && secret === null) return 'secret-missing';
    if (required && (isOther || known.provedAt === null)) return 'unproven';
    const fields: ProviderField[] = [
      ...(known?.issuer === issuer ? [] : (['issuer'] as const)),
      ...(known?.clientId === clientId ? [] : (['clientId'] as const)),
      ...(secret === null ? [] : (['clientSecret'] as const)),
      ...((known?.required ?? false) === required ? [] : (['required'] as const)),
    ];
    if (fields.length === 0) return null;
    await tx.execute(
      `insert into identity_providers as known (account_id, issuer, client_id, secret, required, set_at)
       values (?, ?, ?, coalesce(?, ''), ?, ?)
       on conflict (account_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
         secret = coalesce(nullif(excluded.secret, ''), known.secret), required = excluded.required,
         set_at = excluded.set_at, proved_at = case when ? then null else known.proved_at end`,
      [account, issuer, clientId, secret, required, cause.at, isOther],
    );
    if (isOther) await tx.execute('delete from sessions where provider = ?', [account]);
    if (required) await tx.execute('delete from sessions where account_id = ? and provider is null', [account]);
    await appendAccountEvent(tx, account, cause, { type: 'identity-provider-set', issuer, required, fields, by });
    return null;
  });
}

/** Removes the provider of an account with the sessions that began by it, and journals it; false where there is none. */
export async function removeProvider(em: EntityManager, account: string, { by, ...cause }: Change): Promise<boolean> {
  return em.transactional(async (tx) => {
    await tx.execute('select from accounts where id = ? for update', [account]);
    const [removed] = await tx.execute<{ issuer: string }[]>(
      'delete from identity_providers where account_id = ? returning issuer',
      [account],
    );
    if (!removed) return false;
    await tx.execute('delete from sessions where provider = ?', [account]);
    await appendAccountEvent(tx, account, cause, { type: 'identity-provider-removed', issuer: removed.issuer, by });
    return true;
  });
}

/** Has an account require its provider no more, and journals it; false where it does not, or has none. */
export async function requireNoProvider(
  em: EntityManager,
  account: string,
  { by, ...cause }: Change,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    await tx.execute('select from accounts where id = ? for update', [account]);
    const [changed] = await tx.execute<{ issuer: string }[]>(
      'update identity_providers set required = false where account_id = ? and required returning issuer',
      [account],
    );
    if (!changed) return false;
    const about = { issuer: changed.issuer, required: false, fields: ['required'] } as const;
    await appendAccountEvent(tx, account, cause, { type: 'identity-provider-set', ...about, by });
    return true;
  });
}

/** A domain is another account's. */
export class DomainTakenError extends Error {
  readonly domain: string;

  constructor(domain: string) {
    super('The domain is another account’s');
    this.domain = domain;
  }
}

/**
 * Says which domains are an account's, all of them, and journals it. Where it loses some, what its provider said counts no longer:
 * it is asked again of everybody, and of those for whom it may not answer any more nothing is believed. Throws {@link DomainTakenError}, having changed nothing.
 */
export async function setDomains(
  em: EntityManager,
  account: string,
  domains: readonly string[],
  { by, ...cause }: Change,
): Promise<void> {
  const wanted = [...new Set(domains)].sort();
  await em.transactional(async (tx) => {
    await tx.execute('select from accounts where id = ? for update', [account]);
    await tx.execute('select from identity_providers where account_id = ? for update', [account]);
    const known = await domainsOf(tx, account);
    if (JSON.stringify(known) === JSON.stringify(wanted)) return;
    const rows = await tx.execute<{ domain: string }[]>(
      `insert into verified_domains (domain, account_id, verified_at)
       select domain, ?, ? from unnest(?::text[]) domain order by domain on conflict (domain) do nothing returning domain`,
      [account, cause.at, `{${wanted.join()}}`],
    );
    const theirs = [...known, ...rows.map(({ domain }) => domain)];
    const taken = wanted.find((domain) => !theirs.includes(domain));
    if (taken !== undefined) throw new DomainTakenError(taken);
    const gone = known.filter((domain) => !wanted.includes(domain));
    for (const domain of gone) await tx.execute('delete from verified_domains where domain = ?', [domain]);
    if (gone.length > 0)
      await tx.execute('update sessions set provider_until = least(provider_until, ?) where provider = ?', [
        cause.at,
        account,
      ]);
    await appendAccountEvent(tx, account, cause, { type: 'domains-set', domains: wanted, by });
  });
}
