import { Client, Connection, type WorkflowClientInterceptor } from '@temporalio/client';
import { createBatchWalk } from '../../../activities/batches.ts';
import type { CarryOut } from '../../../domain/batches.ts';
import { createOrderTalk } from '../../../activities/orders.ts';
import { createPublishing } from '../../../activities/publish.ts';
import { connect } from '../../../db/orm.ts';
import { createCarryOut } from '../../../services/batches/carrying-out.ts';
import { startingOn, startWorker } from './api.ts';
import { createMailing } from '../mail/mailing.ts';
import { CATALOGUE } from '../domain/catalogue.ts';

/** So many items, and starts, come before the one at which it dies. */
const AS_EVER = 4;

/**
 * A worker in a process of its own that kills itself at its first call of an activity: before it has done anything, or
 * after, when nobody has heard that it was done; of an e-mail that is when it was stored, before Resend was asked, or when
 * Resend has answered, before the next line; of a batch at an item in the middle of it, or at the start of an order in
 * its middle: when that was kept (`kept`), or when Temporal has it and nobody has noted so (`started`).
 * Takes the database, Temporal's address, the task queue, Resend's address, the moment and the activity.
 */
const [databaseUrl, temporalAddress, taskQueue, resendUrl, moment, activity] = process.argv.slice(2);
/** Whether it dies at an activity or an item, and not at the start of an order. */
const isItem = moment === 'before' || moment === 'after';
const deps = {
  orm: await connect(databaseUrl!, 5),
  temporal: new Client({
    connection: Connection.lazy({ address: temporalAddress! }),
    interceptors: { workflow: [deadlyStarts(), startingOn(taskQueue!)] },
  }),
  secretKeys: [{ name: 'k1', key: Buffer.alloc(32, 1) }],
};
const { publishServer } = createPublishing(deps);
const { tellOrder } = createOrderTalk({ client: deps.temporal, readLedgers: () => Promise.resolve([]) });
const { sendMail, publishWithMail } = createMailing(deps, resendUrl!, (resend) => deadlyOne(resend));
const carrying = createCarryOut({ ...deps, catalogue: CATALOGUE, clock: Date.now, log: console });
const carryOut = isItem ? afterSome(carrying.carryOut, deadlyOne(carrying.carryOut)) : carrying.carryOut;
const { walkBatch } = createBatchWalk({ orm: deps.orm, ...carrying, carryOut, gives: () => false });
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
  return (item) => ((begun += 1) <= AS_EVER ? carryOut(item) : last(item));
}

/** The first orders are started as ever. */
function deadlyStarts(): WorkflowClientInterceptor {
  let begun = 0;
  return {
    async startWithDetails(input, next) {
      if (input.workflowType !== 'order' || (begun += 1) !== AS_EVER + 1 || isItem) return next(input);
      if (moment === 'started') await next(input);
      return die();
    },
  };
}

function deadlyOne<Argument, Answer>(
  call: (argument: Argument) => Promise<Answer>,
): (argument: Argument) => Promise<Answer> {
  return async (argument) => {
    if (moment === 'after') await call(argument);
    return die();
  };
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  // The signal needs a moment, in which nothing more may happen.
  return new Promise<never>(() => {});
}
