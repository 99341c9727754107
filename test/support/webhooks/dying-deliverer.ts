import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { connect } from '../../../db/orm.ts';
import { startingOn } from '../api/api.ts';
import { startDelivering } from './delivering.ts';

/**
 * Delivers in a process of its own that kills itself when an endpoint has taken so many messages, before anybody has written
 * that down. Takes the database, Temporal's address, the task queue and how many.
 */
const [databaseUrl, temporalAddress, taskQueue, many] = process.argv.slice(2);
const connection = await NativeConnection.connect({ address: temporalAddress! });
let left = Number(many);
const deps = {
  orm: await connect(databaseUrl!, 5),
  temporal: new Client({ connection, interceptors: { workflow: [startingOn(taskQueue!)] } }),
  secretKeys: [{ name: 'k1', key: Buffer.alloc(32, 1) }],
};
await startDelivering(
  { temporalAddress: temporalAddress!, taskQueue: taskQueue!, deps },
  (send) =>
    async (...about) => {
      const attempt = await send(...about);
      if (attempt.status === 204 && (left -= 1) <= 0) process.kill(process.pid, 'SIGKILL');
      return attempt;
    },
);
console.log('ready');
