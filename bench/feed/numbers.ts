import { connect } from '../../db/orm.ts';
import { createNumbers } from '../../services/numbers/numbers.ts';
import { fillEstate, type Estate } from '../../test/support/api/projected-estate.ts';
import { quantile } from '../in-turns.ts';
import type { Installation } from '../installation.ts';

const TIMES = 20;

const ESTATE: Estate = { prefix: '', resellers: 200, customers: 10_000, orders: 60_000, servers: 20_000, more: 0 };

/** How long what Prometheus is told of all orders takes to be read, and how long a scrape takes that is told what was read before. */
export async function measureNumbers({ databaseUrl, apiUrl }: Installation): Promise<[]> {
  const orm = await connect(databaseUrl, 4);
  await fillEstate(orm, ESTATE);
  await orm.em.fork().execute('vacuum analyze');
  const warn = (error: unknown) => console.error(error);
  const fresh = () => createNumbers({ orm, clock: Date.now, warn });
  const kept = fresh();
  console.log(`\n${ESTATE.orders} orders, ${ESTATE.servers} servers; median and p95 of ${TIMES}, milliseconds\n`);
  for (const [what, read] of Object.entries({
    'what is read every ten seconds': () => fresh().soon(),
    'what is read every minute': () => fresh().seldom(),
    'both, read before': () => Promise.all([kept.soon(), kept.seldom()]),
    'a scrape of the api': async () => (await fetch(`${apiUrl}/metrics`)).text(),
  })) {
    const times: number[] = [];
    await read();
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      await read();
      times.push(performance.now() - began);
    }
    console.log(`| ${what} | ${quantile(times, 0.5).toFixed(1)} | ${quantile(times, 0.95).toFixed(1)} |`);
  }
  await orm.close();
  return [];
}
