import { Client, Connection } from '@temporalio/client';
import { createOrderTalk } from '../../activities/orders.ts';
import { createPublishing } from '../../activities/publish.ts';
import { connect } from '../../db/orm.ts';
import { startWorker } from './api.ts';

/**
 * A worker in a process of its own that kills itself at its first call of an activity: before it has done anything, or
 * after, when nobody has heard that it was done. Takes the database, Temporal's address, the task queue, the moment and the activity.
 */
const [databaseUrl, temporalAddress, taskQueue, moment, activity] = process.argv.slice(2);
const deps = {
  orm: await connect(databaseUrl!, 5),
  temporal: new Client({ connection: Connection.lazy({ address: temporalAddress! }) }),
  secretKeys: [{ name: 'k1', key: Buffer.alloc(32, 1) }],
};
const { publishServer } = createPublishing(deps);
const { tellOrder } = createOrderTalk({ client: deps.temporal, readLedgers: () => Promise.resolve([]) });
const deadly = { publishServer: deadlyOne(publishServer), tellOrder: deadlyOne(tellOrder) };
const replaced = Object.fromEntries(Object.entries(deadly).filter(([name]) => name === activity));
await startWorker({ temporalAddress: temporalAddress!, taskQueue: taskQueue!, deps }, replaced);
console.log('ready');

function deadlyOne<Argument>(call: (argument: Argument) => Promise<void>): (argument: Argument) => Promise<void> {
  return async (argument) => {
    if (moment === 'after') await call(argument);
    process.kill(process.pid, 'SIGKILL');
  };
}
