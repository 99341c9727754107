import type { InputError } from '../domain/order/accept.ts';
import { Refusal, type RefusalCode, type RefusalDetails } from '../domain/refusal.ts';

/** What the API itself refuses, beside what rules refuse. */
export type ProblemCode =
  | RefusalCode
  | 'ACCOUNT_KIND_DIFFERS'
  | 'ALREADY_UNLOCKED'
  | 'APPLICATION_UNKNOWN'
  | 'CHECK_IN_NOT_AUTHENTIC'
  | 'DATABASE_UNAVAILABLE'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INTERNAL'
  | 'INVALID_REQUEST'
  | 'KEY_REPLACED'
  | 'MAIL_STILL_DUE'
  | 'LAST_ADMINISTRATOR'
  | 'LINK_REPLACED'
  | 'MALFORMED_BODY'
  | 'NOT_A_CUSTOMER'
  | 'NOT_ACTIVATED'
  | 'NOT_AUTHENTICATED'
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'ORDER_NUMBER_TAKEN'
  | 'OUTCOME_UNKNOWN'
  | 'REPORT_NOT_AUTHENTIC'
  | 'REQUEST_IN_PROGRESS'
  | 'TEMPORAL_UNAVAILABLE'
  | 'TOKEN_UNKNOWN'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_CONTENT_TYPE';

/** `retryAfterSeconds` marks what goes better later: such an answer is never kept as the final one of a key. */
type Kind = { status: number; title: string; detail: string; retryAfterSeconds?: number };

/** What every code means to a caller: HTTP status, a title, and a sentence that says what to do. */
const PROBLEMS: Record<ProblemCode, Kind> = {
  ACCOUNT_KIND_DIFFERS: {
    status: 409,
    title: 'The account is of another kind',
    detail: 'An account has one kind for good. Name the party by an id of its own.',
  },
  ALREADY_RETURNED: {
    status: 409,
    title: 'It was returned already',
    detail: 'A return counts once, and requests from before it count no more. Make a new request to go offline again.',
  },
  ALREADY_UNLOCKED: {
    status: 409,
    title: 'The delivery is unlocked already',
    detail: 'Its link unlocks nothing any more. To stop what was unlocked, suspend or cancel the order.',
  },
  APPLICATION_UNKNOWN: {
    status: 404,
    title: 'No such application',
    detail: 'The catalogue has no application with this key. The account’s licenses list those that were sold.',
  },
  CAPACITY_NOT_REDUCED: {
    status: 409,
    title: 'A renewal does not raise capacity',
    detail: 'Name a capacity from 1 to the present one, or none to keep it. More capacity is an expansion.',
  },
  CHANGED_MEANWHILE: {
    status: 412,
    title: 'Somebody changed the server in the meantime',
    detail: 'Read it again, and decide anew. `changedBy` says who it was, `changedAt` when.',
  },
  CHANGE_IN_PROGRESS: {
    status: 409,
    title: 'Other changes of this server are under way',
    detail: 'A server changes one thing at a time, and enough wait already. Send the same request again.',
    retryAfterSeconds: 2,
  },
  CHECK_IN_NOT_AUTHENTIC: {
    status: 401,
    title: 'The check-in is not authentic',
    detail: 'Sign the JWT with the key of the activation, for this address, with a clock near serverTime.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: 'The database cannot be reached at this moment',
    detail: 'Send the same request again, with the same Idempotency-Key if it has one: it is carried out once.',
    retryAfterSeconds: 5,
  },
  DELIVERY_UNKNOWN: {
    status: 404,
    title: 'No such delivery',
    detail: 'The order has no delivery with this id. The order lists its deliveries.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The idempotency key belongs to another request',
    detail: 'Within a day a key stands for one content. Take a new key for a new request.',
  },
  INSUFFICIENT_CAPACITY: {
    status: 409,
    title: 'Not enough capacity is free',
    detail: 'Ask for at most what this server holds and `free` together, or order an expansion.',
  },
  INTERNAL: {
    status: 500,
    title: 'Something went wrong here',
    detail: 'The request may be sent again. If it goes wrong again, tell whoever operates this service.',
  },
  INVALID_REQUEST: {
    status: 400,
    title: 'The request is not valid',
    detail: 'Correct what `errors` points at. Nothing was changed.',
  },
  KEY_REPLACED: {
    status: 401,
    title: 'This key was replaced',
    detail: 'The server was installed again and has a newer key. Activate again with the Activation Token.',
  },
  LAST_DAY_MISSING: {
    status: 409,
    title: 'The order has no last day to share',
    detail: 'No subscription of the order that still runs ends on or after this line’s first day: name its last day.',
  },
  LINE_UNKNOWN: {
    status: 404,
    title: 'No such line',
    detail: 'The order has no line with this id. The order lists its lines.',
  },
  LINK_REPLACED: {
    status: 410,
    title: 'The link was replaced',
    detail: 'Open the newer link, which came by e-mail or is about to.',
  },
  MAIL_STILL_DUE: {
    status: 409,
    title: 'The e-mail is still being sent',
    detail: 'It is tried by itself. Send it again only when it has left and did not arrive.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    title: 'Somebody has to administrate the account',
    detail: 'Make somebody else an administrator first.',
  },
  MALFORMED_BODY: {
    status: 400,
    title: 'The body cannot be read',
    detail: 'Send one JSON value in UTF-8. Nothing was changed.',
  },
  NOTHING_ASSIGNED: {
    status: 409,
    title: 'Nothing is assigned to this server',
    detail: 'Assign capacity of an application to the server first.',
  },
  NOTHING_TO_RENEW: {
    status: 409,
    title: 'Nothing here has a last day',
    detail: 'A perpetual license without care has nothing to renew.',
  },
  NOT_A_CUSTOMER: {
    status: 422,
    title: 'Only customers have servers',
    detail: 'Name the account of a customer.',
  },
  NOT_ACTIVATED: {
    status: 401,
    title: 'This server is not activated',
    detail: 'The server has left. Activate again with the Activation Token.',
  },
  NOT_AUTHENTICATED: {
    status: 401,
    title: 'Not authenticated',
    detail: 'Send a valid API key as `Authorization: Bearer <key>`.',
  },
  NOT_PERMITTED: {
    status: 403,
    title: 'This is for somebody else to do',
    detail: 'An administrator of the account, its seller or the vendor can do it.',
  },
  NOT_FOUND: { status: 404, title: 'Not found', detail: 'There is nothing at this address for this caller.' },
  ONLINE_REQUIRED: {
    status: 409,
    title: 'A connection is required',
    detail: 'Subscriptions and the applications named run only on a server that is activated online.',
  },
  ORDER_CANCELED: { status: 409, title: 'The order was canceled', detail: 'A canceled order takes no more changes.' },
  ORDER_ENDED: { status: 409, title: 'The order has ended', detail: 'Place a new order.' },
  ORDER_NOT_ANSWERING: {
    status: 503,
    title: 'An order does not answer',
    detail: 'Nothing was changed. Send the request again, under a new Idempotency-Key.',
    retryAfterSeconds: 5,
  },
  ORDER_NUMBER_TAKEN: {
    status: 409,
    title: 'The order number is taken',
    detail: 'An order with this number and other content exists. Post a new order under a new number.',
  },
  OUTCOME_UNKNOWN: {
    status: 503,
    title: 'The outcome is not known yet',
    detail: 'The request may still be carried out. Send it again with the same Idempotency-Key to hear what happened.',
    retryAfterSeconds: 5,
  },
  PERPETUAL_NOT_REDUCED: {
    status: 409,
    title: 'Perpetual capacity is never reduced',
    detail: 'Name no capacity for a perpetual license: a renewal is about its care.',
  },
  REFERENCE_TAKEN: {
    status: 409,
    title: 'The reference is taken',
    detail: 'The order knows this reference with other content. Send what is new under a new reference.',
  },
  REINSTATEMENT_OVER: {
    status: 409,
    title: 'The line can no longer be reinstated',
    detail: 'Its reinstatement window is over. Order an expansion, or place a new order.',
  },
  RENEWAL_NOT_LATER: {
    status: 409,
    title: 'The new last day is not later',
    detail: 'Name a last day after `endsOn`, the present one of this line. Nothing was renewed.',
  },
  REPORT_NOT_AUTHENTIC: {
    status: 401,
    title: 'The report is not authentic',
    detail: 'Sign it with the secret of this webhook, within five minutes of now.',
  },
  REQUEST_IN_PROGRESS: {
    status: 409,
    title: 'The first request with this key is not answered yet',
    detail: 'Send the same request again.',
    retryAfterSeconds: 1,
  },
  RETURN_REQUIRED: {
    status: 409,
    title: 'The server is offline and has not returned its licenses',
    detail:
      'Make a return string in the AppSuite and hand it in first; without it only the vendor can free the capacity.',
  },
  ROLLING_OVER: {
    status: 503,
    title: 'The server cannot take a change at this moment',
    detail: 'Nothing was changed. Send the same request again.',
    retryAfterSeconds: 1,
  },
  SERVER_RETIRED: { status: 410, title: 'The server was retired', detail: 'Register a new server.' },
  STILL_ASSIGNED: {
    status: 409,
    title: 'The server still holds capacity',
    detail: 'Set the capacity of each of its applications to 0 first.',
  },
  TEMPORAL_UNAVAILABLE: {
    status: 503,
    title: 'Nothing can be started at this moment',
    detail: 'Send the same request again: it is carried out once.',
    retryAfterSeconds: 5,
  },
  TOKEN_BOUND_ELSEWHERE: {
    status: 409,
    title: 'The Activation Token is in use on another machine',
    detail: 'To move the server, rotate its token in the portal and activate with the new one.',
  },
  TOKEN_ROTATED: {
    status: 410,
    title: 'The Activation Token was replaced',
    detail: 'Take the present token from the server’s page in the portal.',
  },
  TOKEN_UNKNOWN: {
    status: 404,
    title: 'No such Activation Token',
    detail: 'Copy the whole token from the server’s page in the portal.',
  },
  TOO_LARGE: { status: 413, title: 'The body is too large', detail: 'A body has at most 1 MB.' },
  TOO_MANY_MACHINES: {
    status: 409,
    title: 'The server changed its machine too often',
    detail: 'Ask the vendor to rotate the token.',
  },
  UNSUPPORTED_CONTENT_TYPE: {
    status: 415,
    title: 'The content type is not supported',
    detail: 'Send the body as application/json.',
  },
  VERSION_TOO_OLD: {
    status: 422,
    title: 'The AppSuite is too old, or its version cannot be read',
    detail: 'Update to Winter 2020 or later. A version reads year.season.release, such as 2020.Winter.1.',
  },
};

type About = {
  /** Numbers and names that make the sentence useful. */
  details?: RefusalDetails;
  errors?: InputError[];
  /** Where one code has another status than usual. */
  status?: number;
};

/** An answer that is not the one hoped for; thrown anywhere in the API, written by the error handler. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly about: About;

  constructor(code: ProblemCode, about: About = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.about = about;
  }
}

/** A refusal of inputs; each error says where. */
export function invalid(errors: InputError[]): ProblemError {
  return new ProblemError('INVALID_REQUEST', { errors });
}

/** A rule's refusal as a problem; anything else stays what it is. */
export function asProblem(error: unknown): unknown {
  return error instanceof Refusal ? new ProblemError(error.code, { details: error.details }) : error;
}

/** The sentence of a code that was journaled; undefined for what is none of ours. */
export function sentenceOf(code: unknown): string | undefined {
  return typeof code === 'string' && Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode].detail : undefined;
}

/** A problem as RFC 9457 writes it, with its HTTP status and, where it helps, how long to wait. */
export function describeProblem({ code, about }: ProblemError) {
  const { title, detail, retryAfterSeconds, status: usual } = PROBLEMS[code];
  const status = about.status ?? usual;
  const body = { title, status, detail, code, ...about.details, ...(about.errors && { errors: about.errors }) };
  return { status, retryAfterSeconds, body };
}
