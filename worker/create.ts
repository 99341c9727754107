import { fileURLToPath } from 'node:url';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { TASK_QUEUE, type Activities } from '../workflows/contract.ts';

/** The source runs as TypeScript in development and as JavaScript in production; this file's own name tells which. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const WORKFLOWS = fileURLToPath(new URL(`../workflows/index.${EXTENSION}`, import.meta.url));
const CALENDAR = fileURLToPath(new URL(`../domain/days.${EXTENSION}`, import.meta.url));

/** Makes the worker of this product. It polls until `shutdown()`; then it finishes what it has begun. */
export function createWorker(options: {
  connection: NativeConnection;
  namespace: string;
  activities: Activities;
  overrides?: Partial<WorkerOptions>;
}): Promise<Worker> {
  return Worker.create({
    connection: options.connection,
    namespace: options.namespace,
    taskQueue: TASK_QUEUE,
    workflowsPath: WORKFLOWS,
    activities: options.activities,
    maxCachedWorkflows: 2_000,
    // Calendar arithmetic is loaded once, not for every workflow: its first use takes many milliseconds, and it keeps
    // nothing but what it has learnt about time zones, which is the same for all.
    bundlerOptions: { preloadModules: [CALENDAR] },
    ...options.overrides,
  });
}
