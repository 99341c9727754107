/** Every "no" that a rule can answer. The sentence and the HTTP status of each stand in `api/problem-kinds/`. */
export const REFUSAL_CODES = [
  'ALREADY_RETURNED',
  'CAPACITY_NOT_REDUCED',
  'CHANGED_MEANWHILE',
  'CHANGE_IN_PROGRESS',
  'DELIVERY_UNKNOWN',
  'INSUFFICIENT_CAPACITY',
  'LAST_DAY_MISSING',
  'LINE_UNKNOWN',
  'NOTHING_ASSIGNED',
  'NOTHING_TO_RENEW',
  'ONLINE_REQUIRED',
  'ORDER_CANCELED',
  'ORDER_ENDED',
  'ORDER_NOT_ANSWERING',
  'OTHER_DOCUMENT_OUT',
  'PERPETUAL_NOT_REDUCED',
  'REFERENCE_TAKEN',
  'REINSTATEMENT_OVER',
  'RENEWAL_NOT_LATER',
  'RETURN_REQUIRED',
  'ROLLING_OVER',
  'SERVER_RETIRED',
  'STILL_ASSIGNED',
  'TOKEN_BOUND_ELSEWHERE',
  'TOKEN_ROTATED',
  'TOO_MANY_MACHINES',
  'VERSION_TOO_OLD',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Those that a living server's activation can be refused with, and so what its journal can say of one. */
export const ACTIVATION_REFUSALS = [
  'ALREADY_RETURNED',
  'NOTHING_ASSIGNED',
  'ONLINE_REQUIRED',
  'RETURN_REQUIRED',
  'TOKEN_BOUND_ELSEWHERE',
  'TOKEN_ROTATED',
  'TOO_MANY_MACHINES',
  'VERSION_TOO_OLD',
] as const satisfies readonly RefusalCode[];
export type ActivationRefusal = (typeof ACTIVATION_REFUSALS)[number];

/** Numbers and names that make a refusal's sentence useful, such as what is free. */
export type RefusalDetails = Record<string, string | number>;

/** An expected "no": thrown by `decide`, turned into an answer at the edges. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
