import { IDEMPOTENCY_KEY } from '../hooks/idempotency.ts';
import { REQUEST_ID } from '../hooks/request-id.ts';

/** Headers of answers, by their names, as the document describes them once. */
export const ANSWER_HEADERS = {
  'Request-Id': {
    description: 'By which to speak of this answer: what the request said, else what was made for it',
    schema: { type: 'string' },
  },
  'Idempotent-Replayed': {
    description: '`true` where this is the first answer to the same key, and nothing was done now',
    schema: { type: 'string', const: 'true' },
  },
  ETag: {
    description: 'What the answer says, as `If-Match` and `If-None-Match` name it',
    schema: { type: 'string' },
    example: '"7"',
  },
  Location: { description: 'Where to read what was made', schema: { type: 'string', format: 'uri-reference' } },
  'Retry-After': {
    description: 'After how many seconds to send the same again',
    schema: { type: 'integer', minimum: 1 },
  },
  'WWW-Authenticate': { description: 'RFC 6750', schema: { type: 'string', const: 'Bearer' } },
  'Check-In-Number': {
    description: 'What the next check-in presents as `chk`',
    schema: { type: 'string' },
  },
  Changed: {
    description: 'Whether there is another license document than the one that is held',
    schema: { type: 'string', enum: ['yes', 'no'] },
  },
} as const;

export type AnswerHeader = keyof typeof ANSWER_HEADERS;

/** Headers of requests that stand in many of them. */
export const REQUEST_HEADERS = {
  'Request-Id': {
    description: `By which the answer and the log are to speak of this request; one that does not match \`${REQUEST_ID.source}\` is taken for none`,
    schema: { type: 'string' },
  },
  'Idempotency-Key': {
    description:
      'The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once',
    schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
  },
  'If-None-Match': {
    description: 'The ETag of the answer before: 304 while nothing else is to be said',
    schema: { type: 'string' },
  },
} as const;

type RequestHeader = keyof typeof REQUEST_HEADERS;

const componentName = (header: string) => header.replaceAll('-', '');

export const answerHeaderRefs = (headers: readonly AnswerHeader[]) =>
  Object.fromEntries(headers.map((header) => [header, { $ref: `#/components/headers/${componentName(header)}` }]));

export const requestHeaderRef = (header: RequestHeader) => ({
  $ref: `#/components/parameters/${componentName(header)}`,
});

export const headerComponents = () => ({
  headers: Object.fromEntries(
    Object.entries(ANSWER_HEADERS).map(([header, description]) => [componentName(header), description]),
  ),
  parameters: Object.fromEntries(
    Object.entries(REQUEST_HEADERS).map(([name, description]) => [
      componentName(name),
      { name, in: 'header', required: false, ...description },
    ]),
  ),
});
