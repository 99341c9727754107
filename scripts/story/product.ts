import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStartConfig, type StartConfig } from '../../config.ts';
import type { Keys } from '../start/keys.ts';
import { localUrl } from '../start/settings.ts';
import { temporalAddresses } from '../start/temporal.ts';
import { createCloud } from './cloud.ts';

/** The product that `npm start` runs, as whoever tells a story of it finds it. */
export function runningProduct() {
  const config = readStartConfig();
  const { address, uiUrl } = temporalAddresses({ port: config.temporalPort, uiPort: config.temporalUiPort });
  return {
    cloud: createCloud(localUrl(config), apiKey(config)),
    temporal: { address: config.temporalAddress ?? address, namespace: config.temporalNamespace },
    /** Where people look at a workflow. */
    linkTo: (workflowId: string) =>
      `${config.temporalUiUrl ?? uiUrl}/namespaces/${config.temporalNamespace}/workflows/${encodeURIComponent(workflowId)}`,
  };
}

/** The number of an order of its own for each telling. */
export function newNumber(prefix: string): string {
  return `${prefix}-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
}

/** Runs a story to its end; what went wrong is one sentence. */
export async function tell(story: () => Promise<void>): Promise<void> {
  try {
    await story();
  } catch (error) {
    console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function apiKey({ dataDir, databaseUrl }: StartConfig): string {
  const set = process.env.BOOTSTRAP_API_KEY?.trim();
  if (set) return set;
  if (databaseUrl !== null) throw new Error('DATABASE_URL names a database of your own: set BOOTSTRAP_API_KEY too.');
  const file = join(dataDir, 'keys.json');
  if (!existsSync(file)) throw new Error(`There is no API key in ${file}. Start the product first: npm start`);
  return (JSON.parse(readFileSync(file, 'utf8')) as Keys).BOOTSTRAP_API_KEY;
}
