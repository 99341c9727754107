import type { EntityManager } from '@mikro-orm/postgresql';
import { findSubject, heldOf } from '../db/queries/retention/person.ts';
import { CommandError } from './command-error.ts';

/** Everything that is kept of somebody, as JSON; by an address, or by the id of a person. Throws when nobody has the id. */
export async function exportPerson(em: EntityManager, named: string): Promise<string> {
  const subject = await findSubject(em, named);
  if (!subject) throw new CommandError(`There is nobody ${named}: name an e-mail address, or the id of a person.`);
  return JSON.stringify({ ...subject, ...(await heldOf(em, subject)) }, null, 2);
}
