import type { RefusalCode } from '../../../domain/refusal.ts';
import { ProblemError, type ProblemCode } from '../../../services/problems/problems.ts';
import type { Wrong, Wrongs } from './reading.ts';

/** What is said where the API finds something wrong with a field, by the last part of its name. */
const WRONG: Readonly<Record<string, Wrong>> = {
  id: 'otherKind',
  name: 'text',
  reference: 'text',
  purchaseOrder: 'text',
  reason: 'text',
  timeZone: 'timeZone',
  application: 'choice',
  startsOn: 'day',
  on: 'day',
  endsOn: 'endsOn',
  care: 'care',
};

/** What the services find wrong with a body, at the fields that it was read from. Empty for every other error. */
export function wrongIn(error: unknown): Wrongs {
  const errors = error instanceof ProblemError ? (error.about.errors ?? []) : [];
  return new Map(
    errors.map(({ pointer }) => {
      const last = pointer.split('/').at(-1)!;
      const name = last === 'care' ? `${pointer}/level` : pointer;
      return [name, pointer.endsWith('/care/endsOn') ? 'careEndsOn' : (WRONG[last] ?? 'refused')];
    }),
  );
}

/** At which field a refusal stands; those of a whole form stand above it. */
const FIELDS: Partial<Record<ProblemCode | RefusalCode, string>> = {
  ORDER_NUMBER_TAKEN: '/number',
  REFERENCE_TAKEN: '/reference',
  RENEWAL_NOT_LATER: '/endsOn',
  EVALUATION_TOO_LONG: '/endsOn',
  PLAN_UNKNOWN: '/plan',
  REFERENCE_UNKNOWN: '/fact',
  NOT_THE_NEWEST: '/fact',
  TOO_LATE_TO_WITHDRAW: '/fact',
  DELIVERY_UNKNOWN: '/delivery',
  CONVERSION_NOT_POSSIBLE: '/license',
};

const OF_LINES: readonly string[] = [
  'CAPACITY_NOT_REDUCED',
  'LAST_DAY_MISSING',
  'LINE_CANCELED',
  'LINE_UNKNOWN',
  'NOTHING_TO_RENEW',
  'PERPETUAL_NOT_REDUCED',
  'REINSTATEMENT_OVER',
];

/** The field that a refusal is about, where it is about one: `line` of its details is the line's id, or its place. */
export function fieldOf(error: unknown): string | null {
  if (!(error instanceof ProblemError)) return null;
  const { code, about } = error;
  const { line } = about.details ?? {};
  const at = typeof line === 'string' || typeof line === 'number' ? line : null;
  if (code === 'CAPACITY_NOT_REDUCED' || code === 'PERPETUAL_NOT_REDUCED') return `/of/${at}/capacity`;
  if (code === 'LAST_DAY_MISSING') return `/lines/${at}/endsOn`;
  if (OF_LINES.includes(code) && at !== null) return `/of/${at}/line`;
  return FIELDS[code] ?? null;
}
