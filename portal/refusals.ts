import type { ProblemCode } from '../services/problems/problems.ts';
import { REFUSAL_CODES, type RefusalCode } from '../domain/refusal.ts';
import type { RefusalTexts } from '../languages/texts/events.ts';

/** A refusal that every language has a sentence for. */
export type SaidRefusal = keyof RefusalTexts;

/**
 * Where people meet what the API refuses by itself, what rules refuse having a sentence always: a `sentence` in
 * `languages/`, a whole `page` of `pages.tsx`, the `form` that asked, or nowhere, as only `machines` are told. A code that is
 * missing here, or has no sentence, fails the types.
 */
const PLACES = {
  ACCOUNT_KIND_DIFFERS: 'sentence',
  ADDRESS_TOO_LONG: 'machines',
  ADVISORY_ID_TAKEN: 'machines',
  APPLICATION_UNKNOWN: 'sentence',
  BATCH_OVER: 'form',
  CHECK_IN_NOT_AUTHENTIC: 'machines',
  CURSOR_UNKNOWN: 'machines',
  DATABASE_NOT_WRITABLE: 'page',
  DATABASE_UNAVAILABLE: 'page',
  DOMAIN_TAKEN: 'form',
  HEADERS_TOO_LARGE: 'machines',
  IDEMPOTENCY_KEY_REUSED: 'form',
  IDENTITY_PROVIDER_REQUIRED: 'sentence',
  IDENTITY_PROVIDER_UNPROVEN: 'form',
  IDENTITY_PROVIDER_UNREACHABLE: 'sentence',
  INTERNAL: 'page',
  INVALID_REQUEST: 'page',
  KEY_REPLACED: 'machines',
  KEY_REVOKED: 'form',
  LAST_ADMINISTRATOR: 'form',
  LEFT_FREE: 'sentence',
  MAIL_STILL_DUE: 'sentence',
  MALFORMED_ADDRESS: 'machines',
  MALFORMED_BODY: 'page',
  MALFORMED_REQUEST: 'machines',
  METHOD_NOT_ALLOWED: 'machines',
  NAME_TAKEN: 'sentence',
  NOT_ACTIVATED: 'machines',
  NOT_AUTHENTICATED: 'machines',
  NOT_A_CUSTOMER: 'sentence',
  NOT_FOUND: 'page',
  NOT_PERMITTED: 'page',
  ORDER_NOT_REPAIRED: 'sentence',
  ORDER_NUMBER_TAKEN: 'sentence',
  OUTCOME_UNKNOWN: 'sentence',
  PAIRING_EXPIRED: 'form',
  PAIRING_PENDING: 'machines',
  PAIRING_REFUSED: 'machines',
  PAIRING_UNKNOWN: 'machines',
  REPORT_NOT_AUTHENTIC: 'machines',
  REQUEST_IN_PROGRESS: 'machines',
  REQUEST_TOO_SLOW: 'machines',
  SERVER_NOT_REPAIRED: 'page',
  SERVICE_NOT_ENTITLED: 'machines',
  STOPPING: 'machines',
  TEMPORAL_UNAVAILABLE: 'sentence',
  TOKEN_UNKNOWN: 'sentence',
  TOO_LARGE: 'form',
  TOO_MANY_ADVISORIES: 'machines',
  TOO_MANY_WEBHOOKS: 'form',
  TOO_MANY_KEYS: 'form',
  TOO_MANY_REQUESTS: 'page',
  UNSUPPORTED_CONTENT_TYPE: 'page',
  WEBHOOK_DISABLED: 'form',
} as const satisfies Record<Exclude<ProblemCode, RefusalCode>, 'sentence' | 'page' | 'form' | 'machines'>;

type Sentences = { [Code in keyof typeof PLACES]: (typeof PLACES)[Code] extends 'sentence' ? Code : never };
type Said = RefusalCode | Sentences[keyof Sentences];

const SENTENCES = Object.entries(PLACES).flatMap(([code, place]) => (place === 'sentence' ? [code] : []));
const SAID: ReadonlySet<string> = new Set([...REFUSAL_CODES, ...SENTENCES]);

/** Whether a code is one that every language has a sentence for. */
export function isSaid(code: string): code is SaidRefusal {
  return SAID.has(code);
}

/** Why something was refused, in the words of a language; undefined for what is no refusal. */
export function sentenceOf(texts: Record<Said, string> & RefusalTexts, code: string): string | undefined {
  return isSaid(code) ? texts[code] : undefined;
}
