import { readActivity, type ActivityAsked } from '../../db/queries/feed/activity.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { createCursors } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { createPresentSeen, type FeedEvent } from './seen.ts';

const LIST = 'activity';

/** What is asked of the activity, a page at a time. */
export type AskedActivity = Omit<ActivityAsked, 'before'> & { cursor?: string | undefined };

export type ActivityService = ReturnType<typeof createActivityService>;

/** Who did what, the newest first: what the feed tells, read the other way round. */
export function createActivityService(deps: Pick<Deps, 'orm' | 'clock' | 'secretKeys'>) {
  const cursors = createCursors(deps.secretKeys);
  const presentSeen = createPresentSeen(deps);

  return {
    /**
     * What a caller was told and may see now. A page may hold less than was asked for, nothing too, while older events were
     * not looked at: `nextCursor` says whether there are any. Problems: INVALID_REQUEST for a forged cursor.
     */
    async list(
      caller: Caller,
      { cursor, ...asked }: AskedActivity,
    ): Promise<{ items: FeedEvent[]; nextCursor: string | null }> {
      const reader = { account: caller.account.id, nowMs: deps.clock() };
      const from = cursors.read<number>(LIST, cursor);
      const { items, before } = await readActivity(deps.orm.em.fork(), reader, { ...asked, before: from });
      const seen = await presentSeen(caller, items, reader.nowMs);
      return {
        items: seen.map(({ event }) => event),
        nextCursor: before === null ? null : cursors.write(LIST, before),
      };
    },
  };
}
