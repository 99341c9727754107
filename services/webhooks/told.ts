import type { FeedAsked } from '../../db/queries/feed/read.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import type { ToldEvent } from '../../domain/webhook/message.ts';
import type { Deps } from '../deps.ts';
import { createReadSeen } from '../feed/seen.ts';

/**
 * Makes what reads the feed for webhooks: what a caller may see now, each event as the feed answers it to them. `position`
 * is where to go on, also where nothing was there for them.
 */
export function createReadEvents(deps: Pick<Deps, 'orm' | 'clock'>) {
  const readSeen = createReadSeen(deps);
  return async (caller: Caller, asked: FeedAsked): Promise<{ position: number; events: ToldEvent[] }> => {
    const { seen, position } = await readSeen(caller, asked);
    const events = seen.map(({ position: place, event }) => {
      const { id, stream, seq, type, at } = event;
      return { position: place, event: id, stream, seq, type, message: { type, timestamp: at, data: event } };
    });
    return { position, events };
  };
}
