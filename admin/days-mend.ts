import { Client } from '@temporalio/client';
import type { MikroORM } from '@mikro-orm/postgresql';
import { readParts } from '../config.ts';
import { connect, disconnect } from '../db/orm.ts';
import { createPlaceService } from '../services/orders/places.ts';
import { ProblemError } from '../services/problems/problems.ts';
import { connectTemporal } from './connect.ts';
import { driftingLines } from './days-check.ts';

/** Orders that were computed anew, and those that could not be, with why. */
export type MendReport = { mended: string[]; left: { order: string; why: string }[] };

/**
 * Has every open order with a boundary that today's time zone database puts elsewhere computed anew, and prints which. The
 * product may run meanwhile. What was mended drifts no more, so that an ended run is simply begun again. The exit code is 1
 * when something could not be mended.
 */
export async function mendDays(): Promise<void> {
  const { databaseUrl, temporal } = readParts(['databaseUrl', 'temporal']);
  const orm = await connect(databaseUrl);
  const connection = await connectTemporal(temporal);
  try {
    const client = new Client({ connection, namespace: temporal.namespace });
    const report = await mendDrifting({ orm, temporal: client, clock: Date.now });
    console.log(inWords(report));
    if (report.left.length > 0) process.exitCode = 1;
  } finally {
    await connection.close();
    await disconnect(orm);
  }
}

/** The same with what it needs; `database` is the version of the time zone database. */
export async function mendDrifting(
  deps: { orm: MikroORM; temporal: Client; clock: () => number },
  database = process.versions.tz!,
): Promise<MendReport> {
  const places = createPlaceService(deps);
  const report: MendReport = { mended: [], left: [] };
  let last: string | null = null;
  for await (const { line } of driftingLines(deps.orm.em.fork(), deps.clock())) {
    const { order } = line;
    if (order === last) continue;
    last = order;
    try {
      const { applied } = await places.mendDays(order, database);
      if (applied) report.mended.push(order);
      else report.left.push({ order, why: 'It was told, and shows nothing yet.' });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      report.left.push({ order, why: error.message });
    }
  }
  return report;
}

function inWords({ mended, left }: MendReport): string {
  return [
    ...mended.map((order) => `${order}: computed anew`),
    ...left.map(({ order, why }) => `${order}: left as it is (${why})`),
    `${mended.length} orders were computed anew, ${left.length} were not.`,
  ].join('\n');
}
