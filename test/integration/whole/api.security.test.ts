import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '../../../telemetry/logger.ts';
import { anOrder, openApi, type TestApi } from '../../support/api/api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const ROUTES = [
  ['POST', '/v1/orders'],
  ['GET', '/v1/orders'],
  ['GET', '/v1/orders/SO-1'],
  ['GET', '/v1/orders/SO-1/events'],
  ['POST', '/v1/orders/SO-1/unlock'],
  ['GET', '/v1/accounts'],
  ['PUT', '/v1/accounts/acme'],
  ['GET', '/v1/accounts/acme/licenses'],
  ['GET', '/v1/accounts/acme/servers'],
  ['POST', '/v1/accounts/acme/servers'],
  ['GET', '/v1/servers/srv_1'],
  ['GET', '/v1/servers/srv_1/events'],
  ['PUT', '/v1/servers/srv_1/assignments/digital-fax'],
  ['GET', '/v1/servers/srv_1/token'],
  ['POST', '/v1/servers/srv_1/token/rotations'],
  ['DELETE', '/v1/servers/srv_1'],
] as const;

test.each(ROUTES)('%s %s needs a key', async (method, url) => {
  for (const authorization of ['', 'Bearer ', 'Bearer wrong', 'Basic dmVuZG9yOnZlbmRvcg==']) {
    const refused = await api.call(method, url, undefined, { authorization });
    expect([refused.status, refused.body.code]).toEqual([401, 'NOT_AUTHENTICATED']);
  }
});

test('the OpenAPI document names every route that needs a key, and says so', async () => {
  const { body } = await api.call('GET', '/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  for (const [method, url] of ROUTES) {
    const path = url.replace('SO-1', '{number}').replace('acme', '{id}').replace('srv_1', '{id}');
    const described = body.paths[path.replace('digital-fax', '{application}')][method.toLowerCase()];
    expect([url, described.security]).toEqual([url, [{ apiKey: [expect.stringMatching(/:(read|write)$/)] }]]);
  }
});

test('every answer, errors and the documentation too, has a policy without inline scripts', async () => {
  for (const url of ['/nowhere', '/v1/orders', '/docs/', '/test']) {
    const { headers } = await api.app.inject({ url });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  }
});

test('a failure that nobody expected says nothing about itself, and leaves no key in the log', async () => {
  const broken = await openApi();
  await broken.database.asOwner('drop table api_keys');
  const failed = await broken.app.inject({ url: '/v1/orders', headers: { authorization: 'Bearer secret-key' } });
  expect([failed.statusCode, failed.json().code]).toEqual([500, 'INTERNAL']);
  expect(failed.body).not.toMatch(/select|orm|sql|stack/i);
  expect(broken.logged()).toContain('a request failed');
  expect(broken.logged()).not.toContain('secret-key');
  await broken.close();
});

test('the capability of an unlock link is kept out of the log', () => {
  const lines: string[] = [];
  const logger = createLogger({ write: (line) => void lines.push(line) });
  logger.error({ req: { method: 'GET', url: '/unlock/abc.def?taken' } }, 'a request failed');
  expect(lines.join('')).toContain('/unlock/[hidden]');
  expect(lines.join('')).not.toContain('abc.def');
});

test('a key of a request stands for one content of one caller', async () => {
  const key = { 'idempotency-key': `key-${Date.now()}` };
  const order = anOrder();
  const first = await api.call('POST', '/v1/orders', order, key);
  const again = await api.call('POST', '/v1/orders', order, key);
  expect([again.status, again.body, again.headers.location]).toEqual([201, first.body, first.headers.location]);
  const other = await api.call('POST', '/v1/orders', anOrder(), key);
  expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
});

test('two requests with one key at once are carried out once, and both get the answer', async () => {
  const key = { 'idempotency-key': `twice-${Date.now()}` };
  const order = anOrder();
  const answers = await Promise.all([1, 2, 3].map(() => api.call('POST', '/v1/orders', order, key)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
});
