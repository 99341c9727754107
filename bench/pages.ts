import { brotliCompressSync } from 'node:zlib';
import { connect } from '../db/orm.ts';
import { signInAs } from '../test/support/people.ts';
import type { Installation } from './installation.ts';
import { CUSTOMERS, fillPages, ORDERS, RESELLERS, SERVERS } from './page-rows.ts';

const ALONE = 30;
const UNDER_LOAD = 120;
const AT_ONCE = 8;
const MEDIAN_TARGET_MS = 50;

const PAGES = [
  { who: 'reseller-7', path: '/customers' },
  { who: 'reseller-7', path: '/customers/customer-7' },
  { who: 'reseller-7', path: '/customers/customer-7/assign?application=attendant-console' },
  { who: 'reseller-7', path: '/orders' },
  { who: 'vendor', path: '/customers' },
  { who: 'vendor', path: '/customers?q=customer 77' },
  { who: 'vendor', path: '/orders' },
  { who: 'vendor', path: '/orders?q=P-777' },
];

/** How long each page takes alone and with eight readers at once, and how large it is. */
export async function measurePages({ apiUrl, databaseUrl }: Installation): Promise<[]> {
  const orm = await connect(databaseUrl, 4);
  await fillPages(orm);
  const cookies = new Map<string, string>();
  for (const who of new Set(PAGES.map((page) => page.who)))
    cookies.set(who, (await signInAs(orm.em.fork(), who, { publicUrl: apiUrl })).cookie);
  console.log(`\n${RESELLERS} resellers, ${CUSTOMERS} customers, ${ORDERS} orders, ${SERVERS} servers\n`);
  console.log('| page | as | median, alone | p95, 8 at once | size | compressed |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const { who, path } of PAGES) {
    const open = () => timed(`${apiUrl}${path}`, cookies.get(who)!);
    const page = await open();
    const alone: number[] = [];
    for (let index = 0; index < ALONE; index++) alone.push((await open()).ms);
    const loaded: number[] = [];
    const reader = async () => {
      for (let index = 0; index < UNDER_LOAD / AT_ONCE; index++) loaded.push((await open()).ms);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, reader));
    const median = at(alone, 0.5);
    const missed = median > MEDIAN_TARGET_MS ? ', missed' : '';
    const compressed = brotliCompressSync(page.html).length;
    console.log(
      `| ${path} | ${who} | ${median.toFixed(1)} ms${missed} | ${at(loaded, 0.95).toFixed(1)} ms | ${page.html.length} | ${compressed} |`,
    );
  }
  await orm.close();
  return [];
}

async function timed(url: string, cookie: string): Promise<{ ms: number; html: string }> {
  const from = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  return { ms: performance.now() - from, html };
}

function at(values: number[], quantile: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * quantile)]!;
}
