import type { EntityManager } from '@mikro-orm/postgresql';
import type { MailReportRow } from '../../entities/telling/mail-report.ts';
import { STATE_JOURNALED } from './states.ts';

/** A report of Resend; `mail` is the e-mail's own id. */
export type MailReport = MailReportRow;

/** The state of a row of `mails` under an alias, in SQL: the last word of its reports, where there is one, else its sender's. */
export function mailState(alias: string): string {
  return `${alias}.shown`;
}

/** Which e-mail is meant: by its own id, else by Resend's; null when neither is known here. */
export async function findReported(em: EntityManager, id: string | null, providerId: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    'select id from mails where id = ? or provider_id = ? order by id = ? desc limit 1',
    [id ?? '', providerId, id ?? ''],
  );
  return row?.id ?? null;
}

/** Keeps a report, and journals what it says, once for each state of an e-mail; the same one again changes nothing. */
export async function keepReport(em: EntityManager, { id, mail, state, at }: MailReport): Promise<void> {
  await em.execute(
    `with told as (
       insert into mail_reports (id, mail, state, at) values (?, ?, ?, ?) on conflict (id) do nothing
       returning mail as id, state, at, date_trunc('milliseconds', now()) as recorded_at),
     ${STATE_JOURNALED} select`,
    [id, mail, state, at],
  );
}
