import { describe, expect, test } from '@jest/globals';
import { addDays, anniversary, dayAt, isDay, isTimeZone, startOfDay } from '../../../domain/days.ts';
import { instant } from '../../support/domain/given.ts';

const HOUR_MS = 3_600_000;

describe('a day', () => {
  test.each(['2026-12-01', '2028-02-29', '2000-02-29', '9999-12-31'])('can be %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    ['2027-02-29', 'the year has no leap day'],
    ['2100-02-29', 'a full century is no leap year'],
    ['2026-11-31', 'the month has 30 days'],
    ['2026-13-01', 'there is no such month'],
    ['2026-00-10', 'months are counted from 1'],
    ['2026-12-00', 'days are counted from 1'],
    ['2026-12-1', 'the day has two digits'],
    ['26-12-01', 'the year has four digits'],
    ['20261201', 'the dashes are missing'],
    ['2026/12/01', 'slashes are no dashes'],
    ['01.12.2026', 'the year comes first'],
    ['2026-12-01T00:00:00Z', 'it is an instant'],
    [' 2026-12-01', 'it begins with a space'],
    ['2026-12-01\n', 'it ends with a new line'],
    ['٢٠٢٦-١٢-٠١', 'its digits are not ASCII'],
    ['', 'it is empty'],
  ])('can not be %j: %s', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('counted on from another passes the ends of months and years, and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addDays('2027-11-30', -89)).toBe('2027-09-02');
  });

  test('of a later year is counted from the first, so that 29 February comes back', () => {
    const years = [1, 2, 3, 4, 8].map((year) => anniversary('2028-02-29', year));
    expect(years).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29', '2036-02-29']);
    expect([1, 4, 10].map((year) => anniversary('2027-01-31', year))).toEqual([
      ...['2028-01-31', '2031-01-31', '2037-01-31'],
    ]);
  });
});

describe('the days around a change of the clocks', () => {
  test.each([
    ['Europe/Rome', '2027-03-28', 23],
    ['Europe/Rome', '2027-10-31', 25],
    ['Europe/Dublin', '2027-03-28', 23],
    ['Europe/Dublin', '2027-10-31', 25],
    ['Pacific/Auckland', '2027-09-26', 23],
    ['Pacific/Auckland', '2027-04-04', 25],
    ['America/Phoenix', '2027-03-14', 24],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
  ])('in %s, %s has %i hours', (timeZone, day, hours) => {
    expect(startOfDay(addDays(day, 1), timeZone) - startOfDay(day, timeZone)).toBe(hours * HOUR_MS);
  });

  test('where midnight does not exist, the day begins at the first instant that does', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(instant('2018-11-04T01:00:00-02:00'));
    expect(dayAt(instant('2018-11-04T01:00:00-02:00'), 'America/Sao_Paulo')).toBe('2018-11-04');
    expect(dayAt(instant('2018-11-04T01:00:00-02:00') - 1, 'America/Sao_Paulo')).toBe('2018-11-03');
  });

  test('where midnight comes twice, the day begins at the first', () => {
    expect(startOfDay('2026-11-01', 'America/Havana')).toBe(instant('2026-11-01T00:00:00-04:00'));
  });

  test('a day that a country left out takes no time', () => {
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'));
  });
});

describe('today', () => {
  test.each([
    ['Pacific/Auckland', '2026-11-03'],
    ['Europe/Rome', '2026-11-03'],
    ['UTC', '2026-11-02'],
    ['America/Phoenix', '2026-11-02'],
  ])('in %s is the customer’s own day', (timeZone, day) => {
    expect(dayAt(instant('2026-11-02T23:30:00Z'), timeZone)).toBe(day);
  });
});

describe('a time zone', () => {
  test.each(['Europe/Rome', 'Pacific/Auckland', 'UTC', 'US/Eastern', 'Asia/Calcutta', 'Etc/GMT+5'])(
    'can be %s',
    (text) => expect(isTimeZone(text)).toBe(true),
  );

  test.each([
    ['Europe/Atlantis', 'there is no such place'],
    ['+02:00', 'an offset does not know when clocks change'],
    ['2020-01-01T00:00Z', 'it is an instant'],
    ['2020-01-01T00:00[Europe/Rome]', 'it is more than the name'],
    ['Z', 'it is an abbreviation'],
    ['', 'it is empty'],
  ])('can not be %j: %s', (text) => {
    expect(isTimeZone(text)).toBe(false);
  });
});
