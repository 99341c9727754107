import type { InputError } from '../../domain/order/arriving/accept.ts';
import type { Doer, MayBeDone } from '../../domain/people/permissions.ts';
import type { Scope } from '../../domain/people/scopes.ts';
import { Refusal, REFUSALS, type RefusalDetails } from '../../domain/refusal.ts';
import type { RefusalKind } from '../../domain/refusals/kind.ts';
import { ACCESS, mayBeDoneBy } from './access.ts';
import { ADVISORIES } from './advisories.ts';
import { APPSUITE } from './appsuite.ts';
import { BATCHES } from './batches.ts';
import { ORDERS } from './orders.ts';
import { REQUESTS } from './requests.ts';
import { SERVERS } from './servers.ts';
import { WEBHOOKS } from './webhooks.ts';

const KINDS = {
  ...REFUSALS,
  ...REQUESTS,
  ...ACCESS,
  ...ORDERS,
  ...SERVERS,
  ...APPSUITE,
  ...BATCHES,
  ...WEBHOOKS,
  ...ADVISORIES,
};

/** What the API refuses, and what rules do. */
export type ProblemCode = keyof typeof KINDS;

const PROBLEMS: Record<ProblemCode, RefusalKind> = KINDS;

/** What a code means. */
export const kindOf = (code: ProblemCode): RefusalKind => PROBLEMS[code];

type About = {
  /** What to do, where that depends on more than the code. */
  detail?: string;
  /** Numbers and names that make the sentence useful. */
  details?: RefusalDetails;
  /** Whom to ask instead. */
  mayBeDoneBy?: readonly Doer[];
  errors?: InputError[];
  /** Where one code has another status than usual. */
  status?: number;
  /** Where one answer says more exactly than its code how long to wait. */
  retryAfterSeconds?: number;
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

/** Refuses inputs of which anything is wrong. Problems: INVALID_REQUEST. */
export function refuseInvalid(errors: InputError[]): void {
  if (errors.length > 0) throw invalid(errors);
}

/** A refusal of what is for others, who are named. */
export function notPermitted(action: MayBeDone): ProblemError {
  return new ProblemError('NOT_PERMITTED', {
    detail: mayBeDoneBy(action),
    mayBeDoneBy: action.mayBeDoneBy,
  });
}

/** A refusal of what a key was not made for; without a scope, of what no limited key may do. */
export function outOfScope(scope: Scope | undefined): ProblemError {
  if (scope === undefined)
    return new ProblemError('NOT_PERMITTED', { detail: 'This takes a key that no scopes limit.' });
  return new ProblemError('NOT_PERMITTED', {
    detail: `The key was made without the scope ${scope}. Use one that has it.`,
    details: { scope },
  });
}

/** Asks a rule; its refusal is a problem. */
export function byRule<Result>(rule: () => Result): Result {
  try {
    return rule();
  } catch (error) {
    throw error instanceof Refusal ? new ProblemError(error.code, { details: error.details }) : error;
  }
}

/** The sentence of a code that was journaled; undefined for what is none of ours. */
export function sentenceOf(code: unknown): string | undefined {
  return typeof code === 'string' && Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode].detail : undefined;
}

/** A problem as RFC 9457 writes it, with its HTTP status and, where it helps, how long to wait. */
export function describeProblem({ code, about }: ProblemError) {
  const kind = PROBLEMS[code];
  const { title } = kind;
  const { status = kind.status, detail = kind.detail, retryAfterSeconds = kind.retryAfterSeconds } = about;
  const { details, mayBeDoneBy: doers, errors } = about;
  const body = {
    title,
    status,
    detail,
    code,
    ...details,
    ...(doers && { mayBeDoneBy: doers }),
    ...(errors && { errors }),
  };
  return { status, retryAfterSeconds, body };
}
