import { describe, expect, test } from '@jest/globals';
import * as permissions from '../../../domain/people/permissions.ts';
import type { AccountKind, Caller, Role } from '../../../domain/people/permissions.ts';

const ORDER = { customer: 'acme-hotels', seller: 'northwind-voice', distributor: 'continental', unlocked: true };
const LOCKED_ORDER = { ...ORDER, unlocked: false };
const UNSHARED_ORDER = { ...ORDER, distributor: null };
const DISTRIBUTORS_ORDER = { ...ORDER, seller: 'continental' };
const BOUGHT_DIRECTLY = { ...LOCKED_ORDER, seller: 'acme-hotels', distributor: null };
/** Both of its sellers have an order that goes on; only the reseller has standing. */
const customerAsSeenBy = ({ account: { id } }: Caller) => ({
  id: 'acme-hotels',
  sells: ['northwind-voice', 'continental'].includes(id),
  manages: id === 'northwind-voice',
});

const caller = (kind: AccountKind, id: string, role: Role = 'administrator'): Caller => ({
  by: 'person/1',
  account: { id, kind },
  role,
  scopes: null,
});

const CALLERS = {
  'the vendor': caller('vendor', 'vendor'),
  'a viewer of the vendor': caller('vendor', 'vendor', 'viewer'),
  'the reseller': caller('reseller', 'northwind-voice'),
  'a viewer of the reseller': caller('reseller', 'northwind-voice', 'viewer'),
  'the distributor': caller('distributor', 'continental'),
  'a viewer of the distributor': caller('distributor', 'continental', 'viewer'),
  'the customer': caller('customer', 'acme-hotels'),
  'a viewer of the customer': caller('customer', 'acme-hotels', 'viewer'),
  'another reseller': caller('reseller', 'fabrikam'),
  'another distributor': caller('distributor', 'elsewhere'),
  'another customer': caller('customer', 'contoso'),
  'a reseller of the same name as the customer': caller('reseller', 'acme-hotels'),
  'a kind that nobody thought of': caller('auditor' as AccountKind, 'acme-hotels'),
  'a role that nobody thought of': caller('customer', 'acme-hotels', 'guest' as Role),
} as const;
type Name = keyof typeof CALLERS;

const VENDOR: Name[] = ['the vendor', 'a viewer of the vendor'];
const RESELLER: Name[] = ['the reseller', 'a viewer of the reseller'];
const DISTRIBUTOR: Name[] = ['the distributor', 'a viewer of the distributor'];
const CUSTOMERS: Name[] = ['the customer', 'a viewer of the customer', 'a role that nobody thought of'];

const SELLERS: Name[] = [...RESELLER, ...DISTRIBUTOR];
const SAME_NAME: Name = 'a reseller of the same name as the customer';

/** The table: an action, and everybody who may. */
const TABLE: [string, (caller: Caller) => boolean, Name[]][] = [
  ['changes orders', (by) => permissions.mayChangeOrders(by), ['the vendor']],
  [
    'enters the code of a machine',
    (by) => permissions.mayPair(by),
    [
      ...(['the vendor', 'the reseller', 'the distributor', 'the customer', 'another reseller'] as const),
      ...(['another distributor', 'another customer', SAME_NAME] as const),
    ],
  ],
  [
    'says what the account knows of',
    (by) => permissions.mayAcknowledge(by),
    [
      ...(['the vendor', 'the reseller', 'the distributor', 'the customer', 'another reseller'] as const),
      ...(['another distributor', 'another customer', SAME_NAME] as const),
    ],
  ],
  [
    'finds a server by its token',
    (by) => permissions.mayFindByToken(by),
    [
      ...(['the vendor', 'the reseller', 'the distributor', 'the customer', 'another reseller'] as const),
      ...(['another distributor', 'another customer', SAME_NAME] as const),
    ],
  ],
  ['finds by metadata', (by) => permissions.mayFindByMetadata(by), VENDOR],
  [
    'finds by intents',
    (by) => permissions.mayFindByIntent(by),
    [...VENDOR, ...SELLERS, 'another reseller', 'another distributor', SAME_NAME],
  ],
  ['sees an order', (by) => permissions.maySeeOrder(by, ORDER), [...VENDOR, ...SELLERS, ...CUSTOMERS]],
  ['sees an order that was never unlocked', (by) => permissions.maySeeOrder(by, LOCKED_ORDER), [...VENDOR, ...SELLERS]],
  [
    'sees an order that names no distributor',
    (by) => permissions.maySeeOrder(by, UNSHARED_ORDER),
    [...VENDOR, ...RESELLER, ...CUSTOMERS],
  ],
  [
    'sees an order that names no reseller',
    (by) => permissions.maySeeOrder(by, DISTRIBUTORS_ORDER),
    [...VENDOR, ...DISTRIBUTOR, ...CUSTOMERS],
  ],
  [
    'sees what was bought directly and is locked',
    (by) => permissions.maySeeOrder(by, BOUGHT_DIRECTLY),
    [...VENDOR, ...CUSTOMERS, SAME_NAME],
  ],
  ['sees what is locked', (by) => permissions.maySeeLocked(by, ORDER), [...VENDOR, ...SELLERS]],
  [
    'sees what is locked of an order that names no distributor',
    (by) => permissions.maySeeLocked(by, UNSHARED_ORDER),
    [...VENDOR, ...RESELLER],
  ],
  ['unlocks', (by) => permissions.mayUnlock(by, ORDER), ['the vendor', 'the reseller']],
  [
    'unlocks an order that names no reseller',
    (by) => permissions.mayUnlock(by, DISTRIBUTORS_ORDER),
    ['the vendor', 'the distributor'],
  ],
  [
    'unlocks what was bought directly',
    (by) => permissions.mayUnlock(by, BOUGHT_DIRECTLY),
    ['the vendor', 'the customer', SAME_NAME],
  ],
  ['locks again', (by) => permissions.mayLock(by, ORDER), ['the vendor', 'the reseller']],
  ['says what it means to do', (by) => permissions.mayStateIntent(by, ORDER), ['the vendor', 'the reseller']],
  ['reads what is meant', (by) => permissions.maySeeIntents(by, ORDER), [...VENDOR, ...SELLERS]],
  [
    'reads what is meant of what was bought directly',
    (by) => permissions.maySeeIntents(by, BOUGHT_DIRECTLY),
    [...VENDOR, ...CUSTOMERS, SAME_NAME],
  ],
  ['replaces an unlock link', (by) => permissions.mayReplaceUnlockLink(by), ['the vendor']],
  [
    'has a customer in lists',
    (by) => permissions.maySeeCustomer(by, customerAsSeenBy(by)),
    [...VENDOR, ...SELLERS, ...CUSTOMERS],
  ],
  ['sees servers', (by) => permissions.maySeeServers(by, customerAsSeenBy(by)), [...VENDOR, ...RESELLER, ...CUSTOMERS]],
  [
    'manages servers',
    (by) => permissions.mayManageServers(by, customerAsSeenBy(by)),
    ['the vendor', 'the reseller', 'the customer'],
  ],
  ['finds people of all accounts', (by) => permissions.mayFindPeople(by), VENDOR],
  [
    'declares an emergency',
    (by) => permissions.mayDeclareEmergency(by, customerAsSeenBy(by)),
    ['the vendor', 'the reseller', 'the customer'],
  ],
  [
    'sees emergencies',
    (by) => permissions.maySeeEmergencies(by, customerAsSeenBy(by)),
    [...VENDOR, ...RESELLER, ...CUSTOMERS],
  ],
  [
    'sees the order of an emergency',
    (by) => permissions.maySeeEmergencyOrder(by, 'acme-hotels'),
    [...VENDOR, ...CUSTOMERS, SAME_NAME],
  ],
  ['sees all emergencies', (by) => permissions.maySeeAllEmergencies(by), VENDOR],
  ['overrides an offline server', (by) => permissions.mayOverrideOffline(by), ['the vendor']],
  [
    'sees the customer’s account',
    (by) => permissions.maySeeAccount(by, customerAsSeenBy(by)),
    [...VENDOR, ...SELLERS, ...CUSTOMERS, SAME_NAME, 'a kind that nobody thought of'],
  ],
  ['publishes and withdraws advisories', (by) => permissions.mayPublishAdvisories(by), ['the vendor']],
  ['changes an account', (by) => permissions.mayChangeAccount(by), ['the vendor']],
  ['reads the e-mails of an order', (by) => permissions.maySeeMails(by, ORDER), [...VENDOR, ...RESELLER]],
  ['looks through all accounts', (by) => permissions.maySeeAllAccounts(by), VENDOR],
  ['changes the brand', (by) => permissions.mayChangeBrand(by), ['the vendor']],
  ['reads the brand where it is changed', (by) => permissions.maySeeBrand(by), VENDOR],
  [
    'sees the customer’s people',
    (by) => permissions.maySeePeople(by, { id: 'acme-hotels' }),
    [...VENDOR, ...CUSTOMERS, SAME_NAME],
  ],
  [
    'sees what became of the customer’s account',
    (by) => permissions.maySeeAccountEvents(by, { id: 'acme-hotels' }),
    [...VENDOR, ...CUSTOMERS, SAME_NAME],
  ],
  [
    'manages the customer’s people',
    (by) => permissions.mayManagePeople(by, { id: 'acme-hotels' }),
    ['the vendor', 'the customer', SAME_NAME],
  ],
  [
    'manages the reseller’s people',
    (by) => permissions.mayManagePeople(by, { id: 'northwind-voice' }),
    ['the vendor', 'the reseller'],
  ],
  [
    'manages webhooks of the customer',
    (by) => permissions.mayManageWebhooks(by, { id: 'acme-hotels' }),
    ['the vendor', 'the customer', SAME_NAME],
  ],
  [
    'sets by which provider the customer’s people sign in',
    (by) => permissions.mayManageSignIn(by, { id: 'acme-hotels' }),
    ['the vendor', 'the customer', SAME_NAME],
  ],
  ['says which domains are an account’s', (by) => permissions.maySetDomains(by), ['the vendor']],
  [
    'makes, lists and revokes keys of the customer',
    (by) => permissions.mayManageKeys(by, { id: 'acme-hotels' }),
    ['the vendor', 'the customer', SAME_NAME],
  ],
  [
    'sees the customer’s sellers',
    (by) => permissions.maySeeSellers(by, { id: 'acme-hotels' }),
    [...VENDOR, ...CUSTOMERS],
  ],
  [
    'ends and restores the customer’s sellers',
    (by) => permissions.mayEndSellers(by, { id: 'acme-hotels' }),
    ['the vendor', 'the customer'],
  ],
  ['reads metadata', (by) => permissions.maySeeMetadata(by), VENDOR],
  ['follows into Temporal', (by) => permissions.maySeeTemporal(by), VENDOR],
];

describe.each(TABLE)('who %s', (_action, may, allowed) => {
  test.each(Object.keys(CALLERS) as Name[])('%s', (name) => {
    expect(may(CALLERS[name])).toBe(allowed.includes(name));
  });
});

test('every action of the permissions file stands in the table', () => {
  const actions = Object.keys(permissions).filter((name) => name.startsWith('may'));
  const table = TABLE.map(([, may]) => may.toString()).join();
  for (const action of actions) expect(table).toContain(`.${action}(`);
});

test('lists hold everything for the vendor, what was sold for sellers, what is owned for customers, nothing for others', () => {
  expect(Object.values(CALLERS).map(permissions.sightOf)).toEqual([
    { everything: true },
    { everything: true },
    { seller: 'northwind-voice' },
    { seller: 'northwind-voice' },
    { seller: 'continental' },
    { seller: 'continental' },
    { customer: 'acme-hotels' },
    { customer: 'acme-hotels' },
    { seller: 'fabrikam' },
    { seller: 'elsewhere' },
    { customer: 'contoso' },
    { seller: 'acme-hotels' },
    { nothing: true },
    { customer: 'acme-hotels' },
  ]);
});
