import { Refusal } from '../refusal.ts';
import type { Server } from './server.ts';

/**
 * Refuses a change that was wanted for another state than the present one: `expected` are the places in the server's
 * stream that the caller has seen; undefined where any will do. Refusals: CHANGED_MEANWHILE, with the present place.
 */
export function refuseMeanwhile(server: Server, expected: readonly number[] | undefined): void {
  if (expected && !expected.includes(server.seq)) throw new Refusal('CHANGED_MEANWHILE', { seq: server.seq });
}
