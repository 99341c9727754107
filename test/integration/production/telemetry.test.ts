import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { mailWorkflowId, orderWorkflowId } from '../../../temporal/contract.ts';
import { anOrder } from '../../support/api/api.ts';
import type { Span } from '../../support/telemetry/collector.ts';
import { startProduct, type Product } from '../../support/telemetry/product.ts';
import { labelsIn, metricsIn, scraped } from '../../support/telemetry/promql.ts';
import { expressions } from '../../support/telemetry/watching.ts';
import { until } from '../../support/until.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

/** What the ERP posts, in the trace that it names. */
function post(order: object, requestId: string, headers: object = {}): Promise<Response> {
  return product.call('POST', '/v1/orders', order, { 'request-id': requestId, ...headers });
}

const spanNamed = (name: string, trace: string) =>
  product.collector.spans.findLast((span) => span.trace === trace && span.name === name);

/** The names of a span and of what it happened for, up to the first of them that was received. */
function wayTo(span: Span): string[] {
  const cause = product.collector.spans.find(({ id }) => id === span.parent);
  return [...(cause ? wayTo(cause) : []), span.name];
}

type Line = Record<string, unknown> & { msg: string };
const linesOf = ({ child }: Product['api']) =>
  child
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('one trace leads from the post of an order, on from its caller’s, to its e-mail, and names nobody', async () => {
  const order = anOrder();
  const traceparent = { traceparent: `00-${TRACE}-${CALLER}-01` };
  expect((await post(order, 'erp-1', traceparent)).status).toBe(201);
  await until(
    () =>
      spanNamed('send e-mail', TRACE) !== undefined && spanNamed('RunActivity:publishDelivery', TRACE) !== undefined,
  );

  expect(wayTo(spanNamed('send e-mail', TRACE)!)).toEqual([
    'POST /v1/orders',
    'StartWorkflow:order',
    'RunActivity:publishDelivery',
    'send e-mail',
  ]);
  const spans = product.collector.spans.filter(({ trace }) => trace === TRACE);
  expect(spans.find(({ parent }) => parent === CALLER)).toMatchObject({
    ...{ service: 'cloud-licensing-api', name: 'POST /v1/orders' },
    attributes: { 'http.response.status_code': 201, requestId: 'erp-1' },
  });
  expect(spanNamed('RunActivity:publishDelivery', TRACE)).toMatchObject({
    service: 'cloud-licensing-worker',
    attributes: { temporalWorkflowId: orderWorkflowId(order.number) },
  });
  const told = spans.map((span) => JSON.stringify([span.name, span.attributes])).join();
  for (const secret of ['@', 'Acme', 'Northwind', order.customer.id, 'Bearer']) expect(told).not.toContain(secret);
});

test('a trace goes on where the e-mail has a workflow of its own, and the log of both processes leads to it', async () => {
  product.resend.behavior = { statusCode: 401, name: 'invalid_api_key' };
  const order = anOrder();
  const before = product.resend.requests;
  await post(order, 'erp-2');
  // At once, by the workflow in its own task, and by the first attempt of those that last.
  await until(() => product.resend.requests >= before + 3);
  product.resend.behavior = 'up';
  const answered = linesOf(product.api).find(({ requestId }) => requestId === 'erp-2')!;
  expect(answered).toMatchObject({ msg: 'answered', workflows: [orderWorkflowId(order.number)] });
  const trace = answered.traceId as string;
  await until(() => spanNamed('send e-mail', trace)?.attributes.outcome === 'sent');

  expect(wayTo(spanNamed('send e-mail', trace)!)).toEqual([
    ...['POST /v1/orders', 'StartWorkflow:order', 'RunActivity:publishDelivery', 'StartWorkflow:mail'],
    ...['RunActivity:sendMail', 'send e-mail'],
  ]);
  expect(linesOf(product.worker)).toContainEqual(
    expect.objectContaining({
      ...{ level: 40, msg: 'Activity failed', activityType: 'sendMail', requestId: 'erp-2', traceId: trace },
      workflowId: mailWorkflowId(order.number, '1'),
    }),
  );
});

test('a worker says that it is alive and ready, and how everything stands', async () => {
  const [alive, ready] = await Promise.all(
    ['/healthz', '/readyz'].map((path) => fetch(`${product.worker.url}${path}`)),
  );
  expect([alive!.status, await alive!.json()]).toEqual([200, { alive: true }]);
  expect([ready!.status, await ready!.json()]).toEqual([
    200,
    {
      ready: true,
      checks: Object.fromEntries(
        ['database', 'storage', 'migrations', 'journal', 'temporal', 'orders', 'restored', 'worker'].map((check) => [
          check,
          { ready: true },
        ]),
      ),
    },
  ]);
  const said = await product.worker.metrics();
  for (const line of [
    'licensing_orders{status="open",stage="locked"} 2',
    'licensing_unaccounted_units 0',
    'licensing_unstarted_orders 0',
    'licensing_unrepaired 0',
    'licensing_mails{state="due"} 0',
    'licensing_webhooks{state="behind"} 0',
    'licensing_ready{check="worker"} 1',
    'database_connections{state="waiting"} 0',
  ])
    expect(said).toContain(`${line}\n`);
});

test('alerts and dashboard ask for what api and worker say, by labels that they have, and nothing says who somebody is', async () => {
  await breakATask();
  const processes = [product.api, product.worker];
  await until(async () => (await product.worker.metrics()).includes('temporal_workflow_task_execution_failed_total'));
  const all = (await Promise.all(processes.map(({ metrics }) => metrics()))).map(scraped);
  const labelsOf = (metric: string) => new Set(all.flatMap((one) => [...(one.get(metric) ?? [])]));
  const missing = expressions().flatMap(({ from, expression }) => {
    const metrics = metricsIn(expression);
    // Prometheus adds where it scraped, and a histogram has its bounds.
    const known = new Set([...metrics.flatMap((metric) => [...labelsOf(metric)]), 'job', 'instance', 'le']);
    return [
      ...metrics.filter((metric) => !all.some((one) => one.has(metric))).map((metric) => `${from}: ${metric}`),
      ...labelsIn(expression).flatMap((label) => (known.has(label) ? [] : [`${from}: ${label} of ${metrics.join()}`])),
    ];
  });
  expect(missing).toEqual([]);
  expect(expressions().flatMap(({ expression }) => metricsIn(expression)).length).toBeGreaterThan(40);

  const text = (await Promise.all(processes.map(({ metrics }) => metrics()))).join('\n');
  for (const name of ['acme', 'northwind', 'SO-', '@']) expect(text.toLowerCase()).not.toContain(name.toLowerCase());
});

/** Tells an order what no code can read: its task fails from then on. */
async function breakATask(): Promise<void> {
  const order = anOrder();
  // It has a workflow then.
  await post(order, 'erp-3', { prefer: 'wait=10' });
  const connection = await Connection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
  const client = new Client({ connection, namespace: product.namespace });
  await client.workflow.getHandle(orderWorkflowId(order.number)).signal('renew', null);
  await connection.close();
}
