import { expect, test } from '@jest/globals';
import { mailBrand } from '../../../emails/brand.tsx';
import { UNBRANDED } from '../../../domain/brand/brand.ts';
import { renderNoticeDigest } from '../../../emails/notice-digest.tsx';
import type { NoticeDigestLine } from '../../../emails/notice-mail.ts';

const LINES: NoticeDigestLine[] = [
  {
    ...{
      what: 'term',
      order: 'SO-1',
      customer: { id: 'acme-hotels', name: 'Acme Hotels' },
      applicationName: 'Attendant Console',
    },
    ...{ capacity: 20, unit: 'operators', endsOn: '2027-11-30', daysLeft: 29 },
  },
  {
    ...{ what: 'care', order: 'SO-2', customer: { id: 'nile', name: 'فندق النيل' }, applicationName: 'Digital Fax' },
    ...{ capacity: 8, unit: 'channels', endsOn: '2027-11-30', daysLeft: 0 },
  },
];

const render = (locale: string, lines = LINES) =>
  renderNoticeDigest({
    ...{ accountName: 'Northwind Voice', lines, locale, brand: mailBrand(UNBRANDED, '') },
    ...{ choiceUrl: '{{notices-link}}', portalUrl: 'https://licensing.example' },
  });

test.each([
  ['en', '2 licenses end soon', 'Nov 30, 2027 (in 29 days)', 'Nov 30, 2027 (today)', 'ltr'],
  ['it', '2 licenze stanno per scadere', '30 nov 2027 (tra 29 giorni)', '30 nov 2027 (oggi)', 'ltr'],
  ['ar', 'ترخيصان ينتهيان قريبًا', 'خلال 29 يومًا', 'اليوم', 'rtl'],
])(
  'in %s a digest says how many end, and how far away each end is, as pages do',
  async (locale, subject, many, one, dir) => {
    const mail = await render(locale);
    expect(mail.subject).toBe(subject);
    for (const body of [mail.text, mail.html]) for (const said of [many, one]) expect(body).toContain(said);
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.html).toContain(`dir="${dir}"`);
  },
);

test.each(['html', 'text'] as const)('the %s says what ends, of whom, and where to go', async (version) => {
  const body = (await render('en'))[version];
  for (const fact of ['Attendant Console', '20 operators', 'Acme Hotels', 'SO-1', 'Nov 30, 2027'])
    expect(body).toContain(fact);
  for (const fact of ['Care for Digital Fax', '8 channels', 'فندق النيل', 'SO-2']) expect(body).toContain(fact);
  expect(body).toContain('https://licensing.example');
});

test.each([
  ['en', 'Evaluation of Attendant Console'],
  ['it', 'Valutazione di Attendant Console'],
  ['ar', 'ترخيص تجريبي لـ Attendant Console'],
])('in %s an evaluation is called one', async (locale, said) => {
  const { html, text } = await render(locale, [{ ...LINES[0]!, what: 'evaluation' }]);
  for (const version of [html, text]) expect(version).toContain(said);
});

test('what is typed as a name stays a name', async () => {
  const { html } = await render('en', [{ ...LINES[0]!, customer: { id: 'acme', name: '<b>Acme</b> & Söhne' } }]);
  expect(html).toContain('&lt;b&gt;Acme&lt;/b&gt; &amp; Söhne');
});

test('customers and orders lead to their pages, and its reader to where he says when he wants any', async () => {
  const { html, text } = await render('en');
  for (const page of ['customers/acme-hotels', 'customers/nile', 'orders/SO-1', 'orders/SO-2', 'renewals'])
    expect(html).toContain(`href="https://licensing.example/${page}"`);
  for (const page of ['orders/SO-1', 'orders/SO-2', 'renewals'])
    expect(text).toContain(`https://licensing.example/${page}\n`);
  for (const version of [html, text]) expect(version).toContain('{{notices-link}}');
  expect(text).toContain('because Northwind Voice wants to be told of what ends');
});
