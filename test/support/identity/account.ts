import type { EntityManager } from '@mikro-orm/postgresql';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { PersonEntity } from '../../../db/entities/people/person.ts';
import { signInAs } from '../api/people.ts';

/** Makes a customer with one member of an address; answers the person. */
export async function accountWith(em: EntityManager, id: string, email: string): Promise<string> {
  const about = { kind: 'customer', name: id, email: `it@${id}.example`, timeZone: 'UTC', locale: 'en' } as const;
  await em.insert(AccountEntity, { id, ...about, createdAt: new Date() });
  const { person } = await signInAs(em, id);
  await em.nativeUpdate(PersonEntity, { id: person }, { email });
  return person;
}
