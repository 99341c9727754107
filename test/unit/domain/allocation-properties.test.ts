import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plan, type Candidate } from '../../../domain/server/allocation.ts';

const units = fc.integer({ min: 0, max: 10 });
const anyCandidate: fc.Arbitrary<Omit<Candidate, 'line'>> = fc.oneof(
  fc.record({
    order: fc.constant('SO-1'),
    application: fc.constant('attendant-console'),
    license: fc.constant('perpetual' as const),
    until: fc.constant(null),
    upcoming: fc.boolean(),
    held: units,
    free: units,
  }),
  fc.record({
    order: fc.constant('SO-2'),
    application: fc.constant('attendant-console'),
    license: fc.constant('subscription' as const),
    until: fc.integer({ min: 1, max: 5 }),
    upcoming: fc.boolean(),
    held: units,
    free: units,
  }),
);
const anyCandidates = fc
  .array(anyCandidate, { maxLength: 5 })
  .map((drawn) => drawn.map((one, index): Candidate => ({ ...one, line: String(index + 1) })));

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const heldOf = (candidates: Candidate[]) => sum(candidates.map(({ held }) => held));
const freeOf = (candidates: Candidate[]) => sum(candidates.map(({ free }) => free));

/** What a plan gives of each line, in the sequence of the lines; null where the plan is that it can't be done. */
function planned(candidates: Candidate[], capacity: number): number[] | null {
  const { shares } = plan(candidates, capacity);
  return shares && candidates.map(({ line }) => shares.find((share) => share.line === line)?.capacity ?? 0);
}

function always(holds: (candidates: Candidate[], capacity: number) => void): void {
  fc.assert(fc.property(anyCandidates, fc.integer({ min: 0, max: 60 }), holds), { numRuns: 1000 });
}

test('a server gets exactly the capacity it is to have, whenever what it holds and what is free suffice', () => {
  always((candidates, capacity) => {
    const given = planned(candidates, capacity);
    if (capacity > heldOf(candidates) + freeOf(candidates)) expect(given).toBeNull();
    else expect(sum(given!)).toBe(capacity);
  });
});

test('no line gives more than the server holds of it and what is free of it', () => {
  always((candidates, capacity) => {
    planned(candidates, capacity)?.forEach((given, index) => {
      const { held, free } = candidates[index]!;
      expect(given).toBeLessThanOrEqual(held + free);
    });
  });
});

test('to have more, a server gives nothing back; to have less, it takes nothing', () => {
  always((candidates, capacity) => {
    const raises = capacity >= heldOf(candidates);
    planned(candidates, capacity)?.forEach((given, index) => {
      const { held } = candidates[index]!;
      if (raises) expect(given).toBeGreaterThanOrEqual(held);
      else expect(given).toBeLessThanOrEqual(held);
    });
  });
});

test('a plan that was carried out, planned again, changes nothing', () => {
  always((candidates, capacity) => {
    const given = planned(candidates, capacity);
    if (!given) return;
    const after = candidates.map((one, index) => ({
      ...one,
      held: given[index]!,
      free: one.free + one.held - given[index]!,
    }));
    expect(planned(after, capacity)).toEqual(given);
  });
});

test('a share of nothing is no share', () => {
  always((candidates, capacity) => {
    for (const { capacity: units } of plan(candidates, capacity).shares ?? []) expect(units).toBeGreaterThan(0);
  });
});
