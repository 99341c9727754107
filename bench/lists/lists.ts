import { connect } from '../../db/orm.ts';
import { keyFor } from '../../test/support/api/api-keys.ts';
import { quantile } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { fillLists } from './list-estate.ts';

const TIMES = 20;
const TARGET_MS = 50;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** How each list is asked for: by each filter alone, by those that find many and those that find few, and by some together. */
const ORDERS = [
  ...['', 'status=open', 'status=suspended', 'status=canceled', 'stage=locked', 'locked=true', 'locked=false'],
  ...['mail=delivered', 'mail=sent', 'mail=bounced', 'mail=due', 'mail=unknown'],
  ...[`endsFrom=${inDays(30)}`, `endsTo=${inDays(-740)}`, `endsFrom=${inDays(100)}&endsTo=${inDays(100)}`],
  ...['purchaseOrder=PO/777', 'q=PO/777', 'q=customer-77', 'q=zz', 'customer=customer-7', 'reseller=reseller-7'],
  ...['reseller=distributor-0', 'reseller=nobody', 'status=canceled&mail=bounced', 'reseller=reseller-7&locked=true'],
];
const LINES = [
  ...['', 'state=upcoming', 'state=active', 'state=expiring', 'state=grace', 'state=expired', 'state=canceled'],
  ...['what=term', 'what=care', 'application=voicemail', 'application=conversational-ai', 'application=nothing'],
  ...[`endsFrom=${inDays(30)}`, `endsFrom=${inDays(100)}&endsTo=${inDays(100)}`, `endsTo=${inDays(-2000)}`],
  ...['purchaseOrder=PO/777', 'q=PO/777', 'q=customer-77', 'q=zz', 'customer=customer-7', 'reseller=reseller-7'],
  ...['reseller=distributor-0', 'reseller=nobody', 'status=suspended', 'state=grace&reseller=distributor-0'],
  ...['state=expiring&application=conversational-ai', 'what=care&state=active', 'reseller=reseller-7&state=expiring'],
];
const BY_METADATA = ['metadata.project=777', 'metadata.region=region-7', 'metadata.region=none'];
const ACCOUNTS = ['', 'kind=reseller', 'kind=distributor', 'q=customer-777', 'q=zz'];

/** The first asks the database for nothing but who calls: what every answer costs. */
const LISTS: Record<string, string[]> = {
  '/v1/applications': [''],
  '/v1/orders': [...ORDERS, ...BY_METADATA],
  '/v1/lines': [...LINES, ...BY_METADATA],
  '/v1/accounts': ACCOUNTS,
};
const READERS = ['vendor', 'distributor-0', 'reseller-7', 'customer-7'];

/** How long each list of the API takes, alone, for everybody whose it is: the median and the p95. */
export async function measureLists({ apiUrl, apiKey, databaseUrl }: Installation): Promise<[]> {
  const orm = await connect(databaseUrl, 4);
  await fillLists(orm);
  const [counted] = await orm.em.fork().execute<{ lines: number }[]>('select count(*)::int as lines from lines');
  console.log(`\n60,000 orders, ${counted!.lines} lines; median and p95 of ${TIMES} requests, milliseconds\n`);
  console.log(`| list | ${READERS.join(' | ')} |`);
  console.log(`| --- | ${READERS.map(() => '---').join(' | ')} |`);
  for (const [list, queries] of Object.entries(LISTS))
    for (const query of queries) {
      const cells: string[] = [];
      for (const reader of READERS) {
        const isVendor = reader === 'vendor';
        // A key for each list: one that asked for all of them so fast would be told to wait.
        const headers = isVendor ? { authorization: `Bearer ${apiKey}` } : await keyFor(orm.em.fork(), reader);
        const isRefused = !isVendor && query.startsWith('metadata');
        cells.push(isRefused ? '' : shown(await timed(`${apiUrl}${list}?${query}`, headers)));
      }
      console.log(`| ${list}?${query} | ${cells.join(' | ')} |`);
    }
  await orm.close();
  return [];
}

function shown(times: number[]): string {
  const at = (share: number) => quantile(times, share);
  return `${at(0.5).toFixed(1)}, ${at(0.95).toFixed(1)}${at(0.95) > TARGET_MS ? ' missed' : ''}`;
}

async function timed(url: string, headers: { authorization: string }): Promise<number[]> {
  const times: number[] = [];
  // The first ones open connections and read into memory what the list is about.
  for (let index = -3; index < TIMES; index++) {
    const from = performance.now();
    const response = await fetch(url, { headers });
    await response.text();
    if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
    if (index >= 0) times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b);
}
