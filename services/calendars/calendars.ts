import { randomUUID } from 'node:crypto';
import {
  ownerOfCalendar,
  putCalendar,
  readCalendar,
  removeCalendar,
  type CalendarOwner,
} from '../../db/queries/calendars/calendars.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { calendarSecret } from '../../secrets/calendar.ts';
import { hashOfSecret } from '../../secrets/sign-in.ts';
import type { Viewer } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import { CALENDAR_PACE, createLimit } from '../pace.ts';
import { ProblemError } from '../problems/problems.ts';

/** The address of a member's calendar; null where its key is gone, so that it works and nobody can be told it again. */
export type CalendarView = { id: string; address: string | null; madeAt: number };

/** Who reads a calendar, and in which language. */
export type CalendarReader = { caller: Caller; locale: string };

export type CalendarService = ReturnType<typeof createCalendarService>;

/** Addresses under which calendars read what ends for a member of an account: whoever has one reads it. */
export function createCalendarService({ orm, clock, secretKeys, publicUrl }: Deps) {
  const em = () => orm.em.fork();
  const refuseHaste = createLimit(CALENDAR_PACE);
  const of = ({ person, account }: Viewer) => ({ person: person.id, account: account.id });

  return {
    /** The calendar of somebody who is signed in; null where there is none. */
    async read(viewer: Viewer): Promise<CalendarView | null> {
      const calendar = await readCalendar(em(), of(viewer));
      if (!calendar) return null;
      const secret = calendarSecret(secretKeys, calendar);
      const address = secret === null ? null : `${publicUrl}/calendar/${secret}.ics`;
      return { id: calendar.id, address, madeAt: calendar.madeAt };
    },

    /** Makes an address, in place of the one of the id `former` where there is one: that opens nothing any more. Asked twice, it is done once. */
    async make(viewer: Viewer, former: string | null): Promise<void> {
      const made = { id: randomUUID(), key: secretKeys[0]!.name };
      const hash = hashOfSecret(calendarSecret(secretKeys, made)!);
      await putCalendar(em(), of(viewer), { ...made, hash, madeAt: new Date(clock()) }, former);
    },

    /** Switches the calendar off: its address opens nothing any more. */
    switchOff: (viewer: Viewer): Promise<void> => removeCalendar(em(), of(viewer)),

    /** Whose calendar a secret opens, asked from a network. Problems: NOT_FOUND, TOO_MANY_REQUESTS. */
    async open(secret: string, network: string): Promise<CalendarReader> {
      refuseHaste(network, clock());
      const owner = await ownerOfCalendar(em(), hashOfSecret(secret));
      if (!owner) throw new ProblemError('NOT_FOUND');
      return { caller: callerOf(owner), locale: owner.account.locale };
    },
  };
}

function callerOf({ person, account: { id, kind }, role }: CalendarOwner): Caller {
  return { by: `person/${person}`, account: { id, kind }, role, scopes: null };
}
