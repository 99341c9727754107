import type { Narrator } from './narrator.ts';

export const SUBSCRIBED = 'SO-2040-00117';
export const BOUGHT = 'SO-2040-00118';
export const STARTS_AT = '2040-01-09T10:00:00+01:00';
export const LAST_CHAPTER_AT = '2043-04-03T10:00:00+02:00';

const CUSTOMER = {
  ...{ id: 'acme-hotels', name: 'Acme Hotels', email: 'it@acme-hotels.example' },
  timeZone: 'Europe/Rome',
};
const RESELLER = {
  ...{ id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' },
  timeZone: 'Europe/Rome',
};
const CONSOLES = { application: 'attendant-console', license: 'subscription' };
const RECORDING = { application: 'call-recording', license: 'subscription' };
const FAX = { application: 'digital-fax', license: 'perpetual' };

/** A little over three years of one customer's two orders: one subscribed, one bought for good with care. */
export async function live({ chapter, call, register, assign, activate }: Narrator): Promise<void> {
  const order = (number: string, path: string) => `/v1/orders/${number}/${path}`;
  const renew = (number: string, renewal: object) => call('POST', order(number, 'renewals'), renewal);
  const unlock = (number: string) => call('POST', order(number, 'unlock'));
  const parties = { customer: CUSTOMER, reseller: RESELLER };

  await chapter(STARTS_AT, 'two orders are placed, and each is announced by one e-mail', async () => {
    const consoles = { ...CONSOLES, capacity: 20, startsOn: '2040-02-01', endsOn: '2041-01-31' };
    await call('POST', '/v1/orders', { number: SUBSCRIBED, ...parties, lines: [consoles] });
    const fax = { ...FAX, capacity: 8, care: { level: 'gold', endsOn: '2041-01-31' } };
    await call('POST', '/v1/orders', { number: BOUGHT, ...parties, lines: [fax] });
  });

  await chapter('2040-01-11T15:00:00+01:00', 'the reseller unlocks both', async () => {
    await unlock(SUBSCRIBED);
    await unlock(BOUGHT);
  });

  const desk = await chapterWith('2040-01-16T09:00:00+01:00', 'a server gets capacity and is activated', async () => {
    const site = await register(CUSTOMER.id, 'Front desk', 'production');
    await assign(site, CONSOLES.application, 20);
    await assign(site, FAX.application, 8);
    await activate(site);
    return site;
  });

  await chapter('2040-03-05T11:00:00+01:00', 'the first expansion arrives, and ends with the order', () =>
    call('POST', order(SUBSCRIBED, 'expansions'), {
      reference: 'SO-2040-00230',
      lines: [{ ...CONSOLES, capacity: 10 }],
    }),
  );

  const office = await chapterWith(
    '2040-03-07T11:00:00+01:00',
    'it is unlocked, and goes to a second server',
    async () => {
      await unlock(SUBSCRIBED);
      const site = await register(CUSTOMER.id, 'Back office', 'redundancy');
      await assign(site, CONSOLES.application, 10);
      await activate(site);
      return site;
    },
  );

  await chapter('2040-06-04T11:00:00+02:00', 'the second expansion, of another application', () =>
    call('POST', order(SUBSCRIBED, 'expansions'), {
      reference: 'SO-2040-00371',
      lines: [{ ...RECORDING, capacity: 15 }],
    }),
  );

  await chapter('2040-06-05T11:00:00+02:00', 'it goes to the server that was activated long ago', async () => {
    await unlock(SUBSCRIBED);
    await assign(desk, RECORDING.application, 15);
  });

  await chapter(
    '2040-12-10T09:00:00+01:00',
    'the first renewal comes in time; the care of the other order is forgotten',
    () => renew(SUBSCRIBED, { reference: 'renewal 1', endsOn: '2041-10-31' }),
  );

  await chapter('2041-03-04T09:00:00+01:00', 'payment is late: the order is suspended', () =>
    call('PUT', order(SUBSCRIBED, 'suspension'), { reason: 'Payment is late' }),
  );

  await chapter('2041-03-18T09:00:00+01:00', 'and resumed', () => call('DELETE', order(SUBSCRIBED, 'suspension')));

  await chapter('2041-05-13T09:00:00+02:00', 'the care that lapsed returns', () =>
    renew(BOUGHT, { reference: 'care returns', endsOn: '2043-05-31' }),
  );

  await chapter('2041-11-11T09:00:00+01:00', 'the second renewal comes late, inside the grace', () =>
    renew(SUBSCRIBED, { reference: 'renewal 2', endsOn: '2042-04-30' }),
  );

  await chapter(
    '2042-04-14T09:00:00+02:00',
    'the third renewal reduces the consoles of the first line from 20 to 12, from its new term on',
    () =>
      renew(SUBSCRIBED, {
        reference: 'renewal 3',
        endsOn: '2042-06-30',
        lines: [{ line: '1', capacity: 12 }, { line: '2' }, { line: '3' }],
      }),
  );

  await chapter(
    '2042-07-21T09:00:00+02:00',
    'nobody renewed: the order has lapsed, and the back office gives its consoles up',
    () => assign(office, CONSOLES.application, 0),
  );

  await chapter('2042-08-18T09:00:00+02:00', 'a renewal inside the window reinstates what was not given back', () =>
    renew(SUBSCRIBED, { reference: 'reinstatement', endsOn: '2042-09-30' }),
  );

  await chapter(
    LAST_CHAPTER_AT,
    'nobody renewed again, the window is over, and the order has ended; the other one lives on',
    async () => {},
  );

  async function chapterWith<Result>(instant: string, title: string, deed: () => Promise<Result>): Promise<Result> {
    const answered: Result[] = [];
    await chapter(instant, title, async () => answered.push(await deed()));
    return answered[0]!;
  }
}
