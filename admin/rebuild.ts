import { Client } from '@temporalio/client';
import { readParts } from '../config.ts';
import { connect, disconnect } from '../db/orm.ts';
import { connectTemporal } from './connect.ts';
import { rebuildProjection, type RebuildReport } from './projection.ts';

/**
 * Builds the projection anew, once, and prints what differed; with `onlyCompare` it only says so. The product may run
 * meanwhile. The exit code is 1 when there is something for somebody to look at.
 */
export async function rebuild(onlyCompare: boolean): Promise<void> {
  const { databaseUrl, temporal, secretKeys } = readParts(['databaseUrl', 'temporal', 'secretKeys']);
  const orm = await connect(databaseUrl);
  const connection = await connectTemporal(temporal);
  const client = new Client({ connection, namespace: temporal.namespace });
  try {
    const report = await rebuildProjection({ orm, client, secretKeys }, { onlyCompare, onProgress });
    console.log(inWords(report, onlyCompare));
    // What differed was corrected; what could not be compared, or was only to be found, is for somebody to look at.
    if (report.left.length > 0 || (onlyCompare && report.differing.length > 0)) process.exitCode = 1;
  } finally {
    await connection.close();
    await disconnect(orm);
  }
}

function onProgress(done: number, all: number): void {
  if (done % 100 === 0 || done === all) console.error(`${done} of ${all} orders and servers`);
}

function inWords({ compared, differing, left }: RebuildReport, onlyCompare: boolean): string {
  const result = differing.length === 0 ? 'nothing differed' : `${differing.length} differed`;
  const after = differing.length === 0 ? '' : onlyCompare ? ', and were left as they are' : ', and were written anew';
  return [
    ...differing.flatMap(({ stream, differences }) => [stream, ...differences.map((difference) => `  ${difference}`)]),
    ...left.map(({ stream, why }) => `${stream}\n  not compared: ${why}`),
    `${compared} orders and servers were compared with their workflows: ${result}${after}.`,
    'Claims of standbys and of test units were compared with the servers that have them, takeovers with the journal, which does not say when the served server heard of one.',
    'Not rebuilt, as no workflow holds them: the journal and the feed; accounts, people, sign-ins and keys; intakes, and facts as they were posted; emergencies; e-mails, links and reports; notices; names that are claimed; contacts, pairings and refused activations; advisories; batches; webhooks; former tokens; and orders and servers that are over.',
  ].join('\n');
}
