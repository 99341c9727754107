import type { Following } from '../../db/following.ts';
import { endOfFeed, placeInFeed, type FeedPosition } from '../../db/queries/feed/epochs.ts';
import type { FeedAsked } from '../../db/queries/feed/read.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { createCursors } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import { createReadSeen } from './seen.ts';
import { createWaiting } from './waiting.ts';

const LIST = 'events';

/** In place of a cursor: behind all that there is. */
export const END = 'end';

/** So long is looked for something among what is not asked for, or not to be seen; then it is for the next request. */
const LOOKS_MS = 5_000;

/** What is asked of the feed; `waitSeconds` is how long to wait where nothing is there. */
export type AskedFeed = Omit<FeedAsked, 'after'> & { after?: string | undefined; waitSeconds: number };

export type FeedService = ReturnType<typeof createFeedService>;

/** Everything that happened, to whoever may see it, in one sequence. */
export function createFeedService(deps: Pick<Deps, 'orm' | 'clock' | 'secretKeys'> & { following: Following }) {
  const { orm, secretKeys } = deps;
  const cursors = createCursors(secretKeys);
  const readSeen = createReadSeen(deps);
  const { untilNews, count } = createWaiting(deps);
  const em = () => orm.em.fork();

  /** Problems: INVALID_REQUEST for a forged cursor, CURSOR_UNKNOWN with `nextCursor` for one of what a restore took back. */
  async function positionOf(after: string | undefined): Promise<number> {
    const asked = cursors.read<FeedPosition>(LIST, after, '/after');
    if (asked === null) return 0;
    const { isKnown, ...place } = await placeInFeed(em(), asked);
    if (!isKnown) throw new ProblemError('CURSOR_UNKNOWN', { details: { nextCursor: cursors.write(LIST, place) } });
    return place.position;
  }

  return {
    /** How many requests wait for something to come. */
    waiting: count,

    /** The place in the feed that a cursor, or `end`, stands for. Problems: as those of `read`. */
    placeOf: async (after: string): Promise<number> =>
      after === END ? (await endOfFeed(em())).position : positionOf(after),

    /**
     * What a caller may see behind a cursor, from the beginning without one, behind all with `end`; `nextCursor` is where to
     * go on, today or in a year. Where nothing is there it waits, until something is or `gone` says that nobody wants it.
     * Problems: INVALID_REQUEST for a forged cursor, CURSOR_UNKNOWN.
     */
    async read(caller: Caller, { after, waitSeconds, ...asked }: AskedFeed, gone: AbortSignal) {
      const untilMs = Date.now() + waitSeconds * 1_000;
      if (after === END) return { items: [], nextCursor: cursors.write(LIST, await endOfFeed(em())) };
      const lookUntilMs = Date.now() + LOOKS_MS;
      let from = await positionOf(after);
      for (;;) {
        const { seen, epoch, position, isAll } = await readSeen(caller, { ...asked, after: from });
        const looksOn = async () =>
          isAll ? untilNews(caller.account.id, position, untilMs, gone) : !gone.aborted && Date.now() < lookUntilMs;
        if (seen.length > 0 || !(await looksOn()))
          return { items: seen.map(({ event }) => event), nextCursor: cursors.write(LIST, { epoch, position }) };
        from = position;
      }
    },
  };
}
