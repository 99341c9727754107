import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiDocument } from '../../../api/document/document.ts';
import { MADE } from '../../../api/document/examples.ts';
import { openWorkingApi, type TestApi } from '../../support/api/api.ts';

type Operation = {
  operationId: string;
  parameters: { name: string; in: string; example?: string }[];
  requestBody?: { content: Record<string, { examples: Record<string, { value: unknown }> }> };
};

let api: TestApi;
let operations: (Operation & { method: string; path: string })[];
beforeAll(async () => {
  api = await openWorkingApi();
  await api.app.ready();
  const { paths } = api.app.swagger() as unknown as ApiDocument;
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...(operation as never as Operation), method, path })),
  );
});
afterAll(() => api.close());

/** The day of the year on which the order of the examples is placed, which has to be over. */
const PLACED = { year: 2026, on: '11-02' };

/** The examples as they would have been written in the last year that had that day. */
function lately(text: string): string {
  const today = new Date().toISOString();
  const years = Number(today.slice(0, 4)) - PLACED.year - (today.slice(5, 10) < PLACED.on ? 1 : 0);
  return text.replaceAll(/\b20\d\d(?=-\d\d-\d\d)/g, (year) => String(Number(year) + years));
}

/** A number that no other test of the run places an order under. */
const OWN = { 'SO-2026-00117': 'SO-EXAMPLE-1' };

/** Sends what stands as an example of an operation; `others` are parts of the address and of the body that stand for others there. */
async function send(operationId: string, others: Record<string, string> = OWN) {
  const { method, path, parameters, requestBody } = operations.find((one) => one.operationId === operationId)!;
  const replaced = (text: string) =>
    Object.entries(others).reduce((said, [from, to]) => said.replaceAll(from, to), lately(text));
  const address = parameters.reduce(
    (url, { name, in: place, example }) => (place === 'path' ? url.replace(`{${name}}`, String(example)) : url),
    path,
  );
  const [example] = Object.values(requestBody?.content['application/json']?.examples ?? {});
  const body = example && (JSON.parse(replaced(JSON.stringify(example.value))) as object);
  const { status, body: answer } = await api.call(method.toUpperCase(), replaced(address), body);
  return { said: `${operationId} ${status}`, answer };
}

/** Sends examples one after the other, and answers what was said to each. */
async function sendAll(operationIds: string[], others?: Record<string, string>): Promise<string[]> {
  const said = [];
  for (const operationId of operationIds) said.push((await send(operationId, others)).said);
  return said;
}

test('the examples can be sent as they stand but for their number, one after the other, from an order that is placed to its end', async () => {
  expect(await sendAll(['placeOrder', 'unlockOrder'])).toEqual(['placeOrder 201', 'unlockOrder 202']);
  const { said, answer } = await send('registerServer');
  expect(said).toBe('registerServer 201');
  const server = { ...OWN, [MADE.server]: answer.id as string };
  expect(await sendAll(['setCapacity', 'readServer', 'readToken', 'rotateToken', 'changeServer'], server)).toEqual([
    'setCapacity 200',
    'readServer 200',
    'readToken 200',
    'rotateToken 201',
    'changeServer 200',
  ]);
  expect(
    await sendAll([
      ...['stateIntent', 'withdrawIntent', 'renewOrder', 'withdrawRenewal', 'expandOrder', 'changeTimeZone'],
      ...['suspendOrder', 'resumeOrder', 'convertLine', 'cancelOrder'],
    ]),
  ).toEqual([
    ...['stateIntent 202', 'withdrawIntent 202', 'renewOrder 202', 'withdrawRenewal 202', 'expandOrder 202'],
    ...['changeTimeZone 202', 'suspendOrder 202', 'resumeOrder 202', 'convertLine 202', 'cancelOrder 202'],
  ]);
});

test('so can those that correct an order, and those about accounts', async () => {
  const another = { 'SO-2026-00117': 'SO-EXAMPLE-2', 'acme-hotels': 'acme-resorts' };
  expect(
    await sendAll(
      ['placeOrder', 'amendOrder', 'replaceUnlockLink', 'unlockOrder', 'lockDelivery', 'changeSeller', 'transferOrder'],
      another,
    ),
  ).toEqual([
    ...['placeOrder 201', 'amendOrder 202', 'replaceUnlockLink 201', 'unlockOrder 202', 'lockDelivery 202'],
    ...['changeSeller 202', 'transferOrder 202'],
  ]);
  expect(await sendAll(['makeKey', 'changeAccount', 'changeAccountFields', 'endSeller', 'restoreSeller'])).toEqual([
    ...['makeKey 201', 'changeAccount 200', 'changeAccountFields 200', 'endSeller 204', 'restoreSeller 200'],
  ]);
});

test('so can those about a webhook', async () => {
  const { said, answer } = await send('addWebhook');
  expect(said).toBe('addWebhook 201');
  const names = ['readWebhook', 'listWebhooks', 'listDeliveries', 'changeWebhook'];
  const added = { [MADE.webhook]: answer.id as string };
  expect(await sendAll(names, added)).toEqual(names.map((name) => `${name} 200`));
  expect(await sendAll(['makeWebhookSecret', 'removeWebhook'], added)).toEqual([
    'makeWebhookSecret 201',
    'removeWebhook 204',
  ]);
});

test('so can those about a batch', async () => {
  const { said, answer } = await send('postBatch');
  expect(said).toBe('postBatch 202');
  const posted = { [MADE.batch]: answer.id as string };
  const names = ['readBatch', 'listBatchItems'];
  expect(await sendAll(names, posted)).toEqual(names.map((name) => `${name} 200`));
});

test('so can those about an advisory', async () => {
  const names = ['publishAdvisory', 'readAdvisory', 'listAffectedServers', 'withdrawAdvisory'];
  expect(await sendAll(names)).toEqual([
    ...['publishAdvisory 201', 'readAdvisory 200', 'listAffectedServers 200', 'withdrawAdvisory 204'],
  ]);
});

test('every list answers, and everything that is read without more than an address', async () => {
  const reads = operations.filter(({ method, operationId }) => method === 'get' && operationId.startsWith('list'));
  expect(reads.length).toBeGreaterThan(8);
  const ofOthers = ['listServerEvents', 'listTakeovers', 'listDeliveries', 'listBatchItems', 'listAffectedServers'];
  const names = reads.map(({ operationId }) => operationId).filter((name) => !ofOthers.includes(name));
  const others = [
    'readFeed',
    'readHealth',
    'readReadiness',
    'readMetrics',
    'readSigningKeys',
    'readOrder',
    'readAccount',
  ];
  const all = [...names, ...others];
  expect(await sendAll(all)).toEqual(all.map((name) => `${name} 200`));
});
