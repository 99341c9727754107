import { startParts } from './parts.ts';
import { workflowsToRun } from '../../../worker/bundle.ts';

let parts: Awaited<ReturnType<typeof startParts>> | undefined;

/**
 * Bundles the workflows, then starts PostgreSQL and Temporal, before the first test that needs them, once for all
 * projects of a run. Tests run in
 * processes of their own and find the servers through `TEST_DATABASE_URL` and `TEST_TEMPORAL_ADDRESS`.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  await workflowsToRun();
  parts = await startParts();
  process.env.TEST_DATABASE_URL = parts.databaseUrl;
  process.env.TEST_TEMPORAL_ADDRESS = parts.temporalAddress;
}

/** Stops what `globalSetup` started. */
export async function stopParts(): Promise<void> {
  await parts?.stop();
}
