import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AccountEntity } from '../db/entities/account.ts';
import { addApiKey, listApiKeys, revokeApiKey } from '../db/queries/accounts/api-keys.ts';
import { addMembers } from '../db/queries/accounts/people.ts';
import { ROLES, VENDOR } from '../domain/permissions.ts';
import { hashOfApiKey } from '../secrets/api-key.ts';
import { tableOfKeys } from './table-of-keys.ts';

/** A command that was not carried out; the message says why, to the operator. */
export class CommandError extends Error {}

const USAGE = `Use one of:
  keys:api <account> [name]              makes a key of the API for an account, and prints it once
  keys:list [account]                    says which keys there are, of whom, made when and last used when
  keys:revoke <id>                       takes a key out, by the id that keys:list says; it stops at once
  people:invite <account> <email> [role] lets somebody sign in for an account; the vendor's is "${VENDOR}"
                                         role: ${ROLES.join(' or ')}, else administrator`;

const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

/**
 * Does what an operator asks for beside the API, and answers what is to be said. It needs the database, and no key.
 * Throws a `CommandError` for a command that there is not, and for an account or a key that is not there.
 */
export async function runCommand(
  em: EntityManager,
  [command, first = '', second = '', third = 'administrator']: readonly string[],
  bootstrapApiKey: string | null,
): Promise<string> {
  const role = ROLES.find((one) => one === third);
  if (command === 'keys:list') return listKeys(em, first);
  if (command === 'keys:revoke' && first) return revokeKey(em, first, bootstrapApiKey);
  if (command === 'keys:api' && first && (second === '' || NAME.test(second)))
    return makeKey(em, first, second || null);
  if (command === 'people:invite' && second.includes('@') && role) return invite(em, first, second, role);
  throw new CommandError(USAGE);
}

async function makeKey(em: EntityManager, account: string, name: string | null): Promise<string> {
  await requireAccount(em, account);
  const key = `ck_${randomBytes(24).toString('base64url')}`;
  const accountId = account === VENDOR ? null : account;
  const about = { id: randomUUID(), accountId, name, createdAt: new Date() };
  await addApiKey(em, { ...about, hash: hashOfApiKey(key) }, 'operator');
  return key;
}

async function listKeys(em: EntityManager, account: string): Promise<string> {
  if (account !== '') await requireAccount(em, account);
  const keys = await listApiKeys(em, account || null);
  return keys.length > 0 ? tableOfKeys(keys) : 'There are no keys.';
}

async function revokeKey(em: EntityManager, id: string, bootstrapApiKey: string | null): Promise<string> {
  const hash = await revokeApiKey(em, id, new Date(), 'operator');
  if (hash === null) throw new CommandError(`There is no key ${id}. keys:list says which there are.`);
  const done = 'Done: the key is not accepted any more.';
  if (!bootstrapApiKey || hashOfApiKey(bootstrapApiKey) !== hash) return done;
  return `${done}\nBOOTSTRAP_API_KEY names it: take it out of there too, or the next start of an api accepts it again.`;
}

async function invite(
  em: EntityManager,
  account: string,
  email: string,
  role: (typeof ROLES)[number],
): Promise<string> {
  await requireAccount(em, account);
  const about = { by: 'operator', cause: `command/${randomUUID()}`, createdAt: new Date() } as const;
  const member = { ...about, account, email, role, confirmed: true };
  const added = await addMembers(em, [member]);
  return added.length > 0 ? 'Done: they can sign in now.' : 'They belong to the account already.';
}

async function requireAccount(em: EntityManager, account: string): Promise<void> {
  if (!(await em.findOne(AccountEntity, account))) throw new CommandError(`There is no account ${account}.`);
}
