import fc from 'fast-check';
import { addDays, startOfDay } from '../../../domain/days.ts';
import type { OrderCommand, OrderFact } from '../../../domain/order/commands.ts';

const LINES = ['1', '1', '2', '3'] as const;
const lines = fc.uniqueArray(fc.constantFrom(...LINES), { minLength: 1, maxLength: 2 });

/** Renewals whose reductions wait for the new term, as `inLife` says; some come again. */
const anyPlannedRenewal: fc.Arbitrary<OrderFact> = fc
  .record({
    reference: fc.constantFrom('P-1', 'P-2', 'P-3', 'P-4'),
    endsAfterDays: fc.integer({ min: 20, max: 1_500 }),
    lines: fc.uniqueArray(
      fc.record(
        { line: fc.constantFrom(...LINES), capacity: fc.integer({ min: 1, max: 8 }) },
        { requiredKeys: ['line'] },
      ),
      { selector: ({ line }) => line, minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ reference, endsAfterDays, ...about }) => {
    const content = { endsOn: addDays('2026-11-02', endsAfterDays), ...about };
    return { type: 'renew', reference, contentHash: JSON.stringify(content), inZone: '', ...content };
  });

/** Cancellations of lines or of all, now or on a day. */
const anyEnd: fc.Arbitrary<OrderFact> = fc
  .record({
    reference: fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4', 'C-5'),
    lines: fc.option(lines, { nil: undefined, freq: 6 }),
    onAfterDays: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
  })
  .map(({ reference, lines: named, onAfterDays }) => {
    const content = {
      reason: 'reason',
      ...(named && { lines: named }),
      ...(onAfterDays !== undefined && { on: addDays('2026-11-02', onAfterDays), dueAt: 0 }),
    };
    return { type: 'cancel', reference, contentHash: JSON.stringify(content), inZone: '', ...content };
  });

const anyWithdrawal: fc.Arbitrary<OrderFact> = fc.oneof(
  fc.record({
    type: fc.constant('withdraw' as const),
    kind: fc.constant('renewal' as const),
    reference: fc.constantFrom('P-1', 'P-2', 'P-3', 'P-4', 'R-1', 'R-2'),
  }),
  fc.record({
    type: fc.constant('withdraw' as const),
    kind: fc.constant('cancellation' as const),
    reference: fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4', 'C-5'),
  }),
  fc.record({ type: fc.constant('withdraw-plan' as const), id: fc.constantFrom('1', '2', '3', '4') }),
);

/** Renewals and cancellations that can be taken back. */
export const anyWithdrawable = fc.oneof(anyPlannedRenewal, anyEnd);

/** What ends or reduces lines, plans to, or takes that back. */
export const anyEnding: fc.Arbitrary<OrderFact> = fc.oneof(anyPlannedRenewal, anyEnd, anyWithdrawal);

/** A fact with its instants in the zone in which its order lives. */
export function inZoneOf<Command extends OrderCommand | { type: 'pass-time' }>(
  command: Command,
  timeZone: string,
): Command {
  if (!('inZone' in command)) return command;
  const dueAt = 'on' in command && command.on !== undefined && { dueAt: startOfDay(command.on, timeZone) };
  return { ...command, inZone: timeZone, ...dueAt };
}
