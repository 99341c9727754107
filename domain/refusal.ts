import { APPSUITE_REFUSALS } from './refusals/appsuite.ts';
import { ORDERS_REFUSALS } from './refusals/orders.ts';
import { SERVERS_REFUSALS } from './refusals/servers.ts';

/** Every "no" that a rule can answer, with what it means. A new one is an entry in its area's file, and the rule that throws it. */
export const REFUSALS = { ...ORDERS_REFUSALS, ...SERVERS_REFUSALS, ...APPSUITE_REFUSALS };
export type RefusalCode = keyof typeof REFUSALS;
export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];

/** Those that a living server's activation can be refused with, and so what its journal can say of one. */
export const ACTIVATION_REFUSALS = [
  'ALREADY_RETURNED',
  'NOTHING_ASSIGNED',
  'ONLINE_REQUIRED',
  'RETURN_REQUIRED',
  'TOKEN_BOUND_ELSEWHERE',
  'TOKEN_ROTATED',
  'TOO_MANY_MACHINES',
  'TOO_MANY_REINSTALLS',
  'VERSION_TOO_OLD',
] as const satisfies readonly RefusalCode[];
export type ActivationRefusal = (typeof ACTIVATION_REFUSALS)[number];

/** Numbers and names that make a refusal's sentence useful, such as what is free. */
export type RefusalDetails = Record<string, string | number | readonly string[]>;

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
