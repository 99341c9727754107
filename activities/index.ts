import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { customerLedgers } from '../db/queries/orders/ledgers.ts';
import { sweepPatiently } from '../db/sweeping.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import { TASK_QUEUE, type Activities } from '../temporal/contract.ts';
import { createAskOrders } from '../temporal/ask-orders.ts';
import { createBatchWalk, type BatchDeps } from './batches.ts';
import { createOrderTalk } from './orders.ts';
import { createPublishing } from './publish.ts';
import { createPublishWithMail } from './publish-with-mail.ts';
import { createResend } from '../mail/resend.ts';
import { createSendDigest } from './send-digest.ts';
import { createSendMail } from './send-mail.ts';
import { createStartMail } from './start-mail.ts';
import { createTellDisabled } from './tell-disabled.ts';
import { createTellNotices } from './tell-notices.ts';

/** How long an order waits for Resend before its e-mail gets a workflow that waits instead. */
const AT_ONCE_MS = 1_500;

export type ActivityDeps = {
  orm: MikroORM;
  /** For what takes longer than a statement of `orm` may. */
  databaseUrl: string;
  client: Client;
  secretKeys: readonly NamedKey[];
  publicUrl: string;
  catalogue: Catalogue;
  mail: { apiKey: string; baseUrl?: string; from: string };
  /** What carries out the items of batches. */
  batches: Omit<BatchDeps, 'orm'>;
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

/** Everything that workflows can have done for them. */
export function createActivities(deps: ActivityDeps): Activities {
  const { orm, databaseUrl, client, secretKeys, publicUrl, catalogue, mail, clock } = deps;
  const sending = { orm, publicUrl, catalogue, clock, from: mail.from, resend: createResend(mail) };
  const atOnce = { ...sending, secretKeys, resend: createResend(mail, AT_ONCE_MS) };
  const publishing = createPublishing({ orm, secretKeys });
  return {
    ...publishing,
    ...createBatchWalk({ orm, ...deps.batches }),
    ...createOrderTalk({ client, readLedgers: (customerId) => customerLedgers(orm.em.fork(), customerId) }),
    sweep: () => sweepPatiently(databaseUrl, new Date(clock())),
    ...createStartMail({
      ...{ client, taskQueue: TASK_QUEUE, clock, publishOrder: publishing.publishOrder },
      sendAtOnce: createSendMail(atOnce),
      publishWithMail: createPublishWithMail(atOnce),
    }),
    sendMail: createSendMail({ ...sending, secretKeys }),
    tellNotices: createTellNotices({ orm, client, taskQueue: TASK_QUEUE }),
    tellDisabled: createTellDisabled(sending),
    sendDigest: createSendDigest({ ...sending, secretKeys, askOrders: createAskOrders(client) }),
  };
}
