import type { OrderFact } from '../../../domain/order/commands.ts';

/**
 * A change of the order that `anOrder` makes: what is posted, and of what has a reference also something else under it.
 * `isOnce` has nothing to find (404) once it has happened.
 */
export type OrderChange = {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: object;
  other?: object;
  isOnce?: boolean;
};

const FAX = { application: 'digital-fax', capacity: 3, license: 'perpetual' };
const party = (id: string) => ({ id, name: id, email: `it@${id}.example` });

const SUSPENSION: OrderChange = { method: 'PUT', path: 'suspension', body: { reason: 'unpaid' } };
const UNLOCK: OrderChange = { method: 'POST', path: 'unlock', body: {} };

function cancellation(body: object, other?: object): OrderChange {
  return { method: 'POST', path: 'cancellation', body: { reason: 'moved', ...body }, ...(other && { other }) };
}

/** The changes that each fact brings, by what they are called: a new fact does not compile without its own. */
const BY_FACT: Record<OrderFact['type'], Record<string, OrderChange>> = {
  unlock: { 'an unlock': UNLOCK },
  renew: {
    'a renewal': {
      method: 'POST',
      path: 'renewals',
      body: { reference: 'R-1', endsOn: '2100-12-31', confirmFar: true, lines: [{ line: '2', capacity: 5 }] },
      other: { lines: [{ line: '2', capacity: 6 }] },
    },
  },
  expand: {
    'an expansion': {
      method: 'POST',
      path: 'expansions',
      body: { reference: 'E-1', lines: [{ ...FAX, capacity: 1 }] },
      other: { lines: [FAX] },
    },
  },
  suspend: { 'a suspension': SUSPENSION },
  resume: { 'a resumption': { method: 'DELETE', path: 'suspension' } },
  cancel: {
    'a cancellation': cancellation({}),
    'a cancellation of a line': cancellation({ reference: 'C-1', lines: ['1'] }, { lines: ['2'] }),
    'a cancellation for a later day': cancellation({ reference: 'C-2', on: '2090-01-01' }, { on: '2090-01-02' }),
  },
  amend: {
    'an amendment': {
      method: 'POST',
      path: 'amendments',
      body: { reference: 'A-1', purchaseOrder: 'PO-1', lines: [FAX] },
      other: { purchaseOrder: 'PO-2' },
    },
  },
  lock: {
    'a lock': {
      method: 'POST',
      path: 'deliveries/1/lock',
      body: { reference: 'L-1', reason: 'unpaid' },
      other: { reason: 'returned' },
    },
  },
  withdraw: { 'a withdrawal': { method: 'DELETE', path: 'cancellations/before' } },
  'withdraw-plan': { 'a plan taken back': { method: 'DELETE', path: 'planned/1', isOnce: true } },
  convert: {
    'a conversion': {
      method: 'POST',
      path: 'conversions',
      body: { reference: 'K-1', line: '2', license: 'perpetual' },
      other: { care: { endsOn: '2099-12-31' }, confirmFar: true },
    },
  },
  'change-time-zone': {
    'another time zone': {
      method: 'PUT',
      path: 'time-zone',
      body: { reference: 'Z-1', timeZone: 'America/New_York' },
      other: { timeZone: 'Asia/Tokyo' },
    },
  },
  'change-seller': {
    'another seller': {
      method: 'PUT',
      path: 'seller',
      body: { reference: 'S-1', reseller: party('ridge-voice') },
      other: { reseller: party('valley-voice') },
    },
  },
  transfer: {
    'a transfer': {
      method: 'POST',
      path: 'transfer',
      body: { reference: 'T-1', customer: party('globex-hotels') },
      other: { customer: party('initech-hotels') },
    },
  },
  'state-intent': { 'an intent': { method: 'PUT', path: 'lines/2/intent', body: { intent: 'end' } } },
};

/** Every change that the API takes of an order, by what it is called. */
export const ORDER_CHANGES: Record<string, OrderChange> = Object.assign({}, ...Object.values(BY_FACT));

const OF_LOCKED = ['an unlock', 'an amendment'];

/** What else has to be stated before. */
const BEFORE: Record<string, OrderChange> = {
  'a resumption': SUSPENSION,
  'a withdrawal': cancellation({ reference: 'before', lines: ['1'] }),
  'a plan taken back': cancellation({ reference: 'later', lines: ['1'], on: '2090-01-01' }),
};

/** All that an order has to be told, in sequence, so that a change can be made of it. */
export function changesBefore(change: string): OrderChange[] {
  return [...(OF_LOCKED.includes(change) ? [] : [UNLOCK]), ...(BEFORE[change] ? [BEFORE[change]] : [])];
}
