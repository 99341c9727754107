import { TODO_KINDS } from '../../domain/todo.ts';
import type { NOUNS } from './nouns.ts';

const PARTY = { email: 'it@acme-hotels.example', timeZone: 'Europe/Rome', locale: 'en' };
const CUSTOMER = { id: 'acme-hotels', name: 'Acme Hotels', ...PARTY };
const RESELLER = {
  ...{ id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' },
  ...{ timeZone: 'Europe/London', locale: 'en' },
};
const OTHER_RESELLER = { id: 'tramontana-ict', name: 'Tramontana ICT', email: 'orders@tramontana-ict.example' };
/** Ids and secrets that the service makes, in all examples the same: whoever sends these has others in their place. */
export const MADE = {
  batch: '2b1c7a52-1a6e-4c56-9a3c-5a1d1f3f6e90',
  event: 'evt_qGjQFXCYigZkKEj4Cdi9PwkG',
  key: '0f6c3a52-8c4e-4a6b-9d0e-5b1c7f2e3a44',
  server: 'srv_0a4b7c9d2e5f81634c7d',
  todo: 'locked-0f6c3a528c4e4a6b9d0e5b1c7f2e3a44',
  token: 'K7WQM-3XTPH-9DRVC-A6FJN-2YBES',
  webhook: 'whk_pymLNVxvz2B6dlZOcLBR',
};
const BY = 'key/6f2f5a0e-3c1d-4d5f-9a65-0d8a4f7c1b20';
const JWT = 'eyJhbGciOiJFZERTQSIsInR5cCI6ImxpY2Vuc2Urand0In0.eyJzdWIiOiJzcnZfMGE0YjdjOWQifQ.c2lnbmF0dXJl';

const POSTED_LINES = [
  {
    ...{ application: 'attendant-console', capacity: 20, license: 'subscription' },
    ...{ startsOn: '2026-11-02', endsOn: '2027-11-30', reference: '10' },
  },
  {
    ...{ application: 'digital-fax', capacity: 8, license: 'perpetual' },
    ...{ startsOn: '2026-11-02', care: { level: 'gold', endsOn: '2027-11-30' }, reference: '20' },
  },
];

const POSTED_ORDER = {
  ...{ number: 'SO-2026-00117', placedAt: '2026-11-02T09:12:00.000Z', purchaseOrder: 'PO-4711' },
  ...{ customer: CUSTOMER, reseller: RESELLER, lines: POSTED_LINES },
};

const CARE = { level: 'gold', endsOn: '2027-11-30', state: 'active' };

const RUNS = { state: 'active', severity: 'fine', until: '2027-11-30', daysLeft: 393, remedy: null };

const LINE = {
  ...{ id: '1', reference: '10', delivery: '1', application: 'attendant-console', license: 'subscription' },
  ...{ capacity: 20, locked: 20, assigned: 0, free: 0, startsOn: '2026-11-02', endsOn: '2027-11-30' },
  ...{ state: 'active', care: CARE, condition: RUNS, careCondition: RUNS, planned: [], intent: null },
};

const FAX = {
  ...{ ...LINE, id: '2', reference: '20', application: 'digital-fax', license: 'perpetual' },
  ...{ capacity: 8, locked: 8, endsOn: null, condition: { ...RUNS, until: null, daysLeft: null } },
};

const RENEWAL_LINE = {
  ...{ order: 'SO-2026-00117', purchaseOrder: 'PO-4711', line: '1', reference: '10', status: 'open' },
  ...{ timeZone: 'Europe/Rome', customer: { id: CUSTOMER.id, name: CUSTOMER.name } },
  seller: { id: RESELLER.id, name: RESELLER.name },
  ...{ application: 'attendant-console', license: 'subscription', capacity: 20, what: 'term' },
  ...{ lastDay: '2027-11-30', daysLeft: 42, careLevel: 'gold', renewableUntil: '2028-05-28T22:00:00.000Z' },
  condition: { state: 'expiring', severity: 'warning', until: '2027-11-30', daysLeft: 42, remedy: 'renew' },
  careCondition: { state: 'expiring', severity: 'warning', until: '2027-11-30', daysLeft: 42, remedy: 'renew' },
  ...{ planned: [], intent: null },
};

const DELIVERY = {
  ...{ id: '1', reference: 'SO-2026-00117', edition: 1, deliveredAt: '2026-11-02T09:12:01.480Z' },
  ...{ unlockedAt: null, mail: 'sent' },
};

const ORDER = {
  ...{ number: 'SO-2026-00117', status: 'open', stage: 'locked', condition: RUNS, placedAt: POSTED_ORDER.placedAt },
  ...{ purchaseOrder: 'PO-4711', timeZone: 'Europe/Rome', timeZoneAssumed: false },
  ...{ customer: CUSTOMER, reseller: RESELLER, distributor: null },
  ...{ deliveries: [DELIVERY], lines: [LINE, FAX], assignments: [], kept: [] },
};

const TODO = {
  ...{ id: MADE.todo, kind: 'locked', severity: 'warning', remedy: 'unlock' },
  ...{ since: '2026-11-02T09:12:01.480Z', until: null, daysLeft: null },
  customer: { id: CUSTOMER.id, name: CUSTOMER.name },
  order: { number: ORDER.number, purchaseOrder: ORDER.purchaseOrder },
  ...{ delivery: '1', server: null, about: {}, yours: true, acknowledged: null },
  lines: [{ line: '1', application: 'attendant-console', license: 'subscription', capacity: 20 }],
};

const MAIL = {
  ...{ id: 'mail/SO-2026-00117/1', kind: 'delivery', order: 'SO-2026-00117', delivery: '1', edition: 1, copy: 1 },
  ...{
    recipient: 'orders@northwind-voice.example',
    subject: 'Order SO-2026-00117: licenses delivered for Acme Hotels',
  },
  ...{ state: 'delivered', reason: null, madeAt: '2026-11-02T09:12:01.480Z', sentAt: '2026-11-02T09:12:02.011Z' },
  reportedAt: '2026-11-02T09:12:06.000Z',
};

const ACCOUNT = { ...{ ...CUSTOMER, kind: 'customer' }, notices: true };

const FOUND_ORDER = {
  ...{ number: 'SO-2026-00117', purchaseOrder: null, customer: { id: 'acme-hotels', name: 'Acme Hotels' } },
  ...{ status: 'open', stage: 'locked' },
};

const SERVER = {
  ...{ id: MADE.server, customer: 'acme-hotels', name: 'Front desk', role: 'production', state: 'waiting' },
  ...{ mode: null, version: null, silent: false, kept: [], lastCheckInAt: null, nextCheckInAt: null },
  ...{ standbyFor: null, takenOverBy: null, testUnits: [] },
  conditions: [{ state: 'waiting', severity: 'notice', until: null, daysLeft: null, remedy: 'activate' }],
  assignments: [
    {
      ...{ application: 'attendant-console', capacity: 15, usable: 15, used: null },
      ...{ condition: { ...RUNS, capacity: 15 }, careCondition: { ...RUNS, ...CARE, capacity: 15 } },
    },
  ],
  usedAt: null,
};

const LICENSE = {
  ...{ application: 'attendant-console', name: 'Attendant Console', unit: 'operators' },
  ...{ owned: 20, locked: 20, assigned: 0, free: 0, used: null, suspended: 0, licenses: ['subscription'] },
  ...{ endsOn: '2027-11-30', state: 'active', care: CARE, condition: { ...RUNS, capacity: 20 } },
  careCondition: { ...RUNS, ...CARE, capacity: 20 },
  lines: [{ order: 'SO-2026-00117', status: 'open', ...LINE }],
};

const APPLICATION = {
  ...{ key: 'attendant-console', name: 'Attendant Console', unit: 'operators', requires: [] },
  ...{ capacityFrom: null, onlineOnly: false, retired: false },
};

const EVENT = {
  ...{ stream: 'order/SO-2026-00117', seq: 2, type: 'unlocked', delivery: '1', by: BY },
  ...{ at: '2026-11-03T08:00:00.000Z', recordedAt: '2026-11-03T08:00:00.210Z' },
};

const SELLER = { id: 'northwind-voice', name: 'Northwind Voice', standing: 'manages', endedAt: null, endedBy: null };

const KEY_VIEW = {
  ...{ id: MADE.key, name: 'ERP', createdBy: BY, lastUsedAt: null },
  scopes: ['orders:read', 'orders:write', 'events:read'],
  ...{ createdAt: '2026-11-02T09:00:00.000Z', expiresAt: '2027-11-30T23:00:00.000Z' },
};

const WEBHOOK = {
  ...{ id: MADE.webhook, url: 'https://erp.acme-hotels.example/hooks', types: ['unlocked', 'activated'] },
  ...{ description: 'ERP', state: 'enabled', disabledFor: null, createdAt: '2026-11-02T09:30:00.000Z' },
};

const ATTEMPT = { at: '2026-11-03T08:00:00.600Z', status: 204, durationMs: 84, error: null };

const NEW_ADVISORY = {
  ...{ id: 'ADV-2026-7', title: 'Calls can be overheard on the local network', severity: 'high' },
  ...{ affects: '>=2025.Winter.1 <2026.Autumn.3', url: 'https://vendor.example/advisories/ADV-2026-7' },
  fixedIn: '2026.Autumn.3',
};

const ADVISORY = { ...NEW_ADVISORY, publishedAt: '2026-11-20T10:00:00.000Z', withdrawnAt: null };

const FORETOLD = {
  ...{ preview: true, events: [{ type: 'unlocked', delivery: '1', by: BY }], mails: [] },
  consequences: [],
  order: { ...ORDER, stage: 'unlocked' },
};

const OFFER = { change: 'renew', whyNot: null, of: [{ id: '1', whyNot: null }] };

const BATCH = {
  ...{ id: MADE.batch, kind: 'renewals', preview: false, state: 'running' },
  ...{ total: 10_000, done: 6_211, refused: 3, by: BY, startedAt: '2027-11-01T06:00:00.000Z', finishedAt: null },
};

const EMERGENCY = {
  ...{ order: 'EMG-acme-hotels-1', customer: { id: 'acme-hotels', name: 'Acme Hotels' } },
  ...{ application: 'attendant-console', capacity: 30, reason: 'A second site was moved here after a flood' },
  ...{ startsOn: '2026-11-28', endsOn: '2026-12-02', declaredAt: '2026-11-28T21:40:00.000Z', by: BY, seller: null },
};

const page = (item: object) => ({ items: [item], nextCursor: null });

const KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

/** What stands at a place, whole: bodies that can be sent as they are, and what is answered to them. */
const EXAMPLES: { [Noun in keyof typeof NOUNS]?: unknown } = {
  Account: ACCOUNT,
  Acknowledgement: { item: MADE.todo, note: 'Paid on Friday' },
  AccountChange: { name: 'Acme Hotels', ...PARTY, notices: true },
  AccountFields: { email: 'licenses@acme-hotels.example' },
  AccountPage: page(ACCOUNT),
  AddressCorrection: { wrong: 'it@acme-hotel.example', right: PARTY.email },
  Advisory: ADVISORY,
  AdvisoryPage: page(ADVISORY),
  AffectedServerPage: page({
    ...{ id: MADE.server, name: 'Front desk', customer: 'acme-hotels', mode: 'online' },
    ...{ version: '2026.Autumn.1', toldAt: '2026-11-21T04:12:00.000Z' },
  }),
  ActivityPage: page({ id: MADE.event, account: CUSTOMER.id, ...EVENT }),
  AddedWebhook: { ...WEBHOOK, secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD' },
  Activated: { server: MADE.server, license: JWT, checkInAfterSeconds: 86_400 },
  Activation: {
    ...{ token: MADE.token, fingerprint: 'pbx-front-desk', version: '2026.Autumn.1' },
    publicKey: KEY,
  },
  Alive: { alive: true },
  Amendment: { reference: 'AM-1', lines: [{ ...POSTED_LINES[0], capacity: 25 }, POSTED_LINES[1]] },
  ApplicationPage: page(APPLICATION),
  AskedAgain: { event: MADE.event },
  Assignable: {
    ...page({
      ...{ server: MADE.server, name: 'Front desk', role: 'production', state: 'waiting', standbyFor: null },
      assignments: [{ application: 'attendant-console', capacity: 15 }],
    }),
    applications: [
      {
        ...{ application: 'attendant-console', name: 'Attendant Console', unit: 'operators' },
        ...{ licenses: ['subscription'], usable: 20, assigned: 15, free: 5 },
      },
    ],
  },
  Assignments: {
    servers: [{ ref: 'annex', server: MADE.server, name: 'Annex', outcome: 'registered', problem: null }],
    items: [
      {
        ...{ server: MADE.server, application: 'attendant-console', capacity: 5 },
        ...{ outcome: 'set', problem: null },
      },
    ],
  },
  Attempt: ATTEMPT,
  Applied: { applied: true },
  Batch: BATCH,
  BatchItemPage: page({
    ...{ index: 17, order: 'SO-2026-00117', outcome: 'refused', code: 'RENEWAL_NOT_LATER' },
    detail: 'Name a last day after `endsOn`, the present one of this line. Nothing was renewed.',
  }),
  BatchPage: page(BATCH),
  Brand: {
    ...{ name: 'Contoso Voice', logoUrl: 'https://licensing.example/brand/5e88…/logo', accent: '#0b5cad' },
    ...{ support: 'help@contoso.example', footer: 'Contoso S.p.A., Pisa' },
  },
  BrandChange: { name: 'Contoso Voice', accent: '#0b5cad', support: 'help@contoso.example' },
  Cancellation: { reference: 'CAN-1', reason: 'Not needed any more', lines: ['2'] },
  CapacityChange: { capacity: 15 },
  CorrectedAddress: { account: CUSTOMER.id, email: PARTY.email, links: [], due: [], made: [] },
  Conversion: { reference: 'CON-1', line: '1', license: 'perpetual', care: { level: 'gold', endsOn: '2029-11-30' } },
  Emergencies: { ...page(EMERGENCY), left: 1, nextAt: null },
  Emergency: EMERGENCY,
  EmergencyPage: page(EMERGENCY),
  EventPage: { items: [EVENT], nextCursor: 'eyJhZnRlciI6MTIzfQ.c2lnbmF0dXJl' },
  Expansion: {
    reference: 'EXP-1',
    lines: [{ application: 'attendant-console', capacity: 5, license: 'subscription' }],
  },
  FeedPage: {
    items: [{ id: MADE.event, account: CUSTOMER.id, ...EVENT }],
    nextCursor: 'eyJlIjoxLCJwIjoxMjN9.c2lnbmF0dXJl',
  },
  Found: {
    exactly: { kind: 'order', id: 'SO-2026-00117' },
    orders: { items: [FOUND_ORDER], more: false },
    accounts: { items: [], more: false },
    servers: { items: [], more: false },
    people: { items: [], more: false },
  },
  History: {
    items: [
      {
        ...{ application: 'attendant-console', name: 'Attendant Console', unit: 'operators', used: null },
        points: [
          { on: '2026-11-01', owned: 0, assigned: 0 },
          { on: '2026-12-01', owned: 20, assigned: 15 },
        ],
      },
    ],
  },
  IdentityProvider: {
    ...{ issuer: 'https://login.acme-hotels.example', clientId: 'licensing', required: true },
    ...{ domains: ['acme-hotels.example'], provedAt: '2026-11-02T09:12:00.000Z', setAt: '2026-11-02T09:00:00.000Z' },
  },
  IdentityProviderChange: {
    ...{
      issuer: 'https://login.acme-hotels.example',
      clientId: 'licensing',
      clientSecret: 'Nq7x-2Vd9',
      required: false,
    },
  },
  IdentityProviderCheck: { trouble: null },
  Intent: { intent: 'renew', capacity: 15, note: 'They open a smaller house' },
  IntentOfMany: { intent: 'renew', lines: [{ order: 'SO-2026-00117', line: '1' }] },
  JwkSet: { keys: [{ ...KEY, kid: 's1', alg: 'EdDSA', use: 'sig', certificate: JWT }] },
  KeyPage: page(KEY_VIEW),
  LicensePage: page(LICENSE),
  LicenseWait: { etag: '"pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4"', seconds: 55 },
  LineOfOrderPage: page({
    order: ORDER.number,
    customer: { id: CUSTOMER.id, name: CUSTOMER.name },
    seller: { id: RESELLER.id, name: RESELLER.name },
    line: LINE,
  }),
  Lock: { reference: 'LOCK-1', reason: 'The payment was returned' },
  MailPage: page(MAIL),
  MadeKey: { ...KEY_VIEW, key: 'ck_5Jr8QmU2nXv7TqZ4cLw9HsYb' },
  Move: {
    ...{ application: 'attendant-console', units: 5, from: { server: MADE.server, capacity: 10 } },
    to: { server: 'srv_7c1d9e0b3a5f42861d0e', capacity: 9 },
  },
  NewAdvisory: NEW_ADVISORY,
  NewAssignments: {
    servers: [{ ref: 'annex', name: 'Annex', role: 'production' }],
    items: [{ server: 'annex', application: 'attendant-console', capacity: 5 }],
  },
  NewEmergency: { application: 'attendant-console', capacity: 30, reason: EMERGENCY.reason },
  NewKey: {
    name: 'ERP',
    scopes: ['orders:read', 'orders:write', 'events:read'],
    expiresAt: '2027-11-30T23:00:00.000Z',
  },
  NewMove: {
    ...{ application: 'attendant-console', units: 5, from: { server: MADE.server, capacity: 15 } },
    to: { server: 'srv_7c1d9e0b3a5f42861d0e', capacity: 4 },
  },
  NewPairing: {
    ...{ fingerprint: 'pbx-front-desk', version: '2026.Autumn.1', hostname: 'pbx-1' },
    publicKey: KEY,
  },
  NewServer: { name: 'Front desk', role: 'production' },
  NewWebhook: { url: WEBHOOK.url, types: WEBHOOK.types, description: WEBHOOK.description },
  OfflineOverride: { reason: 'The machine burnt down' },
  OfflineRequest: { request: JWT },
  OfflineResponse: { response: JWT },
  OfflineReturn: { proof: JWT },
  OfferedChange: OFFER,
  OfferedChanges: { items: [OFFER] },
  Order: ORDER,
  OrderPage: page(ORDER),
  OrderPreview: FORETOLD,
  Pairing: {
    ...{ deviceCode: 'Zk3uQ0m1vV8m2w9oT4yXbR6cJ5hN7aLpKd0sGf1eHqU', userCode: 'WDJB-MJHT' },
    ...{ verificationUrl: 'https://licensing.example/pair', expiresInSeconds: 600, intervalSeconds: 5 },
  },
  PostedBatch: { kind: 'renewals', items: [{ order: ORDER.number, reference: 'REN-2027', endsOn: '2028-11-30' }] },
  PostedOrder: POSTED_ORDER,
  Readiness: {
    ready: true,
    checks: {
      process: { ready: true },
      database: { ready: true },
      storage: { ready: true },
      migrations: { ready: true },
      journal: { ready: true },
      temporal: { ready: true },
      orders: { ready: true },
      restored: { ready: true },
    },
  },
  ReceivedBatch: { id: BATCH.id },
  Relocation: { reference: 'TZ-1', timeZone: 'Europe/Rome' },
  Renewal: { reference: 'REN-1', endsOn: '2028-11-30', lines: [{ line: '1', capacity: 15 }] },
  RenewalPage: {
    ...page(RENEWAL_LINE),
    totals: [{ application: 'attendant-console', unit: 'operators', lines: 1, capacity: 20 }],
  },
  Seller: SELLER,
  SellerChange: { reference: 'SEL-1', reseller: OTHER_RESELLER },
  SellerPage: page(SELLER),
  Server: SERVER,
  ServerChange: { name: 'Reception' },
  ServerOfCustomerPage: page({ customer: { id: 'acme-hotels', name: 'Acme Hotels' }, hostname: null, server: SERVER }),
  ServerPage: page(SERVER),
  ServerPreview: { preview: true, events: [{ type: 'capacity-changed' }], server: SERVER, mails: [] },
  ServiceToken: { token: JWT, expiresAt: '2026-11-03T08:20:00.000Z' },
  ServiceTokenRequest: { audience: 'https://voice.example' },
  SignInDomains: { domains: ['acme-hotels.example'] },
  StatedIntents: { items: [{ order: 'SO-2026-00117', line: '1', outcome: 'stated', problem: null }] },
  Suspension: { reason: 'An invoice is overdue' },
  Takeovers: {
    daysLeft: 27,
    items: [
      {
        ...{ served: MADE.server, standby: 'srv_7c1d9e0b3a5f42861d0e', startedAt: '2026-11-20T02:10:00.000Z' },
        ...{ endedAt: '2026-11-22T18:30:00.000Z', overlapSeconds: 2_400 },
      },
    ],
  },
  Todo: TODO,
  TodoPage: {
    items: [TODO],
    counts: Object.fromEntries(TODO_KINDS.map((kind) => [kind, Number(kind === TODO.kind)])),
    nextCursor: null,
  },
  Token: {
    ...{ token: MADE.token, version: 1 },
    ...{ issuedAt: '2026-11-03T08:10:00.000Z', redeemedAt: null },
  },
  Transfer: {
    reference: 'TR-1',
    customer: { id: 'bora-shipping', name: 'Bora Shipping S.p.A.', email: 'ict@bora-shipping.example' },
  },
  Unlock: { delivery: '1' },
  WaitingTokenPage: page({
    ...{ server: MADE.server, name: 'Front desk', token: MADE.token, version: 1 },
    issuedAt: '2026-11-03T08:10:00.000Z',
  }),
  Webhook: WEBHOOK,
  WebhookChange: { state: 'enabled', after: 'end' },
  WebhookDeliveryPage: page({
    event: MADE.event,
    type: 'unlocked',
    state: 'delivered',
    attempts: [ATTEMPT],
  }),
  WebhookPage: page(WEBHOOK),
  WebhookSecret: { secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD' },
  UnlockLink: {
    unlockUrl: 'https://licensing.example/unlock/c2hvdy1tZS13aGF0LXdvdWxkLWJlLXVubG9ja2Vk',
    replacedAt: '2026-11-03T07:55:00.000Z',
  },
};

export const exampleOf = (noun: string): unknown => EXAMPLES[noun];

/** Parts of addresses, by their names; an `id` is that of what stands before it. */
const PLACES: Record<string, string> = {
  accounts: 'acme-hotels',
  advisories: 'ADV-2026-7',
  application: 'attendant-console',
  delivery: '1',
  batches: MADE.batch,
  event: MADE.event,
  key: MADE.key,
  line: '1',
  number: 'SO-2026-00117',
  plan: '1',
  reference: 'REN-1',
  seller: 'northwind-voice',
  servers: MADE.server,
  webhook: MADE.webhook,
};

/** What can stand at a named part of an address. */
export function placeExample(url: string, name: string): string | undefined {
  const [, before = ''] = new RegExp(`/([^/]+)/:${name}\\b`).exec(url) ?? [];
  return PLACES[name === 'id' ? before : name];
}
