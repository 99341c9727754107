import { describe, expect, test } from '@jest/globals';
import { LANGUAGES, languageFor } from '../../../languages/index.ts';
import { licensesCsv } from '../../../portal/licenses/csv.ts';
import type { License } from '../../../portal/services.ts';
import { licenseRow } from '../../support/portal/license-rows.ts';

const csv = (...licenses: License[]) => licensesCsv(licenses, languageFor('en'));
/** The row that a license becomes, without the column names. */
const row = (changes: Partial<License>) => csv(licenseRow(changes)).split('\r\n').slice(1).join('\r\n');

test('a download has a byte order mark, the names of its columns, a row for each application and lines that end as RFC 4180 says', () => {
  const [line] = licenseRow().lines;
  const twice = { lines: [line!, { ...line!, id: '2' }, { ...line!, order: 'SO-2' }] };
  expect(csv(licenseRow(twice))).toBe(
    '\uFEFFApplication,License,Capacity,Unit,Assigned,In use,Free,Locked,Suspended,Until,State,Units in this state,In this state until,Care,Care until,Orders,Planned\r\n' +
      'Digital Fax,Perpetual license,8,channels,3,,5,0,0,,Active,8,,Gold,"Dec 31, 2099",SO-1 SO-2,\r\n',
  );
});

test('an account without licenses has a download with the names of the columns alone', () => {
  expect(csv().split('\r\n')).toEqual([expect.stringContaining('Application,'), '']);
});

describe('a text that a spreadsheet would carry out', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j begins with an apostrophe', (name) => {
    const [, first] = /^"?([^]*?)"?,(Perpetual)/.exec(row({ name }))!;
    expect(first).toBe(`'${name}`);
  });

  test('that also has quotes and commas keeps to its cell', () => {
    expect(row({ name: '=HYPERLINK("http://x.example","Click")' })).toMatch(
      /^"'=HYPERLINK\(""http:\/\/x\.example"",""Click""\)",Perpetual license,8,/,
    );
  });

  test('is safe as the number of an order too', () => {
    const [line] = licenseRow().lines;
    expect(row({ lines: [{ ...line!, order: '-SO-1' }] })).toMatch(/,'-SO-1,\r\n$/);
  });
});

test('what is wrong with one line is not hidden behind another: the worst is named, with its units and until when', () => {
  const condition = {
    state: 'stopped',
    severity: 'critical',
    until: '2027-05-29',
    daysLeft: 9,
    remedy: 'renew',
  } as const;
  expect(row({ owned: 10, condition: { ...condition, capacity: 45 } })).toContain(',Stopped,45,"May 29, 2027",');
});

test('quotes, commas and new lines stay in their cell', () => {
  expect(row({ name: 'Fax, "big"\r\nand small' })).toMatch(/^"Fax, ""big""\r\nand small",Perpetual/);
});

test('Arabic and other scripts come through as they are', () => {
  expect(row({ name: 'فاكس رقمي' })).toMatch(/^فاكس رقمي,Perpetual/);
  const arabic = licensesCsv([licenseRow()], languageFor('ar'));
  expect(arabic.split('\r\n')[1]).toMatch(/^Digital Fax,\p{Script=Arabic}+/u);
});

test.each([
  ['en', /^Digital Fax,Perpetual license,12345,channels,.*,"Nov 30, 2027",Active,8,,Gold,"Dec 31, 2099",SO-1,\r\n$/],
  ['it', /^Digital Fax;Licenza perpetua;12345;canali;.*;30 nov 2027;Attiva;8;;Gold;31 dic 2099;SO-1;\r\n$/],
  ['ar', /^Digital Fax,ترخيص دائم,12345,قنوات,.*,30\u200F\/11\u200F\/2027,/],
  ['ar-EG', /^Digital Fax;ترخيص دائم;12345;قنوات;/],
])(
  'in %s cells, units, days and headings are as its spreadsheets and its readers have them, and numbers as programs do',
  (locale, expected) => {
    const [, first] = licensesCsv([licenseRow({ owned: 12_345, endsOn: '2027-11-30' })], languageFor(locale)).split(
      /(?<=\r\n)/,
    );
    expect(first).toMatch(expected);
  },
);

test('what is suspended is said so, all of it or how much', () => {
  const condition = { ...licenseRow().condition, state: 'suspended', severity: 'critical' } as const;
  expect(row({ suspended: 8, condition })).toContain(',3,,5,0,8,,Suspended,8,');
  expect(row({ suspended: 2 })).toContain(',3,,5,0,2,,Active,');
  const states = LANGUAGES.map((language) =>
    licensesCsv([licenseRow({ suspended: 8, condition })], languageFor(language.locale)),
  );
  for (const [index, word] of ['Suspended', 'Sospesa', 'موقوفة'].entries())
    expect(states[index]).toMatch(new RegExp(`[,;]${word}[,;]`));
});

test('what is in use stands beside what is assigned, and nothing where no server says it', () => {
  expect(row({ used: 2 })).toContain(',channels,3,2,5,');
  expect(row({ used: 0 })).toContain(',channels,3,0,5,');
  expect(row({ used: null })).toContain(',channels,3,,5,');
});

test('what is planned is a day and a capacity by order, which is 0 where a line is canceled', () => {
  const [line] = licenseRow().lines;
  const planned = [
    { id: '1', type: 'capacity' as const, on: '2027-12-01', reference: 'R-1', capacity: 5 },
    { id: '2', type: 'cancellation' as const, on: '2028-03-01', reference: 'C-1' },
  ];
  expect(row({ lines: [{ ...line!, planned }] })).toMatch(/,"SO-1 Dec 1, 2027 5, SO-1 Mar 1, 2028 0"\r\n$/);
});
