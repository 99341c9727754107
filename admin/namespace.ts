import { Connection } from '@temporalio/client';
import { readConfig } from '../config.ts';
import { prepareNamespace } from '../temporal/namespace.ts';

/** Prepares Temporal's namespace, once, and ends. */
const { temporal } = readConfig();
const connection = await Connection.connect(temporal.connection);
try {
  await prepareNamespace(connection, temporal.namespace);
  console.log(`Temporal's namespace ${temporal.namespace} is ready.`);
} finally {
  await connection.close();
}
