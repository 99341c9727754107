import type { MikroORM } from '@mikro-orm/postgresql';
import { findReported, keepReport } from '../../db/queries/mails/reports.ts';
import { readReport, type SignedReport } from '../../mail/reports.ts';
import { ProblemError } from '../problems/problems.ts';

export type MailReportService = ReturnType<typeof createMailReportService>;

/** Keeps what Resend reports of e-mails. Without a secret it keeps nothing: everybody could report. */
export function createMailReportService({ orm, secret }: { orm: MikroORM; secret: string | null }) {
  return {
    /**
     * Keeps a report about an e-mail of ours; the same one again, and one about any other e-mail, changes nothing.
     * Problems: NOT_FOUND without a secret, REPORT_NOT_AUTHENTIC.
     */
    async keep(signed: SignedReport): Promise<void> {
      if (secret === null) throw new ProblemError('NOT_FOUND');
      const report = readReport(secret, signed);
      if (report === 'not-authentic') throw new ProblemError('REPORT_NOT_AUTHENTIC');
      if (report === 'nothing') return;
      const em = orm.em.fork();
      const { mail: named, providerId, ...rest } = report;
      const mail = await findReported(em, named, providerId);
      if (mail !== null) await keepReport(em, { ...rest, mail });
    },
  };
}
