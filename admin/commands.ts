import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AccountEntity } from '../db/entities/people/account.ts';
import { addApiKey, listApiKeys, revokeApiKey } from '../db/queries/accounts/api-keys.ts';
import { addMembers } from '../db/queries/accounts/people.ts';
import type { Role } from '../domain/people/permissions.ts';
import type { Scopes } from '../domain/people/scopes.ts';
import { hashOfApiKey } from '../secrets/api-key.ts';
import { CommandError } from './command-error.ts';
import { tableOfKeys } from './table-of-keys.ts';

/** What a key is to be limited to, and when it is to end, in epoch milliseconds; without either it may all that its account may, for good. */
export type KeyLimits = { scopes?: Scopes; expires?: number };

/** Makes a key of the API for an account, and answers it: it is kept nowhere. Throws when there is no such account. */
export async function makeKey(
  em: EntityManager,
  account: string,
  name: string | null,
  { scopes = null, expires }: KeyLimits = {},
): Promise<string> {
  await requireAccount(em, account);
  const createdAt = Date.now();
  if (expires !== undefined && expires <= createdAt) throw new CommandError('A key ends in the future.');
  const key = `ck_${randomBytes(24).toString('base64url')}`;
  const about = { id: randomUUID(), account, name, scopes, expiresAt: expires ?? null, createdAt };
  await addApiKey(em, { ...about, hash: hashOfApiKey(key) }, 'operator');
  return key;
}

/** Which keys there are, of one account or of all. Throws when there is no such account. */
export async function listKeys(em: EntityManager, account: string): Promise<string> {
  if (account !== '') await requireAccount(em, account);
  const keys = await listApiKeys(em, account || null);
  return keys.length > 0 ? tableOfKeys(keys) : 'There are no keys.';
}

/** Takes a key out, and answers what is to be said about it. Throws when there is none of this id. */
export async function revokeKey(em: EntityManager, id: string, bootstrapApiKey: string | null): Promise<string> {
  const hash = await revokeApiKey(em, { account: null, id }, new Date(), 'operator');
  if (hash === null) throw new CommandError(`There is no key ${id}. keys:list says which there are.`);
  const done = 'Done: the key is not accepted any more.';
  if (!bootstrapApiKey || hashOfApiKey(bootstrapApiKey) !== hash) return done;
  return `${done}\nBOOTSTRAP_API_KEY names it: take it out of there too, or the next start of an api accepts it again.`;
}

/** Lets somebody sign in for an account, and answers whether that is new. Throws when there is no such account. */
export async function invite(em: EntityManager, account: string, email: string, role: Role): Promise<string> {
  await requireAccount(em, account);
  const about = { by: 'operator', cause: `command/${randomUUID()}`, createdAt: new Date() } as const;
  const member = { ...about, account, email, role, confirmed: true };
  const added = await addMembers(em, [member]);
  return added.length > 0 ? 'Done: they can sign in now.' : 'They belong to the account already.';
}

async function requireAccount(em: EntityManager, account: string): Promise<void> {
  if (!(await em.findOne(AccountEntity, account))) throw new CommandError(`There is no account ${account}.`);
}
