import { SpanKind, trace } from '@opentelemetry/api';
import { Resend, type ErrorResponse } from 'resend';
import { asciiAddress } from '../domain/people/email-address.ts';

/** An e-mail as it is handed to Resend. Within 24 hours the same key is the same e-mail. */
export type OutgoingMail = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Names and values of `[A-Za-z0-9_-]`, as Resend demands. */
  tags: { name: string; value: string }[];
  /** Beside those that every e-mail has. */
  headers?: Record<string, string>;
  idempotencyKey: string;
};

/**
 * What became of an attempt. `refused` is for good. `taken`: the key was used before, with another content. `later`: surely
 * not sent, but it may pass once an operator did something or time went by. `uncertain`: nobody can say.
 * `reason` is Resend's own sentence and may hold addresses; `remedy` is ours and holds none.
 */
export type SendResult =
  | { kind: 'sent'; id: string }
  | { kind: 'refused' | 'taken'; reason: string }
  | { kind: 'later' | 'uncertain'; reason: string; remedy: string };

export type SendThroughResend = (mail: OutgoingMail) => Promise<SendResult>;

/** Shorter than any attempt of an activity, so that the attempt lives to record what became of it. */
const ANSWER_WITHIN_MS = 7_000;

/**
 * Sends through Resend's SDK, which answers every failure with a value; each is told apart by what may be done about it.
 * No answer within so many milliseconds is a failure too.
 */
export function createResend(
  { apiKey, baseUrl }: { apiKey: string; baseUrl?: string },
  withinMs = ANSWER_WITHIN_MS,
): SendThroughResend {
  const resend = new Resend(apiKey, { baseUrl });
  return traced(async ({ idempotencyKey, ...mail }) => {
    const options = { idempotencyKey, signal: AbortSignal.timeout(withinMs) };
    const { data, error } = await resend.emails.send({ ...mail, to: asciiAddress(mail.to) }, options);
    if (data?.id) return { kind: 'sent', id: data.id };
    return error ? classify(error) : uncertain('Resend answered with nothing that can be read');
  });
}

/** An attempt is the last span of whatever made the e-mail; whom it goes to is not in it. */
function traced(send: SendThroughResend): SendThroughResend {
  const tracer = trace.getTracer('cloud-licensing/mail');
  return (mail) =>
    tracer.startActiveSpan('send e-mail', { kind: SpanKind.CLIENT }, async (span) => {
      try {
        const result = await send(mail);
        span.setAttribute('outcome', result.kind);
        return result;
      } finally {
        span.end();
      }
    });
}

/** Reads a failure as https://resend.com/docs/api-reference/errors lists them. */
function classify({ name, statusCode, message }: ErrorResponse): SendResult {
  if (!statusCode || statusCode >= 500) return uncertain(message);
  if (name === 'concurrent_idempotent_requests') return uncertain(message);
  if (name === 'invalid_idempotent_request') return { kind: 'taken', reason: message };
  const remedy = remedyFor(name, statusCode);
  return remedy ? { kind: 'later', reason: message, remedy } : { kind: 'refused', reason: message };
}

function uncertain(reason: string): SendResult {
  return {
    kind: 'uncertain',
    reason,
    remedy: 'Resend gave no answer that says whether the e-mail left. It is tried again by itself, under the same key.',
  };
}

/** What an operator can do about a refusal that concerns our account or settings; undefined when it concerns the e-mail itself. */
function remedyFor(name: ErrorResponse['name'], statusCode: number): string | undefined {
  if (name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded')
    return 'The quota of the Resend account is used up: raise its plan, or wait until it is renewed.';
  if (name === 'invalid_from_address')
    return 'Resend does not accept the sender: set MAIL_FROM to an address of a domain that is verified at Resend.';
  switch (statusCode) {
    case 401:
    case 403:
      return 'Resend does not accept the API key or the sender: check RESEND_API_KEY, and that the domain of MAIL_FROM is verified at Resend.';
    case 404:
    case 405:
      return 'There is no Resend API at the configured address: check RESEND_BASE_URL.';
    case 408:
    case 429:
      return 'Resend takes no more requests for now. The e-mail is tried again by itself.';
    default:
      return undefined;
  }
}
