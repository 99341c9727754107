import { createResend } from '../../../mail/resend.ts';
import { createSendMail } from '../../../activities/send-mail.ts';
import { startWorker } from '../api/api.ts';
import { startFakeResend, type FakeResend } from './fake-resend.ts';
import { openSite, type TestSite } from '../portal/site.ts';

/** The whole site with a worker that sends the e-mails of deliveries, through a Resend that a test looks into. */
export type MailingSite = TestSite & { resend: FakeResend };

/** Opens such a site; closing it stops the worker and Resend too. */
export async function openMailingSite(): Promise<MailingSite> {
  const site = await openSite();
  const resend = await startFakeResend(Date.now);
  const sending = { resend: createResend({ apiKey: 're_test', baseUrl: resend.url }), from: 'l@example.com' };
  const worker = await startWorker(site, { sendMail: createSendMail({ ...site.deps, ...sending }) });
  return {
    ...site,
    resend,
    async close() {
      await worker.stop();
      await resend.stop();
      await site.close();
    },
  };
}
