import { Client, Connection } from '@temporalio/client';
import { createBatchWalk } from '../../../activities/batches.ts';
import type { CarryOut } from '../../../domain/batches.ts';
import { createOrderTalk } from '../../../activities/orders.ts';
import { createPublishing } from '../../../activities/publish.ts';
import { connect } from '../../../db/orm.ts';
import { createCarryOut } from '../../../services/batches/carrying-out.ts';
import { startingOn, startWorker } from './api.ts';
import { createMailing } from '../mail/mailing.ts';
import { CATALOGUE } from '../domain/catalogue.ts';

/**
 * A worker in a process of its own that kills itself at its first call of an activity: before it has done anything, or
 * after, when nobody has heard that it was done; of an e-mail that is when it was stored, before Resend was asked, or when
 * Resend has answered, before the next line; of a batch at an item in the middle of it.
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
const { sendMail, publishWithMail } = createMailing(deps, resendUrl!, (resend) => deadlyOne(resend));
const carrying = createCarryOut({ ...deps, catalogue: CATALOGUE, clock: Date.now, log: console });
const carryOut = afterSome(carrying.carryOut, deadlyOne(carrying.carryOut));
const { walkBatch } = createBatchWalk({ orm: deps.orm, ...carrying, carryOut });
const deadly = { publishServer: deadlyOne(publishServer), tellOrder: deadlyOne(tellOrder), sendMail, walkBatch };
const replaced = Object.fromEntries(Object.entries(deadly).filter(([name]) => name === activity));
await startWorker(
  { temporalAddress: temporalAddress!, taskQueue: taskQueue!, deps },
  replaced,
  activity === 'sendMail' ? publishWithMail : undefined,
);
console.log('ready');

/** The first items are carried out as ever. */
function afterSome(carryOut: CarryOut, last: CarryOut): CarryOut {
  let begun = 0;
  return (item) => ((begun += 1) <= 4 ? carryOut(item) : last(item));
}

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
