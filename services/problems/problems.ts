import type { InputError } from '../../domain/order/accept.ts';
import { Refusal, REFUSALS, type RefusalDetails } from '../../domain/refusal.ts';
import type { RefusalKind } from '../../domain/refusals/kind.ts';
import { ACCESS } from './access.ts';
import { APPSUITE } from './appsuite.ts';
import { ORDERS } from './orders.ts';
import { REQUESTS } from './requests.ts';
import { SERVERS } from './servers.ts';

const KINDS = { ...REFUSALS, ...REQUESTS, ...ACCESS, ...ORDERS, ...SERVERS, ...APPSUITE };

/** What the API refuses, and what rules do. */
export type ProblemCode = keyof typeof KINDS;

const PROBLEMS: Record<ProblemCode, RefusalKind> = KINDS;

type About = {
  /** Numbers and names that make the sentence useful. */
  details?: RefusalDetails;
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
  const { title, detail, status: usual, retryAfterSeconds: usualWait } = PROBLEMS[code];
  const { status = usual, retryAfterSeconds = usualWait } = about;
  const body = { title, status, detail, code, ...about.details, ...(about.errors && { errors: about.errors }) };
  return { status, retryAfterSeconds, body };
}
