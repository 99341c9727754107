import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { languageFor } from '../../../languages/index.ts';
import { licensesCsv } from '../../../portal/licenses/csv.ts';
import { LicenseTable } from '../../../portal/licenses/table.tsx';
import { ReaderContext, SOMEBODY } from '../../../portal/reader.ts';
import { LineTable } from '../../../portal/unlock/line-table.tsx';
import { licenseRow } from '../../support/portal/license-rows.ts';

const [line] = licenseRow().lines;
const evaluation = { ...line!, license: 'evaluation' as const, endsOn: '2026-12-31', care: null };
const row = licenseRow({ licenses: ['perpetual', 'evaluation'], lines: [line!, evaluation], care: null });

describe.each([
  ['en', 'Perpetual license, Evaluation', 'Evaluation until Dec 31, 2026'],
  ['it', 'Licenza perpetua, Valutazione', 'Valutazione fino al 31 dic 2026'],
  ['ar', 'ترخيص دائم، ترخيص تجريبي', 'ترخيص تجريبي حتى 31\u200f/12\u200f/2026'],
])('in %s', (locale, kinds, until) => {
  const language = languageFor(locale);
  const page = (content: React.ReactNode) =>
    renderToStaticMarkup(<ReaderContext value={{ ...SOMEBODY, language }}>{content}</ReaderContext>);

  test('a row says that some of it is to try, and the line until when', () => {
    const html = page(
      <LicenseTable customer="acme" rows={[row]} servers={[]} manages opens={new Set()} unlocks={new Set()} />,
    );
    expect(html).toContain(kinds);
    expect(html.split(until)).toHaveLength(2);
  });

  test('so does what waits to be unlocked', () => {
    expect(page(<LineTable lines={[{ ...evaluation, startsOn: '2026-12-01' }]} />)).toContain(until);
  });

  test('a sheet has its kinds', () => {
    expect(licensesCsv([row], language)).toContain(kinds);
  });
});
