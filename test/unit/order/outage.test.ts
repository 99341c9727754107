import { describe, expect, test } from '@jest/globals';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { handle } from '../../../domain/order/handle.ts';
import { openOrder } from '../../../domain/order/order.ts';
import { instant } from '../../support/domain/given.ts';
import {
  assigned,
  given,
  givenOrder,
  heard,
  lapsed,
  lost,
  released,
  take,
  tell,
  unlocked,
  CONSOLE,
  OPENING,
} from '../../support/domain/order-language.ts';
import { AFTER_END, EXPIRED, EXPIRING, LIFE, LATER } from '../../support/domain/order-lives.ts';

describe('commands around a deadline, handled together after an outage', () => {
  const BEFORE = '2027-12-15T23:00+01:00';
  const AFTER = '2027-12-16T01:00+01:00';
  const NOW = '2027-12-20T12:00+01:00';
  const inUse = given(...LIFE.assigned, lapsed('expiring', EXPIRING));

  test('one that came before the deadline counts before it, and the deadline follows when time passes', () => {
    const after = inUse
      .when(take(2, { 1: 20 }), BEFORE, NOW)
      .then({ ...heard(2), on: BEFORE }, { ...assigned(15, 20), on: BEFORE });
    givenOrder(after).when({ type: 'pass-time' }, NOW).then(lapsed('expired', EXPIRED), lost(20, EXPIRED));
  });

  test('of two that both came before the deadline, both count before it', () => {
    const first = inUse.when(tell(2, { 1: 4 }), BEFORE, NOW).then(heard(2), released(1, 4));
    givenOrder(first)
      .when(take(3, { 1: 20 }), BEFORE, NOW)
      .then(heard(3), assigned(16, 20));
  });

  test('one that came after it finds the line expired', () => {
    inUse.when(take(2, { 1: 20 }), AFTER, NOW).refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
    inUse.when(tell(2, {}), AFTER, NOW).then(lapsed('expired', EXPIRED), lost(5, EXPIRED), heard(2), released(5, 0));
  });

  test('one that came at its very instant finds the line expired', () => {
    inUse.when(take(2, { 1: 20 }), EXPIRED, NOW).refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
  });

  test('of two around the deadline, the first counts before it and the second after it', () => {
    const first = inUse.when(tell(2, { 1: 4 }), BEFORE, NOW).then(heard(2), released(1, 4));
    givenOrder(first)
      .when(tell(3, { 1: 3 }), AFTER, NOW)
      .then(lapsed('expired', EXPIRED), lost(4, EXPIRED), { ...heard(3), on: AFTER }, { ...released(1, 3), on: AFTER });
  });

  test('one that is handled late counts for the instant of the event before it, never for an earlier one', () => {
    const first = inUse
      .when(tell(2, {}), AFTER, NOW)
      .then(lapsed('expired', EXPIRED), lost(5, EXPIRED), heard(2), released(5, 0));
    givenOrder(first)
      .when(tell(3, {}), BEFORE, NOW)
      .then({ ...heard(3), on: AFTER });
  });

  test('one that claims to come from the future counts for now', () => {
    given(...LIFE.locked)
      .when({ type: 'unlock' }, AFTER_END, NOW)
      .then(lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED), unlocked('1', NOW));
  });

  test('a refusal leaves the deadline to time', () => {
    inUse.when(take(2, { 1: 20 }), AFTER, NOW).refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
    expect(nextDeadline(inUse.state)).toBe(instant(EXPIRED));
  });

  test('an order that waited for a worker begins at its acceptance, and what was unlocked meanwhile came before its deadlines', () => {
    const acceptance = { type: 'deliver' as const, reference: 'reference-1', lines: [CONSOLE] };
    const { order, events } = handle(openOrder(OPENING), acceptance, OPENING.acceptedAt, instant(NOW));
    expect(events).toMatchObject([{ type: 'delivered', at: OPENING.acceptedAt, recordedAt: instant(NOW) }]);
    givenOrder(order).when({ type: 'unlock' }, LATER, NOW).then(unlocked('1', LATER));
  });

  test('an order whose line was over when it was accepted says so in its beginning', () => {
    const over = { ...CONSOLE, startsOn: '2025-07-01', endsOn: '2026-06-30' };
    const delivery = { type: 'deliver' as const, reference: 'reference-1', lines: [over] };
    const { events } = handle(openOrder(OPENING), delivery, OPENING.acceptedAt, instant(NOW));
    expect(events.map(({ type, at }) => [type, at])).toEqual([
      ['delivered', OPENING.acceptedAt],
      ['expired', OPENING.acceptedAt],
    ]);
  });
});
