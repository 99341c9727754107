import { describe, expect, test } from '@jest/globals';
import { lineCapacity, isKept } from '../../../domain/order/line/capacity.ts';
import { checkOrder, acceptOrder, daysInLines, type PostedLine } from '../../../domain/order/arriving/accept.ts';
import { plan, type Candidate } from '../../../domain/server/allocation.ts';
import { needingOnline } from '../../../domain/server/needing-online.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { noticesIn } from '../../../domain/order/notices.ts';
import { handleFact, passTime } from '../../../domain/order/handle.ts';
import { EVALUATION } from '../../../domain/policy.ts';
import { endOf, leaseDays, termsOf } from '../../../domain/catalogue/terms.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { instant, type Dated } from '../../support/domain/given.ts';
import {
  assigned,
  CONSOLE,
  delivered,
  expand,
  expanded,
  given,
  givenOrder,
  heard,
  lapsed,
  lost,
  OPENING,
  renew,
  renewed,
  time,
  TRIAL,
  unlocked,
} from '../../support/domain/order-language.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';

const TRYING = '2026-11-10T10:00:00+01:00';
const EXPIRING = '2026-11-26T00:00+01:00';
const OVER = '2026-12-03T00:00+01:00';
const AFTER = '2026-12-10T10:00:00+01:00';
/** Thirty days after its last one. */
const LOST = '2027-01-02T00:00+01:00';

const due = (days: number, on: string): Dated<OrderEvent> => ({
  ...{ type: 'notice-due', line: '1', what: 'term', days, endsOn: TRIAL.endsOn!, on },
});
const NOTICED = [lapsed('expiring', EXPIRING, TRIAL), due(7, EXPIRING), due(1, '2026-12-02T00:00+01:00')];
const ENDED = [lapsed('expired', OVER, TRIAL), lost(3, OVER)];
const inUse = given(delivered([TRIAL]), unlocked(), heard(1), assigned(3));

describe('what is sold to try', () => {
  const posted = (line: Partial<PostedLine>) => ({
    ...{ number: 'SO-1', customer: { id: 'acme-hotels', name: 'Acme Hotels', email: 'it@acme-hotels.example' } },
    lines: [
      { application: 'attendant-console', capacity: 5, license: 'evaluation' as const, endsOn: '2026-12-02', ...line },
    ],
  });
  const accepted = (line: Partial<PostedLine>) =>
    acceptOrder(posted(line), 'key/1', instant('2026-11-02T12:00:00Z')).lines;

  test('begins today, has no care, and brings what it is promised', () => {
    expect(accepted({})).toEqual([TRIAL]);
  });

  test.each([
    [{ endsOn: undefined }, '/lines/0/endsOn', 'is missing: an evaluation has a last day'],
    [{ care: {} }, '/lines/0/care', 'is not allowed: an evaluation has none'],
    [{ care: { endsOn: '2026-12-02' } }, '/lines/0/care', 'is not allowed: an evaluation has none'],
    [{ endsOn: '2026-11-31' }, '/lines/0/endsOn', 'names no day that exists'],
  ])('%j is refused at %s', (line, pointer, message) => {
    expect(checkOrder(posted(line), CATALOGUE)).toEqual([{ pointer, message }]);
  });

  test.each([
    ['2027-01-31', []],
    ['2027-02-01', [{ pointer: '/lines/0/endsOn', message: 'is more than 90 days after the first day, 2026-11-02' }]],
    ['2026-11-02', []],
  ])('until %s: the last day is at most ninety days after the first', (endsOn, errors) => {
    expect(checkOrder(posted({ endsOn }), CATALOGUE)).toEqual([]);
    expect(daysInLines(accepted({ endsOn }), '2026-11-02')).toEqual(errors);
  });

  test('counts its days from its own first day, and is never before that', () => {
    expect(daysInLines(accepted({ startsOn: '2026-12-01', endsOn: '2027-03-01' }), '2026-11-02')).toEqual([]);
    expect(daysInLines(accepted({ startsOn: '2026-12-03' }), '2026-11-02')).toEqual([
      { pointer: '/lines/0/endsOn', message: 'is before the first day, 2026-12-03' },
    ]);
  });

  test('has the lease of a subscription, and needs a network as one does', () => {
    expect(leaseDays(OPENING.policy, 'evaluation')).toBe(OPENING.policy.subscriptionLeaseDays);
    expect(needingOnline(CATALOGUE, [TRIAL, { application: 'digital-fax', license: 'perpetual' }])).toEqual([
      'attendant-console',
    ]);
  });

  test('is given out after what lasts, even where it suffices alone', () => {
    const line = (id: string, about: Partial<Candidate>): Candidate => ({
      ...{ order: 'SO-1', line: id, application: 'attendant-console', until: 9, upcoming: false, held: 0, free: 2 },
      ...{ license: 'subscription', ...about },
    });
    const lines = [line('1', { license: 'evaluation', free: 5 }), line('2', {}), line('3', { license: 'perpetual' })];
    const given = plan(lines, 5).shares!.map((share) => [share.line, share.capacity]);
    expect(Object.fromEntries(given)).toEqual({ 1: 1, 2: 2, 3: 2 });
  });
});

describe('time over an evaluation', () => {
  test('is announced on its last seven days, with notice of seven and of one, and over without grace', () => {
    const over = inUse.when(time, AFTER).then(...NOTICED, ...ENDED);
    expect(lineCapacity(over, over.lines[0]!, instant(AFTER))).toMatchObject({ owned: 0, assigned: 0 });
  });

  test('what servers held is kept for thirty days, in which it can be converted; then its order ends', () => {
    const over = inUse.when(time, AFTER).then(...NOTICED, ...ENDED);
    expect(nextDeadline(over)).toBe(instant(LOST));
    expect(isKept(over, over.lines[0]!, instant(LOST) - 1)).toBe(true);
    expect(isKept(over, over.lines[0]!, instant(LOST))).toBe(false);
    givenOrder(over).when(time, LOST).then({ type: 'ended', on: LOST });
  });

  test('notices are told by the days that evaluations have', () => {
    const at = instant('2026-12-02T00:00+01:00');
    const told = noticesIn(passTime(inUse.state, at)).map(({ days, noticeDays }) => [days, noticeDays]);
    expect(told).toEqual([
      [7, [7, 1]],
      [1, [7, 1]],
    ]);
  });

  test('an order lasts as long as what lasts longest in it', () => {
    const both = given(delivered([TRIAL, { ...CONSOLE, endsOn: '2026-12-02', startsOn: '2026-11-02' }])).state;
    const { order } = passTime(both, instant(LOST));
    expect([order.status, nextDeadline(order)]).toEqual(['open', instant('2027-06-01T00:00+02:00')]);
  });

  test('what was promised came with the line: what is promised later changes nothing of it', () => {
    const promised = { ...EVALUATION, expiringDays: 2, noticeDays: [3], convertibleDays: 5 };
    const { events } = passTime(given(delivered([{ ...TRIAL, evaluation: promised }])).state, instant(LOST));
    expect(events.map(({ type, at }) => [type, new Date(at).toISOString()])).toEqual([
      ['notice-due', '2026-11-29T23:00:00.000Z'],
      ['expiring', '2026-11-30T23:00:00.000Z'],
      ['expired', '2026-12-02T23:00:00.000Z'],
      ['ended', '2026-12-07T23:00:00.000Z'],
    ]);
  });
});

describe('a renewal', () => {
  const LATEST = '2027-01-31';
  const news = { capacity: 5, formerCapacity: 5, formerEndsOn: TRIAL.endsOn! };
  const named = { lines: [{ line: '1' }] };

  test('moves the end of an evaluation up to the ninetieth day, with its own announcements', () => {
    const after = inUse.when(renew(LATEST, named), TRYING).then(renewed(LATEST, [{ ...news, endsOn: LATEST }]));
    expect(after.lines[0]!.terms).toEqual(termsOf({ ...TRIAL, endsOn: LATEST }, 'Europe/Rome', OPENING.policy));
    expect(after.notices.map(({ days }) => days)).toEqual([7, 1]);
  });

  test('takes the instants that come for it, and those of the others for the others', () => {
    const of = given(delivered([TRIAL, CONSOLE]));
    const last = endOf(TRIAL, '2027-01-15', 'Pacific/Auckland', OPENING.policy);
    const fact = { ...renew('2027-01-15', named), ends: [{ line: '1', last }] };
    const { order } = handleFact(of.state, fact, instant(TRYING), instant(TRYING));
    expect(order.lines.map(({ terms }) => terms.until)).toEqual([last.until, instant('2027-12-01T00:00+01:00')]);
  });

  test('of a line that was converted meanwhile takes nothing of an evaluation', () => {
    const of = given(delivered([{ ...CONSOLE, endsOn: '2026-12-31' }]));
    const last = endOf(TRIAL, '2027-01-15', 'Europe/Rome', OPENING.policy);
    const fact = { ...renew('2027-01-15', named), ends: [{ line: '1', last }] };
    const { order } = handleFact(of.state, fact, instant(TRYING), instant(TRYING));
    expect(order.lines[0]!.terms.graceUntil).toBe(instant('2027-01-31T00:00+01:00'));
  });

  test('beyond the ninetieth day is refused, and so is one after the end', () => {
    inUse.when(renew('2027-02-01', named), TRYING).refusedWith('EVALUATION_TOO_LONG', { line: '1', latest: LATEST });
    inUse.when(renew(LATEST, named), AFTER).refusedWith('REINSTATEMENT_OVER', { line: '1' });
    inUse
      .when(renew('2026-12-02', named), TRYING)
      .refusedWith('RENEWAL_NOT_LATER', { line: '1', endsOn: TRIAL.endsOn! });
  });

  test('of the whole order leaves it out', () => {
    const both = given(delivered([CONSOLE, TRIAL]));
    const after = both.when(renew('2028-11-30'), TRYING).then(renewed('2028-11-30'));
    expect(after.lines[1]).toMatchObject({ endsOn: TRIAL.endsOn });
    inUse.when(renew('2028-11-30'), TRYING).refusedWith('NOTHING_TO_RENEW');
  });
});

describe('an expansion', () => {
  const undated = { ...CONSOLE, startsOn: '2026-11-10', endsOn: null, care: { level: 'gold' as const, endsOn: null } };

  test('never ends with an evaluation', () => {
    inUse.when(expand([undated]), TRYING).refusedWith('LAST_DAY_MISSING', { line: 0 });
  });

  test('can bring one, which is its own', () => {
    const added = { ...TRIAL, startsOn: '2026-11-10', endsOn: '2026-12-10' };
    const after = given(delivered())
      .when(expand([added]), TRYING)
      .then(expanded([added]));
    expect(after.lines[1]).toMatchObject({ license: 'evaluation', evaluation: EVALUATION });
  });
});
