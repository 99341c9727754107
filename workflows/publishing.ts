import { isDoneByTime } from '../domain/order/deadlines.ts';
import type { Recorded } from '../domain/recorded.ts';
import { durably } from './durably.ts';

/** It takes milliseconds: what takes longer waits for a worker or a database that is gone. */
const ATTEMPT_SECONDS = 5;

const SUMMARY = 'Publish to the projection and the journal';

/** The two ways of an activity that publishes: at once, and when the task of what it publishes is recorded. */
type Publisher<Publication> = Record<'atOnce' | 'onceRecorded', (publication: Publication) => Promise<void>>;

type Publishing = 'publishOrder' | 'publishDelivery' | 'publishServer';

/** An activity that publishes; `withinSeconds` bound an attempt as they do of `durably`. */
export function publisher<Name extends Publishing>(
  name: Name,
  { summary = SUMMARY, withinSeconds = ATTEMPT_SECONDS } = {},
) {
  return {
    atOnce: durably(name, summary, { withinSeconds }),
    onceRecorded: durably(name, summary, { localAttempts: 0, withinSeconds }),
  };
}

/**
 * Brings what is new in a stream to PostgreSQL. A local activity is the cheaper way, but it is over before the workflow
 * task is recorded: if the worker dies in between, the task is repeated, and what the history does not hold yet can come
 * out differently then. Such events wait for a regular activity, which begins when the task is recorded.
 */
export function createPublishing() {
  let updated = false;

  return {
    /** Says that an update changed the state. It is in the history with its task only: another may come before it when that is repeated. */
    afterUpdate(): void {
      updated = true;
    },

    /** What is published with some events is the state after `all` that wait. */
    async publish<Publication extends { events: Recorded<{ type: string }>[] }>(
      { atOnce, onceRecorded }: Publisher<Publication>,
      publication: Publication,
      all = publication.events,
    ): Promise<void> {
      const mustWait = updated || all.some((event) => isClamped(event) || isDoneByTime(event));
      updated = false;
      await (mustWait ? onceRecorded : atOnce)(publication);
    },
  };
}

/** Whether an event's instant is that of its task, which is another when the task is repeated. */
function isClamped({ at, recordedAt }: Recorded<{ type: string }>): boolean {
  return at === recordedAt;
}
