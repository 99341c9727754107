import { fileURLToPath } from 'node:url';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { TASK_QUEUE, type Activities } from '../workflows/contract.ts';

/** The source runs as TypeScript in development and as JavaScript in production; this file's own name tells which. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const WORKFLOWS = fileURLToPath(new URL(`../workflows/index.${EXTENSION}`, import.meta.url));

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
    // Evaluated once, not for every workflow: it is large, and keeps nothing but caches of what never changes.
    bundlerOptions: { preloadModules: ['temporal-polyfill'] },
    ...options.overrides,
  });
}
