import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../../db/orm.ts';
import { createClient } from '../client.ts';
import { journalGaps } from '../journal.ts';
import { stuckWorkflows } from '../stuck.ts';
import type { Mail } from '../unlocking.ts';

const SETTLED_WITHIN_MS = 120_000;

type Options = {
  url: string;
  apiKey: string;
  databaseUrl: string;
  temporalAddress: string;
  /** Orders that callers were told are taken, and the capacity of each server that its caller was told last. */
  numbers: readonly string[];
  capacities: ReadonlyMap<string, number>;
  signal: AbortSignal;
};

/** What is not as callers were told, or happened twice or never, when everything has had two minutes to settle; a sentence each. */
export async function violationsAfter(options: Options): Promise<string[]> {
  for (const deadline = Date.now() + SETTLED_WITHIN_MS; ;) {
    const found = await look(options);
    if (found.length === 0 || Date.now() > deadline) return found;
    await delay(1_000, undefined, { signal: options.signal });
  }
}

async function look({ url, apiKey, databaseUrl, temporalAddress, numbers, capacities, signal }: Options) {
  const client = createClient({ url, apiKey, disturbedUntil: 0, signal, repeated: () => undefined });
  const found = [...(await stuckWorkflows(temporalAddress)), ...(await journalGaps(databaseUrl))];
  const delivered = await timesDelivered(databaseUrl);
  const { items } = await client.read<{ items: Mail[] }>('/dev/outbox.json');
  const mails = (number: string) =>
    items.filter(({ tags }) => tags.some(({ name, value }) => name === 'order' && value === number)).length;
  for (const number of numbers) {
    const times = delivered.get(number) ?? 0;
    if (times !== 1) found.push(`${number} was delivered ${times} times`);
    if (mails(number) !== 1) found.push(`${number} has ${mails(number)} e-mails`);
  }
  for (const [server, capacity] of capacities) {
    const { assignments } = await client.read<{ assignments: { capacity: number }[] }>(`/v1/servers/${server}`);
    const held = assignments.reduce((sum, share) => sum + share.capacity, 0);
    if (held !== capacity) found.push(`${server} holds ${held}, and its administrator was told ${capacity}`);
  }
  const { lines } = await client.read<{
    lines: { id: string; capacity: number; locked: number; assigned: number; free: number }[];
  }>('/v1/orders/SO-BASE');
  const held = [...capacities.values()].reduce((sum, capacity) => sum + capacity, 0);
  for (const { id, capacity, locked, assigned, free } of lines) {
    if (locked + assigned + free !== capacity)
      found.push(`line ${id}: ${locked} + ${assigned} + ${free} is not ${capacity}`);
    if (assigned !== held) found.push(`line ${id}: ${assigned} are assigned, and servers hold ${held}`);
  }
  return found;
}

async function timesDelivered(databaseUrl: string): Promise<Map<string, number>> {
  const orm = await connect(databaseUrl, 1);
  try {
    const rows = await orm.em.fork().execute<{ number: string; times: number }[]>(
      `select substr(stream, 7) as number, count(*)::int as times from journal
       where stream like 'order/%' and type = 'delivered' group by stream`,
    );
    return new Map(rows.map(({ number, times }) => [number, times]));
  } finally {
    await orm.close();
  }
}
