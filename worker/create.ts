import {
  Worker,
  type ActivityInterceptorsFactory,
  type NativeConnection,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { deliveringQueue, TASK_QUEUE, type Activities, type DeliveringActivities } from '../temporal/contract.ts';
import { nameWhatIsDone } from './naming.ts';
import { failRefusedDataForGood } from './refused-data.ts';

/** Around every activity, the outermost first. */
const INTERCEPTORS = [nameWhatIsDone, failRefusedDataForGood];

/**
 * Who has a workflow in memory gets its next task first. Where that worker was killed, or has all hands full, another one takes
 * it after so long, and reads the history once; callers who wait for it wait as long (Temporal's own is 10 s).
 */
const OTHERS_TAKE_OVER_AFTER = '2s';

/**
 * A start hands out its first task with the answer where a slot for it is free: as many as begin when much has waited. It is
 * the sooner answered, and costs Temporal neither a queue nor a poll. Each may have a local activity under way: one that
 * waited for a slot would keep its task waiting, too.
 */
const TASKS_AT_ONCE = 200;

/**
 * Makes the worker of this product, of workflows that `workflowsToRun` names. It polls until `shutdown()`; then it
 * finishes what it has begun.
 */
export function createWorker(options: {
  connection: NativeConnection;
  namespace: string;
  workflowBundle: WorkflowBundleOption;
  activities: Activities;
  /** Around what every activity has around it. */
  interceptors?: ActivityInterceptorsFactory[];
  overrides?: Partial<WorkerOptions>;
}): Promise<Worker> {
  const { overrides, interceptors = [], ...given } = options;
  return Worker.create({
    ...given,
    taskQueue: TASK_QUEUE,
    maxCachedWorkflows: 2_000,
    maxConcurrentWorkflowTaskExecutions: TASKS_AT_ONCE,
    maxConcurrentLocalActivityExecutions: TASKS_AT_ONCE,
    stickyQueueScheduleToStartTimeout: OTHERS_TAKE_OVER_AFTER,
    interceptors: { activity: [...interceptors, ...INTERCEPTORS] },
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
  interceptors?: ActivityInterceptorsFactory[];
  overrides?: Partial<WorkerOptions>;
}): Promise<Worker> {
  const { overrides, interceptors = [], ...given } = options;
  return Worker.create({
    ...given,
    taskQueue: deliveringQueue(TASK_QUEUE),
    maxConcurrentActivityTaskExecutions: ENDPOINTS_AT_ONCE,
    interceptors: { activity: [...interceptors, ...INTERCEPTORS] },
    ...overrides,
  });
}
