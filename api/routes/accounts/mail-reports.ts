import type { MailReportService } from '../../../services/mails/reports.ts';
import type { Api } from '../../types.ts';

/** Where other services report to. A signature covers the body as it was sent, so it is read as text. */
export function mailReportRoutes(app: Api, reports: MailReportService): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post(
    '/webhooks/resend',
    {
      schema: {
        ...{ tags: ['Machines'], summary: 'Take a report of Resend about an e-mail' },
        description: 'Signed with RESEND_WEBHOOK_SECRET; without that setting there is nothing here.',
      },
    },
    async ({ body, headers }, reply) => {
      await reports.keep({ body: typeof body === 'string' ? body : '', headers });
      return reply.code(204).send();
    },
  );
}
