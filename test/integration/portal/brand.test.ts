import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keyFor } from '../../support/api/api-keys.ts';
import { signInAs } from '../../support/api/people.ts';
import { valueOf } from '../../support/portal/html.ts';
import { openSite, type TestSite, type Visitor } from '../../support/portal/site.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const NONE = { name: null, logoUrl: null, accent: null, support: null, footer: null };
const BRAND = '/v1/settings/brand';

let site: TestSite;
let vendor: Visitor;
let customer: Visitor;

beforeAll(async () => {
  site = await openSite();
  const em = () => site.database.orm.em.fork();
  await em().execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
     values ('acme-hotels', 'customer', 'Acme Hotels', 'it@acme.example', 'UTC', 'en', now())`,
  );
  vendor = site.visitor((await signInAs(em(), 'vendor')).cookie);
  customer = site.visitor((await signInAs(em(), 'acme-hotels')).cookie);
});
afterAll(() => site.close());

/** Sends the form of the settings, as it was opened, with other fields. */
async function save(fields: Record<string, string>, logo?: Blob) {
  const { body } = await vendor.get('/settings');
  const kept = Object.fromEntries(
    ['version', 'name', 'accent', 'support', 'footer'].map((name) => [name, valueOf(body, name)]),
  );
  return vendor.send('/settings', { ...kept, ...fields }, { logo: logo ?? new Blob([]) });
}

test('what the vendor says of itself stands on every page and in every e-mail, its logo under an address of its own', async () => {
  expect((await site.call('GET', BRAND)).body).toEqual(NONE);
  const fields = {
    name: 'Contoso Voice',
    accent: '#7A1FA2',
    support: 'help@contoso.example',
    footer: 'Contoso S.p.A., Pisa',
  };
  const saved = await save(fields, new Blob([PNG]));
  expect([saved.status, saved.location]).toEqual([303, '/settings?saved']);

  const { body, headers } = await site.call('GET', BRAND);
  expect(body).toMatchObject({ ...fields, accent: '#7a1fa2' });
  const path = new URL(body.logoUrl).pathname;
  const logo = await site.app.inject(path);
  expect(logo.headers).toMatchObject({
    ...{ 'content-type': 'image/png', 'cache-control': expect.stringContaining('immutable') },
    ...{
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    },
  });
  expect(logo.rawPayload).toEqual(PNG);

  const shown = await site.services.brand.show();
  const sheet = await site.app.inject(shown.styleSheet!.url);
  expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  expect(sheet.body).toContain('#7a1fa2');
  expect((await site.app.inject(shown.styleSheet!.url.replace('7a1fa2', '000000'))).statusCode).toBe(404);

  await site.visitor().post('/sign-in', { email: (await signInAs(site.database.orm.em.fork(), 'acme-hotels')).email });
  await site.services.post.settled();
  const { html, text } = site.posted.at(-1)!;
  for (const said of ['Contoso Voice', 'help@contoso.example', 'Contoso S.p.A., Pisa']) {
    expect(html).toContain(said);
    expect(text).toContain(said);
  }
  expect(html).toContain(body.logoUrl);

  const again = await site.call('PUT', BRAND, { logo: null }, { 'if-match': headers.etag as string });
  expect(again.body).toMatchObject({ ...fields, accent: '#7a1fa2', logoUrl: null });
  // E-mails that were sent still name it.
  expect((await site.app.inject(path)).statusCode).toBe(200);
  const stale = await site.call('PUT', BRAND, { name: 'Another' }, { 'if-match': headers.etag as string });
  expect([stale.status, stale.body.code, stale.body.changedBy]).toEqual([412, 'CHANGED_MEANWHILE', expect.any(String)]);
  const { body: life } = await site.call('GET', '/v1/accounts/vendor/events');
  expect(life.items.map(({ type, fields: changed }: { type: string; fields: string[] }) => [type, changed])).toEqual([
    ['account-changed', ['brand']],
    ['account-changed', ['brand']],
  ]);
});

test.each<[string, Record<string, string>, Blob | undefined, string]>([
  ['a color that no text can be read on', { accent: '#e5322d' }, undefined, 'contrast of 4.'],
  ['what is no color', { accent: 'red' }, undefined, 'Write the color as #'],
  ['a drawing that can hold a script', {}, new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'SVG is not taken'],
  ['a file that is too large', {}, new Blob([PNG, Buffer.alloc(200_000)]), 'at most 128 kB'],
  ['what is no address', { support: 'nobody' }, undefined, 'This is no e-mail address'],
])('%s is refused beside its field, and what was typed stays', async (_what, fields, logo, sentence) => {
  const before = (await site.call('GET', BRAND)).body;
  const { status, body } = await save({ name: 'Typed Name', ...fields }, logo);
  expect(status).toBe(422);
  expect(body).toContain(sentence);
  expect(valueOf(body, 'name')).toBe('Typed Name');
  expect((await site.call('GET', BRAND)).body).toEqual(before);
});

test('a form that was overtaken says so and keeps what was typed; the same once more is no conflict', async () => {
  const { body } = await vendor.get('/settings');
  const version = valueOf(body, 'version');
  await site.call('PUT', BRAND, { name: 'Theirs' });
  const mine = { version, name: 'Mine', accent: '', support: '', footer: '' };
  const overtaken = await vendor.send('/settings', mine);
  expect([overtaken.status, valueOf(overtaken.body, 'name')]).toEqual([409, 'Mine']);
  expect(overtaken.body).toContain('Somebody else has changed the brand meanwhile');
  const now = { ...mine, version: valueOf(overtaken.body, 'version') };
  for (let times = 0; times < 2; times += 1) expect((await vendor.send('/settings', now)).status).toBe(303);
  expect((await site.call('GET', BRAND)).body).toEqual({ ...NONE, name: 'Mine' });
});

test('the brand is the vendor’s alone to read and to change', async () => {
  const key = await keyFor(site.database.orm.em.fork(), 'acme-hotels');
  expect((await site.call('GET', BRAND, undefined, key)).status).toBe(403);
  expect((await site.call('PUT', BRAND, { name: 'Mine' }, key)).status).toBe(403);
  expect((await customer.get('/settings')).status).toBe(403);
  expect((await customer.send('/settings', { name: 'Mine' })).status).toBe(403);
});
