import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Worker,
  type NativeConnection,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { deliveringQueue, TASK_QUEUE, type Activities, type DeliveringActivities } from '../temporal/contract.ts';
import { failRefusedDataForGood } from './refused-data.ts';

/** The source runs as TypeScript in development and as JavaScript in production; this file's own name tells which. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const WORKFLOWS = fileURLToPath(new URL(`../workflows/index.${EXTENSION}`, import.meta.url));
const CALENDAR = fileURLToPath(new URL(`../domain/days.${EXTENSION}`, import.meta.url));

/** Puts the workflows and all that they import into one script, which takes seconds. Problems alone are logged. */
export async function bundleWorkflows(): Promise<{ code: string }> {
  return bundleWorkflowCode({
    workflowsPath: WORKFLOWS,
    // Calendar arithmetic is loaded once, not for every workflow: its first use takes many milliseconds, and it keeps
    // nothing but what it has learnt about time zones, which is the same for all.
    preloadModules: [CALENDAR],
    logger: new DefaultLogger('WARN'),
  });
}

/**
 * Makes the worker of this product, of workflows that `bundleWorkflows` made. It polls until `shutdown()`; then it
 * finishes what it has begun.
 */
export function createWorker(options: {
  connection: NativeConnection;
  namespace: string;
  workflowBundle: WorkflowBundleOption;
  activities: Activities;
  overrides?: Partial<WorkerOptions>;
}): Promise<Worker> {
  const { overrides, ...given } = options;
  return Worker.create({
    ...given,
    taskQueue: TASK_QUEUE,
    maxCachedWorkflows: 2_000,
    interceptors: { activity: [failRefusedDataForGood] },
    ...overrides,
  });
}

/** So many endpoints can be delivered to at the same time: one that hangs keeps its slot for twenty seconds, and then waits for its own schedule. */
const ENDPOINTS_AT_ONCE = 200;

/**
 * Makes the worker that delivers to the endpoints of others, in the same process and with slots of its own, so that those
 * that hang hold up no order. It runs no workflows.
 */
export function createDeliveringWorker(options: {
  connection: NativeConnection;
  namespace: string;
  activities: DeliveringActivities;
  overrides?: Partial<WorkerOptions>;
}): Promise<Worker> {
  const { overrides, ...given } = options;
  return Worker.create({
    ...given,
    taskQueue: deliveringQueue(TASK_QUEUE),
    maxConcurrentActivityTaskExecutions: ENDPOINTS_AT_ONCE,
    interceptors: { activity: [failRefusedDataForGood] },
    ...overrides,
  });
}
