import type { EntityManager } from '@mikro-orm/postgresql';
import { SIGN_IN_LIMITS } from '../../../domain/people/sign-in-limits.ts';
import type { KeptFormRow } from '../../entities/kept-form.ts';

/** A form as somebody left it. */
export type KeptForm = Pick<KeptFormRow, 'page' | 'action' | 'fields' | 'leftOut'>;

/** In SQL, how long a form is found again. */
const KEPT = `interval '${SIGN_IN_LIMITS.keptFormMinutes} minutes'`;

/** Keeps a form for a session, in place of an earlier one. */
export async function keepForm(em: EntityManager, session: string, form: KeptForm, at: Date): Promise<void> {
  const { page, action, fields, leftOut } = form;
  await em.execute(
    `insert into kept_forms (session_id, page, action, fields, left_out, at)
     select id, ?, ?, ?::jsonb, ?, ?::timestamptz from sessions where id = ?
     on conflict (session_id) do update set page = excluded.page, action = excluded.action, fields = excluded.fields,
       left_out = excluded.left_out, at = excluded.at`,
    [page, action, JSON.stringify(fields), leftOut, at, session],
  );
}

/** The form that is kept for a session; null where there is none that still counts. */
export async function findForm(em: EntityManager, session: string, now: Date): Promise<KeptForm | null> {
  const [row] = await em.execute<KeptForm[]>(
    `select page, action, fields, left_out as "leftOut" from kept_forms
     where session_id = ? and at > ?::timestamptz - ${KEPT}`,
    [session, now],
  );
  return row ?? null;
}

/** Forgets the form of a session. */
export async function forgetForm(em: EntityManager, session: string): Promise<void> {
  await em.execute('delete from kept_forms where session_id = ?', [session]);
}
