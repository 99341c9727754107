import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStartConfig } from '../config.ts';
import type { Keys } from './keys.ts';
import { localUrl } from './settings.ts';
import { activateServer, assign, deliver, reached, readOrder, register, unlock } from './story/chapters.ts';
import { createCloud, type Cloud } from './story/cloud.ts';
import { temporalAddresses } from './temporal.ts';

/** From a posted order to two activated servers, over public interfaces alone, on the product that `npm start` runs. */
async function story(): Promise<void> {
  const config = readStartConfig();
  const cloud = createCloud(localUrl(config), apiKey(config.dataDir));
  const { uiUrl } = temporalAddresses({ port: config.temporalPort, uiPort: config.temporalUiPort });
  const number = `STORY-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const workflow = encodeURIComponent(`order/${number}`);
  const link = `${config.temporalUiUrl ?? uiUrl}/namespaces/${config.temporalNamespace}/workflows/${workflow}`;
  const tell = (what: string) => show(cloud, number, what, link);

  await deliver(cloud, number);
  await tell('The ERP posted an order with two lines. Its licenses are in the Smart Account, locked.');

  const mail = await unlock(cloud, number);
  await tell(
    `${mail.to.join(', ')} got one e-mail, "${mail.subject}", and pressed its button: twice, without a login.`,
  );

  const first = await register(cloud, 'Front desk', 'production');
  const second = await register(cloud, 'Front desk, standby', 'redundancy');
  await assign(cloud, first, 'attendant-console', 15);
  await assign(cloud, second, 'attendant-console', 5);
  await assign(cloud, first, 'digital-fax', 8);
  await reached(cloud, number, 'assigned');
  await tell('Two servers were registered, and the capacity was assigned across both.');

  const tables = [await activateServer(cloud, first), await activateServer(cloud, second)];
  await reached(cloud, number, 'activated');
  await tell('Each token was pasted into its AppSuite. Both are activated.');

  for (const [index, server] of [first, second].entries())
    console.log(`\n── What "${server.name}" (${server.id}) holds ──\n\n${tables[index]}`);
}

async function show(cloud: Cloud, number: string, what: string, link: string): Promise<void> {
  const order = await readOrder(cloud, number);
  const rows = order.lines.map(
    ({ application, locked, assigned, free }) =>
      `    ${application.padEnd(20)} locked ${locked}, assigned ${assigned}, free ${free}`,
  );
  console.log(`\n● ${what}\n  ${order.number} is ${order.stage}:\n${rows.join('\n')}\n  ${link}`);
}

function apiKey(dataDir: string): string {
  const set = process.env.BOOTSTRAP_API_KEY;
  if (set) return set;
  const file = join(dataDir, 'keys.json');
  if (!existsSync(file)) throw new Error(`There is no API key in ${file}. Start the product first: npm start`);
  return (JSON.parse(readFileSync(file, 'utf8')) as Keys).BOOTSTRAP_API_KEY;
}

try {
  await story();
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
