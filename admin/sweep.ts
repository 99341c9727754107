import { readParts } from '../config.ts';
import { sweepPatiently } from '../db/sweeping.ts';

/** Deletes at once what the daily sweeping would, and prints how much of each kind. */
export async function sweepNow(): Promise<void> {
  const { databaseUrl } = readParts(['databaseUrl']);
  const swept = await sweepPatiently(databaseUrl, new Date());
  console.log(swept.map(({ kind, rows }) => `${kind} ${rows}`).join('\n'));
}
