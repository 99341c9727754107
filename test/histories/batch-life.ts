import type { WorkflowHandle } from '@temporalio/client';
import * as contract from '../../temporal/contract.ts';
import type { Bench } from '../support/workflow/bench.ts';

const counts = { done: 10, refused: 1, waiting: 40 };

/** How walks end, in sequence; one goes on until there is one. */
export type Walks = contract.BatchWalk[];

async function begin(life: Bench, id: string): Promise<WorkflowHandle> {
  const workflowId = contract.batchWorkflowId(id);
  return life.env.client.workflow.start('batch', {
    ...{ workflowId, taskQueue: life.taskQueue },
    args: [{ id, kind: 'orders' }],
  });
}

/** A batch that has to wait, is paused while some of it is under way, goes on, and is canceled. */
export async function liveOfBatch(life: Bench, walks: Walks): Promise<string[]> {
  const batch = await begin(life, 'b-1');
  const shown = (times: number) => life.until(() => life.published.batches.length === times);
  await shown(1);
  walks.push({ ...counts, isMoving: false }, { ...counts, isMoving: true });
  await life.env.sleep('6s');
  await life.until(() => walks.length === 0);
  await batch.signal(contract.pauseBatchSignal, { at: await life.now() });
  walks.push({ ...counts, waiting: 32, isMoving: true });
  await shown(2);
  await batch.signal(contract.resumeBatchSignal, { at: await life.now() });
  await shown(3);
  await batch.signal(contract.cancelBatchSignal, { at: await life.now() });
  walks.push({ ...counts, waiting: 30, isMoving: true });
  await batch.result();
  return [contract.batchWorkflowId('b-1')];
}

/** A batch that lives so long that it goes on in a new run, and is done there. */
export async function liveOfLongBatch(life: Bench, walks: Walks): Promise<string[]> {
  const batch = await begin(life, 'b-2');
  const { runId } = await batch.describe();
  await life.until(async () => {
    while (walks.length < 10) walks.push({ ...counts, isMoving: true });
    return (await life.env.client.workflow.getHandle(batch.workflowId).describe()).runId !== runId;
  });
  walks.push({ ...counts, waiting: 0, isMoving: true });
  await batch.result();
  return [contract.batchWorkflowId('b-2')];
}
