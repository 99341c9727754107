import { describe, expect, test } from '@jest/globals';
import { serverState } from '../../../domain/server/server.ts';
import { instant } from '../../support/domain/given.ts';
import {
  activate,
  capacityChanged,
  changeCapacity,
  given,
  LATER,
  left,
  LIFE,
  registered,
  REGISTERED,
  rotated,
  SERVER,
  share,
} from '../../support/domain/server-language.ts';

const { registered: bare, waiting, activated: running, retired } = LIFE;
const IN_USE = { registered: bare, waiting, activated: running };
const FAX = share(2, { line: '2', application: 'digital-fax' });
const rotate = { type: 'rotate' as const, tokenKey: 'secret-2', byVendor: false };

describe('the state of a server', () => {
  test.each(Object.entries(LIFE))('is %s', (state, happened) => {
    expect(serverState(given(...happened).state)).toBe(state);
  });

  test('is waiting again when the server has left its machine, and registered when it then gives everything back', () => {
    expect(serverState(given(...running, left).state)).toBe('waiting');
    expect(serverState(given(...running, left, capacityChanged(REGISTERED)).state)).toBe('registered');
  });
});

describe('registering', () => {
  test('a server is registered once, with its name and its role', () => {
    given().when({ type: 'register' }, REGISTERED).then(registered);
    for (const happened of Object.values(LIFE).filter((life) => life !== retired))
      given(...happened)
        .when({ type: 'register' }, LATER)
        .then();
  });
});

describe('changing name or role', () => {
  const former = { name: SERVER.name, role: SERVER.role };

  test.each(Object.entries(IN_USE))('a server that is %s takes what is named, and says what it was', (_, before) => {
    const life = given(...before);
    const renamed = life.when({ type: 'change', name: 'Annex' }, LATER);
    expect(renamed.then({ type: 'changed', name: 'Annex', role: 'production', former })).toMatchObject({
      name: 'Annex',
    });
    const moved = life.when({ type: 'change', role: 'test' }, LATER);
    expect(moved.then({ type: 'changed', name: SERVER.name, role: 'test', former })).toMatchObject({ role: 'test' });
  });

  test('what it is called and is for already changes nothing', () => {
    given(...bare)
      .when({ type: 'change', name: SERVER.name, role: SERVER.role }, LATER)
      .then();
    given(...bare)
      .when({ type: 'change' }, LATER)
      .then();
  });
});

describe('changing capacity', () => {
  test('the first capacity brings the first token', () => {
    given(...bare)
      .when(changeCapacity(share(5)), LATER)
      .then(capacityChanged(LATER, share(5)));
  });

  test('later changes keep the token, also when nothing is left', () => {
    given(...waiting)
      .when(changeCapacity(share(8)), LATER)
      .then(capacityChanged(REGISTERED, share(8)));
    given(...waiting)
      .when(changeCapacity(), LATER)
      .then(capacityChanged(REGISTERED));
  });

  test('a token that was rotated and redeemed stays as it is', () => {
    const { token } = given(...running, rotated(2)).state;
    given(...running, rotated(2))
      .when(changeCapacity(share(8)), LATER)
      .then({ type: 'capacity-changed', application: 'attendant-console', capacity: 8, shares: [share(8)], token });
  });

  test('the capacity that is journaled is that of the application alone, over all its lines', () => {
    const other = share(3, { order: 'SO-2' });
    given(...waiting)
      .when(changeCapacity(share(5), other, FAX), LATER)
      .then({ ...capacityChanged(REGISTERED, share(5), other, FAX), capacity: 8 });
  });

  test('the same shares in another order change nothing', () => {
    given(...bare, capacityChanged(REGISTERED, share(5), FAX))
      .when(changeCapacity(FAX, share(5)), LATER)
      .then();
    given(...bare)
      .when(changeCapacity(), LATER)
      .then();
  });

  test('the same capacity from another line is a change', () => {
    const other = share(5, { order: 'SO-2' });
    given(...waiting)
      .when(changeCapacity(other), LATER)
      .then(capacityChanged(REGISTERED, other));
  });
});

describe('rotating the token', () => {
  test('makes the next version, not yet redeemed, under the present key', () => {
    const after = given(...running)
      .when(rotate, LATER)
      .then(rotated(2));
    expect(after.token).toEqual({ version: 2, key: 'secret-2', issuedAt: instant(LATER), redeemedAt: null });
  });

  test('unbinds nobody', () => {
    const { activation } = given(...running).state;
    expect(given(...running, rotated(2)).state.activation).toEqual(activation);
  });

  test('is refused before there is a token', () => {
    given(...bare)
      .when(rotate, LATER)
      .refusedWith('NOTHING_ASSIGNED');
  });
});

describe('leaving a machine', () => {
  test('an activated server leaves, and keeps its capacity and its token', () => {
    const before = given(...running);
    const after = before.when({ type: 'leave' }, LATER).then(left);
    expect(after).toMatchObject({ activation: null, shares: before.state.shares, token: before.state.token });
  });

  test('a server that is not activated has nothing to leave', () => {
    for (const happened of [bare, waiting, [...running, left]])
      given(...happened)
        .when({ type: 'leave' }, LATER)
        .then();
  });
});

describe('retiring', () => {
  test.each(Object.entries(IN_USE))(
    'a server that is %s is retired when no order says it holds anything',
    (_, before) => {
      const after = given(...before)
        .when({ type: 'retire', assigned: 0 }, LATER)
        .then({ type: 'retired' });
      expect(after).toMatchObject({ retiredAt: instant(LATER), shares: [] });
    },
  );

  test('it is refused while an order says it holds something, with how much', () => {
    given(...running)
      .when({ type: 'retire', assigned: 5 }, LATER)
      .refusedWith('STILL_ASSIGNED', { assigned: 5 });
  });

  test('a retired server is not retired twice, and refuses everything else', () => {
    given(...retired)
      .when({ type: 'retire', assigned: 0 }, LATER)
      .then();
    for (const command of [
      { type: 'register' as const },
      changeCapacity(share(8)),
      { type: 'change' as const, name: 'Annex' },
      changeCapacity(),
      activate('machine-1'),
      { type: 'leave' as const },
      rotate,
    ])
      given(...retired)
        .when(command, LATER)
        .refusedWith('SERVER_RETIRED');
  });
});
