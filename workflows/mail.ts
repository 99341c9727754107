import { setCurrentDetails } from '@temporalio/workflow';
import type { MailOutcome, MailStart } from '../temporal/contract.ts';
import { durably } from './durably.ts';
import { failUnknownSignals } from './signals.ts';

const sendMail = durably('sendMail', 'Send the e-mail through Resend', { localAttempts: 1 });

const DETAILS: Record<MailOutcome, string> = {
  sent: 'Sent.',
  refused: 'Resend refused this e-mail for good. **Look at the reason in the mail log, and send it by hand.**',
  unknown:
    'For 24 hours nobody could say whether this e-mail left. It is not repeated, as that might send it twice. **Look it up at Resend.**',
  superseded: 'Not sent: the delivery was told anew meanwhile, and an e-mail of its own says so.',
};

/** One e-mail that could not be sent at once, or a copy, until it is surely sent or an operator knows. */
export async function mail(start: MailStart): Promise<MailOutcome> {
  failUnknownSignals();
  const outcome = await sendMail(start);
  setCurrentDetails(DETAILS[outcome]);
  return outcome;
}
