import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { resetIdentity } from '../../../admin/identity-reset.ts';
import { findSubject, heldOf } from '../../../db/queries/retention/person.ts';
import { createAsk, type Ask } from '../../../webhooks/ask.ts';
import { PRIVATE_TARGETS } from '../../support/api/api.ts';
import { signInAs } from '../../support/api/people.ts';
import { accountWith } from '../../support/identity/account.ts';
import { openProvider, type Altered, type TestProvider } from '../../support/identity/provider.ts';
import { createAuthenticator } from '../../support/portal/authenticator.ts';
import { openSite, type TestSite, type Visitor } from '../../support/portal/site.ts';
import { until } from '../../support/until.ts';

const RETURN = 'https://licensing.example/sign-in/provider/return/acme';
const HOME = '/v1/accounts/acme/identity-provider';
const ADA = 'ada@acme.example';

let site: TestSite;
let provider: TestProvider;
/** Providers of others, by host, that answer as a test has them answer. */
const others = new Map<string, (path: string) => Response>();
/** What the provider answers in place of the next token. */
let inPlaceOfToken: Response | null = null;
/** By how much the service's clock goes before the provider's. */
let aheadMs = 0;
const asker = createAsk({ privateTargets: PRIVATE_TARGETS, proxy: null });
let visits = 0;
/** A browser in a network of its own, as each of those asks so many times a minute. */
const visit = (cookie?: string) => site.visitor(cookie, `198.51.100.${(visits += 1)}`);
const em = () => site.deps.orm.em.fork();

beforeAll(async () => {
  provider = await openProvider(RETURN);
  const ask: Ask = async (input, init) => {
    const { host, pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname === '/token' && inPlaceOfToken) {
      const answer = inPlaceOfToken;
      inPlaceOfToken = null;
      return answer;
    }
    return others.get(host)?.(pathname) ?? asker.ask(input, init);
  };
  site = await openSite({ ask: provider.ask(ask), clock: () => Date.now() + aheadMs });
  const person = await accountWith(em(), 'acme', ADA);
  await accountWith(em(), 'globex', 'it@globex.example');
  await em().execute(
    `insert into memberships (person_id, account_id, role, source, created_at, confirmed_at)
     values (?, 'globex', 'administrator', 'operator', now(), now())`,
    [person],
  );
  expect((await site.call('PUT', '/v1/accounts/acme/domains', { domains: ['ACME.example'] })).status).toBe(200);
  await put({ required: false });
});
afterAll(async () => {
  await site.close();
  await asker.close();
  await provider.close();
});

beforeEach(() => {
  Object.assign(provider.faults, { isDown: false, altered: null });
  provider.identities.clear();
  provider.identities.set('ada', { email: ADA, email_verified: true });
});

async function put(changes: object) {
  const { issuer, clientId, clientSecret } = provider;
  return site.call('PUT', HOME, { issuer, clientId, clientSecret, required: false, ...changes });
}

/** Types an address, and goes to the provider: its address. */
async function leave(visitor: Visitor, email = ADA, to = '/sessions'): Promise<string> {
  const offered = await visitor.post('/sign-in', { email, to });
  expect(offered.body).toContain('href="/sign-in/provider"');
  const sent = await visitor.get('/sign-in/provider');
  expect(sent.status).toBe(303);
  return sent.location!;
}

async function signIn(visitor: Visitor, as = 'ada') {
  return visitor.get(await provider.login(await leave(visitor), as));
}

/** Has what the provider said be over. */
const passItsLife = () => em().execute(`update sessions set provider_until = now() - interval '1 second'`);

test('somebody types the address, logs in at the provider, and lands where they wanted to go', async () => {
  const visitor = visit();
  const url = new URL(await leave(visitor));
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ response_type: 'code', code_challenge_method: 'S256', login_hint: ADA, redirect_uri: RETURN },
    ...{ state: expect.any(String), nonce: expect.any(String) },
  });
  const back = await visitor.get(await provider.login(url.href, 'ada'));
  expect([back.status, back.location]).toEqual([303, '/sessions']);
  expect((await visitor.get('/sessions')).body).toContain('This browser');
  const subject = (await findSubject(em(), ADA))!;
  expect((await heldOf(em(), subject)).sessions).toContainEqual(
    expect.objectContaining({ account: 'acme', provider: 'acme', providerSubject: 'ada' }),
  );
});

test('a form whose session ended goes on beside a sign-in by the provider, without the secret; a new device is told', async () => {
  await signIn(visit());
  const [visitor, path] = [visit(), '/accounts/acme/sign-in'];
  const typed = { issuer: 'https://typed.example', clientId: 'typed', clientSecret: 'typed-secret' };
  const keptIn = (html: string) => /name="kept" value="([\w-]+)"/.exec(html)?.[1] ?? '';
  const kept = keptIn((await visitor.post(path, typed)).body);
  const carried = inflateRawSync(Buffer.from(kept, 'base64url')).toString();
  expect([carried.includes(typed.issuer), carried.includes(typed.clientSecret)]).toEqual([true, false]);
  const offered = await visitor.post('/sign-in', { email: ADA, to: path, kept });
  expect(offered.body).toMatch(/href="\/sign-in\/provider" target="_blank"/);
  expect(keptIn(offered.body)).toBe(kept);
  expect((await visitor.post('/sign-in/go-on', { kept })).status).toBe(422);
  await visitor.get(await provider.login((await visitor.get('/sign-in/provider')).location!, 'ada'));
  expect((await visitor.post('/sign-in/go-on', { kept })).location).toBe(path);
  expect((await visitor.get(path)).body).toContain(typed.issuer);
  await site.services.post.settled();
  expect(site.posted.map(({ subject }) => subject)).toContain('You signed in on a new device');
});

test('whether somebody has the address is told to nobody who types it', async () => {
  const page = async (email: string) => (await visit().post('/sign-in', { email })).body.replaceAll(email, '…');
  expect(await page('nobody@acme.example')).toBe(await page(ADA));
  // Who is offered the provider has asked for no e-mail, and uses up none of those that an address may ask for.
  expect(await em().execute('select from sign_ins')).toEqual([]);
});

test('where one wanted to go is a path of this portal, whatever was asked for', async () => {
  const visitor = visit();
  const back = await visitor.get(await provider.login(await leave(visitor, ADA, '//evil.example/x'), 'ada'));
  expect(back.location).toBe('/');
});

test('an answer counts once, in the browser that asked, and for the question that it asked', async () => {
  const [asking, other] = [visit(), visit()];
  const cookie = () => new Map(asking.cookies);
  const answer = await provider.login(await leave(asking), 'ada');
  const kept = cookie();
  expect((await other.get(answer)).body).toContain('another browser');
  await leave(other);
  expect((await other.get(answer)).body).toContain('another browser');
  expect((await asking.get(answer)).status).toBe(303);
  const again = visit();
  for (const [name, value] of kept) again.cookies.set(name, value);
  expect((await again.get(answer)).body).toContain('finished already');
  expect((await again.get('/sessions')).status).toBe(303);
});

const now = () => Math.floor(Date.now() / 1000);
const TOKENS: [string, Altered, string][] = [
  ['another nonce', (claims) => ({ claims: { ...claims, nonce: 'x' } }), 'answers another question'],
  ['no nonce', ({ nonce: _nonce, ...claims }) => ({ claims }), 'could not be understood'],
  ['another audience', (claims) => ({ claims: { ...claims, aud: 'another' } }), 'meant for another service'],
  ['another issuer', (claims) => ({ claims: { ...claims, iss: 'https://evil.example' } }), 'Another provider answered'],
  ['an end that has passed', (claims) => ({ claims: { ...claims, exp: now() - 60 } }), 'is over already'],
  ['a key that is not its own', (claims) => ({ claims, key: 'unknown' }), 'not signed by a key of its own'],
  ['an address not verified', (claims) => ({ claims: { ...claims, email_verified: false } }), 'verified'],
  [
    'an address of another domain',
    (claims) => ({ claims: { ...claims, email: 'ada@evil.example' } }),
    'not the account’s',
  ],
  ['an address of no member', (claims) => ({ claims: { ...claims, email: 'eve@acme.example' } }), 'does not belong'],
];

test.each(TOKENS)('a token with %s signs nobody in, and the page says why', async (_what, altered, said) => {
  provider.faults.altered = altered;
  const visitor = visit();
  const back = await signIn(visitor);
  expect([back.status, back.body.includes(said)]).toEqual([422, true]);
  expect(back.body).toContain('href="/sign-in"');
  expect((await visitor.get('/sessions')).status).toBe(303);
});

test('another issuer that answers with our state signs nobody in (mix-up)', async () => {
  const visitor = visit();
  const answer = await provider.login(await leave(visitor), 'ada');
  const forged = answer.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example')}`);
  expect(forged).not.toBe(answer);
  expect((await visitor.get(forged)).body).toContain('Another provider answered');
});

test('a provider that sends people on to another’s with its question is told nothing of what that answers (mix-up)', async () => {
  const issuer = 'https://login.mallory.example';
  const asked: string[] = [];
  others.set(new URL(issuer).host, (path) => {
    asked.push(path);
    const of = (name: string) => `${issuer}/${name}`;
    const document = { authorization_endpoint: of('begin'), token_endpoint: of('token'), jwks_uri: of('keys') };
    return Response.json({ issuer, ...document });
  });
  await accountWith(em(), 'mallory', 'guest@mallory.example');
  const own = '/v1/accounts/mallory';
  await site.call('PUT', `${own}/domains`, { domains: ['mallory.example'] });
  const set = { issuer, clientId: 'x', clientSecret: 'y', required: false };
  expect((await site.call('PUT', `${own}/identity-provider`, set)).status).toBe(200);

  const question = new URL(await leave(visit()));
  const victim = visit();
  const theirs = new URL(await leave(victim, 'guest@mallory.example'));
  expect(theirs.searchParams.get('redirect_uri')).toBe(RETURN.replace('acme', 'mallory'));
  question.searchParams.set('state', theirs.searchParams.get('state')!);
  const answer = (await provider.login(question.href, 'ada')).replace(/&iss=[^&]+/, '');
  expect(answer).toMatch(/code=.*&state=[^&]+$/);
  expect((await victim.get(answer)).body).toContain('finished already');
  expect(asked.filter((path) => path === '/token')).toEqual([]);
});

test('a provider that does not answer is said so, and a check says what is wrong', async () => {
  const visitor = visit();
  await visitor.post('/sign-in', { email: ADA });
  provider.faults.isDown = true;
  expect((await visitor.get('/sign-in/provider')).status).toBe(503);
  expect((await site.call('POST', `${HOME}/check`)).body).toEqual({ trouble: 'unreachable' });
  provider.faults.isDown = false;
  expect((await site.call('POST', `${HOME}/check`)).body).toEqual({ trouble: null });
});

test('an issuer in a private network is refused, as is one whose secret is not said with it', async () => {
  for (const issuer of [
    'https://10.0.0.1',
    'http://login.example',
    'https://x.example/.well-known/openid-configuration',
  ])
    expect((await put({ issuer })).body.errors).toMatchObject([{ pointer: '/issuer' }]);
  const { issuer, clientId } = provider;
  const moved = { issuer: `${issuer}/other`, clientId, required: false };
  expect((await site.call('PUT', HOME, moved)).body.errors).toMatchObject([{ pointer: '/clientSecret' }]);
  const told = async () => (await site.call('GET', '/v1/accounts/acme/events?limit=100')).body.items.length;
  const before = await told();
  expect((await put({})).status).toBe(200);
  expect(await told()).toBe(before);
  const kept = await site.call('GET', HOME);
  expect(kept.body).toMatchObject({ issuer, clientId, domains: ['acme.example'] });
  expect(JSON.stringify(kept.body)).not.toContain(provider.clientSecret);
  const [row] = await em().execute<[{ secret: string }]>('select secret from identity_providers');
  expect(row.secret).not.toContain(provider.clientSecret);
});

test('a domain is of one account, and the vendor’s alone to say', async () => {
  const taken = await site.call('PUT', '/v1/accounts/globex/domains', { domains: ['acme.example'] });
  expect([taken.status, taken.body.code]).toEqual([409, 'DOMAIN_TAKEN']);
  expect((await site.call('GET', '/v1/accounts/globex/domains')).body).toEqual({ domains: [] });
});

test('what the provider said is asked again at its end: once for many requests, and who is gone there is gone here', async () => {
  const [visitor, leaving] = [visit(), visit()];
  await signIn(leaving);
  await signIn(visitor);
  await passItsLife();
  const answers = await Promise.all([1, 2, 3, 4].map(() => visitor.get('/sessions')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await passItsLife();
  provider.faults.isDown = true;
  const unsure = await visitor.get('/sessions');
  expect([unsure.status, unsure.body.includes('does not answer')]).toEqual([503, true]);
  const returning = visit();
  for (const [name, value] of leaving.cookies) returning.cookies.set(name, value);
  expect((await leaving.post('/sign-out')).location).toBe('/sign-in');
  const form = await visitor.post('/accounts/acme/people', { email: 'typed@acme.example', role: 'viewer' });
  expect([form.status, form.body.includes('does not answer')]).toEqual([503, true]);
  const kept = /name="kept" value="([\w-]+)"/.exec(form.body)![1]!;
  expect(inflateRawSync(Buffer.from(kept, 'base64url')).toString()).toContain('typed@acme.example');
  provider.faults.isDown = false;
  aheadMs += 10_000;
  expect((await visitor.post('/sign-in/go-on', { kept })).location).toBe('/accounts/acme/people');
  expect((await visitor.get('/accounts/acme/people')).body).toContain('typed@acme.example');
  expect((await returning.get('/sessions')).location).toBe('/sign-in?to=%2Fsessions');
  await passItsLife();
  provider.identities.clear();
  const ended = await visitor.get('/sessions');
  expect(ended.location).toBe('/sign-in?to=%2Fsessions&ended');
  expect((await visitor.get(ended.location!)).body).toContain('no longer says that you are signed in');
  expect((await visitor.get('/sessions')).location).toBe('/sign-in?to=%2Fsessions');
}, 30_000);

test('what a provider answers of one member, a refusal in its own words or nonsense, keeps no other member out', async () => {
  await memberOfAcme('bob@acme.example');
  provider.identities.set('bob', { email: 'bob@acme.example', email_verified: true });
  const [blocked, bob] = [visit(), visit()];
  await signIn(blocked);
  await bob.get(await provider.login(await leave(bob, 'bob@acme.example'), 'bob'));
  await passItsLife();
  inPlaceOfToken = Response.json({ error: 'unauthorized', error_description: 'user is blocked' }, { status: 403 });
  expect((await blocked.get('/sessions')).location).toBe('/sign-in?to=%2Fsessions&ended');
  expect((await bob.get('/sessions')).status).toBe(200);

  const ada = visit();
  await signIn(ada);
  await passItsLife();
  inPlaceOfToken = new Response('<p>Too many requests</p>', { status: 429 });
  expect((await ada.get('/sessions')).status).toBe(503);
  expect((await bob.get('/sessions')).status).toBe(200);
  expect((await ada.get('/sessions')).status).toBe(503);
  aheadMs += 6_000;
  expect((await ada.get('/sessions')).status).toBe(200);
}, 30_000);

test('a domain that is taken from an account signs out at once who came by it', async () => {
  const visitor = visit();
  await signIn(visitor);
  const domains = (of: string[]) => site.call('PUT', '/v1/accounts/acme/domains', { domains: of });
  expect((await domains(['acme.example', 'more.example'])).status).toBe(200);
  expect((await visitor.get('/sessions')).status).toBe(200);
  expect((await domains(['more.example'])).status).toBe(200);
  expect((await visitor.get('/sessions')).location).toBe('/sign-in?to=%2Fsessions&ended');
  expect((await domains(['acme.example'])).status).toBe(200);
});

test('an account that requires its provider lets nobody in otherwise; other accounts of the same person stay', async () => {
  const by = visit();
  await signIn(by);
  const byMail = visit((await signInAsAda()).cookie);
  const passkey = createAuthenticator('licensing.example', 'https://licensing.example');
  const made = passkey.make(askedIn((await byMail.get('/passkeys/new')).body));
  expect((await byMail.post('/passkeys/new', { answer: made, name: 'Ada’s' })).location).toBe('/passkeys?done=added');
  expect((await put({ required: true })).status).toBe(200);
  expect((await by.get('/sessions')).status).toBe(200);
  expect((await byMail.get('/sessions')).status).toBe(303);

  const mailed = visit();
  const asked = await mailed.post('/sign-in', { email: ADA, to: '/sessions', by: 'mail' });
  expect([asked.status, asked.location]).toEqual([303, '/sign-in/sent']);
  const links = () => site.posted.flatMap(({ text }) => /\/sign-in\/link\/[\w-]+/.exec(text) ?? []);
  await until(() => links().length > 0, 10_000);
  const link = links().at(-1)!;
  expect((await mailed.post(link)).location).toBe('/sessions');
  expect((await mailed.get('/sessions')).body).toContain('globex');
  const refused = await mailed.post('/sessions/switch/acme');
  expect([refused.status, refused.body.includes('own provider alone')]).toEqual([403, true]);
  expect((await by.post('/sessions/switch/globex')).location).toBe('/prove');
  const byPasskey = visit();
  const answer = passkey.use(askedIn((await byPasskey.get('/sign-in')).body));
  expect((await byPasskey.post('/sign-in/passkey', { answer })).location).toBe('/');
  const lived = await site.call('GET', '/v1/accounts/globex/events');
  expect(lived.body.items).toContainEqual(expect.objectContaining({ type: 'passkey-used' }));

  expect(await resetIdentity(em(), 'acme', new Date())).toContain('acme');
  expect((await mailed.post('/sessions/switch/acme')).status).toBe(303);
  const { body } = await site.call('GET', '/v1/accounts/acme/events?limit=100');
  const told = (body.items as { type: string; required?: boolean; by: string }[]).filter(({ type }) =>
    /^identity|^domains/.test(type),
  );
  expect(told.map(({ type, required }) => [type, required])).toEqual([
    ['domains-set', undefined],
    ['identity-provider-set', false],
    ['domains-set', undefined],
    ['domains-set', undefined],
    ['domains-set', undefined],
    ['identity-provider-set', true],
    ['identity-provider-set', false],
  ]);
  expect(told.at(-1)!.by).toBe('operator');
});

test('a provider speaks for its own account alone: another account of the same person, and what asks again, take a proof', async () => {
  const visitor = visit();
  await signIn(visitor);
  expect((await visitor.post('/passkeys/remove', { id: 'any' })).location).toBe('/prove');
  expect((await visitor.post('/sessions/switch/mallory')).status).toBe(404);
  expect((await visitor.post('/sessions/switch/none')).status).toBe(404);
  expect((await visitor.post('/sessions/switch/globex')).location).toBe('/prove');
  expect((await visitor.get('/accounts/globex/people')).status).toBe(404);
  await visitor.post('/prove/ask');
  await site.services.post.settled();
  const code = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(site.posted.at(-1)!.text)![0];
  expect((await visitor.post('/prove/code', { code })).location).toBe('/sessions');
  expect((await visitor.post('/sessions/switch/globex')).location).toBe('/');
  expect((await visitor.get('/accounts/globex/people')).status).toBe(200);
  expect((await visitor.post('/passkeys/remove', { id: 'any' })).location).toBe('/passkeys?done=removed');
  expect((await visitor.post('/sessions/switch/acme')).location).toBe('/');
});

test('a provider that nobody has signed in by cannot be required; one that is removed ends its sessions', async () => {
  const visitor = visit();
  await signIn(visitor);
  expect((await site.call('DELETE', HOME)).status).toBe(204);
  expect((await site.call('DELETE', HOME)).status).toBe(204);
  expect((await visitor.get('/sessions')).status).toBe(303);
  expect((await put({ required: true })).body.code).toBe('IDENTITY_PROVIDER_UNPROVEN');
  expect((await put({})).status).toBe(200);
});

/** What a page asks a browser for, to make or to use a passkey. */
function askedIn(body: string) {
  const [, options = ''] = /data-options="([^"]*)"/.exec(body) ?? [];
  return JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

/** Makes somebody of an address a member of the account. */
async function memberOfAcme(email: string): Promise<void> {
  const { person } = await signInAs(em(), 'acme');
  await em().execute('update people set email = ? where id = ?', [email, person]);
}

/** A session of Ada in the account, begun by e-mail. */
async function signInAsAda() {
  const one = await signInAs(em(), 'acme');
  await em().execute(`update sessions set person_id = (select id from people where email = ?) where person_id = ?`, [
    ADA,
    one.person,
  ]);
  return one;
}
