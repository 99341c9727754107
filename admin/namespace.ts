import { readParts } from '../config.ts';
import { prepareNamespace } from '../temporal/namespace.ts';
import { connectTemporal } from './connect.ts';

/** Prepares Temporal's namespace, once, and says so. */
export async function prepareTemporal(): Promise<void> {
  const { temporal } = readParts(['temporal']);
  const connection = await connectTemporal(temporal);
  try {
    await prepareNamespace(connection, temporal.namespace);
    console.log(`Temporal's namespace ${temporal.namespace} is ready.`);
  } finally {
    await connection.close();
  }
}
