import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createDelivering } from '../activities/delivering.ts';
import { createActivities } from '../activities/index.ts';
import { readParts } from '../config.ts';
import { FORMER_EXIT_CODE, formerData } from '../db/former.ts';
import { createFollowing } from '../db/following.ts';
import { noticeAtStart } from '../db/noticing.ts';
import { connectToServe, disconnect } from '../db/orm.ts';
import { createWriteProbe } from '../db/write-probe.ts';
import { createCarryOut } from '../services/batches/carrying-out.ts';
import { createNumbers } from '../services/numbers/numbers.ts';
import { createKeptOrders } from '../services/orders/arriving/kept-orders.ts';
import { createLogger } from '../telemetry/logger.ts';
import { readable } from '../telemetry/readable.ts';
import { readiness, type Check } from '../telemetry/readiness.ts';
import { createRegistry } from '../telemetry/registry.ts';
import { startTracing } from '../telemetry/tracing.ts';
import { start } from '../temporal/calls.ts';
import { namingRequests } from '../temporal/requests.ts';
import { SWEEPING_WORKFLOW_ID, type SweepingWorkflow } from '../temporal/contract.ts';
import { missingAttributes } from '../temporal/namespace.ts';
import { workerIdentity } from '../temporal/release.ts';
import { createReadEvents } from '../services/webhooks/told.ts';
import { createWaker } from '../services/webhooks/waker.ts';
import { createSender } from '../webhooks/send.ts';
import { workflowsToRun } from './bundle.ts';
import { createDeliveringWorker, createWorker } from './create.ts';
import { createMetrics } from './metrics.ts';
import { installRuntime } from './runtime.ts';
import { buildServed } from './served.ts';

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
  ...(['production', 'host', 'workerPort', 'tracing'] as const),
]);
const logger = createLogger(config.production ? undefined : readable(process.stdout));
const tracing = config.tracing && (await startTracing('cloud-licensing-worker', config.tracing));
const readTemporalMetrics = await installRuntime(logger);
const orm = await connectToServe(config);
const former = await formerData(orm, config.databaseUrl);
if (former !== null) {
  console.error(former);
  process.exit(FORMER_EXIT_CODE);
}
const connection = await NativeConnection.connect(config.temporal.connection);
const missing = await missingAttributes(connection, config.temporal.namespace);
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
const client = new Client({
  ...{ connection, namespace: config.temporal.namespace },
  interceptors: { workflow: [...(tracing ? [tracing.client] : []), namingRequests] },
});
const starting = { orm, temporal: client, startsEagerly: true, clock: Date.now, log: logger };
const keptOrders = createKeptOrders({
  ...starting,
  warn: (err) => logger.warn({ err }, 'orders are not started at this moment'),
});
const batches = { ...createCarryOut({ ...config, ...starting }), gives: keptOrders.arePosted };
const interceptors = tracing ? [tracing.activity] : [];

const workflowBundle = await workflowsToRun();
const worker = await createWorker({
  connection,
  namespace: config.temporal.namespace,
  workflowBundle,
  overrides: { identity: workerIdentity(workflowBundle.codePath) },
  activities: createActivities({ ...config, orm, client, clock: Date.now, batches }),
  interceptors,
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
  interceptors,
});
await noticeAtStart(orm, logger);
// The first worker ever begins it; where Temporal does not answer now, the next one does.
await start<SweepingWorkflow>(client, 'sweeping', { workflowId: SWEEPING_WORKFLOW_ID, args: [] });
const following = createFollowing({
  orm,
  clock: Date.now,
  warn: (err) => logger.warn({ err }, 'the feed is not followed at this moment'),
});
const waker = createWaker({
  ...{ orm, temporal: client, clock: Date.now },
  warn: (err) => logger.warn({ err }, 'webhooks are not woken at this moment'),
});
following.onAdvance(() => waker.wake());
following.start();
keptOrders.start();
const numbers = createNumbers({
  ...{ orm, clock: Date.now },
  warn: (err) => logger.warn({ err }, 'numbers cannot be read at this moment'),
});
const probe = createWriteProbe(orm, Date.now);
const isReady = () => readiness({ orm, temporal: client, probe }, { worker: polls });
const served = buildServed({
  readiness: isReady,
  metrics: createMetrics(createRegistry(orm, isReady), numbers, readTemporalMetrics),
});
await served.listen({ host: config.host, port: config.workerPort });
logger.info({ host: config.host, port: config.workerPort }, 'worker ready');
try {
  // Temporal's worker ends its polling by itself on SIGINT and SIGTERM, and finishes what it has begun.
  await Promise.all([worker.run(), delivering.run()]);
} finally {
  await served.close();
  await keptOrders.stop();
  await following.stop();
  await waker.stop();
  await sender.close();
  await connection.close();
  await disconnect(orm);
  await tracing?.stop();
}

/** Whether it takes tasks: both workers poll from when they run until they are asked to stop. */
function polls(): Check {
  const states = [worker, delivering].map((one) => one.getState());
  if (states.every((state) => state === 'RUNNING')) return { ready: true };
  return { ready: false, detail: `Does not poll: ${states.join(' and ')}.` };
}
