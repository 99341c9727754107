import { expect, test } from '@jest/globals';
import { Value } from 'typebox/value';
import type { TSchema } from 'typebox';
import { Conversion } from '../../../api/schemas/orders/conversions.ts';
import * as facts from '../../../api/schemas/orders/order-facts.ts';
import { PostedOrder } from '../../../api/schemas/orders/orders.ts';
import type { OrderChange } from '../../../domain/order/offers.ts';
import type { About } from '../../../portal/orders/change/change.ts';
import { CHANGES } from '../../../portal/orders/change/changes.ts';
import { withoutEmptyLines } from '../../../portal/orders/form/lines.ts';
import { readOrder } from '../../../portal/orders/place/read.ts';
import type { Order } from '../../../portal/orders/order.ts';
import '../../../services/text.ts';

const party = (id: string) => ({ id, name: id.toUpperCase(), email: `${id}@parties.example` });
const held = { locked: 0, assigned: 5, free: 15, state: 'active', planned: [], intent: null, reference: '10' };
const care = { level: 'gold', endsOn: '2027-11-30', state: 'active' };

const order = {
  ...{ number: 'SO-1', status: 'open', stage: 'unlocked', purchaseOrder: 'PO-1', timeZone: 'Europe/Rome' },
  customer: { ...party('acme'), timeZone: 'Europe/Rome', locale: 'en' },
  reseller: { ...party('northwind'), timeZone: 'UTC', locale: 'en' },
  distributor: null,
  deliveries: [{ id: '1', reference: 'SO-1' }],
  lines: [
    { ...held, id: '1', application: 'attendant-console', license: 'subscription', capacity: 20, care },
    { ...held, id: '2', application: 'digital-fax', license: 'perpetual', capacity: 8, care, endsOn: null },
  ].map((line) => ({ endsOn: '2027-11-30', startsOn: '2026-12-01', ...line })),
} as unknown as Order;

const about = (of: string[]): About => ({ order, of: of.map((id) => ({ id, whyNot: null })), today: '2026-12-10' });
const FACT = { '/reference': 'R-1' };
const CONSOLE = {
  ...{ '/lines/2/application': 'attendant-console', '/lines/2/capacity': '20', '/lines/2/license': 'subscription' },
  ...{ '/lines/2/endsOn': '2027-11-30', '/lines/2/startsOn': '', '/lines/2/care/level': 'gold' },
};
const NEW = { id: 'bravo', name: 'Bravo', email: 'it@bravo.example' };
const typedParty = (role: string) =>
  Object.fromEntries(Object.entries(NEW).map(([field, text]) => [`/${role}/${field}`, text]));

/** Each change: what is typed over what its form begins with, the body that this makes, and the schema that takes it. */
const TABLE: [OrderChange, string[], Record<string, string>, unknown, TSchema | null][] = [
  ['amend', [], { ...FACT, '/purchaseOrder': 'PO-2' }, { reference: 'R-1', purchaseOrder: 'PO-2' }, facts.Amendment],
  [
    ...(['amend', []] as [OrderChange, string[]]),
    { ...FACT, ...{ '/reseller/id': '', '/reseller/name': '', '/reseller/email': '' } },
    { reference: 'R-1', reseller: null },
    facts.Amendment,
  ],
  [
    ...(['amend', []] as [OrderChange, string[]]),
    { ...FACT, '/lines/1/capacity': '9' },
    {
      reference: 'R-1',
      lines: [
        {
          ...{ application: 'attendant-console', capacity: 20, license: 'subscription', startsOn: '2026-12-01' },
          ...{ endsOn: '2027-11-30', care: { level: 'gold' }, reference: '10' },
        },
        {
          ...{ application: 'digital-fax', capacity: 9, license: 'perpetual', startsOn: '2026-12-01', reference: '10' },
          care: { level: 'gold', endsOn: '2027-11-30' },
        },
      ],
    },
    facts.Amendment,
  ],
  [
    ...(['expand', []] as [OrderChange, string[]]),
    { ...FACT, ...CONSOLE, '/confirmFar': 'yes' },
    {
      ...{ reference: 'R-1', confirmFar: true },
      lines: [
        {
          ...{ application: 'attendant-console', capacity: 20, license: 'subscription', endsOn: '2027-11-30' },
          care: { level: 'gold' },
        },
      ],
    },
    facts.Expansion,
  ],
  [
    ...(['renew', ['1', '2']] as [OrderChange, string[]]),
    { ...FACT, '/of/1/capacity': '12' },
    { reference: 'R-1', endsOn: '2028-11-30', lines: [{ line: '1', capacity: 12 }, { line: '2' }] },
    facts.Renewal,
  ],
  [
    ...(['convert', ['1']] as [OrderChange, string[]]),
    { ...FACT, '/care/endsOn': '2027-11-30' },
    { reference: 'R-1', line: '1', license: 'perpetual', care: { endsOn: '2027-11-30' } },
    Conversion,
  ],
  [
    ...(['cancel', ['1', '2']] as [OrderChange, string[]]),
    { ...FACT, '/reason': 'Unpaid' },
    { reference: 'R-1', reason: 'Unpaid', lines: ['1', '2'] },
    facts.Cancellation,
  ],
  [
    ...(['cancel', ['1', '2']] as [OrderChange, string[]]),
    { ...FACT, '/reason': 'Unpaid', '/of/1/line': '', '/on': '2027-03-01' },
    { reference: 'R-1', reason: 'Unpaid', lines: ['2'], on: '2027-03-01' },
    facts.Cancellation,
  ],
  ['suspend', [], { '/reason': 'Unpaid' }, { reason: 'Unpaid' }, facts.Because],
  ['resume', [], {}, {}, null],
  [
    'lock',
    ['1'],
    { ...FACT, '/reason': 'Too early' },
    { ...{ reference: 'R-1', reason: 'Too early' }, delivery: '1' },
    null,
  ],
  ['change-seller', [], { ...FACT, ...typedParty('reseller') }, { reference: 'R-1', reseller: NEW }, facts.Seller],
  ['transfer', [], { ...FACT, ...typedParty('customer') }, { reference: 'R-1', customer: NEW }, facts.Transfer],
  ['change-time-zone', [], FACT, { reference: 'R-1', timeZone: 'Europe/Rome' }, facts.Relocation],
  ['withdraw', ['renewal/R/1'], {}, { kind: 'renewal', reference: 'R/1' }, null],
  ['withdraw-plan', ['3'], {}, { plan: '3' }, null],
];

test.each(TABLE)('what is typed to %s (%j) becomes a body that the API takes', (change, of, typed, body, schema) => {
  const { begin, read } = CHANGES[change];
  const reading = read(withoutEmptyLines({ ...begin(about(of)), ...typed }), about(of));
  expect([...reading.wrong]).toEqual([]);
  expect(reading.body).toEqual(body);
  if (schema) expect([...Value.Errors(schema, reading.body)]).toEqual([]);
});

test('every change has a form, and every form that is sent as it begins says what is missing or can be sent', () => {
  expect(new Set(TABLE.map(([change]) => change))).toEqual(new Set(Object.keys(CHANGES)));
  const { begin, read } = CHANGES.amend;
  expect([...read(begin(about([])), about([])).wrong]).toEqual([['/reference', 'nothingTyped']]);
  expect([...CHANGES.cancel.read({}, about(['1'])).wrong]).toEqual([
    ['/reference', 'missing'],
    ['/reason', 'missing'],
    ['/of/1/line', 'lines'],
  ]);
});

test('an order is read with the rows that have an application, and companies that have an id', () => {
  const typed = { '/number': 'SO-9', ...typedParty('customer'), ...CONSOLE, '/reseller/email': 'filled@in.example' };
  const { body, wrong } = readOrder(withoutEmptyLines({ ...typed, '/lines/0/license': 'perpetual' }));
  expect([...wrong]).toEqual([]);
  expect(body).toMatchObject({ number: 'SO-9', customer: NEW, lines: [{ application: 'attendant-console' }] });
  expect(body).not.toHaveProperty('reseller');
  expect([...Value.Errors(PostedOrder, body)]).toEqual([]);
});

test('what cannot be is said at its field, and nothing else of a form reaches the body', () => {
  const typed = { '/number': 'SO 9', ...typedParty('customer'), ...CONSOLE, '/lines/2/capacity': '0', '/admin': 'yes' };
  const { body, wrong } = readOrder(
    withoutEmptyLines({ ...typed, '/lines/2/endsOn': '2027-02-30', '/__proto__/id': 'x' }),
  );
  expect(Object.fromEntries(wrong)).toEqual({
    '/number': 'id',
    '/lines/0/capacity': 'capacity',
    '/lines/0/endsOn': 'day',
  });
  expect(Object.keys(body)).toEqual(['customer', 'lines']);
});

test.each([
  ['2027-11-30', '2028-11-30'],
  ['2027-02-28', '2028-02-29'],
  ['2028-02-29', '2029-02-28'],
  ['2028-02-28', '2029-02-27'],
  ['2031-02-28', '2032-02-29'],
])('after a term to %s the form begins with the year that follows it, to %s', (endsOn, next) => {
  const lines = order.lines.map((line) => ({ ...line, endsOn }));
  expect(CHANGES.renew.begin({ ...about(['1']), order: { ...order, lines } })).toMatchObject({ '/endsOn': next });
});
