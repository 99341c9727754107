import { describe, expect, test } from '@jest/globals';
import { POLICY } from '../../../domain/policy.ts';
import { careState, termState, termsOf, type Agreement } from '../../../domain/catalogue/terms.ts';
import { instant } from '../../support/domain/given.ts';
import { CONSOLE, FAX } from '../../support/domain/order-language.ts';

const rome = (agreement: Agreement) => termsOf(agreement, 'Europe/Rome', POLICY);
const subscription = (startsOn: string, endsOn: string): Agreement => ({ ...CONSOLE, startsOn, endsOn });

describe('the boundaries of a term', () => {
  test.each([
    ['Europe/Rome', '2027-12-01T00:00:00+01:00', '2027-12-16T00:00:00+01:00'],
    ['Europe/Dublin', '2027-12-01T00:00:00Z', '2027-12-16T00:00:00Z'],
    ['Pacific/Auckland', '2027-12-01T00:00:00+13:00', '2027-12-16T00:00:00+13:00'],
    ['America/Phoenix', '2027-12-01T00:00:00-07:00', '2027-12-16T00:00:00-07:00'],
    ['America/Sao_Paulo', '2027-12-01T00:00:00-03:00', '2027-12-16T00:00:00-03:00'],
  ])(
    'in %s, the last day and the last day of grace end at the customer’s own midnight',
    (timeZone, until, graceUntil) => {
      const terms = termsOf(CONSOLE, timeZone, POLICY);
      expect(terms).toMatchObject({ until: instant(until), graceUntil: instant(graceUntil) });
    },
  );

  test('a subscription has all of them, each at the hour that the clocks of its season show', () => {
    expect(rome(CONSOLE)).toEqual({
      from: instant('2026-12-01T00:00:00+01:00'),
      expiringFrom: instant('2027-09-02T00:00:00+02:00'),
      until: instant('2027-12-01T00:00:00+01:00'),
      graceUntil: instant('2027-12-16T00:00:00+01:00'),
      reinstatableUntil: instant('2028-05-29T00:00:00+02:00'),
      careExpiringFrom: instant('2027-09-02T00:00:00+02:00'),
      careUntil: instant('2027-12-01T00:00:00+01:00'),
    });
  });

  test('a perpetual license has none but those of its care', () => {
    expect(rome(FAX)).toEqual({
      from: instant('2026-11-02T00:00:00+01:00'),
      expiringFrom: null,
      until: null,
      graceUntil: null,
      reinstatableUntil: null,
      careExpiringFrom: instant('2027-08-04T00:00:00+02:00'),
      careUntil: instant('2027-11-02T00:00:00+01:00'),
    });
    expect(rome({ ...FAX, care: null })).toMatchObject({ careExpiringFrom: null, careUntil: null });
  });

  test.each([
    ['2027-03-28', 23],
    ['2027-10-31', 25],
    ['2027-06-15', 24],
  ])('a license of one day, %s, lasts its %i hours in Rome', (day, hours) => {
    const { from, until } = rome(subscription(day, day));
    expect(until! - from).toBe(hours * 3_600_000);
  });

  test('where midnight does not exist, a term ends when the next day begins', () => {
    const terms = termsOf(subscription('2017-11-04', '2018-11-03'), 'America/Sao_Paulo', POLICY);
    expect(terms.until).toBe(instant('2018-11-04T01:00:00-02:00'));
  });

  test('a last day on February 29 counts whole, and days of grace count a leap day', () => {
    expect(rome(subscription('2027-03-01', '2028-02-29')).until).toBe(instant('2028-03-01T00:00:00+01:00'));
    expect(rome(subscription('2027-02-20', '2028-02-20')).graceUntil).toBe(instant('2028-03-07T00:00:00+01:00'));
    expect(rome(subscription('2026-02-20', '2027-02-20')).graceUntil).toBe(instant('2027-03-08T00:00:00+01:00'));
  });

  test('the days of grace, of reinstatement and of notice are those of the policy the order was sold with', () => {
    const policy = { ...POLICY, graceDays: 0, reinstatementDays: 10, expiringDays: 1 };
    expect(termsOf(CONSOLE, 'UTC', policy)).toMatchObject({
      expiringFrom: instant('2027-11-30T00:00:00Z'),
      until: instant('2027-12-01T00:00:00Z'),
      graceUntil: instant('2027-12-01T00:00:00Z'),
      reinstatableUntil: instant('2027-12-11T00:00:00Z'),
    });
  });
});

describe('the state of a term', () => {
  const short = subscription('2026-12-01', '2026-12-31');

  test.each([
    ['the instant before its first day', CONSOLE, '2026-11-30T23:59:59.999+01:00', 'upcoming'],
    ['the first instant of its first day', CONSOLE, '2026-12-01T00:00:00+01:00', 'active'],
    ['the instant before its last 90 days', CONSOLE, '2027-09-01T23:59:59.999+02:00', 'active'],
    ['the first instant of its last 90 days', CONSOLE, '2027-09-02T00:00:00+02:00', 'expiring'],
    ['the last instant of its last day', CONSOLE, '2027-11-30T23:59:59.999+01:00', 'expiring'],
    ['midnight after its last day', CONSOLE, '2027-12-01T00:00:00+01:00', 'grace'],
    ['the last instant of its 15th day of grace', CONSOLE, '2027-12-15T23:59:59.999+01:00', 'grace'],
    ['midnight after its grace', CONSOLE, '2027-12-16T00:00:00+01:00', 'expired'],
    ['the day before a short one begins', short, '2026-11-30T12:00:00+01:00', 'upcoming'],
    ['any day of one shorter than 90 days', short, '2026-12-01T00:00:00+01:00', 'expiring'],
    ['the day before a perpetual one begins', FAX, '2026-11-01T12:00:00+01:00', 'upcoming'],
    ['a hundred years into a perpetual one', FAX, '2126-11-02T00:00:00+01:00', 'active'],
  ] as const)('%s', (_, agreement, at, state) => {
    expect(termState(rome(agreement), instant(at))).toBe(state);
  });
});

describe('the state of care', () => {
  test.each([
    ['before the first day', FAX, '2026-11-01T23:59:59.999+01:00', 'upcoming'],
    ['on the first day', FAX, '2026-11-02T00:00:00+01:00', 'active'],
    ['the instant before its last 90 days', FAX, '2027-08-03T23:59:59.999+02:00', 'active'],
    ['the first instant of its last 90 days', FAX, '2027-08-04T00:00:00+02:00', 'expiring'],
    ['the last instant of its last day', FAX, '2027-11-01T23:59:59.999+01:00', 'expiring'],
    ['midnight after its last day, as care knows no grace', FAX, '2027-11-02T00:00:00+01:00', 'expired'],
    ['in the grace of the subscription that includes it', CONSOLE, '2027-12-05T12:00:00+01:00', 'expired'],
    ['without care', { ...FAX, care: null }, '2027-11-02T00:00:00+01:00', null],
  ] as const)('%s', (_, agreement, at, state) => {
    expect(careState(rome(agreement), instant(at))).toBe(state);
  });

  test('its lapse leaves a perpetual license active', () => {
    expect(termState(rome(FAX), instant('2030-01-01T00:00:00Z'))).toBe('active');
  });
});
