import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { asciiAddress } from '../../../domain/people/email-address.ts';
import type { AccountKind, By, Role } from '../../../domain/people/permissions.ts';
import type { Membership } from '../../entities/people/membership.ts';
import type { Person } from '../../entities/people/person.ts';
import { inMs, type Read } from '../instants.ts';
import { IS_ADMINISTRATOR } from './administrators.ts';
import { appendAccountEvent, type Cause } from './events.ts';

/** A member of an account, or who is proposed as one. */
export type Member = Read<Pick<Person, 'id' | 'email' | 'name'>> &
  Read<Pick<Membership, 'role' | 'source' | 'confirmedAt'>> & { lastSeenAt: number | null };

/** Addresses differ in case for nobody, nor by how a domain is written. */
export function normalEmail(email: string): string {
  return asciiAddress(email.trim()).toLowerCase();
}

/** Everybody of an account, those to confirm first, then by address. */
export function membersOf(em: EntityManager, account: string): Promise<Member[]> {
  return em.execute<Member[]>(
    `select p.id, p.email, p.name, m.role, m.source, ${inMs('m.confirmed_at')} as "confirmedAt",
       (select max(${inMs('s.last_seen_at')}) from sessions s
        where s.person_id = p.id and s.account_id = m.account_id) as "lastSeenAt"
     from memberships m join people p on p.id = m.person_id
     where m.account_id = ? order by m.confirmed_at is not null, p.email`,
    [account],
  );
}

/** Accounts that a person belongs to, those with most to do first: vendor, distributor, reseller, customer, then by name. */
export function accountsOf(
  em: EntityManager,
  person: string,
): Promise<{ id: string; name: string; kind: AccountKind; role: Role }[]> {
  return em.execute(
    `select a.id, a.name, a.kind, m.role from memberships m join accounts a on a.id = m.account_id
     where m.person_id = ? and m.confirmed_at is not null
     order by array_position(array['vendor', 'distributor', 'reseller', 'customer'], a.kind), a.name, a.id`,
    [person],
  );
}

type NewMember = {
  account: string;
  email: string;
  name?: string | null;
  role: Role;
  by: By;
  /** The order that names them; absent where somebody invites. */
  order?: string;
  createdAt: Date;
  confirmed: boolean;
  /** What each of them is invited by; see {@link Cause}. */
  cause: string;
};

/**
 * Makes people members of accounts, or proposes them; who is one already stays what they are, but a confirmed addition
 * confirms a proposal. Journals `person-invited`, and answers the persons who became members or proposals by this.
 */
export async function addMembers(em: EntityManager, members: readonly NewMember[]): Promise<string[]> {
  // In one order for everybody, so that two orders never wait for each other.
  const sorted = [...members].sort((a, b) => (normalEmail(a.email) < normalEmail(b.email) ? -1 : 1));
  return em.transactional(async (tx) => {
    const added: { member: NewMember; person: string }[] = [];
    for (const member of sorted) added.push(...(await addMember(tx, member)).map(({ person }) => ({ member, person })));
    // For the same reason: an event locks its account.
    for (const { member, person } of added.toSorted((a, b) => (a.member.account < b.member.account ? -1 : 1))) {
      const { account, role, by, order, createdAt, cause } = member;
      const event = { type: 'person-invited', person, role, by, ...(order !== undefined && { order }) } as const;
      await appendAccountEvent(tx, account, { cause: `${cause}/${person}`, at: createdAt }, event);
    }
    return added.map(({ person }) => person);
  });
}

async function addMember(tx: EntityManager, member: NewMember): Promise<{ person: string }[]> {
  const { account, email, name = null, role, by, order, createdAt, confirmed } = member;
  const source = order === undefined ? by : `order/${order}`;
  return tx.execute<{ person: string }[]>(
    `with new as (insert into people (id, email, name, created_at) values (?, ?, ?, ?) on conflict (email) do update set email = excluded.email returning id)
     insert into memberships as known (person_id, account_id, role, source, created_at, confirmed_at)
     select id, ?, ?, ?, ?, ? from new
     on conflict (person_id, account_id) do update
       set role = excluded.role, source = excluded.source, confirmed_at = excluded.confirmed_at
       where known.confirmed_at is null and excluded.confirmed_at is not null
     returning person_id as person`,
    [
      ...[randomUUID(), normalEmail(email), name, createdAt],
      ...[account, role, source, createdAt, confirmed ? createdAt : null],
    ],
  );
}

/** Who changes what a member is, and what that is known by. */
type Change = Cause & { by: By };

/**
 * Confirms a proposal, or changes what a member is, and journals `person-joined` or `role-changed`; false when there is
 * none, or nobody would administrate the account.
 */
export async function setRole(
  em: EntityManager,
  account: string,
  person: string,
  role: Role,
  { by, ...cause }: Change,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    if (role !== 'administrator' && !(await hasOtherAdministrator(tx, account, person))) return false;
    const [former] = await tx.execute<{ role: Role; confirmed: boolean }[]>(
      `select role, confirmed_at is not null as confirmed from memberships where account_id = ? and person_id = ? for update`,
      [account, person],
    );
    if (!former) return false;
    await tx.execute(
      `update memberships set role = ?, confirmed_at = coalesce(confirmed_at, ?) where account_id = ? and person_id = ?`,
      [role, cause.at, account, person],
    );
    if (!former.confirmed) await appendAccountEvent(tx, account, cause, { type: 'person-joined', person, role, by });
    else if (former.role !== role)
      await appendAccountEvent(tx, account, cause, { type: 'role-changed', person, role, formerRole: former.role, by });
    return true;
  });
}

/** Removes a member with their sessions there, or a proposal, and journals it; false when nobody would administrate the account. */
export async function removeMember(
  em: EntityManager,
  account: string,
  person: string,
  change: Change,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    if (!(await hasOtherAdministrator(tx, account, person))) return false;
    await takeOutMember(tx, account, person, change);
    return true;
  });
}

/** Removes a member, or a proposal, in whose place somebody else stands already, and else as {@link removeMember} does. */
export async function takeOutMember(
  em: EntityManager,
  account: string,
  person: string,
  { by, ...cause }: Change,
): Promise<void> {
  await em.transactional(async (tx) => {
    const removed = await tx.execute<unknown[]>(
      'delete from memberships where account_id = ? and person_id = ? returning 1',
      [account, person],
    );
    // Afterwards: what began until the membership was gone, ends; nothing begins any more.
    await tx.execute('delete from sessions where account_id = ? and person_id = ?', [account, person]);
    if (removed.length > 0) await appendAccountEvent(tx, account, cause, { type: 'person-removed', person, by });
  });
}

/** Holds the account's administrators until the transaction ends, so that two who leave at once do not leave it to nobody. */
async function hasOtherAdministrator(tx: EntityManager, account: string, person: string): Promise<boolean> {
  const rows = await tx.execute<{ person: string }[]>(
    `select m.person_id as person from memberships m
     where m.account_id = ? and ${IS_ADMINISTRATOR} order by m.person_id for update`,
    [account],
  );
  return rows.some((row) => row.person !== person);
}
