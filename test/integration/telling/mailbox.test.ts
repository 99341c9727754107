import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createResend, type OutgoingMail, type SendThroughResend } from '../../../mail/resend.ts';
import { MailboxEntity } from '../../../db/entities/telling/mailbox.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { openPortal, unlockableOrder, type TestPortal } from '../../support/portal/portal.ts';

let database: TestDatabase;
let portal: TestPortal;
let send: SendThroughResend;
let now = Date.parse('2026-11-24T08:00:00Z');

beforeAll(async () => {
  database = await openDatabase();
  const deps = { em: () => database.orm.em.fork(), mailbox: true, clock: () => (now += 1_000) };
  portal = await openPortal(unlockableOrder(), deps);
  const address = await portal.app.listen({ port: 0, host: '127.0.0.1' });
  send = createResend({ apiKey: 're_development', baseUrl: `${address}/dev/resend` });
});

beforeEach(() => database.orm.em.fork().nativeDelete(MailboxEntity, {}));

afterAll(async () => {
  await portal.app.close();
  await database.drop();
});

const MAIL: OutgoingMail = {
  from: 'Licensing <licensing@example.com>',
  to: 'orders@northwind-voice.example',
  subject: 'Licenses for “Hôtel <Est>”',
  html: '<html><head><style>p{margin:0}</style></head><body style="color:red">Hello</body></html>',
  text: 'Hello',
  tags: [{ name: 'order', value: 'SO-1' }],
  idempotencyKey: 'mail/SO-1/1',
};

const get = (url: string) => portal.app.inject({ method: 'GET', url });
const outbox = async () => (await get('/dev/outbox.json')).json().items;

test('an e-mail sent through Resend’s SDK is in the mailbox, as it was sent', async () => {
  const sent = await send(MAIL);
  const { from: _from, idempotencyKey: _key, ...shown } = MAIL;
  expect(await outbox()).toEqual([
    { ...shown, to: [MAIL.to], id: (sent as { id: string }).id, sentAt: new Date(now).toISOString() },
  ]);
});

test('the same key and e-mail again is the same e-mail, also when both come at once', async () => {
  const [first, second] = await Promise.all([send(MAIL), send(MAIL)]);
  expect(first.kind).toBe('sent');
  expect(second).toEqual(first);
  expect(await send(MAIL)).toEqual(first);
  expect(await outbox()).toHaveLength(1);
});

test('the same key with another e-mail is refused, as Resend does', async () => {
  await send(MAIL);
  expect(await send({ ...MAIL, subject: 'Other' })).toMatchObject({ kind: 'taken' });
  expect(await outbox()).toHaveLength(1);
});

test('the newest is first, and without a key every e-mail is one of its own', async () => {
  const { idempotencyKey: _key, ...mail } = MAIL;
  const headers = { authorization: 'Bearer re_x' };
  for (const subject of ['first', 'second']) {
    const payload = { ...mail, subject };
    await portal.app.inject({ method: 'POST', url: '/dev/resend/emails', headers, payload });
  }
  expect((await outbox()).map((item: { subject: string }) => item.subject)).toEqual(['second', 'first']);
});

test('what is no e-mail, or comes without a key of Resend’s kind, is refused as Resend does', async () => {
  const post = (headers: object, payload: object) =>
    portal.app.inject({ method: 'POST', url: '/dev/resend/emails', headers: { ...headers }, payload });
  expect((await post({}, MAIL)).json()).toMatchObject({ statusCode: 401, name: 'missing_api_key' });
  expect((await post({ authorization: 'Bearer re_x' }, { to: 'a@b.example' })).json()).toMatchObject({
    ...{ statusCode: 422, name: 'validation_error' },
  });
});

test('an empty mailbox says what comes next', async () => {
  expect((await get('/dev/outbox')).body).toContain('Nothing was sent yet.');
});

test('the pages show the list, and one e-mail in a frame that runs nothing', async () => {
  const { id } = (await send(MAIL)) as { id: string };
  expect((await get('/dev/outbox')).body).toContain(`href="/dev/outbox/${id}"`);
  const page = await get(`/dev/outbox/${id}`);
  expect(page.body).toContain('Licenses for “Hôtel &lt;Est&gt;”');
  expect(page.body).toContain(`src="/dev/outbox/${id}/html" sandbox="allow-popups `);

  const mail = await get(`/dev/outbox/${id}/html`);
  expect(mail.body).toBe(MAIL.html);
  const policy = mail.headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
});

test('an e-mail that is not there leads nowhere', async () => {
  for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
    expect((await get(`/dev/outbox/${id}`)).statusCode).toBe(404);
    expect((await get(`/dev/outbox/${id}/html`)).statusCode).toBe(404);
  }
});
