import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { NOTICE_CHOICES } from '../../../domain/notices.ts';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { noticesCapability } from '../../../secrets/notices-link.ts';
import { signInAs } from '../../support/api/people.ts';
import { openSite, type TestSite } from '../../support/portal/site.ts';

const EMAIL = 'orders@northwind.example';
const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

let site: TestSite;
let account: string;
let link: string;
let accounts = 0;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  account = `reseller-${(accounts += 1)}`;
  const about = { name: 'Northwind Voice', email: EMAIL, timeZone: 'Europe/Rome', locale: 'en', createdAt: new Date() };
  await em().insert(AccountEntity, { id: account, kind: 'reseller', ...about });
  link = `/notices/${noticesCapability(site.deps.secretKeys, { account, email: EMAIL })}`;
});

const em = () => site.deps.orm.em.fork();
const chosen = async () => {
  const { notices, noticeDays } = await em().findOneOrFail(AccountEntity, account);
  return { notices, noticeDays };
};
const changes = () =>
  em().execute<{ fields: string[]; by: string }[]>(
    `select data->'fields' as fields, data->>'by' as by from journal where stream = ? order by seq`,
    [`account/${account}`],
  );

/** A mail provider that unsubscribes for its reader sends neither cookies nor an origin (RFC 8058, section 3.1). */
const pressed = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  site.app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

test('a scanner that opens the link changes nothing, and nobody else is told its address', async () => {
  for (const method of ['GET', 'HEAD'] as const) {
    const { statusCode, headers } = await site.app.inject({ method, url: link });
    expect([statusCode, headers['cache-control'], headers['referrer-policy']]).toEqual([
      200,
      'no-store',
      'no-referrer',
    ]);
  }
  expect((await pressed(link, {})).statusCode).toBe(303);
  expect(await chosen()).toEqual({ notices: true, noticeDays: null });
  expect(await changes()).toEqual([]);
});

test('one click of a mail program switches them off, as a form of either kind, again and again, and is journaled once', async () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  const multipart = new Response(form);
  const first = await site.app.inject({
    ...{ method: 'POST', url: link, payload: Buffer.from(await multipart.arrayBuffer()) },
    headers: { 'content-type': multipart.headers.get('content-type')! },
  });
  const again = await pressed(link, ONE_CLICK);
  for (const { statusCode, body } of [first, again]) {
    expect(statusCode).toBe(200);
    expect(body).toContain('These e-mails are off');
  }
  expect(await chosen()).toEqual({ notices: false, noticeDays: null });
  expect(await changes()).toEqual([{ fields: ['notices'], by: 'link/0' }]);
});

test('its reader chooses the days, and switches them off and on again on the same page with what was chosen', async () => {
  const page = site.visitor();
  const save = { do: 'save', 'days-30': 'yes', 'days-7': 'yes', 'days-45': 'yes' };
  expect(await page.post(link, save)).toMatchObject({ status: 303, location: link });
  expect(await chosen()).toEqual({ notices: true, noticeDays: [30, 7] });
  const { body } = await page.get(link);
  for (const day of NOTICE_CHOICES)
    expect(new RegExp(`<input[^>]*checked[^>]*name="days-${day}"|name="days-${day}"[^>]*checked`).test(body)).toBe(
      [30, 7].includes(day),
    );
  await page.post(link, { do: 'stop' });
  expect((await page.get(link)).body).toContain('Switch them on again');
  await page.post(link, { do: 'resume' });
  expect(await chosen()).toEqual({ notices: true, noticeDays: [30, 7] });
  const all = Object.fromEntries(NOTICE_CHOICES.map((day) => [`days-${day}`, 'yes']));
  await page.post(link, { do: 'save', ...all });
  expect(await chosen()).toEqual({ notices: true, noticeDays: null });
});

test('no day at all is refused, and says what can be done instead', async () => {
  const { status, body } = await site.visitor().post(link, { do: 'save' });
  expect(status).toBe(422);
  expect(body).toContain('Choose at least one, or switch all of them off.');
  expect(await chosen()).toEqual({ notices: true, noticeDays: null });
});

test('a link that was altered, belongs to another account or went to a former address opens nothing', async () => {
  const of = (reader: { account: string; email: string }) =>
    `/notices/${noticesCapability(site.deps.secretKeys, reader)}`;
  const altered = link.slice(0, -2) + (link.endsWith('AA') ? 'BB' : 'AA');
  const others = [
    ...[altered, link.split('.')[0]!, '/notices/', '/notices/eA', `${link}.x`],
    ...[of({ account: 'nobody', email: EMAIL }), of({ account, email: 'former@northwind.example' })],
  ];
  for (const url of others) {
    expect([url, (await site.app.inject({ method: 'GET', url })).statusCode]).toEqual([url, 404]);
    expect([url, (await pressed(url, ONE_CLICK)).statusCode]).toEqual([url, 404]);
  }
  await em().nativeUpdate(AccountEntity, { id: account }, { email: 'new@northwind.example' });
  expect((await pressed(link, ONE_CLICK)).statusCode).toBe(404);
  expect(await chosen()).toEqual({ notices: true, noticeDays: null });
});

test('an administrator finds the page from the account, and nobody else of it does', async () => {
  const { status, location } = await site
    .visitor((await signInAs(em(), account)).cookie)
    .get(`/accounts/${account}/notices`);
  expect([status, location]).toEqual([303, link]);
  const viewer = site.visitor((await signInAs(em(), account, { role: 'viewer' })).cookie);
  expect((await viewer.get(`/accounts/${account}/notices`)).status).toBe(403);
});
