import { MOST_EVENTS_AT_ONCE } from '../domain/order/order.ts';
import type { Recorded } from '../domain/recorded.ts';
import type { Told } from '../temporal/contract.ts';

/**
 * Keeps what a run tells its journal, from what it was handed on, so that a journal which was restored from a backup can be
 * told once more.
 */
export function createTold<Event extends Recorded<{ type: string }>>(handed: readonly Event[]) {
  const told = [...handed];
  return {
    add: (events: readonly Event[]) => void told.push(...events),

    /** Those behind a place, of a stream that has come to `seq` and still has `unpublished`. */
    behind: (place: number, seq: number, unpublished: readonly Event[]): Told<Event> => ({
      events: told.filter((event) => event.seq > place).slice(0, MOST_EVENTS_AT_ONCE),
      publishedTo: unpublished[0] ? unpublished[0].seq - 1 : seq,
    }),
  };
}
