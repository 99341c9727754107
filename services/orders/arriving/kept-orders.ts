import { createListening } from '../../../db/listening.ts';
import { UNSTARTED_CHANNEL } from '../../../db/queries/orders/unstarted.ts';
import { createStarter } from './starter.ts';

/** Where somebody posts orders one by one, the next one is expected for so long. */
const NEXT_POST_WITHIN_MS = 3_000;

/**
 * Starts the orders that were kept, as soon as an api says that it has kept one, or a moment later. No batch says so of its
 * own: by what is heard it is known whether somebody posts orders one by one, for whom batches leave half of the time.
 */
export function createKeptOrders(deps: Parameters<typeof createStarter>[0]) {
  let heardAt = -Infinity;
  const starter = createStarter(deps);
  const listening = createListening({
    ...{ orm: deps.orm, channel: UNSTARTED_CHANNEL },
    onTold() {
      heardAt = performance.now();
      starter.wake();
    },
  });

  return {
    /** Whether somebody posts orders one by one at this moment. */
    arePosted: () => performance.now() - heardAt < NEXT_POST_WITHIN_MS,

    start(): void {
      starter.start();
      listening.start();
    },

    /** Ends it; what is being started is started and noted first. */
    async stop(): Promise<void> {
      await listening.stop();
      await starter.stop();
    },
  };
}
