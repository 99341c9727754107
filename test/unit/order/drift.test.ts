import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { addDays, startOfDay } from '../../../domain/days.ts';
import { driftOf } from '../../../domain/order/drift.ts';
import { lastingTerms } from '../../../domain/order/change/planning.ts';
import { EVALUATION, POLICY } from '../../../domain/policy.ts';
import { termsOf, type Agreement, type Terms } from '../../../domain/catalogue/terms.ts';
import { ZONES } from '../../support/domain/any-order.ts';

const anyAgreement: fc.Arbitrary<Agreement> = fc
  .record({
    starts: fc.integer({ min: 0, max: 2_000 }),
    lasts: fc.integer({ min: 0, max: 2_000 }),
    license: fc.constantFrom('subscription', 'perpetual'),
    hasCare: fc.boolean(),
  })
  .map(({ starts, lasts, license, hasCare }) => {
    const startsOn = addDays('2026-01-01', starts);
    const lastDay = addDays(startsOn, lasts);
    const isSubscription = license === 'subscription';
    const care = isSubscription || hasCare ? { level: 'gold' as const, endsOn: lastDay } : null;
    return { license, startsOn, endsOn: isSubscription ? lastDay : null, care };
  });

const anyPolicy = fc
  .record({ graceDays: fc.nat(60), expiringDays: fc.nat(120), reinstatementDays: fc.integer({ min: 61, max: 400 }) })
  .map((days) => ({ ...POLICY, ...days }));

test('what was computed with the time zone database of today has not moved, whatever the policy was', () => {
  fc.assert(
    fc.property(anyAgreement, anyPolicy, fc.constantFrom(...ZONES), (agreement, policy, zone) => {
      expect(driftOf({ ...agreement, planned: [], terms: termsOf(agreement, zone, policy) }, zone, 0)).toEqual([]);
    }),
  );
});

test('each boundary that another database put some hours away is named with where it lies today, unless it has passed', () => {
  const anyHours = fc.constantFrom(-3, -2, -1, 1, 2, 3);
  fc.assert(
    fc.property(anyAgreement, fc.constantFrom(...ZONES), anyHours, fc.nat(6), (agreement, zone, hours, which) => {
      const terms = termsOf(agreement, zone, POLICY);
      const there = (Object.keys(terms) as (keyof Terms)[]).filter((boundary) => terms[boundary] !== null);
      const boundary = there[which % there.length]!;
      const today = terms[boundary]!;
      const kept = today + hours * 3_600_000;
      const moved = { ...agreement, planned: [], terms: { ...terms, [boundary]: kept } };
      expect(driftOf(moved, zone, 0)).toEqual([{ boundary, kept, today }]);
      expect(driftOf(moved, zone, kept).map((drift) => drift.boundary)).not.toContain(boundary);
    }),
  );
});

const anyEvaluation: fc.Arbitrary<Agreement> = anyAgreement.map(({ startsOn }) => ({
  ...{ license: 'evaluation', startsOn, endsOn: addDays(startsOn, 30), care: null, evaluation: EVALUATION },
}));

test('what follows from an evaluation’s own promise, and what a planned cancellation cuts, has not moved either', () => {
  const anyDay = fc.integer({ min: 1, max: 2_500 });
  const any = fc.oneof(anyAgreement, anyEvaluation);
  fc.assert(
    fc.property(any, fc.constantFrom(...ZONES), anyDay, (agreement, zone, day) => {
      const on = addDays('2026-01-01', day);
      const plan = {
        id: '1',
        type: 'cancellation' as const,
        on,
        dueAt: startOfDay(on, zone),
        ...{ fact: 1, reference: 'C-1' },
      };
      const line = { id: '1', terms: termsOf(agreement, zone, POLICY) };
      expect(driftOf({ ...agreement, ...line, planned: [] }, zone, 0)).toEqual([]);
      const terms = lastingTerms(line, { planned: [{ ...plan, line: '1' }] });
      expect(driftOf({ ...agreement, terms, planned: [plan] }, zone, 0)).toEqual([]);
      const late = { ...plan, dueAt: plan.dueAt - 3_600_000 };
      const cut = lastingTerms(line, { planned: [{ ...late, line: '1' }] });
      expect(driftOf({ ...agreement, terms: cut, planned: [late] }, zone, 0)).toEqual([
        { boundary: 'planned 1', kept: late.dueAt, today: plan.dueAt },
      ]);
    }),
  );
});
