import { Client, Connection } from '@temporalio/client';
import { createOrderTalk } from '../../../activities/orders.ts';
import { createPublishing } from '../../../activities/publish.ts';
import { connect } from '../../../db/orm.ts';
import { startingOn, startWorker } from './api.ts';
import { createMailing } from '../mail/mailing.ts';

/**
 * A worker in a process of its own that kills itself at its first call of an activity: before it has done anything, or
 * after, when nobody has heard that it was done; of an e-mail that is when Resend has answered, before the next line.
 * Takes the database, Temporal's address, the task queue, Resend's address, the moment and the activity.
 */
const [databaseUrl, temporalAddress, taskQueue, resendUrl, moment, activity] = process.argv.slice(2);
const deps = {
  orm: await connect(databaseUrl!, 5),
  temporal: new Client({
    connection: Connection.lazy({ address: temporalAddress! }),
    interceptors: { workflow: [startingOn(taskQueue!)] },
  }),
  secretKeys: [{ name: 'k1', key: Buffer.alloc(32, 1) }],
};
const { publishServer } = createPublishing(deps);
const { tellOrder } = createOrderTalk({ client: deps.temporal, readLedgers: () => Promise.resolve([]) });
const sendMail = createMailing(deps, resendUrl!, (resend) => deadlyOne(resend));
const deadly = { publishServer: deadlyOne(publishServer), tellOrder: deadlyOne(tellOrder), sendMail };
const replaced = Object.fromEntries(Object.entries(deadly).filter(([name]) => name === activity));
await startWorker({ temporalAddress: temporalAddress!, taskQueue: taskQueue!, deps }, replaced);
console.log('ready');

function deadlyOne<Argument, Answer>(
  call: (argument: Argument) => Promise<Answer>,
): (argument: Argument) => Promise<Answer> {
  return async (argument) => {
    if (moment === 'after') await call(argument);
    process.kill(process.pid, 'SIGKILL');
    // The signal needs a moment, in which nothing more may happen.
    return new Promise<never>(() => {});
  };
}
