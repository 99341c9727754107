import { sleep } from '@temporalio/workflow';

/** Does nothing: the least that starting a workflow can cost. */
export async function empty(): Promise<void> {}

/** Sleeps for years and does nothing: the least that waiting can cost. */
export async function sleeping(): Promise<void> {
  await sleep('10 years');
}
