import { describe, expect, test } from '@jest/globals';
import { lineCapacity, lineState, stageOf } from '../../../domain/order/line/capacity.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { instant } from '../../support/domain/given.ts';
import {
  given,
  givenFact,
  givenOrder,
  heard,
  lost,
  takenBack,
  lapsed,
  released,
  assigned,
  take,
  tell,
  time,
} from '../../support/domain/order-language.ts';
import { AFTER_END, AFTER_GRACE, EXPIRED, EXPIRING, LATER, LIFE } from '../../support/domain/order-lives.ts';

const reason = 'Payment is late';
const suspend = { type: 'suspend' as const, reason };
const resume = { type: 'resume' as const };
const cancel = { type: 'cancel' as const, reason };
const inUse = given(...LIFE.activated);

/** What the server had is lost with the order. */
const LOST = takenBack(5, 0, {}, 'cancellation');

describe('a suspension', () => {
  const suspended = inUse.when(suspend, LATER).then({ type: 'suspended', reason });

  test('touches no capacity, and what is free can still be assigned', () => {
    expect(suspended.status).toBe('suspended');
    expect(suspended.assignments).toEqual(inUse.state.assignments);
    givenOrder(suspended)
      .when(take(3, { 1: 6 }), LATER)
      .then(heard(3), assigned(1, 6), { type: 'deactivated', server: 'srv-a' });
  });

  test('again for another reason says so, and the newest reason stands; the same again is no news', () => {
    const dispute = { type: 'suspended' as const, reason: 'A dispute' };
    const disputed = givenOrder(suspended)
      .when({ ...suspend, reason: dispute.reason }, LATER)
      .then(dispute);
    expect(disputed).toMatchObject({ status: 'suspended', suspendedFor: 'A dispute' });
    givenOrder(disputed)
      .when({ ...suspend, reason: dispute.reason }, LATER)
      .then();
    givenOrder(disputed).when(suspend, LATER).then({ type: 'suspended', reason });
    const resumed = givenOrder(disputed).when(resume, LATER).then({ type: 'resumed' });
    expect(resumed).not.toHaveProperty('suspendedFor');
    expect(givenOrder(disputed).when(cancel, LATER).then({ type: 'canceled', reason }, LOST)).not.toHaveProperty(
      'suspendedFor',
    );
  });

  test('is taken back by a resumption; each of them again is no error', () => {
    givenOrder(suspended).when(suspend, LATER).then();
    const open = givenOrder(suspended).when(resume, LATER).then({ type: 'resumed' });
    expect(open.status).toBe('open');
    givenOrder(open).when(resume, LATER).then();
  });

  test('stops no time', () => {
    givenOrder(suspended)
      .when(time, AFTER_GRACE)
      .then(lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED), lost(5, EXPIRED));
  });
});

describe('a cancellation', () => {
  const canceled = inUse.when(cancel, LATER).then({ type: 'canceled', reason }, LOST);

  test('ends all capacity and all time; the stage stays what it was', () => {
    const [line] = canceled.lines;
    expect(lineCapacity(canceled, line!, instant(LATER))).toEqual({ owned: 0, locked: 0, assigned: 0, free: 0 });
    expect(lineState(canceled, line!, instant(LATER))).toBe('canceled');
    expect(stageOf(canceled)).toBe('activated');
    expect(nextDeadline(canceled)).toBeNull();
  });

  test('again is no error, and works on a suspended order too', () => {
    givenOrder(canceled).when(cancel, AFTER_END).then();
    given(...LIFE.activated, { type: 'suspended', reason })
      .when(cancel, LATER)
      .then({ type: 'canceled', reason }, LOST);
  });

  test('still hears what servers give back', () => {
    givenOrder(canceled)
      .when(tell(3, {}), LATER)
      .then(heard(3), released(5, 0), { type: 'deactivated', server: 'srv-a' });
  });

  test('is final: other facts are refused, and written down', () => {
    for (const fact of [suspend, resume]) {
      givenOrder(canceled).when(fact, LATER).refusedWith('ORDER_CANCELED');
      givenFact(...LIFE.activated, { type: 'canceled', reason })
        .when(fact, LATER)
        .then({ type: `${fact.type}-refused`, code: 'ORDER_CANCELED' });
    }
  });
});

test('what a fact changes, and its refusal, say who stated it; what time does meanwhile says nobody', () => {
  const by = 'key/7';
  givenFact(...LIFE.activated)
    .when({ ...suspend, by }, AFTER_GRACE)
    .then(lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED), lost(5, EXPIRED), {
      ...{ type: 'suspended', reason, by, on: AFTER_GRACE },
    });
  givenFact(...LIFE.ended)
    .when({ ...suspend, by }, AFTER_END)
    .then({ type: 'suspend-refused', code: 'ORDER_ENDED', by });
  givenFact(...LIFE.locked)
    .when({ type: 'unlock', by: 'person/3' }, LATER)
    .then({ type: 'unlocked', delivery: '1', by: 'person/3' });
});

test('an order that has ended is neither suspended, resumed nor canceled', () => {
  for (const fact of [suspend, resume, cancel])
    given(...LIFE.ended)
      .when(fact, AFTER_END)
      .refusedWith('ORDER_ENDED');
});
