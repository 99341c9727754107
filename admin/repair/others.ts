import { WorkflowIdReusePolicy } from '@temporalio/common';
import {
  askedCopies,
  awakeWebhooks,
  dueMails,
  noteLostMail,
  noteUncertain,
  openBatches,
  unstoredMails,
  withoutRow,
} from '../../db/queries/repair/others.ts';
import { claiming } from '../../db/queries/repair/servers.ts';
import { missing } from '../../db/queries/publishing/rebuild.ts';
import { restoreClaims } from '../../db/queries/servers/restoring.ts';
import {
  batchWorkflowId,
  TASK_QUEUE,
  webhookWorkflowId,
  type BatchWorkflow,
  type MailStart,
  type MailWorkflow,
} from '../../temporal/contract.ts';
import { wakeWebhook } from '../../temporal/wake-webhook.ts';
import { atMostAtOnce } from '../../services/at-once.ts';
import { takeovers } from '../projection.ts';
import { AT_A_TIME, type RepairRun } from './deps.ts';
import { isOpenNow, listWorkflows } from './telling.ts';

/** What differed of a stream or a workflow. */
export type Difference = { stream: string; differences: string[] };

/** What is due for less than this may be under way without a workflow of its own. */
const UNDER_WAY_MS = 60_000;

/** E-mails whose workflows Temporal knows and that have no row; those that are due, or asked for, and have no workflow. */
export async function repairMails(run: RepairRun): Promise<Difference[]> {
  const em = run.orm.em.fork();
  const listed = await listWorkflows(run.client, 'mail');
  const found: Difference[] = [];
  const note = async (stream: string, difference: string, mend: () => Promise<unknown>) => {
    found.push({ stream, differences: [difference] });
    if (!run.onlyCheck) await mend();
  };
  const ids = [...listed.keys()].map((id) => `mail/${id}`);
  await atMostAtOnce(AT_A_TIME, await unstoredMails(em, ids), async (mail) => {
    // One that goes on makes its row by itself, unless that was lost.
    if (run.isUnrepaired || !(await isOpenNow(run.client, mail.id)))
      await note(mail.id, 'mails: was missing; it is unknown whether it was sent', () =>
        noteLostMail(run.orm.em.fork(), mail),
      );
  });
  await atMostAtOnce(AT_A_TIME, await dueMails(em), async ({ id, madeAt, order, delivery, ...mail }) => {
    if (run.restoredAt !== null && madeAt <= run.restoredAt)
      await note(id, 'mails: was due in the backup; it is unknown whether it was sent', () =>
        noteUncertain(run.orm.em.fork(), id, new Date(run.clock())),
      );
    else if (order && delivery && madeAt < run.clock() - UNDER_WAY_MS && !(await isOpenNow(run.client, id)))
      await note(id, 'workflow: was missing', () => sendMail(run, id, { order, delivery, ...mail }));
  });
  await atMostAtOnce(AT_A_TIME, await askedCopies(em), async ({ id, ...mail }) => {
    if (!listed.has(id.slice('mail/'.length)) && !run.isUnrepaired)
      await note(id, 'workflow: was missing', () => sendMail(run, id, mail));
  });
  return found;
}

/** Sent before, by its row or by Resend's word for its key, counts as done. */
async function sendMail(
  { client }: RepairRun,
  workflowId: string,
  { copy = 1, edition = 1, ...mail }: MailStart,
): Promise<void> {
  const args: [MailStart] = [{ ...mail, ...(copy > 1 && { copy }), ...(edition > 1 && { edition }) }];
  await client.workflow.start<MailWorkflow>('mail', {
    ...{ workflowId, args, taskQueue: TASK_QUEUE, workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE },
    staticSummary: `E-mail of delivery ${mail.delivery} of order ${mail.order}`,
  });
}

/** Batches and webhooks that go on by their rows, and whose workflow is gone. Carrying out an item twice changes nothing. */
export async function repairWalks(run: RepairRun): Promise<Difference[]> {
  const em = run.orm.em.fork();
  const found: Difference[] = [];
  for (const { id, kind, state } of await openBatches(em)) {
    const workflowId = batchWorkflowId(id);
    if (await isOpenNow(run.client, workflowId)) continue;
    found.push({ stream: workflowId, differences: ['workflow: was missing'] });
    const args = [{ id, kind, ...(state === 'paused' && { asked: 'paused' as const }) }] as const;
    if (!run.onlyCheck)
      await run.client.workflow.start<BatchWorkflow>('batch', {
        ...{ workflowId, args: [...args], taskQueue: TASK_QUEUE, staticSummary: `Batch of ${kind}` },
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      });
  }
  for (const webhook of await awakeWebhooks(em)) {
    const workflowId = webhookWorkflowId(webhook.id);
    if (await isOpenNow(run.client, workflowId)) continue;
    found.push({ stream: workflowId, differences: ['workflow: was missing'] });
    if (!run.onlyCheck) await wakeWebhook(run.client, webhook);
  }
  return found;
}

/** Workflows of batches and webhooks that go on, and have lost their rows: whoever made them makes them again. */
export async function lostWalks(run: RepairRun): Promise<{ batches: string[]; webhooks: string[] }> {
  const em = run.orm.em.fork();
  const open = async (kind: string) =>
    [...(await listWorkflows(run.client, kind))].flatMap(([id, { isOpen }]) => (isOpen ? [id] : []));
  return {
    batches: await withoutRow(em, 'batches', await open('batch')),
    webhooks: await withoutRow(em, 'webhooks', await open('webhook')),
  };
}

/** What standbys and test units claim, by their servers, and takeovers, by the journal. */
export async function repairClaims({ orm, onlyCheck }: RepairRun): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const id of await claiming(orm.em.fork())) {
    const tx = orm.em.fork();
    await tx.begin();
    try {
      const rows = await restoreClaims(tx, id);
      if (rows.length > 0) found.push({ stream: `server/${id}`, differences: rows.map(missing) });
      if (!onlyCheck) await tx.commit();
    } finally {
      if (tx.isInTransaction()) await tx.rollback();
    }
  }
  found.push(...(await takeovers(orm, onlyCheck)));
  return found;
}
