import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { signInAs } from '../support/api/people.ts';
import { openSite, type TestSite, type Visitor } from '../support/portal/site.ts';

/** What strangers who know an address can do to its owner, and how far they can guess. */

let site: TestSite;
let now = Date.parse('2026-11-24T09:00:00Z');
let owner: string;

beforeAll(async () => {
  site = await openSite({ clock: () => now });
});
afterAll(() => site.close());

beforeEach(async () => {
  now += 2 * 86_400_000;
  owner = (await signInAs(site.deps.orm.em.fork(), 'vendor')).email;
  site.posted.length = 0;
});

const asking = (network: string, mark: string | null = null) =>
  site.services.signIn.request(owner, '/', 'en', { network, mark });

async function mailsAfter(network: string, mark: string | null = null): Promise<number> {
  const before = site.posted.length;
  (await asking(network, mark)).send();
  await site.services.post.settled();
  return site.posted.length - before;
}

const codeIn = (text: string) => /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(text)![0];
const linkIn = (text: string) => /licensing\.example(\/sign-in\/link\/[\w-]+)/.exec(text)![1]!;

async function signIn(visitor: Visitor): Promise<void> {
  await visitor.post('/sign-in', { email: owner });
  await site.services.post.settled();
  const code = codeIn(site.posted.at(-1)!.text);
  expect((await visitor.post('/sign-in/code', { code })).status).toBe(303);
}

test('a stranger who asks for an address again and again uses up nothing of its owner, who asks from elsewhere', async () => {
  for (let asked = 0; asked < 8; asked += 1) (await asking('198.51.100.7')).send();
  await site.services.post.settled();
  expect(site.posted).toHaveLength(5);
  expect(await mailsAfter('203.0.113.9')).toBe(1);
});

test('strangers everywhere cannot keep a browser out that its owner has signed in with', async () => {
  const browser = site.visitor();
  await signIn(browser);
  const mark = browser.cookies.get('__Host-known')!;
  for (let asked = 0; asked < 30; asked += 1) (await asking(`198.51.100.${asked}`)).send();
  await site.services.post.settled();
  // The browser's own first e-mail, before it was known, is one of them.
  expect(site.posted).toHaveLength(20);
  expect(await mailsAfter('198.51.100.200')).toBe(0);
  expect(await mailsAfter('198.51.100.200', mark)).toBe(1);
  const another = (await signInAs(site.deps.orm.em.fork(), 'vendor')).email;
  const foreign = await site.services.signIn.request(another, '/', 'en', { network: '198.51.100.3', mark });
  foreign.send();
  await site.services.post.settled();
  expect(site.posted.at(-1)!.to).toBe(another);
});

test('any link of the last ten minutes signs its owner in, whoever asked for it', async () => {
  (await asking('198.51.100.7')).send();
  await site.services.post.settled();
  const [, link] = /licensing\.example(\/sign-in\/link\/[\w-]+)/.exec(site.posted[0]!.text)!;
  expect((await site.visitor().post(`${link}.`)).status).toBe(303);
});

test('whoever asked for a link gets nothing when its owner presses it', async () => {
  const [stranger, theirs] = [site.visitor(undefined, '203.0.113.21'), site.visitor(undefined, '203.0.113.22')];
  await stranger.post('/sign-in', { email: owner });
  await site.services.post.settled();
  expect((await theirs.post(linkIn(site.posted[0]!.text))).status).toBe(303);
  expect((await stranger.post('/sign-in/go-on')).status).toBe(422);
  expect((await stranger.get('/sessions')).location).toMatch(/^\/sign-in/);
  expect((await stranger.post('/sign-in/code', { code: codeIn(site.posted[0]!.text) })).status).toBe(422);
});

test('a link that was altered in any of its characters signs nobody in, and says no more than one that is over', async () => {
  (await asking('198.51.100.7')).send();
  await site.services.post.settled();
  const link = linkIn(site.posted[0]!.text);
  const places = [...Array(link.length - '/sign-in/link/'.length).keys()].map((at) => at + '/sign-in/link/'.length);
  const altered = places.map((at) => `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`);
  const over = (await site.visitor().get('/sign-in/link/of-yesterday')).body;
  const opened = await Promise.all(altered.map((other) => site.visitor().get(other)));
  expect(new Set(opened.map(({ status, body }) => `${status} ${body === over}`))).toEqual(new Set(['410 true']));
  expect((await site.visitor(undefined, '203.0.113.23').post(link)).status).toBe(303);
});

test('a code that was used signs nobody in again, in the browser that asked either', async () => {
  const visitor = site.visitor(undefined, '203.0.113.24');
  await visitor.post('/sign-in', { email: owner });
  await site.services.post.settled();
  const [kept, code] = [new Map(visitor.cookies), codeIn(site.posted[0]!.text)];
  expect((await visitor.post('/sign-in/code', { code })).status).toBe(303);
  const again = site.visitor(undefined, '203.0.113.24');
  for (const [name, value] of kept) again.cookies.set(name, value);
  expect((await again.post('/sign-in/code', { code })).status).toBe(422);
  expect((await again.post(linkIn(site.posted[0]!.text))).status).toBe(410);
});

test('what somebody planted as a cookie is no session after another signed in there, nor is the one it was of', async () => {
  const [stranger, browser] = [site.visitor(undefined, '203.0.113.25'), site.visitor(undefined, '203.0.113.26')];
  const address = owner;
  owner = (await signInAs(site.deps.orm.em.fork(), 'vendor')).email;
  await signIn(stranger);
  owner = address;
  for (const [planted, hadOne] of [
    ['chosen-by-a-stranger', false],
    [stranger.cookies.get('__Host-session')!, true],
  ] as const) {
    browser.cookies.set('__Host-session', planted);
    expect((await browser.get('/sessions')).status).toBe(hadOne ? 200 : 303);
    await signIn(browser);
    expect(browser.cookies.get('__Host-session')).not.toBe(planted);
    expect((await browser.get('/sessions')).body).toContain(address);
    const other = site.visitor();
    other.cookies.set('__Host-session', planted);
    expect((await other.get('/sessions')).status).toBe(303);
  }
});

test('no form to sign in is taken from another site', async () => {
  (await asking('198.51.100.7')).send();
  await site.services.post.settled();
  const link = linkIn(site.posted[0]!.text);
  const paths = ['/sign-in', '/sign-in/code', '/sign-in/passkey', '/sign-in/go-on', '/sign-in/not-me/x', link];
  for (const path of paths)
    for (const from of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': undefined, origin: 'https://licensing.example.evil.example' },
    ]) {
      const visitor = site.visitor(undefined, '203.0.113.27');
      const answer = await visitor.post(path, { email: owner, code: '0000-0000' }, from);
      expect({ path, from, status: answer.status, cookies: visitor.cookies.size }).toEqual({
        ...{ path, from, status: 403, cookies: 0 },
      });
    }
  expect((await site.visitor(undefined, '203.0.113.28').post(link)).status).toBe(303);
});

test('a session that was stolen adds no passkey once its owner’s proof is old', async () => {
  const browser = site.visitor(undefined, '203.0.113.29');
  await signIn(browser);
  expect((await browser.get('/passkeys/new')).status).toBe(200);
  now += 31 * 60_000;
  const stolen = site.visitor(undefined, '203.0.113.30');
  stolen.cookies.set('__Host-session', browser.cookies.get('__Host-session')!);
  expect((await stolen.get('/sessions')).status).toBe(200);
  expect((await stolen.get('/passkeys/new')).location).toBe('/prove');
  expect((await stolen.post('/passkeys/new', { answer: '{}', name: 'x' })).location).toBe('/prove');
  expect((await stolen.post('/passkeys/remove', { id: 'x' })).location).toBe('/prove');
});

test('a code has forty bits, in any case, with look-alikes, however it was copied', async () => {
  const visitor = site.visitor();
  await visitor.post('/sign-in', { email: owner });
  await site.services.post.settled();
  const code = codeIn(site.posted[0]!.text);
  const copied = ` “${code.toLowerCase().replace('-', '\u2011').replaceAll('0', 'o').replaceAll('1', 'l')}\u200b”. `;
  expect((await visitor.post('/sign-in/code', { code: copied })).status).toBe(303);
});

test('after 25 wrong codes for an address no code of a stranger counts that day; its owner hears of it, and is not kept out', async () => {
  const browser = site.visitor();
  await signIn(browser);
  let refused = '';
  for (let asked = 0; asked < 6; asked += 1) {
    const { browser: cookie, send } = await asking(`198.51.100.${asked}`);
    send();
    await site.services.post.settled();
    const right = codeIn(site.posted.findLast(({ tags }) => tags.some(({ value }) => value === 'sign-in'))!.text);
    for (let tried = 0; tried < 5; tried += 1)
      expect(
        await site.services.signIn.byCode(cookie, '0000-0000', { userAgent: '', formerCookie: null, device: null }),
      ).toBeNull();
    if (asked === 5) refused = right;
  }
  const told = site.posted.filter(({ subject }) => subject === 'Wrong codes are typed for your address');
  expect(new Set(told.map(({ to, idempotencyKey }) => `${to} ${idempotencyKey}`)).size).toBe(1);
  expect(told[0]!.to).toBe(owner);

  const { browser: cookie, send } = await asking('198.51.100.99');
  send();
  await site.services.post.settled();
  const strangers = codeIn(site.posted.at(-1)!.text);
  expect(strangers).not.toBe(refused);
  const from = { userAgent: '', formerCookie: null, device: null };
  expect(await site.services.signIn.byCode(cookie, strangers, from)).toBeNull();
  await signIn(browser);
});

test('what is asked for too often from one place leaves no rows', async () => {
  const rows = async () => {
    const [row] = await site.deps.orm.em
      .fork()
      .execute<{ n: number; bytes: number }[]>(
        'select count(*)::int as n, max(pg_column_size(s.*)) as bytes from sign_ins s where s.created_at > ?',
        [new Date(now - 600_000)],
      );
    return row!;
  };
  for (let asked = 0; asked < 20; asked += 1) await asking('198.51.100.8');
  expect((await rows()).n).toBe(5);
  for (let asked = 0; asked < 520; asked += 1)
    await site.services.signIn.request(`${asked}@nobody.example`, '/', 'en', { network: '198.51.100.8', mark: null });
  expect((await rows()).n).toBe(500);
  await site.visitor().post('/sign-in', { email: 'a@nobody.example', to: `/${'a'.repeat(8_000)}` });
  expect((await rows()).bytes).toBeLessThan(1_500);
});

test('the e-mail leaves at another moment than the answer, so that the next answer says nothing about the address', async () => {
  const sentAtOnce = async (email: string) => {
    const visitor = site.visitor();
    await visitor.post('/sign-in', { email }, { 'x-forwarded-for': '203.0.113.1' });
    await visitor.get('/sign-in/sent');
    return site.posted.length;
  };
  expect([await sentAtOnce(owner), await sentAtOnce('nobody@nowhere.example')]).toEqual([0, 0]);
  await site.services.post.settled();
  expect(site.posted.map(({ to }) => to)).toEqual([owner]);
});
