import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { AccountEntity } from '../db/entities/people/account.ts';
import {
  noticeSignal,
  noticesWorkflowId,
  type Activities,
  type NoticesWorkflow,
  type WaitingNotice,
} from '../temporal/contract.ts';

/**
 * Makes the activity by which orders tell what ends. The workflow of the account is started where none is open, also after
 * one has closed: here that is no accident, as what was told before is known to the digests and not only to a workflow.
 */
export function createTellNotices(deps: {
  orm: MikroORM;
  client: Client;
  taskQueue: string;
}): Activities['tellNotices'] {
  return async (notice) => {
    const account = await deps.orm.em.fork().findOne(AccountEntity, notice.account);
    await signalNotices(deps, { ...notice, timeZone: account?.timeZone ?? 'UTC' });
  };
}

/** Hands a notice to the workflow of its account, starting it where none is open. */
export async function signalNotices(
  { client, taskQueue }: { client: Client; taskQueue: string },
  notice: WaitingNotice,
): Promise<void> {
  await client.workflow.signalWithStart<NoticesWorkflow, [WaitingNotice]>('notices', {
    workflowId: noticesWorkflowId(notice.account),
    args: [{ account: notice.account, waiting: [] }],
    signal: noticeSignal,
    signalArgs: [notice],
    taskQueue,
    staticSummary: `Notices for ${notice.account}`,
    staticDetails:
      'One digest a day at most, over all orders of the account, of what ends without having been renewed.',
  });
}
