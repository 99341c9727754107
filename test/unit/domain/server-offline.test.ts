import { describe, expect, test } from '@jest/globals';
import { serverMode, type ServerCommand, type ServerEvent } from '../../../domain/server/server.ts';
import { needingOnline } from '../../../domain/server/needing-online.ts';
import { offlineExchange, goneOffline } from '../../support/domain/offline-language.ts';
import { instant } from '../../support/domain/given.ts';
import {
  activate,
  bound,
  capacityChanged,
  changeCapacity,
  given,
  LATER,
  left,
  LIFE,
  REGISTERED,
  rotated,
  share,
} from '../../support/domain/server-language.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const returned: ServerEvent = { type: 'offline-returned', document: 'document 1' };
const giveBack = (document: string): ServerCommand => ({ type: 'return', document });
const SECOND = { document: 'document 2', requestHash: 'request 2' };
const offline = [...LIFE.waiting, goneOffline('machine-1')];

describe('going offline', () => {
  test('binds the server to the machine, without a connection, and remembers what its document says', () => {
    const after = given(...LIFE.waiting)
      .when(offlineExchange('machine-1', { basedOn: 2 }), LATER)
      .then(goneOffline('machine-1'));
    expect(serverMode(after)).toBe('offline');
    expect(after.token?.redeemedAt).toBe(instant(LATER));
    expect(after.offline).toMatchObject([{ requestHash: 'request 1', lines: [share(5)], issuedAt: instant(LATER) }]);
  });

  test('the same request is answered again, also after a rotation', () => {
    given(...offline)
      .when(offlineExchange('machine-1'), LATER)
      .then();
    given(...offline, rotated(2))
      .when(offlineExchange('machine-1'), LATER)
      .then();
  });

  test('another request of the same machine is another exchange, and both are answered from then on', () => {
    const second = { ...SECOND, basedOn: 3 };
    const after = given(...offline)
      .when(offlineExchange('machine-1', second), LATER)
      .then(goneOffline('machine-1', SECOND));
    expect(after.offline).toHaveLength(2);
  });

  test('an online machine can go offline, another one not with the same token', () => {
    given(...LIFE.activated)
      .when(offlineExchange('machine-1', { basedOn: 3 }), LATER)
      .then(goneOffline('machine-1'));
    given(...LIFE.activated)
      .when(offlineExchange('machine-2', { basedOn: 3 }), LATER)
      .refusedWith('TOKEN_BOUND_ELSEWHERE');
  });

  test('is refused as an activation is, and for what needs a connection', () => {
    const asking = (about: Parameters<typeof offlineExchange>[1]) =>
      given(...LIFE.waiting).when(offlineExchange('machine-1', { basedOn: 2, ...about }), LATER);
    asking({ tokenVersion: 2 }).refusedWith('TOKEN_ROTATED');
    asking({ version: '2019.Autumn.3' }).refusedWith('VERSION_TOO_OLD', { version: '2019.Autumn.3' });
    asking({ needOnline: ['a', 'b'] }).refusedWith('ONLINE_REQUIRED', { applications: 'a, b' });
  });

  test('a document that was made from other capacity than there is now is not given', () => {
    given(...LIFE.waiting)
      .when(offlineExchange('machine-1', { basedOn: 1 }), LATER)
      .refusedWith('CHANGE_IN_PROGRESS');
  });

  test('subscriptions and what the catalogue says need a connection', () => {
    const perpetual = (application: string) => ({ application, license: 'perpetual' as const });
    expect(needingOnline(CATALOGUE, [perpetual('digital-fax'), perpetual('conversational-ai')])).toEqual([
      'conversational-ai',
    ]);
    expect(needingOnline(CATALOGUE, [{ application: 'digital-fax', license: 'subscription' }])).toEqual([
      'digital-fax',
    ]);
  });
});

describe('while a document is out', () => {
  test('capacity is not lowered below what it says, but can be raised', () => {
    given(...offline)
      .when(changeCapacity(share(4)), LATER)
      .refusedWith('RETURN_REQUIRED', { application: 'attendant-console', capacity: 5 });
    given(...offline)
      .when(changeCapacity(share(6)), LATER)
      .then({ ...capacityChanged(REGISTERED, share(6)), token: given(...offline).state.token });
  });

  test('no other machine takes its place, whatever token it has and however it asks', () => {
    const rotatedOnce = given(...offline, rotated(2));
    const version2 = { tokenVersion: 2, requestHash: 'request 2', basedOn: 4 };
    rotatedOnce.when(activate('machine-2', { tokenVersion: 2 }), LATER).refusedWith('RETURN_REQUIRED');
    rotatedOnce.when(offlineExchange('machine-2', version2), LATER).refusedWith('RETURN_REQUIRED');
  });

  test('its own machine can go online, and what the document says stays taken', () => {
    const after = given(...offline)
      .when(activate('machine-1'), LATER)
      .then(bound('reinstalled', 'machine-1'));
    expect([serverMode(after), after.offline?.length]).toEqual(['online', 1]);
    given(...offline, bound('reinstalled', 'machine-1'), left)
      .when(changeCapacity(), LATER)
      .refusedWith('RETURN_REQUIRED', { application: 'attendant-console', capacity: 5 });
  });
});

describe('returning', () => {
  test('frees everything; the server waits for its token again', () => {
    const after = given(...offline)
      .when(giveBack('document 1'), LATER)
      .then(returned);
    expect([after.activation, after.offline, after.spent]).toEqual([null, [], ['document 1', 'request 1']]);
    given(...offline, returned)
      .when(changeCapacity(), LATER)
      .then({ ...capacityChanged(REGISTERED), token: after.token });
  });

  test('a return counts once, and a request from before it no more', () => {
    const once = given(...offline, returned);
    once.when(giveBack('document 1'), LATER).refusedWith('ALREADY_RETURNED');
    once.when(offlineExchange('machine-1'), LATER).refusedWith('ALREADY_RETURNED');
    given(...offline, returned, goneOffline('machine-1', SECOND))
      .when(giveBack('document 1'), LATER)
      .refusedWith('ALREADY_RETURNED');
  });

  test('the newest document is the one that is out: a return of another ends nothing, and that of the newest ends all', () => {
    const both = given(...offline, goneOffline('machine-1', SECOND));
    for (const other of ['document 1', 'document 3'])
      both.when(giveBack(other), LATER).refusedWith('OTHER_DOCUMENT_OUT');
    const after = both.when(giveBack('document 2'), LATER).then({ type: 'offline-returned', document: 'document 2' });
    expect(after.offline).toEqual([]);
    for (const document of ['document 1', 'document 2'])
      given(...offline, goneOffline('machine-1', SECOND), { type: 'offline-returned', document: 'document 2' })
        .when(giveBack(document), LATER)
        .refusedWith('ALREADY_RETURNED');
  });

  test('a server that went online meanwhile stays online', () => {
    const after = given(...offline, bound('reinstalled', 'machine-1'))
      .when(giveBack('document 1'), LATER)
      .then(returned);
    expect([serverMode(after), after.offline]).toEqual(['online', []]);
  });

  test('the vendor can do without, once', () => {
    const overridden: ServerEvent = { type: 'offline-overridden', reason: 'burned' };
    const after = given(...offline)
      .when({ type: 'override', reason: 'burned' }, LATER)
      .then(overridden);
    expect([after.activation, after.spent]).toEqual([null, ['document 1', 'request 1']]);
    given(...offline, overridden)
      .when({ type: 'override', reason: 'again' }, LATER)
      .refusedWith('ALREADY_RETURNED');
  });
});
