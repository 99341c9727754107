import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about any request, before it is known what it is about. */
export const REQUESTS = {
  ADDRESS_TOO_LONG: {
    status: 414,
    title: 'A part of the address is too long',
    detail: 'No id and no link has as many characters.',
  },
  CURSOR_UNKNOWN: {
    status: 410,
    title: 'What this cursor stands behind is not there any more',
    detail: 'The database was restored since from a backup. Go on from `nextCursor`: some events may come once more.',
  },
  DATABASE_NOT_WRITABLE: {
    status: 503,
    title: 'The database takes no changes at this moment',
    detail:
      'What is read is answered as ever. Send the same request again, with the same Idempotency-Key if it has one: it is carried out once.',
    retryAfterSeconds: 30,
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: 'The database does not answer at this moment',
    detail: 'Send the same request again, with the same Idempotency-Key if it has one: it is carried out once.',
    retryAfterSeconds: 5,
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The headers are too large',
    detail: 'All headers together, with the address, have at most 16 kB.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The idempotency key belongs to another request',
    detail: 'Within a day a key stands for one content. Take a new key for a new request.',
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
  MALFORMED_ADDRESS: {
    status: 400,
    title: 'The address cannot be read',
    detail: 'Encode it in UTF-8, as RFC 3986 says in section 2.1.',
  },
  MALFORMED_BODY: {
    status: 400,
    title: 'The body cannot be read',
    detail: 'Send one JSON value in UTF-8. Nothing was changed.',
  },
  MALFORMED_REQUEST: {
    status: 400,
    title: 'This is no HTTP request',
    detail: 'Send it as RFC 9112 says. The connection was closed.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Not by this method',
    detail: 'The header Allow names the methods that this address takes.',
  },
  NOT_FOUND: { status: 404, title: 'Not found', detail: 'There is nothing at this address for this caller.' },
  OUTCOME_UNKNOWN: {
    status: 503,
    title: 'The outcome is not known yet',
    detail: 'The request may still be carried out. Send it again with the same Idempotency-Key to hear what happened.',
    retryAfterSeconds: 5,
  },
  REQUEST_IN_PROGRESS: {
    status: 409,
    title: 'The first request with this key is not answered yet',
    detail: 'Send the same request again.',
    retryAfterSeconds: 1,
  },
  REQUEST_TOO_SLOW: {
    status: 408,
    title: 'The request took too long to come in',
    detail: 'Headers come in within 15 s, the whole within 30 s. The connection was closed.',
  },
  TEMPORAL_UNAVAILABLE: {
    status: 503,
    title: 'Nothing can be started at this moment',
    detail: 'Send the same request again: it is carried out once.',
    retryAfterSeconds: 5,
  },
  TOO_LARGE: {
    status: 413,
    title: 'The body is too large',
    detail: 'A body has at most 1 MB, one that needs no key 16 kB.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    detail: 'Send the same request again after as many seconds as Retry-After says.',
    retryAfterSeconds: 60,
  },
  UNSUPPORTED_CONTENT_TYPE: {
    status: 415,
    title: 'The content type is not supported',
    detail: 'Send the body as application/json, in UTF-8, and not packed.',
  },
} satisfies Record<string, RefusalKind>;
