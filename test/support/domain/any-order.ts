import fc from 'fast-check';
import { addDays } from '../../../domain/days.ts';
import type { OrderCommand, OrderFact } from '../../../domain/order/commands.ts';
import type { SoldLine } from '../../../domain/order/arriving/sold.ts';
import { EVALUATION } from '../../../domain/policy.ts';
import type { LicenseKind } from '../../../domain/catalogue/terms.ts';
import { anyEnding, inZoneOf } from './any-ending.ts';
import { anySteps, DAY_MS, type Step } from './any-history.ts';
import { OPENING, type OrderMove } from './order-language.ts';

export const SERVERS = ['srv-a', 'srv-b', 'srv-c'];

export const ZONES = [
  'Europe/Rome',
  'Pacific/Auckland',
  'America/Phoenix',
  'America/Sao_Paulo',
  'Europe/Dublin',
  'UTC',
];

const KINDS: LicenseKind[] = ['subscription', 'subscription', 'perpetual', 'perpetual', 'evaluation'];

/** A line that begins up to a year before the order, or so many days, or soon after it; it lasts up to 500 days, an evaluation up to 90. */
function anyLineOf(kinds: LicenseKind[], daysBefore = 365): fc.Arbitrary<SoldLine> {
  return fc
    .record({
      application: fc.constantFrom('attendant-console', 'digital-fax'),
      capacity: fc.integer({ min: 1, max: 12 }),
      license: fc.constantFrom(...kinds),
      startsAfterDays: fc.integer({ min: -daysBefore, max: 60 }),
      days: fc.integer({ min: 1, max: 500 }),
      hasCare: fc.boolean(),
      reference: fc.constantFrom(null, '10', '20', 'a-7'),
    })
    .map(({ startsAfterDays, days, hasCare, reference, ...terms }) => {
      const sold = { ...terms, ...(reference !== null && { reference }) };
      const startsOn = addDays('2026-11-02', startsAfterDays);
      if (sold.license === 'evaluation') {
        const endsOn = addDays(startsOn, days % (EVALUATION.longestDays + 1));
        return { ...sold, startsOn, endsOn, care: null, evaluation: EVALUATION };
      }
      const lastDay = addDays(startsOn, days - 1);
      const isSubscription = sold.license === 'subscription';
      const care = isSubscription || hasCare ? { level: 'gold' as const, endsOn: lastDay } : null;
      return { ...sold, startsOn, endsOn: isSubscription ? lastDay : null, care };
    });
}

const anyLine = anyLineOf(KINDS);

const deliveryOf = (line: fc.Arbitrary<SoldLine>): fc.Arbitrary<OrderCommand> =>
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => ({ type: 'deliver', reference: 'reference', lines }));

export const anyDelivery = deliveryOf(anyLine);

/** A delivery of what is tried now. */
export const anyTrial = deliveryOf(anyLineOf(['evaluation'], 30));

const anyUnlock: fc.Arbitrary<OrderCommand> = fc
  .constantFrom(undefined, undefined, '1', '2', '9')
  .map((delivery) => ({ type: 'unlock', delivery }));

/** What a server says of some lines; `number` is how much it is behind, until `numbered` gives it its place. */
const anyMessage: fc.Arbitrary<OrderCommand> = fc.record({
  type: fc.constantFrom('take', 'take', 'take', 'tell'),
  server: fc.constantFrom(...SERVERS),
  number: fc.constantFrom(0, 0, 0, -1, -5),
  shares: fc.uniqueArray(
    fc.record({ line: fc.constantFrom('1', '1', '1', '2', '3'), capacity: fc.integer({ min: 0, max: 5 }) }),
    { selector: ({ line }) => line, maxLength: 2 },
  ),
  activatedAt: fc.constantFrom(null, OPENING.acceptedAt + DAY_MS, OPENING.acceptedAt + 2 * DAY_MS),
});

const anyRenewal: fc.Arbitrary<OrderFact> = fc
  .record({
    reference: fc.constantFrom('R-1', 'R-2', 'R-3', 'R-4', 'R-5'),
    endsAfterDays: fc.integer({ min: 100, max: 1_500 }),
    lines: fc.option(
      fc.uniqueArray(
        fc.record(
          { line: fc.constantFrom('1', '1', '2', '3'), capacity: fc.integer({ min: 0, max: 13 }) },
          { requiredKeys: ['line'] },
        ),
        { selector: ({ line }) => line, minLength: 1, maxLength: 2 },
      ),
      { nil: undefined },
    ),
  })
  .map(({ reference, endsAfterDays, lines }) => {
    const content = { endsOn: addDays('2026-11-02', endsAfterDays), ...(lines && { lines }) };
    return { type: 'renew', reference, contentHash: JSON.stringify(content), ...content };
  });

const anyExpansion: fc.Arbitrary<OrderFact> = fc
  .record({ reference: fc.constantFrom('E-1', 'E-2', 'E-3'), line: anyLine, isDated: fc.boolean() })
  .map(({ reference, line, isDated }) => {
    const care = line.care && { ...line.care, endsOn: null };
    const lines = [isDated || line.license !== 'subscription' ? line : { ...line, endsOn: null, care }];
    return { type: 'expand', reference, contentHash: JSON.stringify(lines), lines };
  });

/** A conversion that ends after every line began, as the API demands. */
const anyConversion: fc.Arbitrary<OrderFact> = fc
  .record({
    reference: fc.constantFrom('C-1', 'C-2', 'C-3'),
    line: fc.constantFrom('1', '1', '2', '3'),
    license: fc.constantFrom('subscription', 'perpetual'),
    endsAfterDays: fc.integer({ min: 61, max: 900 }),
    hasCare: fc.boolean(),
  })
  .map(({ reference, endsAfterDays, hasCare, ...what }) => {
    const lastDay = addDays('2026-11-02', endsAfterDays);
    const isSubscription = what.license === 'subscription';
    const care = isSubscription || hasCare ? { level: 'gold' as const, endsOn: lastDay } : null;
    const content = { ...what, endsOn: isSubscription ? lastDay : null, care, last: null };
    return { type: 'convert', reference, contentHash: JSON.stringify(content), ...content, inZone: '' };
  });

/** To another zone, or the same; the zone that it was computed in is given by `numbered`. */
const anyRelocation: fc.Arbitrary<OrderFact> = fc
  .constantFrom(...ZONES)
  .map((timeZone) => ({ type: 'change-time-zone', reference: timeZone, contentHash: timeZone, timeZone, inZone: '' }));

const anyTransfer: fc.Arbitrary<OrderFact> = fc
  .record({ reference: fc.constantFrom('T-1', 'T-2'), customerId: fc.constantFrom('globex', OPENING.customerId) })
  .map(({ reference, customerId }) => ({ type: 'transfer', reference, contentHash: customerId, customerId }));

/** Facts that the vendor states; renewals and expansions are called by a few references, so that some come again. */
export const anyFact: fc.Arbitrary<OrderFact> = fc.oneof(
  { weight: 4, arbitrary: anyRenewal },
  { weight: 2, arbitrary: anyExpansion },
  { weight: 2, arbitrary: anyConversion },
  { weight: 1, arbitrary: fc.constant({ type: 'suspend' as const, reason: 'reason' }) },
  { weight: 1, arbitrary: fc.constant({ type: 'resume' as const }) },
);

export const anyCancellation: fc.Arbitrary<OrderFact> = fc.constant({ type: 'cancel' as const, reason: 'reason' });

const anyMove: fc.Arbitrary<OrderMove> = fc.oneof(
  { weight: 5, arbitrary: anyFact },
  { weight: 6, arbitrary: anyEnding },
  { weight: 3, arbitrary: anyUnlock },
  { weight: 12, arbitrary: anyMessage },
  { weight: 1, arbitrary: fc.constant({ type: 'pass-time' as const }) },
  { weight: 1, arbitrary: fc.oneof(anyRelocation, anyTransfer) },
  { weight: 1, arbitrary: fc.oneof({ weight: 4, arbitrary: anyFact }, { weight: 1, arbitrary: anyCancellation }) },
);

/** What happens to an order, which begins with a delivery, as all do. */
export type OrderLife = { timeZone: string; delivery: OrderCommand; steps: Step<OrderMove>[] };

export const anyOrderLife: fc.Arbitrary<OrderLife> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    delivery: anyDelivery,
    steps: anySteps(anyMove, OPENING.acceptedAt).map((steps) => steps.map(numbered)),
  })
  .map((life) => ({ ...life, steps: inItsZone(life) }));

/** Who computes the instants of a move knows where the order is by then. */
function inItsZone({ timeZone: first, steps }: OrderLife): OrderLife['steps'] {
  let inZone = first;
  return steps.map((step) => {
    const moved = { ...step, command: inZoneOf(step.command, inZone) };
    if (step.command.type === 'change-time-zone') inZone = step.command.timeZone;
    return moved;
  });
}

function numbered(step: Step<OrderMove>, index: number): Step<OrderMove> {
  const { command } = step;
  return 'number' in command ? { ...step, command: { ...command, number: command.number + index + 1 } } : step;
}
