import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Following } from '../../db/following.ts';
import { serversConcerned } from '../../db/queries/feed/concerned.ts';
import type { Deps } from '../deps.ts';
import { createTurns } from './in-turns.ts';

/** A server that waits, as far as news can concern it. */
export type Looker = {
  /** Looks whether there is something to answer, and answers what does so; null while there is nothing. */
  look: () => Promise<(() => void) | null>;
};

/** So many are looked at before anybody else gets a turn, and before one of them hears: whoever does comes back at once. */
const LOOKED_AT_ONCE = 5_000;
/** So many are answered before others are served. */
export const ANSWERED_AT_ONCE = 500;
/** When the database is away, they are looked at as soon as it is back, give or take this. */
const AGAIN_AFTER_MS = 1_000;

/** What the feed has come further by: from behind a position up to another. */
type Advance = { after: number; upTo: number };

/** Has those who wait look when the feed has come further by something that concerns them; the keys are their servers. */
export function createLooks(
  { orm, following }: Pick<Deps, 'orm'> & { following: Following },
  waiting: ReadonlyMap<string, Looker>,
) {
  const looks = createTurns(lookAll, { atOnce: LOOKED_AT_ONCE, againAfterMs: AGAIN_AFTER_MS });
  const advances = createTurns(findConcerned, { atOnce: 1, againAfterMs: AGAIN_AFTER_MS });
  let before = 0;

  following.onAdvance((position) => {
    if (waiting.size > 0) advances.add([{ after: before, upTo: position }]);
    before = position;
  });

  /** Nothing is known of what came before the feed was looked at for the first time. */
  async function findConcerned([advance]: Advance[]): Promise<void> {
    const { after, upTo } = advance!;
    const concerned = after === 0 ? null : await serversConcerned(orm.em, after, upTo);
    looks.add([...(concerned ?? waiting.keys())].filter((server) => waiting.has(server)));
  }

  async function lookAll(servers: string[]): Promise<void> {
    const lookers = servers.flatMap((server) => waiting.get(server) ?? []);
    const answers = (await Promise.all(lookers.map((one) => one.look()))).filter((answer) => answer !== null);
    for (let first = 0; first < answers.length; first += ANSWERED_AT_ONCE) {
      for (const answer of answers.slice(first, first + ANSWERED_AT_ONCE)) answer();
      await nextTurn();
    }
  }

  return {
    /** Has one look, whatever the feed says. */
    at: (server: string): void => looks.add([server]),

    stop(): void {
      looks.stop();
      advances.stop();
    },
  };
}
