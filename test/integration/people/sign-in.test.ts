import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { signInAs } from '../../support/api/people.ts';
import { openSite, type TestSite, type Visitor } from '../../support/portal/site.ts';

let site: TestSite;
let now = Date.parse('2026-11-24T09:00:00Z');
let known: string;

beforeAll(async () => {
  site = await openSite({ clock: () => now });
});
afterAll(() => site.close());

beforeEach(async () => {
  now += 3_600_000;
  known = (await signInAs(site.deps.orm.em.fork(), 'vendor')).email;
  site.posted.length = 0;
});

/** Asks for a link as a browser does, and answers what the e-mail holds. */
async function ask(visitor: Visitor, email = known, to = '/sessions') {
  await visitor.post('/sign-in', { email, to });
  await site.services.post.settled();
  const mail = site.posted.at(-1);
  return {
    mail,
    link: /https:\/\/licensing\.example(\/sign-in\/link\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '',
    code: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(mail?.text ?? '')?.[0] ?? '',
  };
}

test('a link signs in when its button is pressed, and leads to where one wanted to go', async () => {
  const visitor = site.visitor();
  const { mail, link } = await ask(visitor);
  expect(mail?.to).toBe(known);
  const shown = await visitor.get(link);
  expect(shown.body).toContain(known);
  expect(shown.headers['referrer-policy']).toBe('no-referrer');
  expect((await visitor.get('/sessions')).status).toBe(303);
  const pressed = await visitor.post(link, {}, { origin: 'null', 'sec-fetch-site': undefined });
  expect([pressed.status, pressed.location]).toEqual([303, '/sessions']);
  expect((await visitor.get('/sessions')).body).toContain('This browser');
});

test('the code is read without opening the e-mail: it stands first in the subject, and before all else in what a list shows', async () => {
  const { mail, code } = await ask(site.visitor());
  expect(mail?.subject).toBe(`${code} is your code to sign in to Cloud Licensing`);
  expect(mail?.html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, '').trimStart()).toMatch(new RegExp(`^${code}`));
  expect(mail?.text.indexOf(code)).toBeLessThan(mail!.text.indexOf('https://'));
});

test('opening a link changes nothing, however often; pressing its button works once', async () => {
  const visitor = site.visitor();
  const { link } = await ask(visitor);
  for (let opened = 0; opened < 3; opened += 1) expect((await site.visitor().get(link)).status).toBe(200);
  expect((await visitor.post(link)).status).toBe(303);
  expect((await site.visitor().post(link)).status).toBe(410);
  expect((await site.visitor().get(link)).body).toContain('Ask for a new one');
});

test('of two who press the button of one link at once, one signs in', async () => {
  const { link } = await ask(site.visitor());
  const answers = await Promise.all([1, 2, 3].map(() => site.visitor().post(link)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
});

test('links and codes are over after ten minutes', async () => {
  const visitor = site.visitor();
  const { link, code } = await ask(visitor);
  now += 600_001;
  expect((await visitor.get(link)).status).toBe(410);
  expect((await visitor.post(link)).status).toBe(410);
  expect((await visitor.post('/sign-in/code', { code })).status).toBe(422);
});

test('the code signs in the browser that asked, in any case and with blanks, and no other', async () => {
  const visitor = site.visitor();
  const { code } = await ask(visitor);
  expect((await site.visitor().post('/sign-in/code', { code })).status).toBe(422);
  const spaced = ` ${code.slice(0, 2)} ${code.slice(2).toLowerCase()}. `;
  expect((await visitor.post('/sign-in/code', { code: spaced })).location).toBe('/sessions');
  expect((await visitor.post('/sign-in/code', { code })).status).toBe(422);
});

test('a code takes five tries, at once or one after the other; the link still works', async () => {
  const visitor = site.visitor();
  const { code, link } = await ask(visitor);
  const wrong = code === '0000-0000' ? '0000-0001' : '0000-0000';
  const tries = await Promise.all([1, 2, 3, 4, 5].map(() => visitor.post('/sign-in/code', { code: wrong })));
  expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
  expect((await visitor.post('/sign-in/code', { code })).status).toBe(422);
  expect((await visitor.post(link)).status).toBe(303);
});

test('an unknown address gets the same answer as a known one, and no e-mail', async () => {
  const answers = [];
  for (const email of [known, 'nobody@nowhere.example']) {
    const { headers, ...answer } = await site.visitor().post('/sign-in', { email, to: '/' });
    const names = Object.keys(headers).sort();
    answers.push({ ...answer, names, cookie: String(headers['set-cookie']).replace(/=[\w-]{43};/, '=…;') });
  }
  await site.services.post.settled();
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]!.location).toBe('/sign-in/sent');
  expect(site.posted.map(({ to }) => to)).toEqual([known]);
});

test('an unknown address makes the same work: the same statements, before the answer', async () => {
  // What the vendor calls itself is known by then, as it is for everybody.
  await site.visitor().get('/sign-in');
  const execute = jest.spyOn(site.deps.orm.em.getConnection(), 'execute');
  const statements = async (email: string) => {
    execute.mockClear();
    await site.services.signIn.request(email, '/', 'en', { network: '192.0.2.1', mark: null });
    return execute.mock.calls.map(([sql]) => sql);
  };
  // Who sends e-mails is read when it may have changed, whoever asks.
  await statements('before@nowhere.example');
  const forSomebody = await statements(known);
  expect(forSomebody).toHaveLength(2);
  expect(await statements('nobody@nowhere.example')).toEqual(forSomebody);
  execute.mockRestore();
});

test('an address in other letters is the same address', async () => {
  expect((await ask(site.visitor(), ` ${known.toUpperCase()} `)).mail?.to).toBe(known);
});

test('for one address five e-mails are sent in ten minutes to who asks from one place, and then more', async () => {
  for (let asked = 0; asked < 7; asked += 1) {
    await site.services.signIn
      .request(known, '/', 'en', { network: '192.0.2.1', mark: null })
      .then(({ send }) => send());
    await site.services.post.settled();
  }
  expect(site.posted).toHaveLength(5);
  now += 600_001;
  await ask(site.visitor());
  expect(site.posted).toHaveLength(6);
});

test('one place in the network asks twenty times a minute; then it has to wait', async () => {
  const from = { 'x-forwarded-for': '198.51.100.7' };
  const answers = [];
  for (let asked = 0; asked < 40; asked += 1)
    answers.push((await site.visitor().post('/sign-in', { email: 'nobody@nowhere.example' }, from)).status);
  expect(answers).toContain(429);
  const refused = await site.visitor().post('/sign-in', { email: known });
  expect([refused.status, refused.body.includes('Too many attempts')]).toEqual([429, true]);
});

test('an address of an e-mail that was copied with what stood behind it leads to its page, and never in a circle', async () => {
  const visitor = site.visitor(undefined, '198.51.100.9');
  const { code } = await ask(visitor);
  await visitor.post('/sign-in/code', { code });
  const open = (url: string) => visitor.get(url, { accept: 'text/html' });
  for (const behind of ['.', '”.', '%E2%80%9D', '>', '%20', ')'])
    expect([behind, (await open(`/sessions${encodeURI(decodeURI(behind))}`)).location]).toEqual([behind, '/sessions']);
  expect((await open('/orders/SO-1.')).location).toBe('/orders/SO-1');
  for (const elsewhere of [
    '//evil.example.',
    '/\\evil.example.',
    '/%5Cevil.example.',
    '//evil.example/%E2%80%9D',
    '/..//evil.example)',
  ])
    expect([elsewhere, new URL((await open(elsewhere)).location ?? '/', 'https://licensing.example').origin]).toEqual([
      elsewhere,
      'https://licensing.example',
    ]);
  expect((await open('/orders/SO-1')).status).toBe(404);
  expect((await visitor.get('/sessions.')).status).toBe(404);
  expect((await open('/v1/orders/SO-1.')).location).toBeUndefined();
});
