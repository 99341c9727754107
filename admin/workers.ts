import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { readParts } from '../config.ts';
import { TASK_QUEUE } from '../temporal/contract.ts';
import { BUILT_BUNDLE, ofOtherReleases, releaseOf, type Poller } from '../temporal/release.ts';
import { connectTemporal } from './connect.ts';

/** Of Temporal's kinds of task queues, the one of workflows. */
const WORKFLOW_TASKS = 1;
const LOOK_AGAIN_AFTER_MS = 5_000;

/**
 * Waits until every worker is of this release, for so many seconds at most, and says how it ended. An api goes on either
 * way: check-ins need no worker, and no Temporal.
 */
export async function awaitWorkers(withinSeconds: number): Promise<void> {
  const { temporal } = readParts(['temporal']);
  const deadline = Date.now() + withinSeconds * 1000;
  const release = releaseOf(BUILT_BUNDLE);
  try {
    const connection = await connectTemporal(temporal);
    try {
      let others = await look(connection);
      while (others.length > 0 && Date.now() < deadline) {
        await wait(LOOK_AGAIN_AFTER_MS);
        others = await look(connection);
      }
      console.log(
        others.length === 0
          ? `No worker of another release than ${release} is there.`
          : `Still there after ${withinSeconds} s, of another release than ${release}: ${others.join(', ')}`,
      );
    } finally {
      await connection.close();
    }
  } catch (error) {
    console.log(`Not waited for workers: ${(error as Error).message}`);
  }

  async function look(connection: Connection): Promise<string[]> {
    const { namespace } = temporal;
    const about = { namespace, taskQueue: { name: TASK_QUEUE }, taskQueueType: WORKFLOW_TASKS };
    const { pollers } = await connection.withDeadline(Date.now() + LOOK_AGAIN_AFTER_MS, () =>
      connection.workflowService.describeTaskQueue(about),
    );
    const asked = pollers.map(({ identity, lastAccessTime }): Poller => ({
      identity: identity ?? '',
      askedAt: tsToMs(lastAccessTime),
    }));
    return ofOtherReleases(asked, release, Date.now());
  }
}
