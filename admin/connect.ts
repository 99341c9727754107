import { Connection } from '@temporalio/client';
import type { Config } from '../config.ts';
import { CommandError } from './command-error.ts';

/** A connection to Temporal. Throws a `CommandError` when it cannot be reached. */
export async function connectTemporal({ connection }: Config['temporal']): Promise<Connection> {
  return Connection.connect(connection).catch((error: Error) => {
    throw new CommandError(`Temporal cannot be reached at ${connection.address} (${error.message}).`);
  });
}
