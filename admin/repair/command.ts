import { Client } from '@temporalio/client';
import { readParts } from '../../config.ts';
import { connect, disconnect } from '../../db/orm.ts';
import { createStarting } from '../../services/orders/arriving/starting.ts';
import { connectTemporal } from '../connect.ts';
import { repair } from './repair.ts';
import { exitCodeOf, inWords } from './words.ts';

export type CommandOptions = { check: boolean; byJournal: string[]; byWorkflow: string[] };

const PROGRESS_EVERY = 500;

/**
 * Makes again what PostgreSQL or Temporal lacks after one of them was restored, prints what that was and what is left for a
 * person, and ends with the code that says so. The product may run meanwhile, and a worker must.
 */
export async function repairNow({ check, byJournal, byWorkflow }: CommandOptions): Promise<void> {
  const { databaseUrl, temporal, secretKeys } = readParts(['databaseUrl', 'temporal', 'secretKeys']);
  const orm = await connect(databaseUrl);
  const connection = await connectTemporal(temporal);
  const client = new Client({ connection, namespace: temporal.namespace });
  const startedAt = Date.now();
  try {
    const { startAgain } = createStarting({ orm, temporal: client, clock: Date.now });
    const options = { onlyCheck: check, byJournal: new Set(byJournal), byWorkflow: new Set(byWorkflow) };
    const report = await repair({ orm, client, secretKeys, clock: Date.now, begin: startAgain }, options, onProgress);
    console.log(inWords(report, check));
    process.exitCode = exitCodeOf(report, check);
  } finally {
    await connection.close();
    await disconnect(orm);
  }

  function onProgress(done: number, all: number): void {
    if (done % PROGRESS_EVERY !== 0 && done !== all) return;
    const seconds = (Date.now() - startedAt) / 1000;
    console.error(`${done} of ${all} orders and servers, ${Math.round(done / Math.max(seconds, 0.001))} a second`);
  }
}
