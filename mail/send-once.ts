import { ApplicationFailure } from '@temporalio/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MailRow } from '../db/entities/telling/mail.ts';
import { beginAttempt, findMail, settleMail, withdrawAttempt, type MailAttempt } from '../db/queries/mails/mails.ts';
import type { MailOutcome } from '../temporal/contract.ts';
import { writeTags } from './tags.ts';
import type { OutgoingMail, SendThroughResend } from './resend.ts';

export type SendOnceDeps = {
  resend: SendThroughResend;
  from: string;
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

/** As much of a stored e-mail as leaves. */
type MailToSend = Pick<MailRow, 'id' | 'recipient' | 'subject' | 'html' | 'text'>;

/** What is made at each send, as it is not stored: the same again for the same e-mail and generation of its link. */
export type AtSending = {
  /** Fills in links. */
  finish?: (text: string, linkGeneration: number) => string;
  /** Further headers. */
  headers?: Record<string, string>;
};

/** Resend remembers a key for 24 hours; the hour less is for clocks that differ and attempts that take their time. */
const SAFE_TO_REPEAT_MS = 23 * 3_600_000;

const TOO_LONG_UNCERTAIN =
  'For a day nobody could say whether this e-mail left, and Resend no longer recognizes a repeat: look it up at Resend, and send it by hand if it is not there.';

type Settlement = Parameters<typeof settleMail>[2];

const OUTCOMES = { sent: 'sent', bounced: 'refused', unknown: 'unknown' } as const satisfies Record<
  Settlement['state'],
  MailOutcome
>;

/**
 * Sends a stored e-mail once in effect, under its id as the key, and answers what became of it. It fails, to be tried
 * again, while that is safe; what is not is answered.
 */
export async function sendOnce(
  em: EntityManager,
  deps: SendOnceDeps,
  mail: MailRow,
  tags: Record<string, string>,
  atSending: AtSending = {},
): Promise<MailOutcome> {
  const known = outcomeOf(mail);
  if (known) return known;
  const attempt = await beginAttempt(em, mail.id, new Date(deps.clock()));
  return attempt ? sendBegun(em, deps, { mail, attempt }, tags, atSending) : standing(em, mail);
}

/** The same where the attempt has begun. */
export async function sendBegun(
  em: EntityManager,
  deps: SendOnceDeps,
  { mail, attempt }: { mail: MailToSend; attempt: MailAttempt },
  tags: Record<string, string>,
  { finish = (text) => text, headers }: AtSending = {},
): Promise<MailOutcome> {
  if (deps.clock() - attempt.uncertainSince > SAFE_TO_REPEAT_MS)
    return settle({ state: 'unknown', reason: TOO_LONG_UNCERTAIN });
  const result = await deps.resend({
    ...outgoing(deps.from, mail, tags, (text) => finish(text, attempt.linkGeneration)),
    ...(headers && { headers }),
  });
  switch (result.kind) {
    case 'sent':
      return settle({ state: 'sent', providerId: result.id });
    case 'refused':
      if (attempt.begun) await withdrawAttempt(em, mail.id, attempt);
      return settle({ state: 'bounced', reason: result.reason });
    case 'taken':
      // The link or the sender changed between attempts: an earlier one arrived, which of them only Resend can say.
      return settle({ state: 'unknown', reason: result.reason });
    case 'later':
      if (attempt.begun) await withdrawAttempt(em, mail.id, attempt);
      throw ApplicationFailure.retryable(result.remedy, 'MAIL_NOT_SENT');
    case 'uncertain':
      throw ApplicationFailure.retryable(result.remedy, 'MAIL_OUTCOME_UNKNOWN');
  }

  /** What another attempt has settled meanwhile stands. */
  async function settle(outcome: Settlement): Promise<MailOutcome> {
    return (await settleMail(em, mail.id, outcome, new Date(deps.clock())))
      ? OUTCOMES[outcome.state]
      : standing(em, mail);
  }
}

async function standing(em: EntityManager, { id }: MailToSend): Promise<MailOutcome> {
  const row = await findMail(em, id);
  const outcome = row && outcomeOf(row);
  if (!outcome) throw new Error(`There is no e-mail ${id} that is due or settled`);
  return outcome;
}

/** What is known about an e-mail; undefined while it is due. */
function outcomeOf({ state, sentAt }: MailRow): MailOutcome | undefined {
  switch (state) {
    case 'due':
      return undefined;
    case 'sent':
    case 'delivered':
      return 'sent';
    case 'bounced':
      return sentAt ? 'sent' : 'refused';
    case 'unknown':
    case 'superseded':
      return state;
  }
}

/** The e-mail as it is handed over: while an attempt may have arrived, every one the same, byte for byte. */
function outgoing(
  from: string,
  mail: MailToSend,
  tags: Record<string, string>,
  finish: (text: string) => string,
): OutgoingMail {
  const { recipient: to, subject, id } = mail;
  return {
    ...{ from, to, subject },
    html: finish(mail.html),
    text: finish(mail.text),
    tags: writeTags(tags),
    idempotencyKey: id,
  };
}
