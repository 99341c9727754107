import { kindOf, type ProblemCode } from '../../services/problems/problems.ts';
import { answerHeaderRefs, type AnswerHeader } from './headers.ts';
import { refTo, type Schema } from './schemas.ts';

/** A code that a route refuses by; with a status where it is not the usual one there. */
export type Refused = ProblemCode | readonly [ProblemCode, status: number];

const text = (description?: string): Schema => ({ type: 'string', ...(description && { description }) });
const number = (description?: string): Schema => ({ type: 'integer', ...(description && { description }) });
const texts = (description?: string): Schema => ({ type: 'array', items: { type: 'string' }, description });

const LINE = { line: text('Its id') };
const SERVER_TIME = { serverTime: { ...text('By the clock of the service'), format: 'date-time' } };

const ERRORS: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['pointer', 'message'],
    properties: { pointer: text('RFC 6901'), message: { type: 'string' } },
  },
};

/** What problems say beside what all of them do, by their codes. */
const DETAILS: Partial<Record<ProblemCode, Record<string, Schema>>> = {
  ACCOUNT_KIND_DIFFERS: { account: text(), kind: text('Its kind'), errors: ERRORS },
  CAPACITY_NOT_REDUCED: { ...LINE, capacity: number('Of the term before') },
  CHANGED_MEANWHILE: {
    ...{ changedBy: text(), changedAt: { type: 'string', format: 'date-time' } },
    held: number('What the server has of it now'),
  },
  CHECK_IN_NOT_AUTHENTIC: SERVER_TIME,
  CONVERSION_NOT_POSSIBLE: { ...LINE, license: text('What it is') },
  CURSOR_UNKNOWN: { nextCursor: text('From which to go on') },
  DELIVERY_UNKNOWN: { delivery: text() },
  EMERGENCIES_USED_UP: { nextAt: { type: 'string', format: 'date-time' } },
  EMERGENCY_TOO_LARGE: { most: number('Of the application, in units') },
  EVALUATION_TOO_LONG: { ...LINE, latest: text('The latest last day that it can have') },
  INSUFFICIENT_CAPACITY: {
    application: text(),
    free: number('Beside what the server holds already'),
    line: text('Of an order that refused, its id'),
  },
  INVALID_REQUEST: { errors: ERRORS, reason: text('What is wrong with what was pasted, in a word') },
  KEY_REPLACED: SERVER_TIME,
  LAST_DAY_MISSING: { line: number('Its place in what was posted, from 0') },
  LEFT_FREE: { units: number('That neither of both has') },
  LINE_CANCELED: LINE,
  LINE_UNKNOWN: LINE,
  NOTHING_TO_RENEW: LINE,
  NOT_ACTIVATED: SERVER_TIME,
  NOT_PERMITTED: { mayBeDoneBy: texts('Who may'), scope: text('What the key was made without') },
  NOT_THE_NEWEST: LINE,
  ONLINE_REQUIRED: { applications: text('Their keys, with commas') },
  ORDER_NOT_ANSWERING: { order: text('Its number') },
  PERPETUAL_NOT_REDUCED: LINE,
  PLAN_UNKNOWN: { id: text() },
  REFERENCE_TAKEN: { reference: text() },
  REFERENCE_UNKNOWN: { reference: text() },
  REINSTATEMENT_OVER: LINE,
  RENEWAL_NOT_LATER: { ...LINE, endsOn: text('Its present last day') },
  RETURN_REQUIRED: { application: text(), capacity: number('What the offline document says') },
  SERVER_RETIRED: SERVER_TIME,
  SERVICE_NOT_ENTITLED: SERVER_TIME,
  STANDBY_TAKEN: { standby: text('Which one') },
  STILL_ASSIGNED: { assigned: number('What a server still holds'), servers: texts('Which servers hold something') },
  TEST_UNITS_TAKEN: { application: text(), server: text('Which one has them') },
  TIME_ZONE_CHANGED: { timeZone: text() },
  TOKEN_ROTATED: SERVER_TIME,
  TOO_LATE_TO_WITHDRAW: { days: number('Within how many it could be') },
  TOO_MANY_ADVISORIES: { most: number() },
  TOO_MANY_KEYS: { most: number() },
  TOO_MANY_LINES: { lines: number(), most: number() },
  TOO_MANY_MACHINES: { machines: number() },
  TOO_MANY_REINSTALLS: { reinstalls: number() },
  TOO_MANY_REQUESTS: SERVER_TIME,
  VERSION_TOO_OLD: { version: text() },
};

/** Those that have more than one status, depending on what is asked. */
const SEVERAL_STATUSES: readonly ProblemCode[] = ['NOTHING_ASSIGNED'];

/** What is refused by, as pairs of code and status. */
export const statusesOf = (refused: readonly Refused[]): [ProblemCode, number][] =>
  refused.map((one) => (typeof one === 'string' ? [one, kindOf(one).status] : [...one]));

/** `ORDER_NUMBER_TAKEN` is called `OrderNumberTakenProblem`. */
const nameOf = (code: ProblemCode) =>
  code.replaceAll(/[A-Z]+_?/g, (word) => word[0]! + word.slice(1).replace('_', '').toLowerCase());
const schemaName = (code: ProblemCode) => `${nameOf(code)}Problem`;

/** What is answered by one code alone, by the name of the code. */
export const refToProblem = (code: ProblemCode) => ({ $ref: `#/components/responses/${nameOf(code)}` });

/** Answers that many operations have: those by one code alone. */
export function problemAnswers(codes: readonly ProblemCode[]) {
  return Object.fromEntries([...new Set(codes)].sort().map((code) => [nameOf(code), problemAnswer([code])]));
}

/** An answer by one of these codes. */
export function problemAnswer(codes: readonly ProblemCode[], headers: readonly AnswerHeader[] = []) {
  const waits = codes.some((code) => kindOf(code).retryAfterSeconds !== undefined);
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    headers: answerHeaderRefs([
      'Request-Id',
      ...headers,
      ...(waits ? (['Retry-After'] as const) : []),
      ...(codes.includes('NOT_AUTHENTICATED') ? (['WWW-Authenticate'] as const) : []),
    ]),
    content: { 'application/problem+json': { schema: problemBody(codes) } },
  };
}

/** The schemas of problems, one a code, so that clients know one from another by `code` and what each says. */
export function problemSchemas(codes: readonly ProblemCode[]): Record<string, Schema> {
  return Object.fromEntries([...new Set(codes)].sort().map((code) => [schemaName(code), problemSchema(code)]));
}

function problemSchema(code: ProblemCode): Schema {
  const { title, status, detail } = kindOf(code);
  const hasErrors = code === 'INVALID_REQUEST';
  return {
    type: 'object',
    description: `${title}. ${detail}`,
    required: ['title', 'status', 'detail', 'code', 'requestId', ...(hasErrors ? ['errors'] : [])],
    properties: {
      title: { type: 'string' },
      status: { type: 'integer', ...(!SEVERAL_STATUSES.includes(code) && { const: status }) },
      detail: text('What to do'),
      code: { type: 'string', const: code },
      requestId: text('As the header Request-Id says it'),
      ...DETAILS[code],
    },
    examples: [
      {
        ...{ title, status, detail, code, requestId: '0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11' },
        ...(hasErrors && { errors: [{ pointer: '/lines/0/capacity', message: 'must be >= 1' }] }),
      },
    ],
  };
}

/** A body that has one of these codes. */
function problemBody(codes: readonly ProblemCode[]): Schema {
  const names = codes.map(schemaName);
  if (names.length === 1) return refTo(names[0]!);
  const mapping = Object.fromEntries(codes.map((code) => [code, `#/components/schemas/${schemaName(code)}`]));
  return { oneOf: names.map(refTo), discriminator: { propertyName: 'code', mapping } };
}
