import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { unlockCapability } from '../../../secrets/unlock-link.ts';
import { openPortal, problem, unlockableOrder, type TestPortal } from '../../support/portal/portal.ts';

let portal: TestPortal;

beforeEach(async () => {
  portal = await openPortal(unlockableOrder());
});

afterEach(() => portal.app.close());

const get = (url = portal.link) => portal.app.inject({ method: 'GET', url });
const press = (url = portal.link, headers = {}) => portal.app.inject({ method: 'POST', url, headers });

const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' };

test('the page names the order, the parties, every line and the consequence, and changes nothing', async () => {
  const { statusCode, body, headers } = await get();
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  for (const text of ['SO-2026-00117', 'Acme Hotels', 'Northwind Voice', 'Attendant Console', 'Digital Fax'])
    expect(body).toContain(text);
  for (const text of ['20 operators', '1,800 channels', 'can it be locked again', 'Unlock these licenses'])
    expect(body).toContain(text);
  await portal.app.inject({ method: 'HEAD', url: portal.link });
  expect(portal.unlocks).toBe(0);
});

test('pressing the button unlocks and leads back to the page, which says when', async () => {
  const { statusCode, headers } = await press(portal.link, FORM);
  expect(statusCode).toBe(303);
  expect(headers.location).toBe(portal.link);
  const { body } = await get();
  expect(body).toContain('Unlocked on <time dateTime="2026-11-24T09:30:00.000Z"');
  expect(body).not.toContain('<form');
});

test('pressing it twice is fine, and asks for one unlock', async () => {
  await press();
  expect((await press()).statusCode).toBe(303);
  expect(portal.unlocks).toBe(1);
});

test('while no worker runs the page says that the unlock is taken, and shows the result when it is there', async () => {
  portal.unlock = async () => ({ applied: false });
  const { statusCode, headers } = await press();
  expect(statusCode).toBe(303);
  const waiting = await get(headers.location);
  expect(waiting.body).toContain('Your unlock is taken.');
  expect(waiting.body).toContain('<meta http-equiv="refresh" content="3"/>');
  expect(waiting.body).not.toContain('<form');

  portal.order.deliveries[0]!.unlockedAt = '2026-11-24T09:31:00.000Z';
  const done = await get(headers.location);
  expect(done.body).toContain('Unlocked on');
  expect(done.body).not.toContain('http-equiv="refresh"');
});

test('while Temporal is down the page says that nothing is lost, and nothing is unlocked', async () => {
  portal.unlock = () => Promise.reject(problem('TEMPORAL_UNAVAILABLE'));
  const { statusCode, body } = await press();
  expect(statusCode).toBe(503);
  expect(body).toContain('Nothing is lost');
});

test.each([
  ['canceled', 'This order was canceled.'],
  ['ended', 'This order has ended.'],
] as const)('an order that is %s is explained and offers no button', async (status, sentence) => {
  portal.order.status = status;
  const { statusCode, body } = await get();
  expect(statusCode).toBe(200);
  expect(body).toContain(sentence);
  expect(body).not.toContain('<form');
});

test('an order that was canceled while the page was open leads to the explanation', async () => {
  portal.unlock = () => Promise.reject(problem('ORDER_CANCELED'));
  expect((await press()).headers.location).toBe(portal.link);
});

test('an order that is suspended is explained, and can be unlocked all the same', async () => {
  portal.order.status = 'suspended';
  const { statusCode, body } = await get();
  expect(statusCode).toBe(200);
  expect(body).toContain('This order is suspended.');
  expect(body).toContain('no server may use them until the vendor resumes the order');
  expect((await press()).statusCode).toBe(303);
  const unlocked = (await get()).body;
  for (const text of ['Unlocked on', 'This order is suspended.']) expect(unlocked).toContain(text);
});

test('an order that a distributor sold alone names the distributor', async () => {
  portal.order.reseller = null;
  portal.order.distributor = { name: 'Continental Telecom' };
  const { body } = await get();
  expect(body).toMatch(/<dt>Distributor<\/dt><dd><bdi dir="auto">Continental Telecom</);
  expect(body).not.toContain('<dt>Reseller');
});

test('a delivery shows its own lines only', async () => {
  portal.order.lines[1]!.delivery = '2';
  expect((await get()).body).not.toContain('Digital Fax');
});

test('a forged or cut link leads nowhere, with GET and with POST', async () => {
  const forged = unlockCapability([{ name: 'k1', key: Buffer.alloc(32, 8) }], {
    order: 'SO-2026-00117',
    delivery: '1',
    generation: 0,
  });
  const elsewhere = [
    portal.link.slice(0, -1),
    portal.link.slice(0, 30),
    `${portal.link}/more`,
    `/unlock/${forged}`,
    '/unlock/',
  ];
  for (const url of elsewhere) {
    expect(await get(url)).toMatchObject({ statusCode: 404, body: expect.stringContaining('There is nothing here') });
    expect((await press(url)).statusCode).toBe(404);
  }
  expect(portal.unlocks).toBe(0);
});

test('a link that was replaced says so and nothing of the order, opened or pressed, and unlocks nothing', async () => {
  portal.newest = 1;
  for (const { statusCode, body, headers } of [await get(), await press()]) {
    expect(statusCode).toBe(410);
    expect(body).toContain('This link was replaced');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    for (const told of ['SO-2026-00117', 'Acme Hotels', 'Northwind Voice', 'Digital Fax', '<form'])
      expect(body).not.toContain(told);
  }
  expect(portal.unlocks).toBe(0);
  const newer = { order: 'SO-2026-00117', delivery: '1', generation: 1 };
  const url = `/unlock/${unlockCapability([{ name: 'k1', key: Buffer.alloc(32, 7) }], newer)}`;
  expect((await get(url)).statusCode).toBe(200);
  expect((await press(url)).statusCode).toBe(303);
  expect(portal.unlocks).toBe(1);
});

test('a link that was replaced while its page was open unlocks nothing', async () => {
  portal.unlock = () => Promise.reject(problem('LINK_REPLACED'));
  const { statusCode, body } = await press();
  expect([statusCode, body]).toEqual([410, expect.stringContaining('This link was replaced')]);
});

test('a link of an order or a delivery that is not there leads nowhere', async () => {
  portal.order.deliveries = [];
  expect((await get()).statusCode).toBe(404);
  portal.order = unlockableOrder({ number: 'SO-other' });
  expect((await get()).statusCode).toBe(404);
});

test('names with quotes, angle brackets and Arabic stay names', async () => {
  portal.order.customer.name = 'فنادق الشرق "Best" <script>alert(1)</script>';
  const { body } = await get();
  expect(body).toContain('<bdi dir="auto">فنادق الشرق &quot;Best&quot; &lt;script&gt;alert(1)&lt;/script&gt;</bdi>');
  expect(body).not.toContain('<script>');
});

test('every page, errors too, is kept nowhere, sends no referrer and runs our script alone', async () => {
  portal.unlock = () => Promise.reject(new Error('unexpected'));
  const answers = [await get('/'), await get(), await press(), await get('/unlock/x')];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 500, 404]);
  for (const { headers, body } of answers) {
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script src="\/assets\/[0-9a-f]{12}-portal.js" /),
    ]);
    expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|unexpected/);
  }
});

test('what is no form is refused with a page', async () => {
  const answer = await press(portal.link, { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '0' });
  expect(answer.statusCode).toBe(415);
  expect(answer.body).toContain('This cannot be read');
});

test('style sheet, script and icons are served compressed, under addresses that can be kept for good', async () => {
  const { body } = await get('/');
  const addresses = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address!);
  expect(addresses).toHaveLength(4);
  let bytes = 0;
  for (const url of addresses) {
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    const compressed = await portal.app.inject({ method: 'GET', url, headers });
    expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(compressed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    bytes += compressed.rawPayload.length;
    const plain = await get(url);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(compressed.rawPayload)).toEqual(plain.rawPayload);
  }
  expect(bytes).toBeLessThan(60_000);
  expect((await get(addresses.find((address) => address.endsWith('.css')))).body).toMatch(
    /prefers-color-scheme:dark.*--tblr-body-bg/s,
  );
});

test('the first page offers the mailbox only where there is one', async () => {
  expect((await get('/')).body).not.toContain('/dev/outbox');
  expect((await get('/dev/outbox')).statusCode).toBe(404);
  const withMailbox = await openPortal(unlockableOrder(), { mailbox: true });
  expect((await withMailbox.app.inject('/')).body).toContain('href="/dev/outbox"');
  await withMailbox.app.close();
});
