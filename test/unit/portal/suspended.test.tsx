import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { languageFor } from '../../../languages/index.ts';
import { chosen } from '../../../portal/licenses/license.ts';
import { LicenseTable } from '../../../portal/licenses/table.tsx';
import type { License } from '../../../portal/services.ts';
import { ReaderContext, SOMEBODY } from '../../../portal/reader.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { licenseRow } from '../../support/portal/license-rows.ts';

const table = (license: License, locale = 'en') =>
  renderToStaticMarkup(
    <ReaderContext value={{ ...SOMEBODY, language: languageFor(locale) }}>
      <LicenseTable customer="acme" rows={[license]} servers={[]} manages opens={new Set()} unlocks={new Set()} />
    </ReaderContext>,
  );
/** Color, drawing and words of every state of a row: those of its lines, its own, and its care's. */
const states = (html: string) =>
  [...html.matchAll(/<span class="state (state-\w+)">(<svg[^]*?<\/svg>)([^]*?)<\/span>/g)].map(
    ([, color, icon, words]) => ({ color, icon, words: words!.replace(/<[^>]*>/g, '').trim() }),
  );

const [line] = licenseRow().lines;
const SUSPENDED = { state: 'suspended', severity: 'critical', until: null, daysLeft: null, remedy: 'settle' } as const;
const suspendedLine = { ...line!, status: 'suspended' as const, condition: SUSPENDED, careCondition: SUSPENDED };
const ofAll = {
  ...{ suspended: 8, lines: [suspendedLine], condition: { ...SUSPENDED, capacity: 8 } },
  careCondition: { ...licenseRow().careCondition!, ...SUSPENDED },
};

describe.each([
  ['en', 'Suspended', 'Active'],
  ['it', 'Sospesa', 'Attiva'],
  ['ar', 'موقوفة', 'سارية'],
])('in %s', (locale, suspended, active) => {
  test('a row whose orders are suspended says so in color, drawing and word, and nowhere that it is active', () => {
    const html = table(licenseRow(ofAll), locale);
    const said = states(html);
    expect(said.map(({ color, words }) => [color, words])).toEqual([
      ['state-danger', suspended],
      ['state-danger', suspended],
      ['state-danger', suspended],
    ]);
    const [healthy] = states(table(licenseRow(), locale));
    expect(healthy).toMatchObject({ color: 'state-good', words: active });
    expect(said[0]!.icon).not.toBe(healthy!.icon);
  });

  test('a row of which a part is suspended says how much, and each line for itself', () => {
    const lines = [line!, { ...suspendedLine, order: 'SO-2', capacity: 2 }];
    const html = table(licenseRow({ suspended: 2, lines, condition: { ...SUSPENDED, capacity: 2 } }), locale);
    expect(states(html).map(({ words }) => words)).toEqual([active, suspended, suspended, active]);
    expect(html).toMatch(/<strong> (2|قناتان)/);
  });
});

test('a line of a suspended order that is over stays so', () => {
  const condition = { ...SUSPENDED, state: 'over', severity: 'over', remedy: null } as const;
  const lines = [{ ...suspendedLine, condition, careCondition: null }];
  const over = licenseRow({ owned: 0, condition: { ...condition, capacity: 8 }, careCondition: null, lines });
  expect(states(table(over)).map(({ words }) => words)).toEqual(['Expired', 'Expired']);
});

test('what is suspended is among what needs attention', () => {
  const rows = [licenseRow({ suspended: 1 }), licenseRow()];
  expect(chosen(rows, { q: '', show: 'attention', sort: 'name' }, { language: 'en', catalogue: CATALOGUE })).toEqual([
    rows[0],
  ]);
});
