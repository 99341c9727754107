import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createDelivering } from '../activities/delivering.ts';
import { createActivities } from '../activities/index.ts';
import { readParts } from '../config.ts';
import { FORMER_EXIT_CODE, formerData } from '../db/former.ts';
import { createFollowing } from '../db/following.ts';
import { connectToServe } from '../db/orm.ts';
import { createCarryOut } from '../services/batches/carrying-out.ts';
import { start } from '../temporal/calls.ts';
import { SWEEPING_WORKFLOW_ID, type SweepingWorkflow } from '../temporal/contract.ts';
import { createReadEvents } from '../services/webhooks/told.ts';
import { createWaker } from '../services/webhooks/waker.ts';
import { createSender } from '../webhooks/send.ts';
import { workflowsToRun } from './bundle.ts';
import { createDeliveringWorker, createWorker } from './create.ts';

/** The composition root of the worker: everything it needs is made here, and closed here. */
const config = readParts([
  ...([
    'databaseUrl',
    'statementSeconds',
    'temporal',
    'mail',
    'publicUrl',
    'secretKeys',
    'catalogue',
    'webhooks',
  ] as const),
]);
const orm = await connectToServe(config);
const former = await formerData(orm, config.databaseUrl);
if (former !== null) {
  console.error(former);
  process.exit(FORMER_EXIT_CODE);
}
const connection = await NativeConnection.connect(config.temporal.connection);
const client = new Client({ connection, namespace: config.temporal.namespace });
const log = { error: (about: object, message: string) => console.error(message, about) };
const batches = createCarryOut({ ...config, orm, temporal: client, startsEagerly: true, clock: Date.now, log });

const worker = await createWorker({
  connection,
  namespace: config.temporal.namespace,
  workflowBundle: await workflowsToRun(),
  activities: createActivities({ ...config, orm, client, clock: Date.now, batches }),
});
const sender = createSender(config.webhooks, { clock: Date.now });
const delivering = await createDeliveringWorker({
  connection,
  namespace: config.temporal.namespace,
  activities: createDelivering({
    ...{ orm, secretKeys: config.secretKeys, clock: Date.now },
    readEvents: createReadEvents({ orm, clock: Date.now }),
    send: sender.send,
  }),
});
// The first worker ever begins it; where Temporal does not answer now, the next one does.
await start<SweepingWorkflow>(client, 'sweeping', { workflowId: SWEEPING_WORKFLOW_ID, args: [] });
const following = createFollowing({
  orm,
  clock: Date.now,
  warn: (error) => console.warn('the feed is not followed at this moment', error),
});
const waker = createWaker({
  ...{ orm, temporal: client, clock: Date.now },
  warn: (error) => console.warn('webhooks are not woken at this moment', error),
});
following.onAdvance(() => waker.wake());
following.start();
console.log('worker ready');
try {
  // Temporal's worker ends its polling by itself on SIGINT and SIGTERM, and finishes what it has begun.
  await Promise.all([worker.run(), delivering.run()]);
} finally {
  await following.stop();
  await waker.stop();
  await sender.close();
  await connection.close();
  await orm.close();
}
