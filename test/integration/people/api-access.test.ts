import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as permissions from '../../../domain/people/permissions.ts';
import type { AccountKind, Caller } from '../../../domain/people/permissions.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { anOrder, type Answer } from '../../support/api/api.ts';
import { openWorld, type World } from '../../support/api/world.ts';

const DISTRIBUTOR = { id: 'continental', name: 'Continental', email: 'orders@continental.example' };
const OTHER = { id: 'other-voice', name: 'Other Voice', email: 'orders@other-voice.example' };

const OPEN = anOrder();
const LOCKED = anOrder({
  customer: OPEN.customer,
  lines: [{ application: 'hotel-services', capacity: 7, license: 'perpetual' }],
});
const DIRECT = anOrder({ customer: OPEN.customer, reseller: undefined, distributor: DISTRIBUTOR });
const FOREIGN = anOrder({ reseller: OTHER });
const CUSTOMER = OPEN.customer.id;
const STRANGER = FOREIGN.customer.id;

const ADVISORY = {
  ...{ id: 'ADV-1', title: 'Calls can be overheard', severity: 'high', affects: '<2026.Winter.3' },
  url: 'https://vendor.example/ADV-1',
};

/** What the customer must never read, whatever it asks for: of the locked order, the locked expansion, its renewal. */
const HIDDEN = [LOCKED.number, 'hotel-services', 'EXP-hidden', 'voicemail', 'RENEW-hidden'];

const ACCOUNTS: Record<string, { id: string; kind: AccountKind }> = {
  'the reseller': { id: OPEN.reseller.id, kind: 'reseller' },
  'the distributor': { id: DISTRIBUTOR.id, kind: 'distributor' },
  'the customer': { id: CUSTOMER, kind: 'customer' },
  'another reseller': { id: OTHER.id, kind: 'reseller' },
  'another customer': { id: STRANGER, kind: 'customer' },
};
const NAMES = Object.keys(ACCOUNTS);

let world: World;
let keys: Record<string, object>;
/** The webhook of each customer. */
const webhooks: Record<string, string> = {};
let servers: Record<'own' | 'foreign', string>;

beforeAll(async () => {
  world = await openWorld();
  for (const order of [OPEN, LOCKED, DIRECT, FOREIGN]) await world.deliver(order);
  for (const { number } of [OPEN, DIRECT, FOREIGN]) await change('POST', `/v1/orders/${number}/unlock`);
  const voicemail = { application: 'voicemail', capacity: 9, license: 'perpetual', care: { endsOn: '2099-12-31' } };
  await change('POST', `/v1/orders/${OPEN.number}/expansions`, {
    reference: 'EXP-hidden',
    confirmFar: true,
    lines: [voicemail, { application: 'digital-fax', capacity: 100, license: 'perpetual' }],
  });
  await change('POST', `/v1/orders/${OPEN.number}/renewals`, {
    reference: 'RENEW-hidden',
    endsOn: '2100-12-31',
    confirmFar: true,
    lines: [{ line: '3' }],
  });
  await change('POST', `/v1/orders/${OPEN.number}/renewals`, {
    reference: 'RENEW-all',
    endsOn: '2101-12-31',
    confirmFar: true,
    lines: [{ line: '1' }, { line: '3' }],
  });
  await change('POST', '/v1/advisories', ADVISORY);
  servers = { own: await serverOf(CUSTOMER), foreign: await serverOf(STRANGER) };
  for (const customer of [CUSTOMER, STRANGER]) {
    const { body } = await change('POST', `/v1/accounts/${customer}/webhooks`, { url: 'https://example.com/hooks' });
    webhooks[customer] = body.id;
    const provider = { issuer: 'http://127.0.0.1:9', clientId: 'licensing', clientSecret: 'secret', required: false };
    await change('PUT', `/v1/accounts/${customer}/identity-provider`, provider);
  }
  const entries = NAMES.map(
    async (name) => [name, await keyFor(world.deps.orm.em.fork(), ACCOUNTS[name]!.id)] as const,
  );
  keys = Object.fromEntries(await Promise.all(entries));
});
afterAll(() => world.close());

async function change(method: string, url: string, body?: object): Promise<Answer> {
  const answer = await world.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** A server that holds three channels of fax. */
async function serverOf(customer: string): Promise<string> {
  const { body } = await change('POST', `/v1/accounts/${customer}/servers`, { name: 'Main', role: 'production' });
  await change('PUT', `/v1/servers/${body.id}/assignments/digital-fax`, { capacity: 3 });
  return body.id;
}

const as = (name: string, method: string, url: string, body?: object): Promise<Answer> =>
  world.call(method, url, body, keys[name]);
const callerOf = (name: string): Caller => ({
  by: 'key/1',
  account: ACCOUNTS[name]!,
  role: 'administrator',
  scopes: null,
});

type Facts = permissions.OrderFacts & permissions.CustomerFacts;
/** A thing that a route is about, under each of its names, with who sees it. */
type Thing = {
  name: string;
  at: () => string;
  sees: (caller: Caller) => boolean;
  facts: (caller: Caller) => Partial<Facts>;
};

const order = (name: string, { number, customer }: typeof OPEN, seller: string, unlocked = true): Thing => {
  const distributor = seller === DISTRIBUTOR.id ? seller : null;
  const facts = { customer: customer.id, seller, distributor, unlocked };
  return { name, at: () => number, sees: (caller) => permissions.maySeeOrder(caller, facts), facts: () => facts };
};
const ORDERS = [
  order('the order', OPEN, OPEN.reseller.id),
  order('a locked order', LOCKED, LOCKED.reseller.id, false),
  order('an order that names no reseller', DIRECT, DISTRIBUTOR.id),
  order('somebody else’s order', FOREIGN, OTHER.id),
];

/** Every seller here has standing: what becomes of it without is another test's. */
const owner = (id: string, sellers: string[], name: string, at: () => string): Thing => {
  const isSeller = ({ account }: Caller) => sellers.includes(account.id);
  const facts = (caller: Caller) => ({ id, sells: isSeller(caller), manages: isSeller(caller) });
  return { name, at, sees: (caller) => permissions.maySeeCustomer(caller, facts(caller)), facts };
};
const SELLERS = [OPEN.reseller.id, DISTRIBUTOR.id];
const CUSTOMERS = [
  owner(CUSTOMER, SELLERS, 'the customer', () => CUSTOMER),
  owner(STRANGER, [OTHER.id], 'somebody else', () => STRANGER),
];
const SERVERS = [
  owner(CUSTOMER, SELLERS, 'the server', () => servers.own),
  owner(STRANGER, [OTHER.id], 'somebody else’s server', () => servers.foreign),
];

const NOTHING = [{ ...ORDERS[0]!, name: 'anything', at: () => 'SO-none', sees: () => true }];
/** Published for all. */
const ADVISORIES = [{ ...NOTHING[0]!, name: 'an advisory', at: () => ADVISORY.id }];
const { mayChangeOrders, mayManageServers, mayManageWebhooks, mayOverrideOffline, mayUnlock } = permissions;

/**
 * Every route that takes a key: what it is about, and who may beside seeing that. Those that change something are sent
 * what they refuse when they have let the caller pass, so that asking changes nothing.
 */
const ROUTES: [string, string, Thing[], permissions.Action<[Facts]>?][] = [
  ['GET', '/v1/orders', NOTHING],
  ['POST', '/v1/orders', NOTHING, mayChangeOrders],
  ['GET', '/v1/orders/{number}', ORDERS],
  ['GET', '/v1/orders/{number}/events', ORDERS],
  ['POST', '/v1/orders/{number}/unlock', ORDERS, mayUnlock],
  ['POST', '/v1/orders/{number}/deliveries/{delivery}/unlock-link', ORDERS, permissions.mayReplaceUnlockLink],
  ['POST', '/v1/orders/{number}/deliveries/{delivery}/lock', ORDERS, permissions.mayLock],
  ['POST', '/v1/orders/{number}/amendments', NOTHING, mayChangeOrders],
  ['PUT', '/v1/orders/{number}/seller', NOTHING, mayChangeOrders],
  ['PUT', '/v1/orders/{number}/time-zone', NOTHING, mayChangeOrders],
  ['POST', '/v1/orders/{number}/transfer', NOTHING, mayChangeOrders],
  ['PUT', '/v1/orders/{number}/lines/{line}/intent', ORDERS, permissions.mayStateIntent],
  ['DELETE', '/v1/orders/{number}/lines/{line}/intent', ORDERS, permissions.mayStateIntent],
  ['POST', '/v1/orders/{number}/renewals', NOTHING, mayChangeOrders],
  ['POST', '/v1/orders/{number}/expansions', NOTHING, mayChangeOrders],
  ['POST', '/v1/orders/{number}/conversions', NOTHING, mayChangeOrders],
  ['PUT', '/v1/orders/{number}/suspension', NOTHING, mayChangeOrders],
  ['DELETE', '/v1/orders/{number}/suspension', NOTHING, mayChangeOrders],
  ['POST', '/v1/orders/{number}/cancellation', NOTHING, mayChangeOrders],
  ['GET', '/v1/events', NOTHING],
  ['GET', '/v1/lines', NOTHING],
  ['POST', '/v1/batches', NOTHING, mayChangeOrders],
  ['GET', '/v1/batches', NOTHING, mayChangeOrders],
  ['GET', '/v1/batches/{id}', NOTHING, mayChangeOrders],
  ['GET', '/v1/batches/{id}/items', NOTHING, mayChangeOrders],
  ['POST', '/v1/batches/{id}/pause', NOTHING, mayChangeOrders],
  ['POST', '/v1/batches/{id}/resume', NOTHING, mayChangeOrders],
  ['POST', '/v1/batches/{id}/cancel', NOTHING, mayChangeOrders],
  ['GET', '/v1/applications', NOTHING],
  ['GET', '/v1/advisories', NOTHING],
  ['POST', '/v1/advisories', NOTHING, permissions.mayPublishAdvisories],
  ['GET', '/v1/advisories/{id}', ADVISORIES],
  ['DELETE', '/v1/advisories/{id}', ADVISORIES, permissions.mayPublishAdvisories],
  ['GET', '/v1/advisories/{id}/servers', ADVISORIES],
  ['POST', '/v1/accounts/{id}/emergencies', CUSTOMERS, permissions.mayDeclareEmergency],
  ['GET', '/v1/accounts/{id}/emergencies', CUSTOMERS, permissions.maySeeEmergencies],
  ['GET', '/v1/emergencies', NOTHING, permissions.maySeeAllEmergencies],
  ['DELETE', '/v1/orders/{number}/renewals/{reference}', NOTHING, mayChangeOrders],
  ['DELETE', '/v1/orders/{number}/cancellations/{reference}', NOTHING, mayChangeOrders],
  ['DELETE', '/v1/orders/{number}/planned/{plan}', NOTHING, mayChangeOrders],
  ['GET', '/v1/orders/{number}/mails', ORDERS, permissions.maySeeMails],
  ['GET', '/v1/accounts/{id}/mails', CUSTOMERS, permissions.maySeeAccountEvents],
  ['GET', '/v1/settings/brand', NOTHING, permissions.maySeeBrand],
  ['PUT', '/v1/settings/brand', NOTHING, permissions.mayChangeBrand],
  ['GET', '/v1/todo', NOTHING],
  ['POST', '/v1/todo/acknowledgements', NOTHING, permissions.mayAcknowledge],
  ['DELETE', '/v1/todo/acknowledgements/{item}', NOTHING, permissions.mayAcknowledge],
  ['GET', '/v1/search', NOTHING],
  ['GET', '/v1/activity', NOTHING],
  ['GET', '/v1/renewals', NOTHING],
  ['POST', '/v1/intents', NOTHING],
  ['GET', '/v1/servers', NOTHING],
  ['GET', '/v1/orders/{number}/changes', ORDERS],
  ['GET', '/v1/accounts', NOTHING],
  ['GET', '/v1/accounts/{id}/history', CUSTOMERS],
  ['POST', '/v1/accounts/{id}/address-corrections', CUSTOMERS, permissions.mayChangeAccount],
  ['GET', '/v1/accounts/{id}', CUSTOMERS],
  ['PUT', '/v1/accounts/{id}', CUSTOMERS, permissions.mayChangeAccount],
  ['PATCH', '/v1/accounts/{id}', CUSTOMERS, permissions.mayChangeAccount],
  ['GET', '/v1/accounts/{id}/licenses', CUSTOMERS],
  ['GET', '/v1/accounts/{id}/events', CUSTOMERS, permissions.maySeeAccountEvents],
  ['GET', '/v1/accounts/{id}/sellers', CUSTOMERS, permissions.maySeeSellers],
  ['PUT', '/v1/accounts/{id}/sellers/{seller}', CUSTOMERS, permissions.mayEndSellers],
  ['DELETE', '/v1/accounts/{id}/sellers/{seller}', CUSTOMERS, permissions.mayEndSellers],
  ['GET', '/v1/accounts/{id}/identity-provider', CUSTOMERS, permissions.mayManageSignIn],
  ['PUT', '/v1/accounts/{id}/identity-provider', CUSTOMERS, permissions.mayManageSignIn],
  ['POST', '/v1/accounts/{id}/identity-provider/check', CUSTOMERS, permissions.mayManageSignIn],
  ['DELETE', '/v1/accounts/{id}/identity-provider', CUSTOMERS, permissions.mayManageSignIn],
  ['GET', '/v1/accounts/{id}/domains', CUSTOMERS, permissions.mayManageSignIn],
  ['PUT', '/v1/accounts/{id}/domains', NOTHING, permissions.maySetDomains],
  ['GET', '/v1/accounts/{id}/keys', CUSTOMERS, permissions.mayManageKeys],
  ['POST', '/v1/accounts/{id}/keys', CUSTOMERS, permissions.mayManageKeys],
  ['DELETE', '/v1/accounts/{id}/keys/{key}', CUSTOMERS, permissions.mayManageKeys],
  ['GET', '/v1/accounts/{id}/webhooks', CUSTOMERS, mayManageWebhooks],
  ['POST', '/v1/accounts/{id}/webhooks', CUSTOMERS, mayManageWebhooks],
  ['GET', '/v1/accounts/{id}/webhooks/{webhook}', CUSTOMERS, mayManageWebhooks],
  ['PATCH', '/v1/accounts/{id}/webhooks/{webhook}', CUSTOMERS, mayManageWebhooks],
  ['DELETE', '/v1/accounts/{id}/webhooks/{webhook}', CUSTOMERS, mayManageWebhooks],
  ['POST', '/v1/accounts/{id}/webhooks/{webhook}/secret', CUSTOMERS, mayManageWebhooks],
  ['POST', '/v1/accounts/{id}/webhooks/{webhook}/test', CUSTOMERS, mayManageWebhooks],
  ['GET', '/v1/accounts/{id}/webhooks/{webhook}/deliveries', CUSTOMERS, mayManageWebhooks],
  ['POST', '/v1/accounts/{id}/webhooks/{webhook}/deliveries/{event}/redelivery', CUSTOMERS, mayManageWebhooks],
  ['GET', '/v1/accounts/{id}/servers', CUSTOMERS],
  ['POST', '/v1/accounts/{id}/servers', CUSTOMERS, mayManageServers],
  ['GET', '/v1/accounts/{id}/assignments', CUSTOMERS],
  ['PATCH', '/v1/accounts/{id}/assignments', CUSTOMERS, mayManageServers],
  ['POST', '/v1/accounts/{id}/moves', CUSTOMERS, mayManageServers],
  ['GET', '/v1/accounts/{id}/tokens', CUSTOMERS, mayManageServers],
  ['GET', '/v1/servers/{id}', SERVERS],
  ['PATCH', '/v1/servers/{id}', SERVERS, mayManageServers],
  ['GET', '/v1/servers/{id}/events', SERVERS],
  ['GET', '/v1/servers/{id}/takeovers', SERVERS],
  ['PUT', '/v1/servers/{id}/assignments/{application}', SERVERS, mayManageServers],
  ['GET', '/v1/servers/{id}/token', SERVERS, mayManageServers],
  ['POST', '/v1/servers/{id}/token/rotations', SERVERS, mayManageServers],
  ['POST', '/v1/servers/{id}/offline-activations', SERVERS, mayManageServers],
  ['POST', '/v1/servers/{id}/offline-returns', SERVERS, mayManageServers],
  ['POST', '/v1/servers/{id}/offline-override', SERVERS, mayOverrideOffline],
  ['DELETE', '/v1/servers/{id}', SERVERS, mayManageServers],
];

const addressOf = (method: string, path: string, thing: Thing) =>
  `${path}${path === '/v1/search' ? '?q=none' : ''}${method !== 'GET' && path.includes('{webhook}') ? '?unknown=yes' : ''}`
    .replace('{webhook}', webhooks[thing.at()] ?? 'none')
    .replace('{event}', 'none')
    .replace(/\{(number|id)\}/, thing.at())
    .replace('{application}', 'digital-fax')
    .replace('{delivery}', '1')
    .replace('{reference}', 'R-none')
    .replace('{line}', '1')
    .replace('{plan}', '99')
    .replace('{item}', 'none?unknown=yes')
    .replace('{key}', 'none?unknown=yes')
    .replace('{seller}', 'nobody?unknown=yes');

describe.each(ROUTES)('%s %s', (method, path, things, may) => {
  test.each(NAMES)('is there for the key of %s as the permissions say, and else is not', async (name) => {
    for (const thing of things) {
      const caller = callerOf(name);
      const body = method === 'GET' || method === 'DELETE' ? undefined : { unknown: true };
      const answer = await as(name, method, addressOf(method, path, thing), body);
      const passes = thing.sees(caller) && (!may || may(caller, thing.facts(caller) as Facts));
      const said = [403, 404].includes(answer.status) ? [answer.status, answer.body.code] : 'passed';
      const refusal = thing.sees(caller) ? [403, 'NOT_PERMITTED'] : [404, 'NOT_FOUND'];
      expect([thing.name, said]).toEqual([thing.name, passes ? 'passed' : refusal]);
      if (passes && method === 'GET') expect(answer.status).toBe(200);
      if (answer.status === 403) expect(answer.body).toMatchObject({ mayBeDoneBy: may!.mayBeDoneBy });
    }
  });
});

test('every route that takes a key is asked for', async () => {
  const { paths } = (await world.call('GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, { security: object[] }>>;
  };
  const keyed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { security }]) =>
      security.some((scheme) => 'apiKey' in scheme) ? `${method.toUpperCase()} ${path}` : [],
    ),
  );
  expect(ROUTES.map(([method, path]) => `${method} ${path}`).sort()).toEqual(keyed.sort());
});

const idsOf = async (name: string, url: string, key: string) =>
  (await as(name, 'GET', url)).body.items.map((item: Record<string, string>) => item[key]).sort();

test('lists hold what is the caller’s, and nothing else', async () => {
  expect(await idsOf('the reseller', '/v1/orders', 'number')).toEqual([OPEN.number, LOCKED.number].sort());
  expect(await idsOf('the distributor', '/v1/orders', 'number')).toEqual([DIRECT.number]);
  expect(await idsOf('the customer', '/v1/orders', 'number')).toEqual([OPEN.number, DIRECT.number].sort());
  expect(await idsOf('another customer', '/v1/orders', 'number')).toEqual([FOREIGN.number]);
  expect(await idsOf('the customer', `/v1/orders?q=${LOCKED.number}`, 'number')).toEqual([]);
  expect(await idsOf('the customer', `/v1/orders?customer=${STRANGER}`, 'number')).toEqual([]);
  expect(await idsOf('the reseller', '/v1/accounts', 'id')).toEqual([CUSTOMER, OPEN.reseller.id].sort());
  expect(await idsOf('the customer', '/v1/accounts', 'id')).toEqual([CUSTOMER]);
  expect(await idsOf('another reseller', '/v1/accounts', 'id')).toEqual([STRANGER, OTHER.id].sort());
});

test('an order with a locked expansion is found by what is locked of it, by those who may see that', async () => {
  const found = (name: string, query: string) => idsOf(name, `/v1/orders?${query}`, 'number');
  expect(await found('the reseller', 'locked=true')).toEqual([OPEN.number, LOCKED.number].sort());
  expect(await found('the reseller', 'locked=false')).toEqual([]);
  expect(await found('the reseller', 'stage=locked')).toEqual([LOCKED.number]);
  expect(await found('the distributor', 'locked=true')).toEqual([]);
  expect(await found('the customer', 'locked=true')).toEqual([]);
  expect(await found('the customer', 'locked=false')).toEqual([OPEN.number, DIRECT.number].sort());
  expect(await found('the distributor', `reseller=${OPEN.reseller.id}`)).toEqual([]);
});

describe('what is locked', () => {
  const rows = async (name: string) =>
    Object.fromEntries(
      (await as(name, 'GET', `/v1/accounts/${CUSTOMER}/licenses`)).body.items.map(
        ({ application, owned, locked }: { application: string; owned: number; locked: number }) => [
          application,
          { owned, locked },
        ],
      ),
    );

  test('is in the rows of who sold it, and in no row of the customer or of another seller', async () => {
    const unlocked = { 'digital-fax': { owned: 16, locked: 0 }, 'call-recording': { owned: 40, locked: 0 } };
    expect(await rows('the customer')).toEqual(unlocked);
    expect(await rows('the distributor')).toEqual(unlocked);
    expect(await rows('the reseller')).toEqual({
      ...unlocked,
      'digital-fax': { owned: 116, locked: 100 },
      voicemail: { owned: 9, locked: 9 },
      'hotel-services': { owned: 7, locked: 7 },
    });
  });

  test('is in the order and the life of it for the seller, and left out for the customer', async () => {
    const seen = async (name: string) => {
      const { deliveries, lines } = (await as(name, 'GET', `/v1/orders/${OPEN.number}`)).body;
      const { items } = (await as(name, 'GET', `/v1/orders/${OPEN.number}/events`)).body;
      const renewals = items.filter(({ type }: { type: string }) => type === 'renewed');
      return {
        deliveries: deliveries.map(({ id }: { id: string }) => id),
        lines: lines.map(({ id }: { id: string }) => id),
        types: items.map(({ type }: { type: string }) => type),
        renewed: renewals.map(({ lines: of }: { lines: { line: string }[] }) => of.map(({ line }) => line)),
      };
    };
    expect(await seen('the reseller')).toEqual({
      deliveries: ['1', '2'],
      lines: ['1', '2', '3', '4'],
      types: ['delivered', 'unlocked', 'expanded', 'renewed', 'renewed', 'assigned'],
      renewed: [['3'], ['1', '3']],
    });
    expect(await seen('the customer')).toEqual({
      deliveries: ['1'],
      lines: ['1', '2'],
      types: ['delivered', 'unlocked', 'renewed', 'assigned'],
      renewed: [['1']],
    });
  });

  test('is in no answer that the customer can get', async () => {
    // What is sold at all is no secret: the catalogue is everybody's.
    const gets = ROUTES.filter(([method, path]) => method === 'GET' && path !== '/v1/applications');
    const own = gets.flatMap(([, path, things]) => things.map((thing) => addressOf('GET', path, thing)));
    for (const url of own.filter((address) => !address.includes(LOCKED.number))) {
      const told = JSON.stringify((await as('the customer', 'GET', url)).body);
      for (const hidden of HIDDEN) expect([url, told]).toEqual([url, expect.not.stringContaining(hidden)]);
    }
  });

  test('is in the seller’s pages and download, and in none of the customer’s', async () => {
    const page = `/customers/${CUSTOMER}`;
    const told = async (account: string, paths: string[]) => {
      const visitor = world.visitor(await world.signIn(account));
      return (await Promise.all(paths.map((path) => visitor.get(path)))).map(({ body }) => body).join();
    };
    const paths = [page, `${page}/licenses.csv`, '/orders', `/orders/${OPEN.number}`, `${page}/servers/${servers.own}`];
    const forms = ['application=digital-fax', `server=${servers.own}`].map((about) => `${page}/assign?${about}`);
    const customers = await told(CUSTOMER, [...paths, ...forms]);
    for (const hidden of [...HIDDEN, 'Voicemail', 'Hotel Services']) expect(customers).not.toContain(hidden);
    expect(customers).toContain('Digital Fax');
    const sellers = await told(OPEN.reseller.id, paths);
    for (const shown of [LOCKED.number, 'EXP-hidden', 'Voicemail', 'RENEW-hidden']) expect(sellers).toContain(shown);
  });

  test('can be assigned by nobody, and a refusal says no more than for what was never sold', async () => {
    const ask = (application: string, capacity: number) =>
      as('the customer', 'PUT', `/v1/servers/${servers.own}/assignments/${application}`, { capacity });
    expect((await ask('digital-fax', 17)).body).toMatchObject({ code: 'INSUFFICIENT_CAPACITY', free: 13 });
    const locked = await ask('voicemail', 1);
    const never = await ask('conversational-ai', 1);
    const leftOut = { application: null, requestId: null };
    expect({ ...locked.body, ...leftOut }).toEqual({ ...never.body, ...leftOut });
    expect([locked.status, locked.body.free]).toEqual([409, 0]);
  });
});

test('a key that was made for one account acts for it, and as nobody else', async () => {
  const assigned = await as('the customer', 'PUT', `/v1/servers/${servers.own}/assignments/digital-fax`, {
    capacity: 4,
  });
  expect(assigned.status).toBe(200);
  const unlocked = await as('the reseller', 'POST', `/v1/orders/${LOCKED.number}/unlock`);
  expect(unlocked.status).toBe(202);
  expect(await idsOf('the customer', '/v1/orders', 'number')).toContain(LOCKED.number);
});
