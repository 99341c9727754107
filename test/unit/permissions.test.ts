import { describe, expect, test } from '@jest/globals';
import * as permissions from '../../domain/permissions.ts';
import type { AccountKind, Caller, Role } from '../../domain/permissions.ts';

const ORDER = { customer: 'acme-hotels', seller: 'northwind-voice', unlocked: true };
const LOCKED_ORDER = { ...ORDER, unlocked: false };
const DIRECT_ORDER = { ...ORDER, seller: 'continental' };
const CUSTOMER = { id: 'acme-hotels', sellers: ['northwind-voice', 'continental'] };

const caller = (kind: AccountKind, id: string, role: Role = 'administrator'): Caller => ({
  by: 'person/1',
  account: { id, kind },
  role,
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

/** The table: an action, and everybody who may. */
const TABLE: [string, (caller: Caller) => boolean, Name[]][] = [
  ['changes orders', (by) => permissions.mayChangeOrders(by), ['the vendor']],
  ['sees an order', (by) => permissions.maySeeOrder(by, ORDER), [...VENDOR, ...RESELLER, ...CUSTOMERS]],
  [
    'sees an order that was never unlocked',
    (by) => permissions.maySeeOrder(by, LOCKED_ORDER),
    [...VENDOR, ...RESELLER],
  ],
  [
    'sees an order that names no reseller',
    (by) => permissions.maySeeOrder(by, DIRECT_ORDER),
    [...VENDOR, ...DISTRIBUTOR, ...CUSTOMERS],
  ],
  ['sees what is locked', (by) => permissions.maySeeLocked(by, ORDER), [...VENDOR, ...RESELLER]],
  [
    'sees what is locked of an order that names no reseller',
    (by) => permissions.maySeeLocked(by, DIRECT_ORDER),
    [...VENDOR, ...DISTRIBUTOR],
  ],
  ['unlocks', (by) => permissions.mayUnlock(by, ORDER), ['the vendor', 'the reseller']],
  [
    'unlocks an order that names no reseller',
    (by) => permissions.mayUnlock(by, DIRECT_ORDER),
    ['the vendor', 'the distributor'],
  ],
  ['replaces an unlock link', (by) => permissions.mayReplaceUnlockLink(by), ['the vendor']],
  [
    'sees a customer',
    (by) => permissions.maySeeCustomer(by, CUSTOMER),
    [...VENDOR, ...RESELLER, ...DISTRIBUTOR, ...CUSTOMERS],
  ],
  [
    'manages servers',
    (by) => permissions.mayManageServers(by, CUSTOMER),
    ['the vendor', 'the reseller', 'the distributor', 'the customer'],
  ],
  ['overrides an offline server', (by) => permissions.mayOverrideOffline(by), ['the vendor']],
  [
    'sees the customer’s account',
    (by) => permissions.maySeeAccount(by, CUSTOMER),
    [
      ...VENDOR,
      ...RESELLER,
      ...DISTRIBUTOR,
      ...CUSTOMERS,
      'a reseller of the same name as the customer',
      'a kind that nobody thought of',
    ],
  ],
  ['changes an account', (by) => permissions.mayChangeAccount(by), ['the vendor']],
  [
    'sees the customer’s people',
    (by) => permissions.maySeePeople(by, 'acme-hotels'),
    [...VENDOR, ...CUSTOMERS, 'a reseller of the same name as the customer'],
  ],
  [
    'manages the customer’s people',
    (by) => permissions.mayManagePeople(by, 'acme-hotels'),
    ['the vendor', 'the customer', 'a reseller of the same name as the customer'],
  ],
  [
    'manages the reseller’s people',
    (by) => permissions.mayManagePeople(by, 'northwind-voice'),
    ['the vendor', 'the reseller'],
  ],
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
