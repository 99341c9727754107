import { isDoneByTime } from '../domain/order/deadlines.ts';
import type { Recorded } from '../domain/recorded.ts';
import type { Activities } from '../temporal/contract.ts';
import { durably } from './durably.ts';

/** It takes milliseconds: what takes longer waits for a worker or a database that is gone. */
const ATTEMPT_SECONDS = 5;
const SUMMARY = 'Publish to the projection and the journal';

/**
 * Brings what is new in a stream to PostgreSQL. A local activity is the cheaper way, but it is over before the workflow
 * task is recorded: if the worker dies in between, the task is repeated, and what the history does not hold yet can come
 * out differently then. Such events wait for a regular activity, which begins when the task is recorded.
 */
export function createPublishing<Name extends 'publishOrder' | 'publishServer'>(name: Name) {
  const publishAtOnce = durably(name, SUMMARY, { withinSeconds: ATTEMPT_SECONDS });
  const publishOnceRecorded = durably(name, SUMMARY, { localAttempts: 0, withinSeconds: ATTEMPT_SECONDS });
  let updated = false;

  return {
    /** Says that an update changed the state. It is in the history with its task only: another may come before it when that is repeated. */
    afterUpdate(): void {
      updated = true;
    },

    async publish(
      publication: Parameters<Activities[Name]>[0] & { events: Recorded<{ type: string }>[] },
    ): Promise<void> {
      const mustWait = updated || publication.events.some((event) => isClamped(event) || isDoneByTime(event));
      updated = false;
      await (mustWait ? publishOnceRecorded : publishAtOnce)(...([publication] as Parameters<Activities[Name]>));
    },
  };
}

/** Whether an event's instant is that of its task, which is another when the task is repeated. */
function isClamped({ at, recordedAt }: Recorded<{ type: string }>): boolean {
  return at === recordedAt;
}
