import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Value } from 'typebox/value';
import { EVENTS } from '../../../api/schemas/events.ts';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { noteSilence } from '../../../db/queries/check-ins/contacts.ts';
import { keepReport } from '../../../db/queries/mails/reports.ts';
import { settleMail, storeMail } from '../../../db/queries/mails/mails.ts';
import { orderWorkflowId, unlockSignal } from '../../../temporal/contract.ts';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { answered, openWorld, type World } from '../../support/api/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const [id, kind] of Object.entries<AccountKind>(KINDS))
    await em().insert(AccountEntity, { ...party(id), kind, locale: 'en', timeZone: null, createdAt: new Date() });
});
afterAll(() => world.close());

type Event = { stream: string; seq: number; type: string; order?: unknown };
const party = (id: string) => ({ id, name: id, email: `it@${id}.example` });
const [acme, globex, direct] = ['acme', 'globex', 'initech'].map(party) as [object, object, object];
const reseller = party('northwind');
const distributor = party('wide-distribution');
const KINDS = {
  ...{ acme: 'customer', globex: 'customer', initech: 'customer' },
  ...{ northwind: 'reseller', southwind: 'reseller', 'wide-distribution': 'distributor' },
} as const satisfies Record<string, AccountKind>;
const ACCOUNTS = [...Object.keys(KINDS), 'vendor'];
const FAX = { application: 'digital-fax', capacity: 8, license: 'perpetual' };
const CALLS = { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2099-12-31' };

const ok = (...asked: Parameters<World['call']>) => answered(world, ...asked);
const em = () => world.database.orm.em.fork();
const place = (number: string, parties: object, lines: object[] = [CALLS, FAX]) =>
  world.deliver({ number, lines, ...parties } as { number: string });
const unlock = (number: string) => ok('POST', `/v1/orders/${number}/unlock`);
const assign = (application: string, capacity: number) =>
  ok('PUT', `/v1/servers/${main}/assignments/${application}`, { capacity });
let main: string;

/** What happens, one after the other: whatever makes an event be seen by somebody, or by somebody no more. */
const STORY: [string, () => Promise<unknown>][] = [
  ['an order by a reseller and a distributor', () => place('A', { customer: acme, reseller, distributor })],
  ['one of the same customer by another', () => place('B', { customer: acme, reseller: party('southwind') })],
  ['a direct sale', () => place('C', { customer: direct })],
  ['an amendment that brings another customer', () => amend('C', { customer: globex })],
  ['an unlock', () => unlock('A')],
  [
    'an expansion, which is locked',
    () => ok('POST', '/v1/orders/A/expansions', { reference: 'E-1', confirmFar: true, lines: [CALLS] }),
  ],
  ['an emergency, declared by a seller', declareEmergency],
  ['a refusal', () => refuse('A')],
  ['what is meant', () => ok('PUT', '/v1/orders/A/lines/1/intent', { intent: 'end' })],
  ['a server', async () => (main = (await ok('POST', '/v1/accounts/acme/servers', { name: 'Main', role: 'test' })).id)],
  ['an assignment', () => assign('call-recording', 5)],
  ['standing of the other reseller', () => unlock('B')],
  ['silence', () => noteSilence(em(), main, { heardOfSince: Date.now(), atMs: Date.now() })],
  ['an e-mail', mailOfB],
  ['a renewal of what is locked and what is not', () => renew('A', ['1', '3'])],
  ['a cancellation of a line', () => cancel('A', ['1'])],
  ['the end of a relation', () => ok('DELETE', '/v1/accounts/acme/sellers/northwind')],
  ['what the server gets then', () => assign('digital-fax', 2)],
  ['a replaced link', () => ok('POST', '/v1/orders/A/deliveries/2/unlock-link')],
  ['another seller', () => ok('PUT', '/v1/orders/B/seller', { reference: 'S-1', reseller })],
  ['a transfer', () => ok('POST', '/v1/orders/C/transfer', { reference: 'T-1', customer: acme })],
  ['a relation restored', () => ok('PUT', '/v1/accounts/acme/sellers/northwind')],
  ['the unlock of the rest', () => unlock('A')],
];

const amend = (number: string, to: object) =>
  ok('POST', `/v1/orders/${number}/amendments`, { reference: 'A-1', ...to });
const cancel = (number: string, lines: string[]) =>
  ok('POST', `/v1/orders/${number}/cancellation`, { reference: 'C-1', reason: 'moved', lines });
const renew = (number: string, lines: string[]) =>
  ok('POST', `/v1/orders/${number}/renewals`, {
    ...{ reference: 'R-1', endsOn: '2100-12-31', confirmFar: true, lines: lines.map((line) => ({ line })) },
  });

async function declareEmergency(): Promise<void> {
  const flood = { application: 'digital-fax', capacity: 1, reason: 'a flood' };
  await ok('POST', '/v1/accounts/acme/emergencies', flood, await keyFor(em(), 'northwind'));
}

/** What is refused only when the order hears of it. */
async function refuse(number: string): Promise<void> {
  const order = world.deps.temporal.workflow.getHandle(orderWorkflowId(number));
  await order.signal(unlockSignal, { delivery: '9', at: Date.now() });
  const last = async () => (await ok('GET', `/v1/orders/${number}/events`)).items.at(-1).type as string;
  await world.until(async () => (await last()) === 'unlock-refused');
}

async function mailOfB(): Promise<void> {
  const id = 'mail/B/1';
  const about = { orderNumber: 'B', delivery: '1', recipient: 'a@b.example', subject: 's', html: 'h', text: 't' };
  await storeMail(em(), { id, ...about });
  for (let times = 0; times < 2; times += 1) {
    await settleMail(em(), id, { state: 'sent', providerId: 'p-1' }, new Date());
    for (const report of ['r-1', 'r-2'])
      await keepReport(em(), { id: report, mail: id, state: 'delivered', at: new Date() });
  }
}

const placeOf = ({ stream, seq, type }: Event) => `${stream} ${seq} ${type}`;

/** What all lists show to an account, by its key. */
async function listed(account: string, key: object): Promise<Map<string, Event>> {
  const lists = [
    ...['A', 'B', 'C', 'EMG-acme-1'].map((number) => `/v1/orders/${number}/events`),
    ...(main ? [`/v1/servers/${main}/events`] : []),
    ...(account === 'vendor' ? ACCOUNTS : [account]).map((id) => `/v1/accounts/${id}/events`),
  ];
  const answers = await Promise.all(lists.map((url) => world.call('GET', `${url}?limit=100`, undefined, key)));
  const events = answers.flatMap(({ status, body }) => (status === 200 ? (body.items as Event[]) : []));
  return new Map(events.map((event) => [placeOf(event), event]));
}

test('at each step the feed tells each reader what lists show of it, and later what of that they still show', async () => {
  const readers = await Promise.all(
    ACCOUNTS.map(async (account) => ({
      account,
      key: account === 'vendor' ? {} : await keyFor(em(), account),
      told: new Map<string, Event>(),
      after: (await ok('GET', '/v1/events?after=end')).nextCursor as string,
    })),
  );
  let known = new Set<string>();
  for (const [what, happens] of STORY) {
    await happens();
    await world.services.following.follow();
    for (const reader of readers) {
      const lists = await listed(reader.account, reader.key);
      const news = [...lists.keys()].filter((place) => !known.has(place));
      const { items, nextCursor } = await ok(
        'GET',
        `/v1/events?after=${reader.after}&limit=100`,
        undefined,
        reader.key,
      );
      expect({ what, of: reader.account, told: places(items) }).toEqual({
        what,
        of: reader.account,
        told: news.sort(),
      });
      for (const event of items as Event[]) reader.told.set(placeOf(event), event);
      reader.after = nextCursor;
    }
    known = new Set((await listed('vendor', {})).keys());
  }
  const all = readers.flatMap(({ told }) => [...told.values()]);
  expect(all.flatMap(differences)).toEqual([]);
  const wholes: string[] = [];
  for (const { account, key, told } of readers) {
    const lists = await listed(account, key);
    const { items } = await ok('GET', '/v1/events?limit=100', undefined, key);
    expect({ account, told: places(items) }).toEqual({
      account,
      told: [...told.keys()].filter((place) => lists.has(place)).sort(),
    });
    wholes.push(
      ...[...told].filter(([, { order }]) => typeof order === 'object').map(([place]) => `${account}: ${place}`),
    );
  }
  expect(wholes).toEqual([
    ...['acme: order/A 2 unlocked', 'acme: order/B 2 unlocked', 'acme: order/C 3 parties-changed'],
    ...['acme: order/A 13 unlocked', 'globex: order/C 2 amended', 'northwind: order/B 3 parties-changed'],
  ]);
});

/** What an event says that the document of the API does not, or otherwise. */
function differences(event: Event): string[] {
  const { schema } = EVENTS.find(({ type }) => type === event.type)!;
  const unknown = Object.keys(event).filter((field) => !(field in schema.properties));
  const wrong = [...Value.Errors(schema, event)].map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...unknown, ...wrong].map((what) => `${event.type}: ${what}`);
}

const places = (events: Event[]) => events.map(placeOf).sort();
