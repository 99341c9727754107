import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countQueries } from '../../support/api/count-queries.ts';
import { signInAs } from '../../support/api/people.ts';
import { linkTo, valueOf } from '../../support/portal/html.ts';
import { openSite, type TestSite, type Visitor } from '../../support/portal/site.ts';

const OWN = '/accounts/acme-hotels';

let site: TestSite;
let readers: Record<'vendor' | 'clerk' | 'customer' | 'viewer' | 'stranger', Visitor>;

const em = () => site.database.orm.em.fork();

beforeAll(async () => {
  site = await openSite();
  await em().execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
     select id, kind, name, id || '@example.com', 'UTC', 'en', now() from (values
       ('acme-hotels', 'customer', 'Acme Hotels'), ('contoso', 'customer', 'Contoso')) named (id, kind, name)`,
  );
  await em().execute(
    `insert into mails (id, account_id, recipient, subject, html, text, state)
     select 'notices/' || id || '/2026-11-2' || n, null, 'it@' || id || '.example', 'What ends: ' || id, '', '', 'sent'
     from unnest(array['acme-hotels', 'contoso']) id, generate_series(1, 3) n`,
  );
  const as = async (account: string, role: 'administrator' | 'viewer' = 'administrator') =>
    site.visitor((await signInAs(em(), account, { role })).cookie);
  readers = {
    ...{ vendor: await as('vendor'), clerk: await as('vendor', 'viewer') },
    ...{ customer: await as('acme-hotels'), viewer: await as('acme-hotels', 'viewer'), stranger: await as('contoso') },
  };
});
afterAll(() => site.close());

const NOBODYS = '6f2f5a0e-3c1d-4d5f-9a65-0d8a4f7c1b20';

/** What each reader is answered: the vendor, who reads only there, a customer, who reads only there, and another customer. */
test.each<[string, number[]]>([
  ['/accounts', [200, 200, 403, 403, 403]],
  [OWN, [200, 200, 200, 200, 404]],
  [`${OWN}/keys`, [200, 403, 200, 403, 404]],
  [`${OWN}/webhooks`, [200, 403, 200, 403, 404]],
  [`${OWN}/mails`, [200, 200, 200, 200, 404]],
  [`${OWN}/webhooks/whk_none`, [404, 403, 404, 403, 404]],
  [`${OWN}/keys/${NOBODYS}/revoke`, [404, 403, 404, 403, 404]],
  ['/accounts/nobody/keys', [404, 403, 404, 404, 404]],
  ['/batches', [200, 403, 403, 403, 403]],
  [`/batches/${NOBODYS}`, [404, 403, 403, 403, 403]],
  ['/settings', [200, 200, 403, 403, 403]],
  ['/advisories', [200, 200, 200, 200, 200]],
])('the page %s is there for whom the permissions say', async (path, statuses) => {
  const answers = await Promise.all(Object.values(readers).map(async (reader) => (await reader.get(path)).status));
  expect(answers).toEqual(statuses);
});

test('who may not see it changes nothing there either', async () => {
  const { viewer, stranger } = readers;
  const tried = [`${OWN}`, `${OWN}/keys`, `${OWN}/webhooks`, `${OWN}/keys/${NOBODYS}/revoke`, '/batches', '/settings'];
  const answers = await Promise.all(
    tried.flatMap((path) => [viewer, stranger].map(async (reader) => (await reader.post(path, { name: 'x' })).status)),
  );
  expect(answers).toEqual([403, 404, 403, 404, 403, 404, 403, 404, 403, 403, 403, 403]);
});

test('a key is made once however often its form is sent, shown, used and revoked, without a script', async () => {
  const { customer } = readers;
  const { body } = await customer.get(`${OWN}/keys`);
  const request = valueOf(body, 'request');
  const nothing = await customer.post(`${OWN}/keys`, { request, name: 'ERP', may: 'some', lasts: '30' });
  expect([nothing.status, valueOf(nothing.body, 'name'), valueOf(nothing.body, 'request')]).toEqual([
    422,
    'ERP',
    request,
  ]);
  expect(nothing.body).toContain('Choose at least one');

  const form = { request, name: 'ERP', may: 'some', lasts: '30', 'scope:licenses:read': 'yes' };
  const made = await Promise.all([customer.post(`${OWN}/keys`, form), customer.post(`${OWN}/keys`, form)]);
  const [key, again] = made.map((page) => /id="secret"[^>]*>([^<]+)</.exec(page.body)![1]!);
  expect([made[0].status, key]).toEqual([201, again]);
  // Another person's form with the same id is another form.
  const others = await readers.vendor.post(`${OWN}/keys`, form);
  expect(/id="secret"[^>]*>([^<]+)</.exec(others.body)![1]).not.toBe(key);

  const called = async () =>
    (await site.call('GET', `/v1${OWN}/licenses`, undefined, { authorization: `Bearer ${key}` })).status;
  expect(await called()).toBe(200);
  const list = await customer.get(`${OWN}/keys`);
  expect(list.body).not.toContain(key!);
  const revoke = linkTo(list.body, 'Revoke');
  expect((await customer.get(revoke)).body).toContain('Programs that use it are refused');
  for (let times = 0; times < 2; times += 1) expect((await customer.post(revoke)).status).toBe(303);
  expect(await called()).toBe(401);
});

test('a webhook is added, refused beside its field, changed, switched off and on, given another secret and removed', async () => {
  const { customer } = readers;
  const refused = await customer.post(`${OWN}/webhooks`, { url: 'https://10.0.0.1/hook', description: 'ERP' });
  expect([refused.status, valueOf(refused.body, 'url')]).toEqual([422, 'https://10.0.0.1/hook']);
  expect(refused.body).toContain('Messages cannot be sent there');

  const request = valueOf(refused.body, 'request');
  const form = { request, url: 'https://erp.example/hook', description: '', 'type:unlocked': 'yes' };
  const added = await Promise.all([customer.post(`${OWN}/webhooks`, form), customer.post(`${OWN}/webhooks`, form)]);
  expect(added.map(({ status }) => status)).toEqual([201, 201]);
  expect(added[0].body).toContain('whsec_');
  const address = linkTo((await customer.get(`${OWN}/webhooks`)).body, 'erp.example');
  const read = async () => (await site.call('GET', `/v1${address}`)).body;
  expect(await read()).toMatchObject({ url: form.url, types: ['unlocked'], state: 'enabled' });

  const seen = async () => valueOf((await customer.get(address)).body, 'seen');
  const old = await seen();
  await customer.post(address, { url: form.url, description: 'The ERP', seen: old });
  expect(await read()).toMatchObject({ description: 'The ERP', types: null });
  const late = await customer.post(address, { url: 'https://old.example/hook', description: '', seen: old });
  expect([late.status, valueOf(late.body, 'url')]).toEqual([409, 'https://old.example/hook']);
  expect(await read()).toMatchObject({ description: 'The ERP', url: form.url });
  await customer.post(`${address}/state`, { state: 'disabled', seen: await seen() });
  expect((await customer.get(address)).body).toContain('Somebody switched it off');
  await customer.post(`${address}/state`, { state: 'from-now', seen: await seen() });
  expect(await read()).toMatchObject({ state: 'enabled', disabledFor: null });

  const rotate = await customer.get(`${address}/rotate`);
  const rotated = await customer.post(`${address}/rotate`, { request: valueOf(rotate.body, 'request') });
  expect([rotated.status, rotated.body.includes('whsec_')]).toEqual([201, true]);
  expect((await customer.post(`${address}/remove`, {})).location).toBe(`${OWN}/webhooks?removed`);
  expect((await customer.get(address)).status).toBe(404);
});

test('the vendor corrects an account, unless somebody else was faster', async () => {
  const { vendor } = readers;
  const { body } = await vendor.get(OWN);
  const form = {
    version: valueOf(body, 'version'),
    name: 'Acme Hotels',
    timeZone: 'Nowhere/City',
    locale: 'it',
    notices: 'yes',
  };
  const refused = await vendor.post(OWN, form);
  expect([refused.status, valueOf(refused.body, 'timeZone')]).toEqual([422, 'Nowhere/City']);
  expect((await vendor.post(OWN, { ...form, timeZone: 'Europe/Rome' })).location).toBe(`${OWN}?saved`);
  expect((await site.call('GET', `/v1${OWN}`)).body).toMatchObject({ timeZone: 'Europe/Rome', locale: 'it' });
  const overtaken = await vendor.post(OWN, { ...form, name: 'Acme', timeZone: '' });
  expect([overtaken.status, valueOf(overtaken.body, 'name')]).toEqual([409, 'Acme']);
});

test('the e-mails of an account are told page by page, the last first, to whom it concerns', async () => {
  const first = await site.call('GET', `/v1${OWN}/mails?limit=2`);
  const second = await site.call('GET', `/v1${OWN}/mails?limit=2&cursor=${encodeURIComponent(first.body.nextCursor)}`);
  const items = [...first.body.items, ...second.body.items];
  expect(items.map(({ id }) => id)).toEqual([3, 2, 1].map((n) => `notices/acme-hotels/2026-11-2${n}`));
  expect([items[0].kind, items[0].recipient, second.body.nextCursor]).toEqual([
    'digest',
    'it@acme-hotels.example',
    null,
  ]);
  expect((await readers.customer.get(`${OWN}/mails`)).body).toContain('What ends: acme-hotels');
});

test('a file is taken in once, looked at as it stands and told of; one that can’t be read is refused beside its field', async () => {
  const { vendor } = readers;
  const { body } = await vendor.get('/batches');
  const fields = { request: valueOf(body, 'request'), kind: 'renewals', what: 'look' };
  const sending = (content: string, name: string) =>
    vendor.send('/batches', fields, { file: new File([content], name) });
  expect((await vendor.send('/batches', fields, {})).body).toContain('Choose a file');
  expect((await sending('{"items": 1}', 'a.json')).status).toBe(422);
  expect((await sending('nothing,known\n1,2\n', 'a.csv')).body).toContain('The file cannot be read');
  expect((await sending('%PDF', 'a.pdf')).status).toBe(422);

  const item = { order: 'SO-none', reference: 'R-1', endsOn: '2027-11-30' };
  const files = [JSON.stringify([item, {}]), [item, {}].map((one) => JSON.stringify(one)).join('\n')];
  const [asJson, again] = [await sending(files[0]!, 'a.json'), await sending(files[0]!, 'a.json')];
  expect([asJson.status, asJson.location]).toEqual([303, again.location]);
  const page = await vendor.get(asJson.location!);
  expect(page.body).toContain('SO-none');
  expect(page.body).toContain('INVALID_REQUEST');
  const csv = await vendor.get(`${asJson.location}/items.csv?outcome=refused`);
  expect([csv.headers['content-type'], csv.body.includes('INVALID_REQUEST')]).toEqual([
    'text/csv; charset=utf-8',
    true,
  ]);
  expect((await vendor.get(`${asJson.location}/cancel`)).body).toContain('What is done stays done');

  const queries = await countQueries(site.database.orm);
  const few = await queries.while(async () => void (await vendor.get(asJson.location!)));
  const many = await vendor.send(
    '/batches',
    { ...fields, request: '' },
    { file: new File([Array.from({ length: 90 }, () => JSON.stringify(item)).join('\n')], 'many.ndjson') },
  );
  expect(await queries.while(async () => void (await vendor.get(many.location!)))).toBe(few);
});
