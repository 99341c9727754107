import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MembershipEntity } from '../../../db/entities/people/membership.ts';
import { PersonEntity } from '../../../db/entities/people/person.ts';
import { SessionEntity } from '../../../db/entities/people/session.ts';
import type { Role } from '../../../domain/people/permissions.ts';
import { cookieName, SESSION_COOKIE } from '../../../portal/session/cookies.ts';
import { hashOfSecret } from '../../../secrets/sign-in.ts';

/**
 * Makes somebody a member of an account and signs them in: the `cookie` header of their browser. `now` is told where it is
 * another time than here.
 */
export async function signInAs(
  em: EntityManager,
  account: string,
  {
    role = 'administrator',
    publicUrl = 'https://licensing.example',
    now = new Date(),
  }: { role?: Role; publicUrl?: string; now?: Date } = {},
): Promise<{ person: string; email: string; cookie: string }> {
  const id = randomUUID();
  const email = `${id}@people.example`;
  const value = randomUUID();
  await em.insert(PersonEntity, { id, email, name: null, createdAt: now });
  const membership = { personId: id, accountId: account, role, source: 'operator' };
  await em.insert(MembershipEntity, { ...membership, createdAt: now, confirmedAt: now });
  const session = {
    id: randomUUID(),
    hash: hashOfSecret(value),
    personId: id,
    accountId: account,
    userAgent: 'a test',
  };
  await em.insert(SessionEntity, { ...session, createdAt: now, lastSeenAt: now });
  return { person: id, email, cookie: `${cookieName(publicUrl, SESSION_COOKIE)}=${value}` };
}
