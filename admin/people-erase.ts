import type { EntityManager } from '@mikro-orm/postgresql';
import { eraseSubject, findSubject } from '../db/queries/retention/person.ts';
import { CommandError } from './command-error.ts';

/**
 * Erases what names somebody, by an address or by the id of a person, and says what; again is no error, and finishes one that
 * was cut short. Throws when nobody has the id.
 */
export async function erasePerson(em: EntityManager, named: string): Promise<string> {
  const subject = await findSubject(em, named);
  if (!subject) throw new CommandError(`There is nobody ${named}: name an e-mail address, or the id of a person.`);
  const { erased, waiting } = await eraseSubject(em, subject);
  const done = Object.entries(erased).filter(([, rows]) => rows > 0);
  return [
    done.length === 0
      ? 'Nothing was left to erase.'
      : `Erased: ${done.map(([kind, rows]) => `${kind} ${rows}`).join(', ')}.`,
    ...(erased.accounts
      ? ['Accounts had this address and get no e-mails now: give them another one (PUT /v1/accounts/{id}).']
      : []),
    ...(waiting > 0 ? [`E-mails to this address are still to be sent: ${waiting}. Repeat this once they are.`] : []),
  ].join('\n');
}
