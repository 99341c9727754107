import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SCOPES, type Scope } from '../../../domain/people/scopes.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';
import { withRoutes, type Route } from '../../support/api/routes.ts';

let api: TestApi;
let routes: Route[];
let keyed: Route[];

beforeAll(async () => {
  ({ built: api, routes } = await withRoutes(() => openApi()));
  keyed = routes.filter(({ config }) => config?.scope);
});
afterAll(() => api.close());

const keyWith = (...scopes: Scope[]) => keyFor(api.deps.orm.em.fork(), null, scopes);
const nameOf = ({ method, url }: Route) => `${method} ${url}`;
const isReading = ({ method }: Route) => ['GET', 'HEAD'].includes(method);

/** What a route answers a key, asked for something that it refuses to everybody whom it lets pass. */
async function answerTo(key: object, { method, url }: Route): Promise<string> {
  const address = `${url.replace(/:\w+/g, 'none')}?unknown=yes`;
  const { status, body } = await api.call(
    method,
    address,
    ['POST', 'PUT', 'PATCH'].includes(method) ? {} : undefined,
    key,
  );
  if (status === 400) return 'passed';
  return method === 'HEAD' ? String(status) : `${status} ${body.code} ${body.scope}`;
}

describe.each(SCOPES)('a key of the vendor with the scope %s alone', (scope) => {
  test('passes at the routes that name it, and is told at every other which one it lacks', async () => {
    const key = await keyWith(scope);
    for (const route of keyed) {
      const asked = route.config!.scope!;
      const refusal = route.method === 'HEAD' ? '403' : `403 NOT_PERMITTED ${asked}`;
      expect([nameOf(route), await answerTo(key, route)]).toEqual([
        nameOf(route),
        asked === scope ? 'passed' : refusal,
      ]);
    }
  });
});

test('a key that may read everything changes nothing by any route, and gets no secret', async () => {
  const key = await keyWith(...SCOPES.filter((scope) => scope.endsWith(':read')));
  const passed: Route[] = [];
  for (const route of keyed) if ((await answerTo(key, route)) === 'passed') passed.push(route);
  expect(passed.filter((route) => !isReading(route)).map(nameOf)).toEqual([]);
  expect(passed.filter(({ url, config }) => url.endsWith('/token') || config?.answersSecret).map(nameOf)).toEqual([]);
  expect(passed.length).toBeGreaterThan(10);
});

test('a key without scopes passes everywhere', async () => {
  const key = await keyFor(api.deps.orm.em.fork(), null);
  for (const route of keyed) expect([nameOf(route), await answerTo(key, route)]).toEqual([nameOf(route), 'passed']);
});

test('every route of /v1 takes a key and names its scope, but for those that AppSuites call', () => {
  const others = routes.filter(({ url, config }) => url.startsWith('/v1/') && !config?.scope);
  expect([...new Set(others.map(({ url }) => url))].sort()).toEqual([
    '/v1/activations',
    '/v1/activations/current',
    '/v1/license',
    '/v1/license/wait',
    '/v1/pairings',
    '/v1/pairings/token',
    '/v1/service-tokens',
  ]);
});

test('a key that may change accounts, and nothing else, lets nobody in: by no key, provider, domain or corrected address', async () => {
  const key = await keyWith('accounts:write');
  const lettingIn = /\/(keys|identity-provider|domains|address-corrections)(\/|$)/;
  const found = keyed.filter(({ url }) => lettingIn.test(url));
  for (const route of found)
    expect([nameOf(route), await answerTo(key, route)]).toEqual([nameOf(route), expect.stringMatching(/^403/)]);
  expect(found.length).toBeGreaterThan(8);
});

test('whatever an account can have kept of its keys and webhooks for ever, or sent to others, is paced', () => {
  const adding = keyed.filter(
    ({ method, config }) =>
      ['POST', 'PUT', 'PATCH'].includes(method) && ['keys:write', 'webhooks:write'].includes(config!.scope!),
  );
  const free = adding.filter(({ config }) => !config!.isPaced).map(({ method, url }) => `${method} ${url}`);
  // Which have a pace of their own.
  expect(free).toEqual([
    'POST /v1/accounts/:id/webhooks/:webhook/test',
    'POST /v1/accounts/:id/identity-provider/check',
  ]);
  expect(adding.length).toBeGreaterThan(4);
});

test('an address of /v1 that is not there asks nobody for a key', async () => {
  expect((await api.call('GET', '/v1/none', undefined, { authorization: '' })).status).toBe(404);
});

test('a key is none from the instant at which it ends', async () => {
  const key = await keyWith('orders:read');
  const sql = (expiresAt: Date) =>
    api.deps.orm.em.fork().execute(`update api_keys set expires_at = ? where scopes = '{orders:read}'`, [expiresAt]);
  await sql(new Date(Date.now() + 60_000));
  expect((await api.call('GET', '/v1/orders', undefined, key)).status).toBe(200);
  await sql(new Date());
  const { status, body } = await api.call('GET', '/v1/orders', undefined, key);
  expect([status, body.code]).toEqual([401, 'NOT_AUTHENTICATED']);
});

test('OpenAPI says of each route which scope it takes', async () => {
  const { paths } = (await api.call('GET', '/openapi.json')).body;
  for (const { method, url, config } of keyed.filter(({ method }) => method !== 'HEAD')) {
    const documented = paths[url.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
    expect(documented.security).toEqual([{ apiKey: [config!.scope] }]);
  }
});
