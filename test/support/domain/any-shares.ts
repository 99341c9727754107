import fc from 'fast-check';
import { addDays } from '../../../domain/days.ts';
import type { LicensedShare } from '../../../domain/catalogue/entitlements.ts';
import { EVALUATION, POLICY } from '../../../domain/policy.ts';
import { leaseDays, termsOf } from '../../../domain/catalogue/terms.ts';

/** Applications of the catalogue that need each other, and one that does not. */
const APPLICATIONS = [
  'advanced-queueing',
  'auto-attendant',
  'call-recording',
  'screen-recording',
  'digital-fax',
] as const;

const ZONES = ['Europe/Rome', 'Pacific/Auckland', 'America/Sao_Paulo', 'UTC'];

/** What is agreed of a line; the rest follows. */
type Agreed = Pick<
  LicensedShare,
  'order' | 'orderStatus' | 'application' | 'license' | 'capacity' | 'startsOn' | 'endsOn' | 'care'
>;

/** Capacity that a server may use of a line that was agreed so, for a customer in a time zone. */
export function shareOf(agreed: Agreed, timeZone: string): LicensedShare {
  const promised = { ...agreed, ...(agreed.license === 'evaluation' && { evaluation: EVALUATION }) };
  return {
    line: '1',
    ...agreed,
    terms: termsOf(promised, timeZone, POLICY),
    leaseDays: leaseDays(POLICY, agreed.license),
  };
}

const anyShare: fc.Arbitrary<LicensedShare> = fc
  .record({
    order: fc.constantFrom('SO-1', 'SO-2', 'SO-3'),
    orderStatus: fc.constantFrom('open', 'open', 'open', 'suspended', 'canceled'),
    application: fc.constantFrom(...APPLICATIONS),
    capacity: fc.integer({ min: 1, max: 50 }),
    license: fc.constantFrom('subscription', 'perpetual', 'evaluation'),
    startsAfterDays: fc.integer({ min: -400, max: 60 }),
    days: fc.integer({ min: 1, max: 500 }),
    hasCare: fc.boolean(),
    timeZone: fc.constantFrom(...ZONES),
  })
  .map(({ startsAfterDays, days, hasCare, timeZone, ...agreed }) => {
    const startsOn = addDays('2026-12-01', startsAfterDays);
    const lastDay = addDays(startsOn, days);
    const hasIt = { subscription: true, perpetual: hasCare, evaluation: false }[agreed.license];
    const care = hasIt ? { level: 'gold' as const, endsOn: lastDay } : null;
    return shareOf({ ...agreed, startsOn, endsOn: agreed.license === 'perpetual' ? null : lastDay, care }, timeZone);
  });

/** What a server may use of up to six lines. */
export const anyShares = fc.array(anyShare, { maxLength: 6 });
