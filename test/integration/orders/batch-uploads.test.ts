import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readUpload } from '../../../api/batches/upload.ts';
import { MOST_BATCH_BYTES, MOST_ITEMS } from '../../../domain/batches.ts';
import { createReceiving } from '../../../services/batches/receiving.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';
import { createBatches, csv, ndjson, type Sent } from '../../support/api/batches.ts';
import { until } from '../../support/until.ts';

let api: TestApi;
let port: number;
let key: { authorization: string };
beforeAll(async () => {
  api = await openApi();
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = api.app.server.address() as AddressInfo);
  key = await keyFor(api.deps.orm.em.fork(), null);
});
afterAll(() => api.close());

const { post, itemsOf } = createBatches(() => api);
const sql = <Row>(text: string, values: unknown[] = []) => api.deps.orm.em.fork().execute<Row[]>(text, values);
const contentsOf = async (id: string) =>
  (await sql<{ content: unknown }>('select content from batch_items where batch_id = ? order by "index"', [id])).map(
    ({ content }) => content,
  );

/** What is kept of batches, seen or not. */
const kept = async () => {
  const [row] = await sql<{ batches: number; items: number }>(
    'select (select count(*) from batches)::int as batches, (select count(*) from batch_items)::int as items',
  );
  return row!;
};

async function id(posting: Promise<{ status: number; body: { id: string } }>): Promise<string> {
  const { status, body } = await posting;
  if (status !== 202) throw new Error(JSON.stringify(body));
  return body.id;
}

const ORDER = {
  number: 'SO-1',
  purchaseOrder: 'PO "7", and more',
  customer: { id: 'acme', name: 'Hôtel Æther 東京', email: 'it@acme.example', timeZone: 'Europe/Rome', locale: 'it' },
  lines: [
    {
      application: 'digital-fax',
      capacity: 8,
      license: 'perpetual',
      care: { level: 'gold', endsOn: '2027-11-30' },
      reference: '10',
    },
    {
      application: 'call-recording',
      capacity: 20,
      license: 'subscription',
      startsOn: '2026-12-01',
      endsOn: '2027-11-30',
    },
  ],
};
const COLUMNS =
  'number,purchaseOrder,customerId,customerName,customerEmail,customerTimeZone,customerLocale,application,capacity,license,startsOn,endsOn,careLevel,careEndsOn,lineReference';
const ROWS = [
  'SO-1,"PO ""7"", and more",acme,Hôtel Æther 東京,it@acme.example,Europe/Rome,it,digital-fax,8,perpetual,,,gold,2027-11-30,10',
  'SO-1,,,,,,,call-recording,20,subscription,2026-12-01,2027-11-30,,,',
];

test('the same orders as JSON in one piece, as NDJSON and as CSV are the same items', async () => {
  const other = { ...ORDER, number: 'SO-2', lines: ORDER.lines.slice(1) };
  const asJson = await id(api.call('POST', '/v1/batches', { kind: 'orders', items: [ORDER, other] }));
  const asLines = await id(post('orders', ndjson([ORDER, other])));
  const otherRow =
    'SO-2,"PO ""7"", and more",acme,Hôtel Æther 東京,it@acme.example,Europe/Rome,it,call-recording,20,subscription,2026-12-01,2027-11-30,,,';
  const asRows = await id(post('orders', csv(COLUMNS, ...ROWS, otherRow)));
  for (const batch of [asJson, asLines, asRows]) expect(await contentsOf(batch)).toEqual([ORDER, other]);
});

test.each<[string, string, object, object]>([
  [
    'renewals',
    'order,reference,endsOn,line,capacity',
    { order: 'SO-1', reference: 'R', endsOn: '2028-01-31', lines: [{ line: '1', capacity: 5 }] },
    ['SO-1,R,2028-01-31,1,5'],
  ],
  [
    'expansions',
    'order,reference,application,capacity,license',
    { order: 'SO-1', reference: 'E', lines: [{ application: 'digital-fax', capacity: 2, license: 'perpetual' }] },
    ['SO-1,E,digital-fax,2,perpetual'],
  ],
  [
    'cancellations',
    'order,reference,reason,line,on',
    { order: 'SO-1', reference: 'C', reason: 'Sent by mistake', on: '2027-01-01', lines: ['1', '2'] },
    ['SO-1,C,Sent by mistake,1,2027-01-01', 'SO-1,C,,2,'],
  ],
])('%s come as CSV, too', async (kind, columns, item, rows) => {
  expect(await contentsOf(await id(post(kind, csv(columns, ...(rows as string[])))))).toEqual([item]);
  expect(await contentsOf(await id(post(kind, ndjson([item]))))).toEqual([item]);
});

test('an item that cannot be read is refused with what its own call would say, wherever it stands', async () => {
  const { lines: _, ...without } = ORDER;
  const broken = [
    '{"number":',
    JSON.stringify(without),
    '[]',
    '{"number":"SO-3","number":"SO-4"}',
    '{"number":"a\\u0000"}',
  ];
  for (const place of [0, 1, 2]) {
    const body = broken.toSpliced(place * 2, 0, JSON.stringify(ORDER)).join('\n');
    const items = await itemsOf(await id(post('orders', { type: 'application/x-ndjson', body })));
    expect(items.map(({ outcome }) => outcome)).toEqual(broken.map(() => 'refused').toSpliced(place * 2, 0, 'waiting'));
    const [cut, incomplete, list, twice, nul] = items.toSpliced(place * 2, 1);
    expect(cut).toMatchObject({ code: 'MALFORMED_BODY', order: null });
    expect(incomplete).toMatchObject({
      code: 'INVALID_REQUEST',
      order: 'SO-1',
      errors: [{ pointer: '/lines', message: 'is missing' }],
    });
    expect(list).toMatchObject({
      code: 'INVALID_REQUEST',
      errors: [{ pointer: '', message: expect.stringContaining('object') }],
    });
    expect(twice).toMatchObject({ errors: [{ pointer: '/number', message: 'is given twice' }] });
    expect(nul).toMatchObject({ errors: [{ pointer: '/number', message: 'has characters that are no text' }] });
  }
  const json = await api.call('POST', '/v1/batches', {
    kind: 'orders',
    items: [{ number: 'a\u0000' }, ORDER, null, 7],
  });
  expect((await itemsOf(json.body.id)).map(({ outcome }) => outcome)).toEqual([
    'refused',
    'waiting',
    'refused',
    'refused',
  ]);
});

const JSON_TYPE = { type: 'application/json' };
test.each<[string, string, Sent, [number, string, unknown?]]>([
  [
    'without items',
    'kind=orders',
    ndjson([]),
    [400, 'INVALID_REQUEST', [{ pointer: '/items', message: 'has at least one item' }]],
  ],
  [
    'of columns alone',
    'kind=orders',
    csv(COLUMNS),
    [400, 'INVALID_REQUEST', [{ pointer: '/items', message: 'has at least one item' }]],
  ],
  [
    'with a column that is none',
    'kind=orders',
    csv(`${COLUMNS},colour`, `${ROWS[0]},red`),
    [400, 'INVALID_REQUEST', [{ pointer: '/15', message: 'the column "colour" is not known here' }]],
  ],
  [
    'whose kind is not said',
    '',
    ndjson([ORDER]),
    [400, 'INVALID_REQUEST', [{ pointer: '/kind', message: 'is missing' }]],
  ],
  ['of an unknown kind', 'kind=servers', ndjson([ORDER]), [400, 'INVALID_REQUEST']],
  [
    'whose kind is said twice',
    'kind=orders',
    { ...JSON_TYPE, body: '{"kind":"orders","items":[{}]}' },
    [400, 'INVALID_REQUEST', [{ pointer: '/kind', message: 'is said by the body' }]],
  ],
  ['without items, as JSON', '', { ...JSON_TYPE, body: '{"kind":"orders","items":[]}' }, [400, 'INVALID_REQUEST']],
  ['of another type', 'kind=orders', { type: 'text/plain', body: 'x' }, [415, 'UNSUPPORTED_CONTENT_TYPE']],
  [
    'of another charset',
    'kind=orders',
    { ...csv(COLUMNS, ...ROWS), type: 'text/csv; charset=iso-8859-1' },
    [415, 'UNSUPPORTED_CONTENT_TYPE'],
  ],
  [
    'of more than 1 MB as JSON in one piece',
    '',
    { ...JSON_TYPE, body: JSON.stringify({ kind: 'orders', items: ['x'.repeat(1_100_000)] }) },
    [413, 'TOO_LARGE'],
  ],
  [
    'of too many items',
    'kind=orders',
    { type: 'application/x-ndjson', body: '1\n'.repeat(MOST_ITEMS + 1) },
    [413, 'TOO_LARGE'],
  ],
])('a batch %s is refused, and nothing of it is kept', async (_, query, { type, body }, [status, code, errors]) => {
  const before = await kept();
  const answer = await api.call('POST', `/v1/batches?${query}`, body, { 'content-type': type });
  expect(answer).toMatchObject({ status, body: { code, ...(errors !== undefined && { errors }) } });
  expect(await kept()).toEqual(before);
});

type Sending = { status: number | string; body: { id?: string; code?: string } };

/** Sends a body over a connection of its own, part by part; a part that is null breaks the connection off. */
function send(
  path: string,
  type: string,
  parts: AsyncIterable<Buffer | null> | Iterable<Buffer | null>,
): Promise<Sending> {
  const headers = { ...key, 'content-type': type };
  return new Promise((resolve) => {
    const sending = httpRequest({ host: '127.0.0.1', port, method: 'POST', path, headers });
    sending.on('response', (answer) => {
      const told = answer.toArray().then((parts) => JSON.parse(Buffer.concat(parts).toString()) as Sending['body']);
      void told.then((body) => resolve({ status: answer.statusCode!, body }));
    });
    sending.on('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? error.message, body: {} }));
    void (async () => {
      for await (const part of parts) {
        if (sending.destroyed) return;
        if (part === null) return void sending.destroy();
        if (!sending.write(part)) await once(sending, 'drain').catch(() => undefined);
      }
      sending.end();
    })();
  });
}

const NDJSON = 'application/x-ndjson';
const linesOf = (orders: readonly object[]) =>
  Buffer.from(orders.map((order) => `${JSON.stringify(order)}\n`).join(''));

test.each([
  ['in the middle of an item', 0.5],
  ['after an item', 1],
])('of a body that breaks off %s nothing is kept', async (_, share) => {
  const before = await kept();
  const many = linesOf(Array.from({ length: 1_200 }, (_, index) => ({ ...ORDER, number: `SO-${index}` })));
  const last = linesOf([ORDER]);
  async function* parts() {
    yield many;
    await until(async () => (await kept()).items - before.items >= 1_000);
    yield last.subarray(0, last.length * share);
    yield null;
  }
  await send('/v1/batches?kind=orders', NDJSON, parts());
  await until(async () => (await kept()).batches <= before.batches);
  expect(await kept()).toEqual(before);
});

test('a body that is too large is refused when it is, while its caller still sends', async () => {
  const before = await kept();
  const part = linesOf([{ padding: 'x'.repeat(1_000_000) }]);
  const parts = Array<Buffer>(Math.ceil(MOST_BATCH_BYTES / part.length) + 1).fill(part);
  expect(await send('/v1/batches?kind=orders', NDJSON, parts)).toMatchObject({
    status: 413,
    body: { code: 'TOO_LARGE' },
  });
  expect(await kept()).toEqual(before);
});

test('as many items as a batch may have are read as they come: what is not written yet is never more than a little', async () => {
  const line = linesOf([{ ...ORDER, metadata: { note: 'x'.repeat(200), other: 'y'.repeat(200) } }]);
  const group = Buffer.concat(Array<Buffer>(1_000).fill(line));
  const receive = createReceiving(api.deps);
  let most = 0;
  async function* chunks() {
    const before = (await kept()).items;
    for (let sent = 0; sent < MOST_ITEMS; sent += 1_000) {
      yield group;
      most = Math.max(most, before + sent + 1_000 - (await kept()).items);
    }
  }
  const { items, contentHash } = readUpload(NDJSON, 'orders', Readable.from(chunks(), { highWaterMark: 1 }));
  async function* read() {
    for await (const make of items) yield { order: 'SO-1', content: make() };
  }
  const { id: batch } = await receive({
    kind: 'orders',
    preview: false,
    by: 'key/1',
    key: null,
    items: read(),
    contentHash,
  });
  expect((await api.call('GET', `/v1/batches/${batch}`)).body).toMatchObject({ total: MOST_ITEMS, state: 'running' });
  expect(most).toBeLessThan(4_000);
});

test('the same batch again under its key is the same, other content under it is refused, and without a key it is another', async () => {
  const headers = { 'idempotency-key': 'batch-1' };
  const sent = ndjson([ORDER]);
  const first = await id(post('orders', sent, '', headers));
  const before = await kept();
  const repeats = await Promise.all([1, 2, 3].map(() => post('orders', sent, '', headers)));
  const repeat = { body: { id: first }, headers: { 'idempotent-replayed': 'true' } };
  expect(repeats).toMatchObject([repeat, repeat, repeat]);
  for (const [other, query] of [
    [ndjson([ORDER, ORDER]), ''],
    [sent, '&preview=true'],
    [csv(COLUMNS, ...ROWS), ''],
  ] as const)
    expect(await post('orders', other, query, headers)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  expect(await kept()).toEqual(before);
  expect(await id(post('orders', sent))).not.toBe(first);
  const json = { kind: 'orders', items: [ORDER] };
  // However a preview is asked for, it is none of what is carried out.
  const under = { 'idempotency-key': 'preview' };
  const asked = await id(api.call('POST', '/v1/batches?preview=true', json, under));
  expect(await id(api.call('POST', '/v1/batches', { ...json, preview: true }, under))).toBe(asked);
  expect((await api.call('POST', '/v1/batches', json, under)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  const [one, same] = await Promise.all(
    ['a', 'a'].map((key) => id(api.call('POST', '/v1/batches', json, { 'idempotency-key': key }))),
  );
  expect(one).toBe(same);
});
