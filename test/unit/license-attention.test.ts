import { expect, test } from '@jest/globals';
import { needsAttention } from '../../portal/licenses/license.ts';
import type { License, LicenseLine } from '../../portal/services.ts';
import { CATALOGUE } from '../support/domain/catalogue.ts';
import { licenseRow } from '../support/portal/license-rows.ts';

const isFlagged = (license: License) => needsAttention(license, CATALOGUE);
const row = licenseRow();
const [line] = row.lines as [LicenseLine];
const withLine = (changes: Partial<LicenseLine>) => licenseRow({ lines: [line, { ...line, ...changes }] });
const care = (state: NonNullable<LicenseLine['care']>['state']) => ({ care: { ...line.care!, state } });

test('a license needs attention when one of its lines or its care ends soon or has ended', () => {
  expect(isFlagged(row)).toBe(false);
  for (const state of ['expiring', 'grace', 'expired'] as const) expect(isFlagged(withLine({ state }))).toBe(true);
  for (const state of ['expiring', 'expired'] as const) expect(isFlagged(withLine(care(state)))).toBe(true);
  expect(isFlagged(withLine(care('upcoming')))).toBe(false);
});

test('a license of an order that is over can be renewed no more and needs no attention', () => {
  for (const status of ['canceled', 'ended'] as const)
    expect(isFlagged(withLine({ status, state: 'expired', ...care('expired') }))).toBe(false);
});

test('what is locked or suspended needs attention', () => {
  expect(isFlagged(licenseRow({ locked: 1 }))).toBe(true);
  expect(isFlagged(licenseRow({ suspended: 1 }))).toBe(true);
});

test('more than nine tenths in use of what is assigned needs attention, nine tenths do not', () => {
  const row = (used: number | null, assigned: number) => isFlagged(licenseRow({ used, assigned }));
  expect([row(null, 0), row(0, 0), row(0, 8), row(9, 10), row(90, 100), row(1, 0)]).toEqual(Array(6).fill(false));
  expect([row(10, 10), row(91, 100), row(1, 1), row(12, 10)]).toEqual(Array(4).fill(true));
});
