import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountKind, Role } from '../../../domain/people/permissions.ts';
import type { CalendarRow } from '../../entities/telling/calendar.ts';
import { inMs, type Read } from '../instants.ts';

/** A member of an account, who can have one calendar there. */
export type CalendarOf = { person: string; account: string };

export type Calendar = Read<Pick<CalendarRow, 'id' | 'key' | 'madeAt'>>;

/** Whose calendar it is that an address opens, as they are now. */
export type CalendarOwner = {
  person: string;
  account: { id: string; kind: AccountKind; locale: string };
  role: Role;
};

/** The calendar of a member; null where there is none. */
export async function readCalendar(em: EntityManager, { person, account }: CalendarOf): Promise<Calendar | null> {
  const [found] = await em.execute<Calendar[]>(
    `select id, key, ${inMs('made_at')} as "madeAt" from calendars where person_id = ? and account_id = ?`,
    [person, account],
  );
  return found ?? null;
}

/**
 * Gives a member a calendar, in place of the one of the id `former` where it has that one; in place of any other, or where
 * there should be none and is one, nothing happens: asked twice, it is done once.
 */
export async function putCalendar(
  em: EntityManager,
  { person, account }: CalendarOf,
  { id, key, hash, madeAt }: Omit<CalendarRow, 'personId' | 'accountId'>,
  former: string | null,
): Promise<void> {
  await em.execute(
    `insert into calendars as held (person_id, account_id, id, key, hash, made_at)
     select m.person_id, m.account_id, ?, ?, ?, ? from memberships m where m.person_id = ? and m.account_id = ?
     on conflict (person_id, account_id) do update
       set id = excluded.id, key = excluded.key, hash = excluded.hash, made_at = excluded.made_at
       where held.id::text = ?`,
    [id, key, hash, madeAt, person, account, former],
  );
}

/** Takes the calendar of a member away, whichever it is. */
export async function removeCalendar(em: EntityManager, { person, account }: CalendarOf): Promise<void> {
  await em.execute('delete from calendars where person_id = ? and account_id = ?', [person, account]);
}

/** Whose calendar has a secret of that hash; null where it is nobody's who belongs to its account. */
export async function ownerOfCalendar(em: EntityManager, hash: string): Promise<CalendarOwner | null> {
  const [found] = await em.execute<CalendarOwner[]>(
    `select c.person_id as person, m.role,
       jsonb_build_object('id', a.id, 'kind', a.kind, 'locale', a.locale) as account
     from calendars c join memberships m on m.person_id = c.person_id and m.account_id = c.account_id
       join accounts a on a.id = c.account_id
     where c.hash = ? and m.confirmed_at is not null`,
    [hash],
  );
  return found ?? null;
}
