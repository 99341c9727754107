import { accountsOf } from '../../db/queries/accounts/people.ts';
import {
  chooseTimeZone,
  endByHash,
  endSessions,
  findSession,
  sessionsOf,
  switchAccount,
  touchSession,
  type KnownSession,
} from '../../db/queries/accounts/sessions.ts';
import { admissionOf } from '../../db/queries/identity/admission.ts';
import { checkTimeZone } from '../../domain/order/arriving/accept.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { hashOfSecret } from '../../secrets/sign-in.ts';
import type { Deps } from '../deps.ts';
import { NotRenewedError, type Renewing } from '../identity/renewing.ts';
import { invalid, ProblemError } from '../problems/problems.ts';

/** A session in use is noted this often: more would be a write for every page. */
const NOTED_EVERY_MS = 5 * 60_000;

/** Who is signed in, as a member of an account; every permission takes it as a caller. */
export type Viewer = Caller & Pick<KnownSession, 'session' | 'person' | 'account' | 'provedAt'>;

export type SessionService = ReturnType<typeof createSessionService>;

/** Browsers that are signed in. A session ends 30 days after it began, or after 7 days of disuse. */
export function createSessionService({ orm, clock }: Pick<Deps, 'orm' | 'clock'>, renewing: Renewing) {
  const em = () => orm.em.fork();

  return {
    /**
     * Who a session's cookie stands for; null when it has ended, or its person no longer belongs to the account. Throws
     * {@link NotRenewedError} where it began by a provider that no longer says so.
     */
    async find(cookie: string): Promise<Viewer | null> {
      const now = new Date(clock());
      const known = await findSession(em(), hashOfSecret(cookie), now);
      if (!known) return null;
      const { session, person, account, role, lastSeenAt, provedAt, word } = known;
      const renewed = word && word.until <= now.getTime() ? await renewing.renew(session, word.provider) : 'goes-on';
      if (renewed !== 'goes-on') throw new NotRenewedError(renewed);
      if (now.getTime() - lastSeenAt > NOTED_EVERY_MS) await touchSession(em(), session, now);
      return { by: `person/${person.id}`, session, person, account, role, provedAt, scopes: null };
    },

    /** Where a viewer is signed in, last used first. */
    list: ({ person }: Viewer) => sessionsOf(em(), person.id, new Date(clock())),

    /** The accounts a viewer belongs to. */
    accounts: ({ person }: Viewer) => accountsOf(em(), person.id),

    /**
     * Goes on in another account of the viewer; false where they first have to prove that it is them, as they signed in by
     * the provider of another account. Problems: NOT_FOUND, IDENTITY_PROVIDER_REQUIRED.
     */
    async switchTo({ session, person }: Viewer, account: string): Promise<boolean> {
      const own = await accountsOf(em(), person.id);
      if (!own.some(({ id }) => id === account)) throw new ProblemError('NOT_FOUND');
      const admission = await admissionOf(em(), session, account);
      if (admission === 'required') throw new ProblemError('IDENTITY_PROVIDER_REQUIRED');
      if (admission === 'unproved') return false;
      if (!(await switchAccount(em(), { session, person: person.id, account }))) throw new ProblemError('NOT_FOUND');
      return true;
    },

    /** In which time zone the viewer reads instants, in every account; null for the browser's. Problems: INVALID_REQUEST. */
    async chooseTimeZone({ person }: Viewer, timeZone: string | null): Promise<void> {
      const errors = checkTimeZone(timeZone ?? undefined, '/timeZone');
      if (errors.length > 0) throw invalid(errors);
      await chooseTimeZone(em(), person.id, timeZone);
    },

    /** Ends a session of the viewer; one that has ended, or is somebody else's, is left alone. */
    end: ({ person }: Viewer, session: string) => endSessions(em(), person.id, { session }),

    /** Ends the session that a cookie stands for, whether its provider answers or not. */
    endHeld: (cookie: string) => endByHash(em(), hashOfSecret(cookie)),

    /** Ends all others of the viewer. */
    endOthers: ({ person, session }: Viewer) => endSessions(em(), person.id, { allBut: session }),
  };
}
