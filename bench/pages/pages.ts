import { brotliCompressSync } from 'node:zlib';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connect } from '../../db/orm.ts';
import { unlockCapability } from '../../secrets/unlock-link.ts';
import { signInAs } from '../../test/support/api/people.ts';
import { fillEstate, type Estate } from '../../test/support/api/projected-estate.ts';
import { quantile } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { PAGES, type Page, type Reader } from './page-list.ts';
import { aLife, openCountedPages } from './page-site.ts';

const ALONE = 30;
const UNDER_LOAD = 120;
const AT_ONCE = 8;
const MEDIAN_TARGET_MS = 50;

const ESTATE: Estate = { prefix: '', resellers: 200, customers: 10_000, orders: 60_000, servers: 20_000, more: 0 };
const ONE: Estate = { prefix: 'one-', resellers: 1, customers: 1, orders: 1, servers: 1, more: 0 };
const HUNDREDS: Estate = { prefix: 'more-', resellers: 1, customers: 200, orders: 400, servers: 400, more: 200 };

/** How long each page takes alone and with eight readers at once, how large it is, and how many queries it makes. */
export async function measurePages(installation: Installation): Promise<[]> {
  const { apiUrl, publicUrl, databaseUrl, secretKeys } = installation;
  const orm = await connect(databaseUrl, 4);
  for (const estate of [ESTATE, ONE, HUNDREDS]) await fillEstate(orm, estate);
  const withLink = (reader: Omit<Reader, 'unlock'>): Reader => ({
    ...reader,
    unlock: unlockCapability(secretKeys, { order: reader.order, delivery: '1', generation: 0 }),
  });
  const life = withLink(await aLife(installation));
  await orm.em.fork().execute('vacuum analyze');
  const counted = await openCountedPages(installation, orm);
  const cookieFor = signingIn(orm, publicUrl);
  const first = ({ prefix }: Estate, n: number): Reader =>
    withLink({
      ...{ reseller: `${prefix}reseller-${n}`, customer: `${prefix}customer-${n}` },
      ...{ order: `${prefix}P-${n}`, server: `${prefix}server-${n}` },
    });
  const queriesOf = async (page: Page, reader: Reader) =>
    counted.queriesOf(page.path(reader), await cookieFor(page, reader));

  const { resellers, customers, orders, servers } = ESTATE;
  console.log(`\n${resellers} resellers, ${customers} customers, ${orders} orders, ${servers} servers\n`);
  console.log(
    '| page | as | median, alone | p95, alone | p95, 8 at once | size | compressed | queries, of one | of hundreds |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const page of PAGES) {
    const reader = page.lives ? life : first(ESTATE, 8);
    const { median, p95, loaded, html } = await opened(`${apiUrl}${page.path(reader)}`, await cookieFor(page, reader));
    const missed = median > MEDIAN_TARGET_MS ? ', missed' : '';
    const cells = [
      ...[page.path({ ...reader, unlock: '…' }), page.who, `${median.toFixed(1)} ms${missed}`],
      ...[`${p95.toFixed(1)} ms`, `${loaded.toFixed(1)} ms`],
      ...[html.length, brotliCompressSync(html).length],
      ...[await queriesOf(page, first(ONE, 0)), await queriesOf(page, first(HUNDREDS, 0))],
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log(`\nStyle sheet and script of a page: ${await assetBytes(apiUrl)} bytes, compressed.\n`);
  await counted.close();
  await orm.close();
  return [];
}

/** Answers the cookie of who reads a page. */
function signingIn(orm: MikroORM, publicUrl: string) {
  return async ({ who }: Page, reader: Reader): Promise<string> => {
    if (who === 'nobody') return '';
    const account = who === 'vendor' ? who : reader[who];
    // Somebody else for each page: one person who opened them all so fast would be told to wait.
    return (await signInAs(orm.em.fork(), account, { publicUrl })).cookie;
  };
}

async function opened(
  url: string,
  cookie: string,
): Promise<{ median: number; p95: number; loaded: number; html: string }> {
  const { html } = await timed(url, cookie);
  const alone: number[] = [];
  for (let index = 0; index < ALONE; index++) alone.push((await timed(url, cookie)).ms);
  const loaded: number[] = [];
  const read = async () => {
    for (let index = 0; index < UNDER_LOAD / AT_ONCE; index++) loaded.push((await timed(url, cookie)).ms);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, read));
  return { median: quantile(alone, 0.5), p95: quantile(alone, 0.95), loaded: quantile(loaded, 0.95), html };
}

/** What a browser loads once, beside the pages. */
async function assetBytes(apiUrl: string): Promise<number> {
  const { html } = await timed(`${apiUrl}/sign-in`, '');
  let bytes = 0;
  for (const [, address] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
    const asset = await fetch(`${apiUrl}${address}`);
    bytes += brotliCompressSync(await asset.text()).length;
  }
  return bytes;
}

async function timed(url: string, cookie: string): Promise<{ ms: number; html: string }> {
  const from = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  return { ms: performance.now() - from, html };
}
