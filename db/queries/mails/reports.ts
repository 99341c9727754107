import type { EntityManager } from '@mikro-orm/postgresql';
import { MailReportEntity, type MailReportRow } from '../../entities/mail-report.ts';

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

/** Keeps a report; the same one again changes nothing. */
export async function keepReport(em: EntityManager, report: MailReport): Promise<void> {
  await em.upsert(MailReportEntity, report, { onConflictAction: 'ignore', onConflictFields: ['id'] });
}
