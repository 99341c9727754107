import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { AccountEvent } from '../../../domain/people/account.ts';
import type { AdvisoryEvent } from '../../../domain/advisories/advisory.ts';
import {
  EVENT_TYPES,
  type AccountLifeEvent,
  type AdvisoryLifeEvent,
  type EventType,
  type OrderLifeEvent,
  type ServerLifeEvent,
} from '../../../domain/journal.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import type { ServerEvent } from '../../../domain/server/server.ts';
import { LANGUAGES, languageFor } from '../../../languages/index.ts';
import { Timeline } from '../../../portal/parts/said/timeline.tsx';
import { ReaderContext, SOMEBODY } from '../../../portal/reader.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

/** What an event can say: of the domain's what they have, of those that are learnt by calls whatever is noted. */
type Said<Event, Type> = Event extends { type: infer Types } ? (Type extends Types ? Partial<Event> : never) : never;
type Facts<Event extends { type: string }, Type> = Type extends Event['type'] ? Said<Event, Type> : object;

const moved = { line: '1', application: 'digital-fax', server: 'srv_1', capacity: 8, total: 3 };
const lapsed = { line: '1', application: 'digital-fax', endsOn: '2027-11-30' };
const refused = { code: 'ORDER_ENDED' } as const;
const machine = { fingerprint: 'sha256:1', hostname: 'pbx-1', version: '2026.Autumn.1' };

/** As much of each event as its sentence needs; one that is missing here does not compile. */
const MAILS = { 'mail-sent': {}, 'mail-delivered': {}, 'mail-bounced': {}, 'mail-unknown': {} };
const ORDER: { [Type in OrderLifeEvent]: Facts<OrderEvent, Type> } = {
  delivered: { reference: 'SO-1' },
  expanded: { reference: 'EXP-1' },
  unlocked: { delivery: '1' },
  'unlock-link-replaced': { delivery: '1' },
  'mail-requested': { delivery: '1' },
  ...MAILS,
  assigned: moved,
  released: moved,
  'taken-back': { ...moved, because: 'cancellation' },
  activated: { server: 'srv_1' },
  deactivated: { server: 'srv_1' },
  renewed: { reference: 'REN-1', endsOn: '2027-11-30' },
  expiring: lapsed,
  expired: lapsed,
  'care-expired': lapsed,
  suspended: { reason: 'unpaid' },
  resumed: {},
  canceled: { reason: 'unpaid' },
  ended: {},
  'unlock-refused': refused,
  'renew-refused': { ...refused, reference: 'REN-1' },
  'expand-refused': { ...refused, reference: 'EXP-1' },
  'suspend-refused': refused,
  'resume-refused': refused,
  'cancel-refused': refused,
  amended: { reference: 'AM-1' },
  locked: { delivery: '1', reason: 'unpaid' },
  'cancellation-planned': { reference: 'CAN-1', on: '2027-11-30', reason: 'moved' },
  reduced: { application: 'digital-fax', capacity: 5, reference: 'REN-1' },
  withdrawn: { kind: 'renewal', reference: 'REN-1' },
  'plan-withdrawn': { application: 'digital-fax', on: '2027-11-30' },
  converted: { application: 'digital-fax', reference: 'CON-1' },
  'time-zone-changed': { timeZone: 'Europe/Rome', reference: 'TZ-1' },
  'parties-changed': { reference: 'SELL-1' },
  'intent-stated': { application: 'digital-fax', intent: 'end' },
  'amend-refused': { ...refused, reference: 'AM-1' },
  'lock-refused': { ...refused, reference: 'LOCK-1' },
  'withdraw-refused': { ...refused, reference: 'REN-1' },
  'withdraw-plan-refused': { ...refused, reference: '1' },
  'convert-refused': { ...refused, reference: 'CON-1' },
  'change-time-zone-refused': { ...refused, reference: 'TZ-1' },
  'change-seller-refused': { ...refused, reference: 'SELL-1' },
  'transfer-refused': { ...refused, reference: 'MOVE-1' },
  'state-intent-refused': { ...refused, reference: 'INT-1' },
};
const SERVER: { [Type in ServerLifeEvent]: Facts<ServerEvent, Type> } = {
  registered: { name: 'Lobby' },
  changed: { name: 'Lobby', role: 'test', former: { name: 'Main', role: 'production' } },
  'capacity-changed': { application: 'digital-fax', capacity: 8 },
  activated: machine,
  reinstalled: machine,
  moved: machine,
  updated: { version: '2026.Winter.1', hostname: null },
  deactivated: {},
  rotated: {},
  'activation-refused': { ...machine, code: 'TOKEN_ROTATED' },
  'clone-suspected': {},
  'snapshot-suspected': {},
  silent: {},
  'seen-again': {},
  'offline-activated': {},
  'offline-returned': {},
  'offline-overridden': { reason: 'burnt' },
  unrecoverable: { order: 'SO-1', lines: [{ application: 'digital-fax', capacity: 5 }] },
  retired: {},
  'standby-changed': { standbyFor: 'srv_2', formerStandbyFor: null },
  'test-units-changed': { testUnits: ['voicemail'], formerTestUnits: [] },
  'takeover-started': { standby: 'srv_2' },
  'takeover-ended': { standby: 'srv_2' },
  'taken-back': { ...moved, order: 'SO-1', because: 'expiry' },
  canceled: { order: 'SO-1', reason: 'unpaid' },
  expired: { ...lapsed, order: 'SO-1' },
};
const someone = { person: 'person-1', role: 'viewer' } as const;
const ACCOUNT: { [Type in AccountLifeEvent]: Facts<AccountEvent, Type> } = {
  acknowledged: { kind: 'locked', order: 'SO-1' },
  'acknowledgement-withdrawn': { kind: 'locked' },
  'account-changed': { fields: ['name', 'timeZone'] },
  'parties-changed': { order: 'SO-1' },
  'passkey-added': someone,
  'passkey-removed': someone,
  'passkey-used': someone,
  'person-invited': someone,
  'person-joined': someone,
  'person-removed': someone,
  'role-changed': someone,
  'identity-provider-set': { issuer: 'https://login.example' },
  'identity-provider-removed': { issuer: 'https://login.example' },
  'domains-set': { domains: ['example.com'] },
  'key-made': {},
  'key-revoked': {},
  'seller-ended': { seller: 'northwind-voice' },
  'seller-restored': { seller: 'northwind-voice' },
  'emergency-declared': {
    ...{ order: 'EMG-acme-1', application: 'digital-fax', capacity: 8 },
    ...{ reason: 'A flood', endsOn: '2026-12-02' },
  },
  'webhook-added': {},
  'webhook-changed': {},
  'webhook-removed': {},
  'webhook-disabled': {},
  ...MAILS,
};

const ADVISORY: { [Type in AdvisoryLifeEvent]: Facts<AdvisoryEvent, Type> } = {
  'advisory-published': { title: 'Calls can be overheard', affects: '<2026.Winter.3' },
  'advisory-withdrawn': {},
};

type Lives = Parameters<typeof Timeline>[0]['kind'];

function told(locale: string, kind: Lives, type: EventType, facts: object): string {
  const event = { stream: 's', seq: 1, type, at: '2026-11-20T09:00:00.000Z', ...facts };
  const html = renderToStaticMarkup(
    <ReaderContext value={{ ...SOMEBODY, language: languageFor(locale), catalogue: CATALOGUE }}>
      <Timeline events={[event]} kind={kind} />
    </ReaderContext>,
  );
  return /<div>([^<]*)<\/div>/.exec(html)![1]!;
}

/** The sentence with something in each of its places. */
const filled = (sentence: string) =>
  new RegExp(`^${sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^]*[\\p{L}\\d–][^]*')}$`, 'u');

describe.each(LANGUAGES.map((texts) => [texts.name, texts] as const))('in %s', (_name, texts) => {
  test.each(Object.entries(ORDER))('an order’s life says all of “%s”', (type, facts) => {
    const sentence = texts.orderEvents[type as OrderLifeEvent];
    expect(told(texts.locale, 'orderEvents', type as EventType, facts)).toMatch(filled(sentence));
  });

  test.each(Object.entries(SERVER))('a server’s life says all of “%s”', (type, facts) => {
    const sentence = texts.serverEvents[type as ServerLifeEvent];
    expect(told(texts.locale, 'serverEvents', type as EventType, facts)).toMatch(filled(sentence));
  });

  test.each(Object.entries(ACCOUNT))('an account’s life says all of “%s”', (type, facts) => {
    const sentence = texts.accountEvents[type as AccountLifeEvent];
    expect(told(texts.locale, 'accountEvents', type as EventType, facts)).toMatch(filled(sentence));
  });

  test.each(Object.entries(ADVISORY))('an advisory’s life says all of “%s”', (type, facts) => {
    const sentence = texts.advisoryEvents[type as AdvisoryLifeEvent];
    const html = told(texts.locale, 'advisoryEvents', type as EventType, facts);
    expect(html.replace('&lt;', '<')).toMatch(filled(sentence));
  });
});

test('capacity that can’t be taken back is said with its order, application and units', () => {
  expect(told('en', 'serverEvents', 'unrecoverable', SERVER.unrecoverable)).toMatch(
    /SO-1.*Digital Fax.*: 5 channels\.$/,
  );
});

test('the list of what a journal can say is that of these lives', () => {
  expect([...EVENT_TYPES].sort()).toEqual([...new Set([ORDER, SERVER, ACCOUNT, ADVISORY].flatMap(Object.keys))].sort());
});
