import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signInAs } from '../support/api/people.ts';
import { anOrder } from '../support/api/api.ts';
import { openSite, type TestSite } from '../support/portal/site.ts';

/** Every text of every request, whoever sends it: what cannot be kept, or not be seen, is refused before it is kept anywhere. */

let site: TestSite;
let cookie: string;
let customer: string;
let placed: string;

beforeAll(async () => {
  site = await openSite();
  ({ cookie } = await signInAs(site.deps.orm.em.fork(), 'vendor'));
  const order = anOrder();
  await site.call('POST', '/v1/orders', order);
  customer = order.customer.id;
  placed = order.number;
});
afterAll(() => site.close());

const UNSTORABLE = ['\0', 'a\0b', '\u0001', '\u001b[2J', '\ud800', 'a\udfff'];
const UNSEEN = [
  ' ',
  '\u00a0',
  '\u200b',
  'a\u200bb',
  '\u202eevil',
  '\u2066x\u2069',
  '\u3164',
  '\u2800',
  '\u00ad',
  'a\u2028b',
];

const PATHS = [
  ['GET', '/v1/orders/%'],
  ['GET', '/v1/orders/%/events'],
  ['POST', '/v1/orders/%/unlock'],
  ['GET', '/v1/accounts/%/licenses'],
  ['GET', '/v1/accounts/%/servers'],
  ['GET', '/v1/servers/%'],
  ['GET', '/v1/servers/%/events'],
  ['GET', '/v1/servers/%/token'],
  ['PUT', '/v1/servers/srv_1/assignments/%'],
  ['DELETE', '/v1/servers/%'],
  ['POST', '/v1/orders/SO-1/deliveries/%/unlock-link'],
] as const;

test.each(PATHS)('%s %s with a NUL in it is nobody’s, and no outage', async (method, url) => {
  for (const text of ['%00', 'a%00', '%01', 'a%1Bb']) {
    const answer = await site.call(method, url.replace('%', text), method === 'PUT' ? { capacity: 1 } : undefined);
    expect([url, answer.status, answer.body.code]).toEqual([url, 404, 'NOT_FOUND']);
  }
});

const PAGES = ['/orders/%', '/customers/%', '/customers/%/servers/x', '/customers/x/servers/%', '/unlock/%'];

test.each([...PAGES, '/sign-in/link/%', '/accounts/%/people'])(
  'the page %s with a NUL in it is not found',
  async (url) => {
    const { status } = await site.visitor(cookie).get(url.replace('%', 'a%00b'));
    expect(status).toBe(404);
  },
);

test.each([
  '/v1/orders?q=%00',
  '/v1/orders?customer=a%00',
  '/v1/orders?q=%E9',
  '/v1/accounts?cursor=%ff',
  '/v1/orders?q=%',
])('%s is refused as input', async (url) => {
  const answer = await site.call('GET', url);
  expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
});

test.each(['/orders?q=%00', '/customers?q=%C3', '/sign-in?to=%00'])(
  'the page %s says that it cannot be read',
  async (url) => {
    expect((await site.visitor(cookie).get(url)).status).toBe(400);
  },
);

/** Where a text of a caller is kept. */
const KEPT = [
  ['POST', () => '/v1/orders', (text: string) => anOrder({ reseller: { id: 'r1', name: text, email: 'a@b.example' } })],
  ['POST', () => '/v1/orders', (text: string) => anOrder({ customer: { id: 'c1', name: text, email: 'a@b.example' } })],
  ['POST', () => `/v1/accounts/${customer}/servers`, (text: string) => ({ name: text, role: 'test' })],
  ['PUT', () => `/v1/accounts/${customer}`, (text: string) => ({ ...ACCOUNT, name: text })],
  ['PUT', () => '/v1/orders/SO-1/suspension', (text: string) => ({ reason: text })],
  ['POST', () => '/v1/orders/SO-1/cancellation', (text: string) => ({ reason: text })],
  ['POST', () => '/v1/orders/SO-1/renewals', (text: string) => ({ reference: text, endsOn: '2030-01-01' })],
  [
    'POST',
    () => '/v1/orders/SO-1/conversions',
    (text: string) => ({ reference: text, line: '1', license: 'perpetual' }),
  ],
  ['POST', () => '/v1/orders', (text: string) => anOrder({ purchaseOrder: text })],
  ['POST', () => '/v1/orders', (text: string) => anOrder({ metadata: { key: text } })],
  ['POST', () => '/v1/orders', (text: string) => anOrder({ lines: [{ ...LINE, reference: text }] })],
  ['POST', () => '/v1/orders/SO-1/expansions', (text: string) => ({ ...EXPANSION, metadata: { key: text } })],
  [
    'POST',
    () => '/v1/orders/SO-1/expansions',
    (text: string) => ({ ...EXPANSION, lines: [{ ...LINE, reference: text }] }),
  ],
  ['PUT', () => `/v1/accounts/${customer}`, (text: string) => ({ ...ACCOUNT, name: 'A', metadata: { key: text } })],
] as const;
const LINE = { application: 'digital-fax', capacity: 8, license: 'perpetual' } as const;
const EXPANSION = { reference: 'E-1', lines: [LINE] };
const BY = 'key/1' as const;
const CALLER = { by: BY, account: { id: 'vendor', kind: 'vendor' }, role: 'administrator', scopes: null } as const;
const ACCOUNT = { email: 'it@acme.example', timeZone: 'Europe/Rome', locale: 'en' };

test.each(KEPT)('%s keeps no text that is none or cannot be seen', async (method, url, bodyWith) => {
  for (const text of [...UNSTORABLE, ...UNSEEN]) {
    const answer = await site.call(method, url(), JSON.stringify(bodyWith(text)), {
      'content-type': 'application/json',
    });
    expect([text, answer.status, answer.body.code]).toEqual([text, 400, 'INVALID_REQUEST']);
    expect(answer.body.errors[0].pointer).toMatch(/name|reason|reference|purchaseOrder|metadata/);
  }
});

test('services refuse it themselves, so that no caller can forget to', async () => {
  const { orders, servers, accounts, offline, orderFacts } = site.services;
  const posted = (changes: object) =>
    ({ ...anOrder(), lines: [LINE], ...changes }) as Parameters<typeof orders.takeIn>[1];
  const account = { ...ACCOUNT, name: 'A' };
  for (const text of [...UNSTORABLE, ...UNSEEN]) {
    const calls = [
      () => servers.register(customer, { name: text, role: 'test' }, BY),
      () => accounts.changeAccount(CALLER, customer, { ...ACCOUNT, name: text }, { requestId: 'r', by: BY }),
      () => offline.override('srv_1', text, { requestId: 'r', by: BY }),
      () => orderFacts.suspend('SO-1', text, { by: BY }),
      () => orderFacts.cancel('SO-1', { reason: text }, { by: BY }),
      () => orders.takeIn(CALLER, posted({ purchaseOrder: text })),
      () => orders.takeIn(CALLER, posted({ metadata: { key: text } })),
      () => orders.takeIn(CALLER, posted({ lines: [{ ...LINE, reference: text }] })),
      () => orderFacts.expand(placed, { ...EXPANSION, metadata: { key: text } }, { by: BY }),
      () => orderFacts.expand(placed, { ...EXPANSION, lines: [{ ...LINE, reference: text }] }, { by: BY }),
      () =>
        accounts.changeAccount(CALLER, customer, { ...account, metadata: { key: text } }, { requestId: 'r', by: BY }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  }
});

test('a server that the portal would give such a name is not made', async () => {
  const visitor = site.visitor(cookie);
  for (const name of ['a\0b', '\u200b', ' \u202e ']) {
    const { status } = await visitor.post(`/customers/${customer}/servers/new`, {
      name,
      role: 'test',
      key: `k${name}`,
    });
    expect([400, 422]).toContain(status);
  }
  expect((await site.call('GET', `/v1/accounts/${customer}/servers`)).body.items).toEqual([]);
});

test('whatever text comes in a path, a query or a body, the answer is no fault and no outage', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...UNSTORABLE, ...UNSEEN));
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const encoded = encodeURIComponent(given.toWellFormed()) || 'x';
      const answers = [
        await site.call('GET', `/v1/servers/${encoded}`),
        await site.call('GET', `/v1/orders?q=${encoded}`),
        await site.call('POST', '/v1/activations', { token: given, fingerprint: given, version: given }),
        await site.call('POST', '/v1/servers/srv_x/offline-activations', { request: given }),
      ];
      for (const { status } of answers) expect(status).toBeLessThan(500);
    }),
    { numRuns: 100 },
  );
});

describe('a body', () => {
  const post = (payload: Buffer | string, type: string) =>
    site.call('POST', '/v1/orders', payload, { 'content-type': type });

  test('that is declared in another charset than UTF-8 is refused', async () => {
    for (const charset of ['iso-8859-1', 'ISO-8859-15', 'windows-1252', 'utf-16', '"latin1"', 'utf-7']) {
      const answer = await post(JSON.stringify(anOrder()), `application/json; charset=${charset}`);
      expect([charset, answer.status, answer.body.code]).toEqual([charset, 415, 'UNSUPPORTED_CONTENT_TYPE']);
    }
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'us-ascii'])
      expect((await post(JSON.stringify(anOrder()), `application/json;charset=${charset}`)).status).toBe(201);
  });

  test('whose bytes are no UTF-8 is refused, and never kept with signs in the place of what was meant', async () => {
    const order = anOrder();
    const text = JSON.stringify({ ...order, customer: { ...order.customer, name: 'Hôtel' } });
    const refused = await post(Buffer.from(text, 'latin1'), 'application/json');
    expect([refused.status, refused.body.code]).toEqual([400, 'MALFORMED_BODY']);
    expect((await post(Buffer.from(text), 'application/json')).status).toBe(201);
  });

  test('of a form is read as strictly', async () => {
    const form = (payload: string, type: string) =>
      site.app.inject({ method: 'POST', url: '/sign-in', payload, headers: { 'content-type': type } });
    const type = 'application/x-www-form-urlencoded';
    expect((await form('email=a%E9%40b.example', type)).statusCode).toBe(400);
    expect((await form('email=a%40b.example', `${type}; charset=iso-8859-1`)).statusCode).toBe(415);
  });

  test('in which a name stands twice is refused, with its place', async () => {
    const twice = JSON.stringify(anOrder())
      .replace('"lines":[{', '"lines":[{"capacity":1,')
      .replace('{', '{"a/b":{"x":[1,{"y":1,"\\u0079":2}]},');
    const answer = await post(twice, 'application/json');
    expect(answer.body.errors).toEqual([{ pointer: '/a~1b/x/1/y', message: 'is given twice' }]);
    const quoted = JSON.stringify(anOrder({ purchase: '{"a":1,"a":2}' }));
    expect((await post(quoted, 'application/json')).body.errors).toEqual([
      { pointer: '/purchase', message: 'is not known here' },
    ]);
  });

  test('that is nested without end is refused', async () => {
    const answer = await post(`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'application/json');
    expect([answer.status, answer.body.errors[0].message]).toEqual([400, 'is nested too deeply']);
  });
});

test('the same text in another normal form is the same order, kept as NFC', async () => {
  const order = anOrder();
  const named = (name: string) => ({ ...order, customer: { ...order.customer, name } });
  expect((await site.call('POST', '/v1/orders', named('Hôtel'.normalize('NFD')))).status).toBe(201);
  expect((await site.call('POST', '/v1/orders', named('Hôtel'.normalize('NFC')))).status).toBe(200);
  expect((await site.call('GET', `/v1/orders/${order.number}`)).body.customer.name).toBe('Hôtel'.normalize('NFC'));
});

test('an address whose domain is of another script is taken, and is one person however it is written', async () => {
  const order = anOrder();
  const customer = { ...order.customer, email: 'user@münchen.example' };
  expect((await site.call('POST', '/v1/orders', { ...order, customer })).status).toBe(201);
  for (const email of [
    'usér@b.example',
    'a b@c.example',
    'a@b',
    'a@-b.example',
    'a@b/c.example',
    'a@1.2.3.4',
    'a@ex ample.com',
  ]) {
    const refused = await site.call('POST', '/v1/orders', anOrder({ customer: { ...order.customer, email } }));
    expect([email, refused.status, refused.body.errors?.[0]?.pointer]).toEqual([email, 400, '/customer/email']);
  }
  const signIn = (email: string) =>
    site.services.signIn.request(email, '/', 'en', { network: '192.0.2.1', mark: null });
  for (const email of ['user@münchen.example', 'USER@MÜNCHEN.example', 'user@xn--mnchen-3ya.example'])
    (await signIn(email)).send();
  await site.services.post.settled();
  expect(site.posted.map(({ to }) => to)).toEqual(Array(3).fill('user@xn--mnchen-3ya.example'));
});

describe('an address of this service', () => {
  test.each(['/v1/servers/%F0%28%8C%28', '/v1/orders/%zz', '/%c3%28', '/customers/%ff'])(
    '%s that cannot be decoded is a problem like all others',
    async (url) => {
      const answer = await site.call('GET', url);
      expect([answer.status, answer.body.code]).toEqual([400, 'MALFORMED_ADDRESS']);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    },
  );

  test.each([
    ['DELETE', '/v1/orders', 'GET, HEAD, POST'],
    ['PATCH', '/v1/orders/SO-1', 'GET, HEAD'],
    ['GET', '/v1/activations', 'POST'],
    ['POST', '/v1/license', 'GET, HEAD'],
    ['PUT', '/sign-in', 'GET, HEAD, POST'],
  ])('%s %s is asked by a wrong method, and says by which', async (method, url, allow) => {
    const answer = await site.call(method, url, undefined, { authorization: '' });
    expect([answer.status, answer.body.code, answer.headers.allow]).toEqual([405, 'METHOD_NOT_ALLOWED', allow]);
  });

  test('every answer is named, and a problem says by which name', async () => {
    for (const url of ['/test', '/v1/orders', '/nowhere', '/sign-in', '/v1/orders/%zz']) {
      const answer = await site.call('GET', url, undefined, { 'request-id': 'mine-1' });
      expect([url, answer.headers['request-id']]).toEqual([url, 'mine-1']);
      if (answer.status >= 400) expect(answer.body.requestId).toBe('mine-1');
      const made = await site.call('GET', url, undefined, { 'request-id': 'not mine' });
      expect(made.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
