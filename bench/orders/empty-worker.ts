import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';

/** Runs the empty workflow and the sleeping one; takes the address of Temporal and the task queue. */
const [address, taskQueue] = process.argv.slice(2);
const connection = await NativeConnection.connect({ address });
const workflowsPath = fileURLToPath(new URL('empty-workflow.ts', import.meta.url));
const worker = await Worker.create({ connection, taskQueue: taskQueue!, workflowsPath, maxCachedWorkflows: 2_000 });
console.log('ready');
await worker.run();
await connection.close();
