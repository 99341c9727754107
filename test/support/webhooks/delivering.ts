import { NativeConnection } from '@temporalio/worker';
import { createDelivering } from '../../../activities/delivering.ts';
import { createFollowing } from '../../../db/following.ts';
import { createReadEvents } from '../../../services/webhooks/told.ts';
import { createWaker } from '../../../services/webhooks/waker.ts';
import { deliveringQueue } from '../../../temporal/contract.ts';
import { createSender, type Send } from '../../../webhooks/send.ts';
import { createDeliveringWorker } from '../../../worker/create.ts';
import '../workflow/quiet.ts';
import { PRIVATE_TARGETS, type WorkedFor } from '../api/api.ts';

/**
 * What a worker process does for webhooks, beside its workflows: it delivers, follows the feed and wakes. `through` stands
 * between it and what sends.
 */
export async function startDelivering(
  { deps, temporalAddress, taskQueue }: WorkedFor,
  through: (send: Send) => Send = (send) => send,
): Promise<{ stop: () => Promise<void> }> {
  const { orm, secretKeys, temporal } = deps;
  const clock = Date.now;
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const sender = createSender({ privateTargets: PRIVATE_TARGETS, proxy: null }, { clock });
  const delivering = {
    orm,
    secretKeys,
    clock,
    readEvents: createReadEvents({ orm, clock }),
    send: through(sender.send),
  };
  const worker = await createDeliveringWorker({
    ...{ connection, namespace: 'default', activities: createDelivering(delivering) },
    overrides: { taskQueue: deliveringQueue(taskQueue) },
  });
  const running = worker.run();
  const warn = () => undefined;
  const following = createFollowing({ orm, clock, warn });
  const waker = createWaker({ orm, temporal, clock, warn });
  following.onAdvance(() => waker.wake());
  following.start();
  return {
    async stop() {
      await following.stop();
      await waker.stop();
      worker.shutdown();
      await running;
      await sender.close();
      await connection.close();
    },
  };
}
