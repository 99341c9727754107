import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../start/write-file.ts';

const SAMPLES = new URL('orders.json', import.meta.url);
const POSTED = new Set([200, 201]);

type Order = { number: string };

/** Whether the sample orders still have to be posted into what this data folder holds. */
export function needsSampleOrders(dataDir: string): boolean {
  return !existsSync(marker(dataDir));
}

/**
 * Posts the sample orders over the public API, as an ERP would; posting one again is no error.
 * `progress` hears of each. Throws with the API's answer when it refuses one.
 */
export async function postSampleOrders(
  { apiUrl, apiKey }: { apiUrl: string; apiKey: string },
  progress: (done: number, all: number) => void,
): Promise<void> {
  const orders = JSON.parse(readFileSync(SAMPLES, 'utf8')) as Order[];
  for (const [index, order] of orders.entries()) {
    const response = await fetch(`${apiUrl}/v1/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    const answer = await response.text();
    if (!POSTED.has(response.status)) {
      throw new Error(`The API did not take the sample order ${order.number} (${response.status}): ${answer}`);
    }
    progress(index + 1, orders.length);
  }
}

/** Remembers that this data folder has the samples. */
export function markSamples(dataDir: string): void {
  writeWhole(marker(dataDir), 'all\n');
}

function marker(dataDir: string): string {
  return join(dataDir, 'sample-orders-posted');
}
