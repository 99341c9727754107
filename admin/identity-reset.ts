import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { requireNoProvider } from '../db/queries/identity/providers.ts';
import { CommandError } from './command-error.ts';

/** Lets people into an account by e-mail again that required its provider, and says so. Throws when it requires none. */
export async function resetIdentity(em: EntityManager, account: string, at: Date): Promise<string> {
  const cause = { cause: `identity-reset/${randomUUID()}`, at, by: 'operator' } as const;
  if (!(await requireNoProvider(em, account, cause)))
    throw new CommandError(`${account} is no account that requires a provider: nothing was changed.`);
  return `Done: people sign in for ${account} by e-mail again, beside its provider.`;
}
