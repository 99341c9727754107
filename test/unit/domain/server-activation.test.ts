import { describe, expect, test } from '@jest/globals';
import type { ServerEvent } from '../../../domain/server/server.ts';
import { instant, type Dated } from '../../support/domain/given.ts';
import {
  activate,
  bound,
  capacityChanged,
  given,
  LATER,
  left,
  LIFE,
  publicKey,
  REGISTERED,
  rotated,
} from '../../support/domain/server-language.ts';
import { offlineExchange } from '../../support/domain/offline-language.ts';

const { registered: bare, waiting, activated: running } = LIFE;
const otherKey = publicKey('another key');
const version2 = { tokenVersion: 2 };

/** A machine that was installed anew so often, from a day on, an hour each. */
const reinstalled = (times: number, from = '2026-12-02T00:00:00Z') =>
  Array.from({ length: times }, (_, index) =>
    bound('reinstalled', 'machine-1', { publicKey: publicKey(`key ${index}`) }, hoursAfter(from, index)),
  );
const hoursAfter = (from: string, hours: number) => new Date(Date.parse(from) + hours * 3_600_000).toISOString();

describe('one machine with ever other keys', () => {
  const again = activate('machine-1', { publicKey: otherKey });

  test('is taken for reinstalled ten times in 90 days, and then refused; the key it has is answered on', () => {
    given(...running, ...reinstalled(9))
      .when(again, '2026-12-03T00:00:00Z')
      .then(bound('reinstalled', 'machine-1', { publicKey: otherKey }));
    const often = given(...running, ...reinstalled(10));
    often.when(again, '2026-12-03T00:00:00Z').refusedWith('TOO_MANY_REINSTALLS', { reinstalls: 10 });
    often.when(activate('machine-1', { publicKey: publicKey('key 9') }), '2026-12-03T00:00:00Z').then();
    often.when(again, '2027-03-02T00:00:00.001Z').then(bound('reinstalled', 'machine-1', { publicKey: otherKey }));
  });

  test('is refused also after it has left, and offline', () => {
    const often = given(...running, ...reinstalled(10), left);
    often.when(again, '2026-12-03T00:00:00Z').refusedWith('TOO_MANY_REINSTALLS', { reinstalls: 10 });
    const asking = { publicKey: otherKey, basedOn: 14 };
    often
      .when(offlineExchange('machine-1', asking), '2026-12-03T00:00:00Z')
      .refusedWith('TOO_MANY_REINSTALLS', { reinstalls: 10 });
  });

  test('goes on when the vendor has rotated the token, not when somebody else has', () => {
    const asking = activate('machine-1', { publicKey: otherKey, tokenVersion: 2 });
    const byVendor = given(...running, ...reinstalled(10), rotated(2, true, '2026-12-03T00:00:00Z'));
    byVendor
      .when(asking, '2026-12-03T01:00:00Z')
      .then(bound('reinstalled', 'machine-1', { publicKey: otherKey, tokenVersion: 2 }));
    given(...running, ...reinstalled(10), rotated(2, false, '2026-12-03T00:00:00Z'))
      .when(asking, '2026-12-03T01:00:00Z')
      .refusedWith('TOO_MANY_REINSTALLS', { reinstalls: 10 });
  });

  test('two that take turns with a key each are counted like any others', () => {
    const turns = Array.from({ length: 10 }, (_, index) =>
      bound(
        'reinstalled',
        'machine-1',
        { publicKey: publicKey(index % 2 ? 'a' : 'b') },
        hoursAfter('2026-12-02T00:00:00Z', index),
      ),
    );
    given(...running, ...turns)
      .when(activate('machine-1', { publicKey: publicKey('b') }), '2026-12-03T00:00:00Z')
      .refusedWith('TOO_MANY_REINSTALLS', { reinstalls: 10 });
  });
});

describe('activating', () => {
  test('a waiting server is bound to the machine and key that come with its token, which is then redeemed', () => {
    const after = given(...waiting)
      .when(activate('machine-1', { hostname: 'pbx' }), LATER)
      .then(bound('activated', 'machine-1', { hostname: 'pbx' }));
    expect(after.activation).toEqual({
      tokenVersion: 1,
      fingerprint: 'machine-1',
      publicKey: publicKey('key of machine-1'),
      version: '2026.Autumn.2',
      hostname: 'pbx',
      activatedAt: instant(LATER),
    });
    expect(after.token?.redeemedAt).toBe(instant(LATER));
  });

  test('a token says when it was redeemed first, however often it is used', () => {
    const free = given(...waiting, bound('activated', 'machine-1', {}, LATER), left);
    const again = free.when(activate('machine-2'), '2027-01-01T00:00:00Z').then(bound('activated', 'machine-2'));
    expect(again.token).toEqual({ ...free.state.token, redeemedAt: instant(LATER) });
  });

  test('the same machine with the same key and token is answered again, and nothing changes', () => {
    given(...running)
      .when(activate('machine-1'), LATER)
      .then();
  });

  test('the same machine with a new key was reinstalled', () => {
    given(...running)
      .when(activate('machine-1', { publicKey: otherKey }), LATER)
      .then(bound('reinstalled', 'machine-1', { publicKey: otherKey }));
  });

  test('the same machine with a rotated token was reinstalled, also when it kept its key', () => {
    given(...running, rotated(2))
      .when(activate('machine-1', version2), LATER)
      .then(bound('reinstalled', 'machine-1', version2));
  });

  test('another machine with the same token is refused', () => {
    given(...running)
      .when(activate('machine-2'), LATER)
      .refusedWith('TOKEN_BOUND_ELSEWHERE');
  });

  test('another machine with a rotated token moves the server', () => {
    given(...running, rotated(2))
      .when(activate('machine-2', version2), LATER)
      .then(bound('moved', 'machine-2', version2));
  });

  test('after it has left, the same token works on any machine', () => {
    for (const machine of ['machine-1', 'machine-2'])
      given(...running, left)
        .when(activate(machine), LATER)
        .then(bound('activated', machine));
  });

  test.each([
    ['one that was rotated', [...waiting, rotated(2)], 1],
    ['the present machine’s own, once it was rotated', [...running, rotated(2)], 1],
    ['one that does not exist yet', waiting, 2],
    ['any, before anything was assigned', bare, 1],
  ] as const)('a token that is not valid is refused: %s', (_, happened, tokenVersion) => {
    given(...happened)
      .when(activate('machine-1', { tokenVersion }), LATER)
      .refusedWith('TOKEN_ROTATED');
  });

  test('with a valid token and nothing assigned any more it is refused', () => {
    given(...waiting, capacityChanged(REGISTERED))
      .when(activate('machine-1'), LATER)
      .refusedWith('NOTHING_ASSIGNED');
  });

  test('an AppSuite before Winter 2020 is refused', () => {
    const version = '2019.Autumn.3';
    given(...waiting)
      .when(activate('machine-1', { version }), LATER)
      .refusedWith('VERSION_TOO_OLD', { version });
    given(...running)
      .when(activate('machine-1', { version }), LATER)
      .refusedWith('VERSION_TOO_OLD', { version });
  });
});

describe('changing the machine', () => {
  /** A server that went from machine-0 over others to machine-n, with its token rotated each time. */
  const movedOn = (...days: string[]): Dated<ServerEvent>[] => [
    ...waiting,
    bound('activated', 'machine-0'),
    ...days.flatMap((on, index) => [
      rotated(index + 2, false, on),
      bound('moved', `machine-${index + 1}`, { tokenVersion: index + 2 }, on),
    ]),
  ];
  const thrice = movedOn('2027-01-10T00:00Z', '2027-02-10T00:00Z', '2027-03-10T00:00Z');
  const fourth = { tokenVersion: 5 };
  const MARCH = '2027-03-20T00:00:00Z';

  test('three times in 90 days is allowed, a fourth is refused', () => {
    given(...movedOn('2027-01-10T00:00Z', '2027-02-10T00:00Z'), rotated(4))
      .when(activate('machine-3', { tokenVersion: 4 }), MARCH)
      .then(bound('moved', 'machine-3', { tokenVersion: 4 }));
    given(...thrice, rotated(5))
      .when(activate('machine-4', fourth), MARCH)
      .refusedWith('TOO_MANY_MACHINES', { machines: 3 });
  });

  test('a fourth is allowed again 90 days after the first', () => {
    given(...thrice, rotated(5))
      .when(activate('machine-4', fourth), '2027-04-09T23:59:59.999Z')
      .refusedWith('TOO_MANY_MACHINES', { machines: 3 });
    given(...thrice, rotated(5))
      .when(activate('machine-4', fourth), '2027-04-10T00:00:00Z')
      .then(bound('moved', 'machine-4', fourth));
  });

  test('a fourth is allowed when the vendor rotates the token, not when the customer does', () => {
    given(...thrice, rotated(5, true))
      .when(activate('machine-4', fourth), MARCH)
      .then(bound('moved', 'machine-4', fourth));
  });

  test('leaving in between does not hide a change', () => {
    given(...thrice, left)
      .when(activate('machine-4', { tokenVersion: 4 }), MARCH)
      .refusedWith('TOO_MANY_MACHINES', { machines: 3 });
  });

  test('coming back to the machine it left is no change', () => {
    given(...thrice, left)
      .when(activate('machine-3', { tokenVersion: 4 }), MARCH)
      .then(bound('activated', 'machine-3', { tokenVersion: 4 }));
  });

  test('reinstalling the present machine is no change', () => {
    given(...thrice)
      .when(activate('machine-3', { tokenVersion: 4, publicKey: otherKey }), MARCH)
      .then(bound('reinstalled', 'machine-3', { tokenVersion: 4, publicKey: otherKey }));
  });
});

describe('a key that no longer counts is remembered with the reason', () => {
  const formerKeys = (...happened: Dated<ServerEvent>[]) => given(...happened).state.formerKeys;
  const first = publicKey('key of machine-1');

  test.each([
    ['a reinstall replaced it', bound('reinstalled', 'machine-1', { publicKey: otherKey }), 'reinstalled'],
    ['the server moved to another machine', bound('moved', 'machine-2', version2), 'moved'],
    ['the server left', left, 'left'],
  ] as const)('%s', (_, event, because) => {
    expect(formerKeys(...running, event)).toEqual([{ publicKey: first, because }]);
  });

  test('a reinstall that kept its key forgets nothing and remembers nothing', () => {
    expect(formerKeys(...running, rotated(2), bound('reinstalled', 'machine-1', version2))).toEqual([]);
  });

  test('a key that comes back counts again', () => {
    expect(formerKeys(...running, left, bound('activated', 'machine-1'))).toEqual([]);
  });

  test('the last ten are remembered', () => {
    const reinstalls = Array.from({ length: 12 }, (_, index) =>
      bound('reinstalled', 'machine-1', { publicKey: publicKey(`key ${index}`) }),
    );
    expect(formerKeys(...running, ...reinstalls).map(({ publicKey: { x } }) => x)).toEqual(
      Array.from({ length: 10 }, (_, index) => `key ${index + 1}`),
    );
  });
});
