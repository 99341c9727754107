import { findForm, forgetForm, keepForm, type KeptForm } from '../../db/queries/accounts/kept-forms.ts';
import type { Deps } from '../deps.ts';

export type { KeptForm } from '../../db/queries/accounts/kept-forms.ts';

export type KeptForms = ReturnType<typeof createKeptForms>;

/** What people had typed when they were asked to sign in, or to prove that it is them: one form a session, for a quarter of an hour. */
export function createKeptForms({ orm, clock }: Pick<Deps, 'orm' | 'clock'>) {
  const em = () => orm.em.fork();

  return {
    /** Keeps a form for a session, in place of an earlier one. */
    keep: (session: string, form: KeptForm) => keepForm(em(), session, form, new Date(clock())),

    /** The form of a session; null where there is none that still counts. */
    find: (session: string) => findForm(em(), session, new Date(clock())),

    /** Forgets the form of a session, once it is sent again. */
    forget: (session: string) => forgetForm(em(), session),
  };
}
