import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayAt, daysBetween, type Day } from '../../domain/days.ts';
import { writeWhole } from '../start/write-file.ts';

const SAMPLES = new URL('orders.json', import.meta.url);
/** The day as of which they were written. */
const WRITTEN_ON: Day = '2026-11-30';

export type SampleOrder = { number: string; reseller?: { id: string } };

/** The sample orders, as if written today: whoever sees them first years later finds the same ends ahead. */
export function sampleOrders(today: Day): SampleOrder[] {
  const days = daysBetween(WRITTEN_ON, today);
  const text = readFileSync(SAMPLES, 'utf8').replaceAll(/(?<=")\d{4}-\d\d-\d\d/g, (day) => addDays(day, days));
  return JSON.parse(text) as SampleOrder[];
}

/** Whether the sample orders still have to be posted into what this data folder holds. */
export function needsSampleOrders(dataDir: string): boolean {
  return !existsSync(marker(dataDir));
}

/**
 * Posts the sample orders over the public API, as an ERP would; one that was posted before, on another day, is no error.
 * `progress` hears of each. Throws with the API's answer when it refuses one.
 */
export async function postSampleOrders(
  { apiUrl, apiKey }: { apiUrl: string; apiKey: string },
  progress: (done: number, all: number) => void,
): Promise<void> {
  const orders = sampleOrders(dayAt(Date.now(), 'UTC'));
  for (const [index, order] of orders.entries()) {
    const response = await fetch(`${apiUrl}/v1/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    const answer = await response.text();
    if (!response.ok && !answer.includes('ORDER_NUMBER_TAKEN')) {
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
