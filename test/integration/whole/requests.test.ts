import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderWorkflowId, serverWorkflowId } from '../../../temporal/contract.ts';
import { unlockCapability } from '../../../secrets/unlock-link.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { anOrder, type Answer } from '../../support/api/api.ts';
import { withRoutes, type Route } from '../../support/api/routes.ts';
import { answered, openWorld, type World } from '../../support/api/world.ts';

let world: World;
let routes: Route[];
beforeAll(async () => {
  ({ built: world, routes } = await withRoutes(() => openWorld()));
});
afterAll(() => world.close());

type Line = { requestId: string; time: string; msg: string } & Record<string, unknown>;
const lines = () =>
  world
    .logged()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
const lineOf = (requestId: string) => lines().filter((line) => line.requestId === requestId);
const named = (requestId: string) => ({ 'request-id': requestId });

describe('the access log', () => {
  test('says of each request when it was, what was asked by which pattern, what was answered, how fast, and who asked', async () => {
    await world.call('GET', '/v1/orders/SO-none?unknown=yes', undefined, named('one'));
    const line = {
      ...{ requestId: 'one', msg: 'answered', method: 'GET', route: '/v1/orders/:number', status: 400 },
      ...{ ms: expect.any(Number), by: expect.stringMatching(/^key\/[0-9a-f-]{36}$/) },
      ...{ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), level: 30 },
    };
    expect(lineOf('one')).toEqual([expect.objectContaining(line)]);

    const visitor = world.visitor(await world.signIn('vendor'));
    await visitor.get('/people', named('two'));
    expect(lineOf('two')).toMatchObject([{ by: expect.stringMatching(/^person\//), status: expect.any(Number) }]);
    await world.call('GET', '/nowhere', undefined, named('three'));
    expect(lineOf('three')).toMatchObject([{ route: null, status: 404, by: null }]);
    await world.call('GET', '/v1/orders/%zz', undefined, named('four'));
    expect(lineOf('four')).toMatchObject([{ route: null, status: 400, by: null }]);
  });

  test('holds no key, link, token, code, query or address, whatever is asked and answered', async () => {
    const { authorization } = await keyFor(world.deps.orm.em.fork(), null);
    const order = anOrder();
    await world.deliver(order);
    const capability = unlockCapability(world.deps.secretKeys, { order: order.number, delivery: '1', generation: 0 });
    const before = lines().length;
    const visitor = world.visitor();
    await visitor.get(`/unlock/${capability}?from=mail-client`);
    await visitor.post(`/unlock/${capability}`);
    await visitor.get('/unlock/forged-capability');
    await visitor.post('/sign-in', { email: 'ada@acme.example' });
    await world.services.post.settled();
    const link = /\/sign-in\/link\/([\w-]+)/.exec(world.posted.at(-1)?.text ?? '')?.[1] ?? 'sign-in-secret';
    await visitor.get(`/sign-in/link/${link}`);
    await visitor.post('/sign-in/code', { code: 'ABCD-EFGH' });
    const cookie = await world.signIn('vendor');
    for (const page of ['/', '/customers?q=searched-for', '/people', '/sessions'])
      await world.visitor(cookie).get(page);
    await world.call('GET', '/v1/orders?q=searched-for', undefined, { authorization });
    await world.call('GET', '/v1/orders', undefined, { authorization: 'Bearer wrong-key' });
    const activation = {
      token: 'WRONG-TOKEN-22222-33333-44444',
      fingerprint: 'f',
      version: '2026.Winter.1',
      publicKey: {},
    };
    await world.call('POST', '/v1/activations', activation, { authorization: '' });
    await world.call('GET', '/test', undefined, { authorization: '', 'request-id': 'ada@acme.example' });
    const made = await world.call('POST', `/v1/accounts/${order.customer.id}/keys`, { name: 'Logged' });
    expect(lines().length - before).toBeGreaterThan(14);
    const secrets = [
      authorization.slice('Bearer '.length),
      capability,
      'forged-capability',
      link,
      'ABCD-EFGH',
      cookie.split('=')[1]!,
    ];
    for (const secret of [...secrets, 'wrong-key', 'WRONG-TOKEN', made.body.key, 'searched-for', 'mail-client', '@'])
      expect(world.logged()).not.toContain(secret);
  });

  test('leads to the workflows that a request started or told something, and they lead back', async () => {
    const order = anOrder();
    await answered(world, 'POST', '/v1/orders', order, named('started'));
    const orderId = orderWorkflowId(order.number);
    expect(lineOf('started')).toMatchObject([{ status: 201, workflows: [orderId] }]);
    const url = `/v1/orders/${order.number}`;
    await world.until(async () => (await world.call('GET', `${url}/events`)).body.items.length > 0);
    const { memo } = await world.deps.temporal.workflow.getHandle(orderId).describe();
    expect(memo).toEqual({ requestId: 'started', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    await answered(world, 'POST', `/v1/orders/${order.number}/unlock`, undefined, named('signaled'));
    expect(lineOf('signaled')).toMatchObject([{ status: 202, workflows: [orderId] }]);
    const { id } = await answered(world, 'POST', `/v1/accounts/${order.customer.id}/servers`, {
      name: 'Main',
      role: 'test',
    });
    await answered(world, 'PUT', `/v1/servers/${id}/assignments/digital-fax`, { capacity: 1 }, named('updated'));
    expect(lineOf('updated')).toMatchObject([{ workflows: [serverWorkflowId(id)] }]);
    expect(await requestsIn(orderId)).toContain('signaled');
    expect(await requestsIn(serverWorkflowId(id))).toEqual(['updated']);
    expect(lineOf('started')[0]!.workflows).toHaveLength(1);
  });
});

/** The ids of requests in the headers of what a workflow was told, as its history has them. */
async function requestsIn(workflowId: string): Promise<string[]> {
  const { events } = await world.deps.temporal.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? []).flatMap((event) => {
    const header =
      event.workflowExecutionSignaledEventAttributes?.header ??
      event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.header;
    const data = header?.fields?.requestId?.data;
    return data ? [JSON.parse(Buffer.from(data).toString()) as string] : [];
  });
}

test('an answer that is told again by its Idempotency-Key says so, and the first does not', async () => {
  const key = { 'idempotency-key': 'replayed-1' };
  const path = `/v1/accounts/${anOrder().customer.id}/keys`;
  for (const [url, body] of [
    ['/v1/orders', anOrder()],
    [path, { name: 'x' }],
  ] as const) {
    const said: unknown[] = [];
    for (let times = 0; times < 2; times += 1)
      said.push(
        (await world.call('POST', url, body, { 'idempotency-key': `${key['idempotency-key']}${url}` })).headers[
          'idempotent-replayed'
        ],
      );
    expect(said).toEqual([undefined, 'true']);
  }
});

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

test('every address says 405 with the methods that it takes to all others, and takes HEAD where it takes GET', async () => {
  const addresses = [...new Set(routes.map(({ url }) => url.replace(/:\w+/g, 'none').replace('*', 'none')))];
  for (const url of addresses) {
    const taken: string[] = [];
    const refused: Answer[] = [];
    for (const method of METHODS) {
      const answer = await world.call(method, url, undefined, { authorization: '', 'sec-fetch-site': 'cross-site' });
      if (answer.status === 405) refused.push(answer);
      else taken.push(method);
      if (method === 'HEAD') expect([url, answer.body]).toEqual([url, '']);
    }
    expect([url, taken.length > 0, taken.includes('GET')]).toEqual([url, true, taken.includes('HEAD')]);
    for (const { headers } of refused) expect([url, headers.allow]).toEqual([url, taken.sort().join(', ')]);
    expect(refused.at(-1)?.body).toMatchObject({ code: 'METHOD_NOT_ALLOWED', requestId: expect.any(String) });
  }
  expect(addresses.length).toBeGreaterThan(60);
});

test.each([
  ['text/plain', 'no JSON'],
  ['application/json', '{'],
])('whatever is sent by a method that an address does not take, it says 405 (%s)', async (type, body) => {
  for (const url of ['/healthz', '/v1/orders/none', '/.well-known/jwks.json', '/sign-out'])
    for (const method of ['PUT', 'QUERY']) {
      const { status, headers } = await world.call(method, url, body, { authorization: '', 'content-type': type });
      expect([url, method, status, headers.allow]).toEqual([url, method, 405, expect.any(String)]);
    }
});

describe('an address that is none', () => {
  test.each([
    ['/v1/servers/%F0%28%8C%28', 400, 'MALFORMED_ADDRESS'],
    ['/v1/orders/%zz', 400, 'MALFORMED_ADDRESS'],
    ['/%c3%28', 400, 'MALFORMED_ADDRESS'],
    ['/customers/%ff', 400, 'MALFORMED_ADDRESS'],
    ['/v1/orders?q=%ff', 400, 'INVALID_REQUEST'],
    ['/v1/orders?q=a?b=%ff', 400, 'INVALID_REQUEST'],
    [`/docs/static/${'x'.repeat(1_900)}`, 404, 'NOT_FOUND'],
    ['/docs/static//logo.svg', 404, 'NOT_FOUND'],
    [`/v1/orders/${'x'.repeat(200)}`, 400, 'INVALID_REQUEST'],
    [`/v1/orders/${'x'.repeat(2_001)}`, 414, 'ADDRESS_TOO_LONG'],
    ['/v1/orders/a%2Fb', 400, 'INVALID_REQUEST'],
    ['/v1/orders/..%2F..%2Fetc', 400, 'INVALID_REQUEST'],
    ['/v1/orders/%00', 404, 'NOT_FOUND'],
    ['/nowhere', 404, 'NOT_FOUND'],
    ['/v1//orders', 404, 'NOT_FOUND'],
    ['//v1/orders', 404, 'NOT_FOUND'],
    ['//elsewhere.example/v1/orders', 404, 'NOT_FOUND'],
    ['/v1/orders/', 400, 'INVALID_REQUEST'],
    ['/V1/orders', 404, 'NOT_FOUND'],
  ])('%s is %d %s, a problem that names its request', async (url, status, code) => {
    const answer = await world.call('GET', url, undefined, named('asked'));
    expect([answer.status, answer.body.code, answer.body.requestId]).toEqual([status, code, 'asked']);
    expect(answer.headers).toMatchObject({ 'request-id': 'asked', 'content-type': 'application/problem+json' });
  });
});

const asked = (line: string, headers: string[]) =>
  [`${line} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');

test('what is no request is a problem too, with a name that the log knows', async () => {
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  for (const [sent, status, code] of [
    [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ['no http, but-a-secret\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    [asked('GET /v1/orders', []), 400, 'MALFORMED_REQUEST'],
    [asked('GET /v1/orders', ['Host: a', 'Host: b']), 400, 'MALFORMED_REQUEST'],
    [
      asked('GET /v1/orders', ['Host: a', 'Authorization: Bearer x', 'authorization: Bearer y']),
      400,
      'MALFORMED_REQUEST',
    ],
    [asked('GET /v1/orders#q=%ff', ['Host: a']), 400, 'INVALID_REQUEST'],
  ] as const) {
    const socket = connect(port, '127.0.0.1');
    socket.write(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json`, 's'));
    const problem = JSON.parse(body) as { code: string; status: number; requestId: string };
    expect([problem.code, problem.status]).toEqual([code, status]);
    const route = sent.includes('/v1/orders') ? '/v1/orders' : null;
    await world.until(async () => lineOf(problem.requestId).length > 0);
    expect(lineOf(problem.requestId)).toMatchObject([{ status, route }]);
  }
  expect(world.logged()).not.toContain('but-a-secret');
});

test.each(['gzip', 'GZIP', 'br', 'gzip, identity', 'x'])(
  'a body that is said to be packed (%s) is not taken, whatever it is, and by no page either',
  async (coding) => {
    for (const [url, body] of [
      ['/v1/orders', gzipSync(JSON.stringify(anOrder()))],
      ['/v1/orders', JSON.stringify(anOrder())],
      ['/v1/activations', '{}'],
      ['/sign-in', 'email=ada@acme.example'],
    ] as const) {
      const type = url === '/sign-in' ? 'application/x-www-form-urlencoded' : 'application/json';
      const { status, headers } = await world.call('POST', url, body, {
        ...{ 'content-type': type, 'content-encoding': coding, 'sec-fetch-site': 'same-origin' },
      });
      expect([url, status, headers['accept-encoding']]).toEqual([url, 415, 'identity']);
    }
  },
);

test('the name that a caller gives its request is taken where it can be no address, else one is made', async () => {
  for (const url of ['/test', '/v1/orders', '/nowhere', '/sign-in', '/v1/orders/%zz']) {
    const answer = await world.call('GET', url, undefined, named('mine-1'));
    expect([url, answer.headers['request-id']]).toEqual([url, 'mine-1']);
    for (const given of ['not mine', 'ada@acme.example', 'x'.repeat(101)]) {
      const made = await world.call('GET', url, undefined, named(given));
      expect(made.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  }
});

describe('a request whose caller hangs up', () => {
  /** Sends an order as raw HTTP, and answers its connection. */
  async function post(order: object, requestId: string): Promise<Socket> {
    const { port } = world.app.server.address() as AddressInfo;
    const { authorization } = await keyFor(world.deps.orm.em.fork(), null);
    const body = JSON.stringify(order);
    const about = {
      Host: 'a',
      Authorization: authorization,
      'Request-Id': requestId,
      'Content-Type': 'application/json',
    };
    const headers = Object.entries({ ...about, 'Content-Length': Buffer.byteLength(body) });
    const socket = connect(port, '127.0.0.1');
    const head = ['POST /v1/orders HTTP/1.1', ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
    await new Promise((sent) => socket.write(`${head}\r\n\r\n${body}`, sent));
    return socket;
  }
  const statusOf = async ({ number }: { number: string }) => (await world.call('GET', `/v1/orders/${number}`)).status;

  test('before it is read is not carried out, and has its one line', async () => {
    const order = anOrder();
    (await post(order, 'gone-early')).destroy();
    await world.until(async () => lineOf('gone-early').length > 0);
    expect(lineOf('gone-early')).toMatchObject([{ msg: 'hung up', route: '/v1/orders', status: null }]);
    expect(await statusOf(order)).toBe(404);
  });

  test('while it is carried out has one line too, which says what became of it', async () => {
    const order = anOrder();
    const em = world.deps.orm.em.fork();
    await em.transactional(async (tx) => {
      await tx.execute('lock table intakes in exclusive mode');
      const socket = await post(order, 'gone-late');
      await world.until(async () => (await waiting()) > 0);
      socket.destroy();
      await new Promise((closed) => socket.once('close', closed));
    });
    await world.until(async () => lineOf('gone-late').length > 0);
    const line = {
      msg: 'hung up',
      status: 201,
      by: expect.stringMatching(/^key/),
      workflows: [`order/${order.number}`],
    };
    expect(lineOf('gone-late')).toMatchObject([line]);
    expect(await statusOf(order)).toBe(200);
  });

  /** How many statements wait for what another transaction holds. */
  async function waiting(): Promise<number> {
    const em = world.deps.orm.em.fork();
    const [row] = await em.execute<
      [{ n: number }]
    >(`select count(*)::int as n from pg_locks join pg_database d on d.oid = database
       where not granted and datname = current_database()`);
    return row.n;
  }
});
