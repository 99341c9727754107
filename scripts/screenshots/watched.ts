import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../../test/support/browser/browser.ts';
import { anOrder } from '../../test/support/api/api.ts';
import { startParts } from '../../test/support/run/parts.ts';
import { startProduct, type Product } from '../../test/support/telemetry/product.ts';
import { until } from '../../test/support/until.ts';
import { ROOT } from '../prepare/binaries.mjs';
import { launch, whenReady, type Child } from '../start/child.ts';
import { freePort } from '../start/ports.ts';
import { drawDashboard, drawTrace, type Drawn, type Series } from './drawn.ts';
import { made } from './made.ts';

/** So long the product is worked with, and Prometheus watches it. */
const WATCHED_SECONDS = 120;
const STEP_SECONDS = 3;

type Panel = {
  title: string;
  type: string;
  gridPos: { w: number; h: number };
  fieldConfig?: {
    defaults: {
      unit: string;
      custom?: { stacking?: unknown };
      thresholds?: { steps: { value: number | null }[] };
    };
  };
  targets?: { expr: string; legendFormat: string }[];
};

/**
 * Takes the pictures of what operators see: the dashboard, each panel from what a real Prometheus (`prometheus` on PATH)
 * answers to its very expressions after it watched both processes at work, and a trace as it was received. They are drawn here
 * and not by Grafana.
 */
export async function takeWatched(folder: string): Promise<void> {
  const parts = await startParts();
  process.env.TEST_DATABASE_URL = parts.databaseUrl;
  process.env.TEST_TEMPORAL_ADDRESS = parts.temporalAddress;
  const product = await startProduct();
  const prometheus = await startPrometheus(product);
  const began = Date.now() / 1_000;
  await work(product, began + WATCHED_SECONDS);
  const trace = await mailedLater(product);
  const rows = await shownRows(prometheus.url, began, Date.now() / 1_000);
  const browser = await launchBrowser();
  for (const [name, html] of Object.entries({
    dashboard: drawDashboard('Cloud Licensing', rows),
    trace: drawTrace('POST /v1/orders, and what it led to', trace),
  })) {
    const page = await browser.newPage({ viewport: { width: 1330, height: 200 } });
    await page.setContent(html);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    await page.close();
    made(join(folder, `${name}.png`));
  }
  await browser.close();
  await prometheus.stop();
  await product.stop();
  await parts.stop();
}

async function startPrometheus({ api, worker }: Product): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-prometheus-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const job = (name: string, target: string) => ({
    job_name: name,
    static_configs: [{ targets: [new URL(target).host] }],
  });
  const config = {
    global: { scrape_interval: `${STEP_SECONDS}s`, evaluation_interval: `${STEP_SECONDS}s` },
    rule_files: [join(ROOT, 'deploy/prometheus/alerts.yml')],
    scrape_configs: [job('licensing-api', api.url), job('licensing-worker', worker.url)],
  };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const child: Child = await launch({
    command: 'prometheus',
    args: [
      ...[`--config.file=${join(folder, 'prometheus.yml')}`, `--storage.tsdb.path=${join(folder, 'data')}`],
      `--web.listen-address=${new URL(url).host}`,
    ],
    log: join(folder, 'prometheus.log'),
  });
  await whenReady('Prometheus', child, () => child.output().includes('ready to receive'));
  return {
    url,
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Orders come, some are unlocked, lists are read, and for some seconds Resend takes nothing. */
async function work(product: Product, untilSeconds: number): Promise<void> {
  for (let round = 0; Date.now() / 1_000 < untilSeconds; round += 1) {
    product.resend.behavior = round % 200 > 160 ? { statusCode: 429, name: 'rate_limit_exceeded' } : 'up';
    const order = anOrder();
    await product.call('POST', '/v1/orders', order);
    await Promise.all([
      product.call('GET', '/v1/orders?limit=50'),
      product.call('GET', `/v1/orders/${order.number}`),
      product.call('GET', '/v1/lines?state=active'),
    ]);
    if (round % 3 === 0) await product.call('POST', `/v1/orders/${order.number}/unlock`);
    await pause(200 + 300 * Math.abs(Math.sin(round / 40)));
  }
  product.resend.behavior = 'up';
}

/** The spans of an order whose e-mail needed a second attempt. */
async function mailedLater({ call, collector, resend }: Product) {
  await pause(31_000);
  const requestId = 'erp-4711';
  resend.behavior = { statusCode: 429, name: 'rate_limit_exceeded' };
  const before = resend.requests;
  await call('POST', '/v1/orders', anOrder(), { 'request-id': requestId });
  await until(() => resend.requests >= before + 2);
  resend.behavior = 'up';
  const traceId = () => collector.spans.find(({ attributes }) => attributes.requestId === requestId)?.trace;
  const ofTrace = () => collector.spans.filter(({ trace }) => trace === traceId());
  await until(() => ofTrace().some(({ attributes }) => attributes.outcome === 'sent'));
  await pause(1_000);
  return ofTrace();
}

async function shownRows(url: string, from: number, to: number): Promise<{ title: string; panels: Drawn[] }[]> {
  const text = readFileSync(join(ROOT, 'deploy/grafana/cloud-licensing.json'), 'utf8');
  const rows: { title: string; panels: Drawn[] }[] = [];
  for (const panel of (JSON.parse(text) as { panels: Panel[] }).panels) {
    if (panel.type === 'row') rows.push({ title: panel.title, panels: [] });
    else rows.at(-1)!.panels.push(await drawnOf(panel, url, from, to));
  }
  return rows;
}

async function drawnOf(
  { title, type, gridPos, fieldConfig, targets = [] }: Panel,
  url: string,
  from: number,
  to: number,
) {
  const series: Series[] = [];
  for (const { expr, legendFormat } of targets) {
    const query = new URLSearchParams({ query: expr, start: `${from}`, end: `${to}`, step: `${STEP_SECONDS}` });
    const answer = (await (await fetch(`${url}/api/v1/query_range?${query.toString()}`)).json()) as {
      data: { result: { metric: Record<string, string>; values: [number, string][] }[] };
    };
    for (const { metric, values } of answer.data.result)
      series.push({
        name: legendFormat.replace(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? ''),
        values: values.map(([at, value]) => [at, Number(value)]),
      });
  }
  const { unit = 'short', custom, thresholds } = fieldConfig?.defaults ?? {};
  const redFrom = thresholds?.steps.at(-1)?.value ?? null;
  return { title, type, unit, isStacked: custom?.stacking !== undefined, place: gridPos, redFrom, series };
}
