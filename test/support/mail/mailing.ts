import { createResend, type SendThroughResend } from '../../../mail/resend.ts';
import { createPublishWithMail } from '../../../activities/publish-with-mail.ts';
import { createSendMail, type SendMailDeps } from '../../../activities/send-mail.ts';
import { AUDIENCE } from '../api/servers.ts';
import { CATALOGUE } from '../domain/catalogue.ts';

/** What sends the one e-mail of a delivery, through the Resend at this address; `around` may put itself before it. */
export function createMailing(
  { orm, secretKeys }: Pick<SendMailDeps, 'orm' | 'secretKeys'>,
  baseUrl: string,
  around: (resend: SendThroughResend) => SendThroughResend = (resend) => resend,
) {
  const resend = around(createResend({ apiKey: 're_test', baseUrl }));
  const from = 'Licensing <licensing@licensing.example>';
  const deps = { orm, secretKeys, publicUrl: AUDIENCE, catalogue: CATALOGUE, from, clock: Date.now, resend };
  return { sendMail: createSendMail(deps), publishWithMail: createPublishWithMail(deps) };
}
