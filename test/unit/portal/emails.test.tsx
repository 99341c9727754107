import { describe, expect, test } from '@jest/globals';
import { mailBrand } from '../../../emails/brand.tsx';
import { UNBRANDED } from '../../../domain/brand/brand.ts';
import { renderOrderMail } from '../../../emails/order-delivered.tsx';
import type { OrderMail } from '../../../emails/order-mail.ts';
import { LANGUAGES, languageFor } from '../../../languages/index.ts';

const MAIL: OrderMail = {
  orderNumber: 'SO-2026-00117',
  isCorrection: false,
  purchaseOrder: 'PO-4711',
  placedOn: '2026-11-02',
  customer: { name: 'Acme Hotels', email: 'it@acme-hotels.example' },
  seller: { kind: 'reseller', name: 'Northwind Voice' },
  distributorName: null,
  lines: [
    {
      ...{ applicationName: 'Attendant Console', capacity: 20, unit: 'operators', license: 'subscription' },
      ...{ startsOn: '2026-12-01', endsOn: '2027-11-30', care: { level: 'gold', endsOn: '2027-11-30' } },
    },
    {
      ...{ applicationName: 'Digital Fax', capacity: 1_800, unit: 'channels', license: 'perpetual' },
      ...{ startsOn: '2026-11-24', endsOn: null, care: null },
    },
  ],
  unlockUrl: '{{unlock-link}}',
  portalUrl: 'https://licensing.example',
  locale: 'en',
  brand: mailBrand(UNBRANDED, 'https://licensing.example'),
};

const render = (changes: Partial<OrderMail> = {}) => renderOrderMail({ ...MAIL, ...changes });

test('the subject names order and customer', async () => {
  expect((await render()).subject).toBe('Order SO-2026-00117: licenses delivered for Acme Hotels');
});

test.each(['html', 'text'] as const)('the %s says everything the reseller needs', async (version) => {
  const body = (await render())[version];
  for (const fact of ['SO-2026-00117', 'Purchase order', 'PO-4711', 'Acme Hotels', 'Northwind Voice'])
    expect(body).toContain(fact);
  for (const fact of [
    'Ordered on',
    'Nov 2, 2026',
    'it@acme-hotels.example',
    'https://licensing.example/orders/SO-2026-00117',
  ])
    expect(body).toContain(fact);
  for (const fact of ['Attendant Console', '20 operators', 'Subscription', 'Dec 1, 2026 to Nov 30, 2027'])
    expect(body).toContain(fact);
  for (const fact of ['Digital Fax', '1,800 channels', 'Perpetual license', 'From Nov 24, 2026, without end'])
    expect(body).toContain(fact);
  for (const fact of ['Gold care until Nov 30, 2027', 'Without care']) expect(body).toContain(fact);
  for (const fact of ['Activation Token', 'port 443', 'https://licensing.example']) expect(body).toContain(fact);
});

test.each([
  ['en', 'Evaluation until Dec 31, 2026'],
  ['it', 'Valutazione fino al 31 dic 2026'],
  ['ar', 'ترخيص تجريبي حتى 31\u200f/12\u200f/2026'],
])('in %s an evaluation says until when', async (locale, said) => {
  const [line] = MAIL.lines;
  const trial = { ...line!, license: 'evaluation' as const, endsOn: '2026-12-31', care: null };
  const { html, text } = await render({ locale, lines: [trial] });
  for (const version of [html, text]) expect(version).toContain(said);
});

test('the lines stand in a table with a head', async () => {
  const { html } = await render();
  expect(html).toMatch(/<th [^>]*>Application, Capacity<\/th>/);
  expect(html.match(/<td [^>]*><strong[^>]*>(Attendant Console|Digital Fax)<\/strong>/g)).toHaveLength(2);
});

test('the text names application, capacity, term and care of every line, each as a block', async () => {
  expect((await render()).text).toContain(
    [
      'Attendant Console (Subscription)',
      '  Capacity: 20 operators',
      '  Term: Dec 1, 2026 to Nov 30, 2027',
      '  Care: Gold care until Nov 30, 2027',
      '',
      'Digital Fax (Perpetual license)',
      '  Capacity: 1,800 channels',
      '  Term: From Nov 24, 2026, without end',
      '  Care: Without care',
    ].join('\n'),
  );
});

test('the button comes before everything that names the order', async () => {
  const { html, text } = await render();
  const body = html.slice(html.indexOf('<h1'));
  expect(body.indexOf('{{unlock-link}}')).toBeLessThan(body.indexOf('PO-4711'));
  expect(text.indexOf('{{unlock-link}}')).toBeLessThan(text.indexOf('PO-4711'));
});

test('the placeholder of the unlock link survives: once behind the button, once to copy, once in the text', async () => {
  const { html, text } = await render();
  expect(html.match(/href="{{unlock-link}}"/g)).toHaveLength(2);
  expect(html).toContain('>{{unlock-link}}</a>');
  expect(text).toContain('\n{{unlock-link}}\n');
});

test('names with quotes, angle brackets, accents and Arabic come out right', async () => {
  const name = `L'Hôtel "Étoile" <b>&amp; فنادق الشرق`;
  const { subject, html, text } = await render({ customer: { ...MAIL.customer, name } });
  expect(subject).toContain(`\u2068${name}\u2069`);
  expect(text).toContain(`Customer: \u2068${name}\u2069\n`);
  expect(html).toContain('<bdi dir="auto">L&#x27;Hôtel &quot;Étoile&quot; &lt;b&gt;&amp;amp; فنادق الشرق</bdi>');
  expect(html).not.toContain('<b>');
});

test('an order that a distributor sold alone names the distributor, and no reseller', async () => {
  const { html, text } = await render({ seller: { kind: 'distributor', name: 'Continental Telecom' } });
  for (const version of [html, text]) {
    for (const said of ['Distributor', 'Continental Telecom']) expect(version).toContain(said);
    expect(version).not.toContain('Reseller');
  }
});

describe('an order that was sold directly', () => {
  const toCustomer = (locale: string) => render({ seller: null, locale });

  test('is told to the customer itself: what is in its account, and what it does', async () => {
    const { subject, html, text } = await toCustomer('en');
    expect(subject).toBe('Order SO-2026-00117: your licenses are delivered');
    for (const version of [html, text]) {
      for (const said of ['in your Smart Account', 'In the portal, assign the capacity', 'was sold to Acme Hotels'])
        expect(version).toContain(said);
      for (const said of ['the customer', 'Reseller', 'Distributor']) expect(version).not.toContain(said);
    }
  });

  test.each(LANGUAGES.map(({ locale }) => locale))('is told otherwise than to a seller, in %s', async (locale) => {
    const [direct, sold] = [await toCustomer(locale), await render({ locale })];
    const { customer, reseller, distributor } = languageFor(locale).texts.words;
    expect(direct.subject).not.toContain('Acme Hotels');
    expect(sold.text).toMatch(new RegExp(`${reseller}: \u2068?Northwind Voice`));
    for (const version of [direct.html, direct.text]) {
      expect(version).toContain(customer);
      for (const label of [reseller, distributor]) expect(version).not.toContain(label);
      const { introduction, activateSteps } = languageFor(locale).texts.orderMail;
      for (const theirs of [introduction, activateSteps[0]!]) expect(version).not.toContain(theirs);
    }
  });
});

describe('a delivery that was told otherwise before', () => {
  test.each(LANGUAGES.map(({ locale }) => locale))('says so in subject and first sentence, in %s', async (locale) => {
    const { corrected, closing } = languageFor(locale).texts.orderMail;
    const [first, again] = [await render({ locale }), await render({ locale, isCorrection: true })];
    expect(again.subject).toBe(corrected.subject(first.subject));
    expect(again.subject).not.toBe(first.subject);
    for (const version of [again.html, again.text]) {
      for (const said of [corrected.introduction, corrected.closing]) expect(version).toContain(said);
      expect(version).not.toContain(closing);
    }
    for (const version of [first.html, first.text]) expect(version).not.toContain(corrected.introduction);
  });

  test('says so to a customer that bought directly, too', async () => {
    const { subject } = await render({ isCorrection: true, seller: null });
    expect(subject).toBe('Corrected: Order SO-2026-00117: your licenses are delivered');
  });
});

test('an order without a purchase order says nothing of one', async () => {
  const { html, text } = await render({ purchaseOrder: null });
  for (const version of [html, text]) expect(version).not.toContain('Purchase order');
});

test('a locale whose language is not there gets English', async () => {
  expect(await render({ locale: 'pt-BR' })).toEqual(await render());
});
