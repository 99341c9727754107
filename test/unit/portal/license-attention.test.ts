import { expect, test } from '@jest/globals';
import { needsAttention } from '../../../portal/licenses/license.ts';
import type { License } from '../../../portal/services.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { licenseRow } from '../../support/portal/license-rows.ts';

const isFlagged = (license: License) => needsAttention(license, CATALOGUE);
const row = licenseRow();
const withCondition = (severity: License['condition']['severity']) =>
  licenseRow({ condition: { ...row.condition, severity } });
const withCare = (severity: License['condition']['severity']) =>
  licenseRow({ careCondition: { ...row.careCondition!, severity } });

test('a license needs attention when what is true of its worst line or of its care matters', () => {
  expect(isFlagged(row)).toBe(false);
  for (const severity of ['critical', 'warning'] as const)
    expect([isFlagged(withCondition(severity)), isFlagged(withCare(severity))]).toEqual([true, true]);
  for (const severity of ['notice', 'fine', 'over'] as const)
    expect([isFlagged(withCondition(severity)), isFlagged(withCare(severity))]).toEqual([false, false]);
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
