import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '../../../telemetry/logger.ts';
import { DeviceEntity } from '../../../db/entities/people/device.ts';
import { JournalEntity } from '../../../db/entities/telling/journal.ts';
import { KeptFormEntity } from '../../../db/entities/kept-form.ts';
import { MembershipEntity } from '../../../db/entities/people/membership.ts';
import { SessionEntity } from '../../../db/entities/people/session.ts';
import { UsedChallengeEntity } from '../../../db/entities/servers/used-challenge.ts';
import { signInAs } from '../../support/api/people.ts';
import { withRoutes, type Route } from '../../support/api/routes.ts';
import { createAuthenticator, type Amiss } from '../../support/portal/authenticator.ts';
import { openSite, type TestSite, type Visitor } from '../../support/portal/site.ts';

let site: TestSite;
let now = Date.now();
let me: Awaited<ReturnType<typeof signInAs>>;
let visitor: Visitor;
let routes: Route[];
let posts: Route[];

beforeAll(async () => {
  const made = await withRoutes(() => openSite({ clock: () => now }));
  site = made.built;
  routes = made.routes;
  posts = routes.filter(
    ({ method, url }) => method === 'POST' && !/^\/(v1|sign-in|dev|unlock\/|webhooks\/|openapi|docs)/.test(url),
  );
});
afterAll(() => site.close());
beforeEach(async () => {
  now = Math.max(now, Date.now()) + 60_000;
  me = await signInAs(site.deps.orm.em.fork(), 'vendor');
  await rows().nativeUpdate(
    SessionEntity,
    { personId: me.person },
    { provedAt: new Date(now), lastSeenAt: new Date(now) },
  );
  await rows().nativeDelete(KeptFormEntity, {});
  visitor = site.visitor(me.cookie);
  site.posted.length = 0;
});

const HOST = 'licensing.example';
const MINUTE_MS = 60_000;
const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** What a page asks a browser for. */
const askedIn = (body: string) => JSON.parse(decoded(/data-options="([^"]*)"/.exec(body)![1]!));
const authenticator = () => createAuthenticator(HOST, `https://${HOST}`);
const rows = () => site.deps.orm.em.fork();

async function made(passkey = authenticator()) {
  const options = askedIn((await visitor.get('/passkeys/new')).body);
  const answer = passkey.make(options);
  expect((await visitor.post('/passkeys/new', { answer, name: 'My laptop' })).location).toBe('/passkeys?done=added');
  return { passkey, answer, options };
}

/** A browser that nobody is signed in in, and what its page to sign in asks for. */
async function asked() {
  const stranger = site.visitor();
  return { stranger, options: askedIn((await stranger.get('/sign-in')).body) };
}

/** Asks for a code as `/prove` does, and answers it from the e-mail. */
async function codeFor(path: string) {
  await visitor.post(path);
  await site.services.post.settled();
  return /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(site.posted.at(-1)!.text)![0];
}

test('a passkey is made, told of by e-mail, signs in in another browser, and does so no more once it is removed', async () => {
  const { passkey } = await made();
  await site.services.post.settled();
  expect(site.posted.map(({ to, subject }) => [to, subject])).toEqual([[me.email, 'A passkey was added']]);

  const { stranger, options } = await asked();
  const answer = passkey.use(options);
  expect((await stranger.post('/sign-in/passkey', { answer, to: '/passkeys' })).location).toBe('/passkeys');
  const page = (await stranger.get('/passkeys')).body;
  expect(page).toContain('My laptop');
  expect(page).not.toContain('Last used: never');

  expect((await stranger.post('/passkeys/remove', { id: passkey.id })).location).toBe('/passkeys?done=removed');
  const later = await asked();
  expect((await later.stranger.post('/sign-in/passkey', { answer: passkey.use(later.options) })).status).toBe(422);
  const told = await rows().find(
    JournalEntity,
    { stream: 'account/vendor', type: /^passkey/ },
    { orderBy: { seq: 1 } },
  );
  expect(told.filter(({ data }) => (data as { person: string }).person === me.person).map(({ type }) => type)).toEqual([
    'passkey-added',
    'passkey-used',
    'passkey-removed',
  ]);
});

test('an answer signs in once, also when it comes five times at once, and only in the browser that was asked', async () => {
  const { passkey } = await made();
  const { stranger, options } = await asked();
  const answer = passkey.use(options);
  expect((await site.visitor().post('/sign-in/passkey', { answer })).status).toBe(422);
  const other = await asked();
  expect((await other.stranger.post('/sign-in/passkey', { answer })).status).toBe(422);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => stranger.post('/sign-in/passkey', { answer })));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422]);
  expect((await stranger.post('/sign-in/passkey', { answer })).status).toBe(422);
});

test.each<[string, Amiss]>([
  ['of another origin', { origin: 'https://licensing.example.evil.example' }],
  ['of another host', { host: 'example' }],
  ['of a device that did not verify its person', { verified: false }],
  ['to a challenge of its own', { challenge: 'A'.repeat(51) }],
])('an answer %s neither makes a passkey nor signs in, and leaves no trace', async (_what, amiss) => {
  const before = await rows().count(UsedChallengeEntity);
  const options = askedIn((await visitor.get('/passkeys/new')).body);
  const answer = authenticator().make(options, amiss);
  expect((await visitor.post('/passkeys/new', { answer, name: 'x' })).status).toBe(422);
  const { passkey } = await made();
  const one = await asked();
  expect((await one.stranger.post('/sign-in/passkey', { answer: passkey.use(one.options, amiss) })).status).toBe(422);
  expect(await rows().count(UsedChallengeEntity)).toBe(before + 1);
});

test('a copy of a passkey is noticed by its counter; a challenge is over after ten minutes, and is no other act’s', async () => {
  const { passkey } = await made();
  const use = async (counter: number) => {
    const { stranger, options } = await asked();
    return (await stranger.post('/sign-in/passkey', { answer: passkey.use(options, { counter }) })).status;
  };
  expect([await use(5), await use(6), await use(6), await use(2), await use(7)]).toEqual([303, 303, 422, 422, 303]);

  const late = await asked();
  now += 10 * MINUTE_MS + 1;
  const answer = passkey.use(late.options, { counter: 8 });
  expect((await late.stranger.post('/sign-in/passkey', { answer })).status).toBe(422);
  const asksToSignIn = askedIn((await site.visitor().get('/sign-in')).body);
  expect((await visitor.post('/prove/passkey', { answer: passkey.use(asksToSignIn, { counter: 9 }) })).status).toBe(
    422,
  );
});

test('nonsense in place of an answer is refused as any other', async () => {
  const { passkey } = await made();
  const { stranger } = await asked();
  const broken = [
    '',
    'null',
    '{}',
    '[]',
    `{"id":"${passkey.id}","response":{}}`,
    `{"id":"${passkey.id}","response":null}`,
  ];
  for (const answer of broken) expect((await stranger.post('/sign-in/passkey', { answer })).status).toBe(422);
});

/** Signs in by a code in a browser, and answers what is mailed of that. */
async function toldOfSigningIn(who: Visitor): Promise<string[]> {
  await who.post('/sign-in', { email: me.email });
  await site.services.post.settled();
  const code = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(site.posted.at(-1)!.text)![0];
  site.posted.length = 0;
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/150' };
  expect((await who.post('/sign-in/code', { code }, browser)).status).toBe(303);
  await site.services.post.settled();
  return site.posted.map(({ subject }) => subject);
}

test('signing in on a new device is told once, the first of a person never; the e-mail’s page ends all other sessions by a press, with the passkeys made since', async () => {
  const [laptop, strange] = [site.visitor(), site.visitor()];
  expect(await toldOfSigningIn(laptop)).toEqual([]);
  expect(await toldOfSigningIn(laptop)).toEqual([]);
  await made();
  now += MINUTE_MS;
  expect(await toldOfSigningIn(strange)).toEqual(['You signed in on a new device']);
  expect(site.posted[0]!.text).toContain('Firefox on Linux');
  const link = /https:\/\/licensing\.example(\/sign-in\/not-me\/[\w-]+)/.exec(site.posted[0]!.text)![1]!;

  for (const scanner of [site.visitor(), site.visitor()])
    expect((await scanner.get(link)).body).toContain('Firefox on Linux');
  const theirs = authenticator();
  const answer = theirs.make(askedIn((await strange.get('/passkeys/new')).body));
  expect((await strange.post('/passkeys/new', { answer, name: 'Theirs' })).location).toBe('/passkeys?done=added');
  expect((await strange.get('/sessions')).status).toBe(200);
  expect((await laptop.post(link)).status).toBe(200);
  expect((await strange.get('/sessions')).status).toBe(303);
  const later = await asked();
  expect((await later.stranger.post('/sign-in/passkey', { answer: theirs.use(later.options) })).status).toBe(422);
  const held = (await laptop.get('/passkeys')).body;
  expect([held.includes('My laptop'), held.includes('Theirs')]).toEqual([true, false]);
  expect((await laptop.get('/sessions')).status).toBe(200);
  expect((await laptop.post(link)).status).toBe(410);
  expect(await rows().count(DeviceEntity, { personId: me.person })).toBe(1);
});

test('whoever signed in before hears of a browser also when none of theirs is known: long after, or before browsers were', async () => {
  const told = ['You signed in on a new device'];
  const browser = site.visitor();
  expect(await toldOfSigningIn(browser)).toEqual([]);
  await rows().nativeDelete(DeviceEntity, { personId: me.person });
  expect(await toldOfSigningIn(browser)).toEqual(told);
  expect(await toldOfSigningIn(browser)).toEqual([]);
  expect(await toldOfSigningIn(site.visitor())).toEqual(told);
});

test('what cannot be undone asks a sign-in of half an hour ago for a code, goes back to the form, and is done by the press after that', async () => {
  const other = await signInAs(rows(), 'vendor');
  const path = `/accounts/vendor/people/${other.person}/role`;
  const page = '/accounts/vendor/people';
  const press = () => visitor.post(path, { role: 'viewer' }, { referer: `https://${HOST}${page}` });
  const isListed = async () => (await rows().findOneOrFail(MembershipEntity, { personId: other.person })).role;
  now += 31 * MINUTE_MS;
  expect((await press()).location).toBe('/prove');
  expect(await isListed()).toBe('administrator');
  expect((await visitor.get('/prove')).body).toContain('cannot be undone');

  const code = await codeFor('/prove/ask');
  expect(site.posted.at(-1)!.subject).toContain(code);
  expect(site.posted.at(-1)!.text).not.toContain('/sign-in/link/');
  expect((await visitor.post('/prove/code', { code: '0000-0000' })).status).toBe(422);
  expect((await visitor.post('/prove/code', { code })).location).toBe(page);
  const again = (await visitor.get(page)).body;
  expect(again).toContain('What you had typed is here again');
  expect(await isListed()).toBe('administrator');
  expect((await press()).location).toBe(`${page}?done`);
  expect(await isListed()).toBe('viewer');
  expect((await visitor.get(page)).body).not.toContain('here again');
});

test('a passkey proves it as well, once', async () => {
  const { passkey } = await made();
  now += 31 * MINUTE_MS;
  expect((await visitor.get('/passkeys/new')).location).toBe('/prove');
  const answer = passkey.use(askedIn((await visitor.get('/prove')).body));
  expect((await visitor.post('/prove/passkey', { answer })).location).toBe('/passkeys/new');
  expect((await visitor.get('/passkeys/new')).status).toBe(200);
  expect((await visitor.post('/prove/passkey', { answer })).status).toBe(422);
});

test('proofs by a passkey come at a pace, as each is journaled', async () => {
  const tries = [];
  for (let tried = 0; tried < 21; tried += 1) tries.push((await visitor.post('/prove/passkey', { answer: '' })).status);
  expect(tries).toEqual([...Array.from({ length: 20 }, () => 422), 429]);
});

const HIDDEN_KEPT = /name="kept" value="([^"]+)"/;

test.each<[string, string, Record<string, string>, RegExp[]]>([
  [
    'an invitation',
    '/accounts/vendor/people',
    { email: 'ada"<@example.com', role: 'administrator' },
    [/value="ada&quot;&lt;@example.com"/, /<option (?=[^>]*value="administrator")[^>]*selected=""/],
  ],
  [
    'the vendor’s brand, which has files',
    '/settings',
    { version: '0', name: 'Čapek & Söhne', footer: 'typed' },
    [/value="Čapek &amp; Söhne"/, /value="typed"/],
  ],
  [
    'a key',
    '/accounts/vendor/keys',
    { name: 'ERP of Turin', gone: 'a field of before' },
    [/value="ERP of Turin"/, /<li><bdi>a field of before<\/bdi>/],
  ],
])(
  'when a session ends in mid-form, %s is found again after signing in, and nothing was carried out',
  async (_what, path, typed, shown) => {
    const events = () => rows().count(JournalEntity, { stream: 'account/vendor' });
    const before = await events();
    const stranger = site.visitor();
    const from = { referer: `https://${HOST}${path}` };
    const asksToSignIn =
      path === '/settings' ? await sendWithFile(stranger, path, typed) : await stranger.post(path, typed, from);
    expect(asksToSignIn.status).toBe(200);
    expect(asksToSignIn.body).toContain('You were signed out meanwhile');
    expect(asksToSignIn.body.includes('Files have to be chosen again')).toBe(path === '/settings');
    expect(await rows().count(KeptFormEntity)).toBe(0);

    const kept = HIDDEN_KEPT.exec(asksToSignIn.body)![1]!;
    const mistaken = await stranger.post('/sign-in', { email: 'nobody', to: path, kept });
    expect(HIDDEN_KEPT.exec(mistaken.body)![1]).toBe(kept);
    const sent = await stranger.post('/sign-in', { email: me.email, to: path, kept });
    expect([sent.status, HIDDEN_KEPT.exec(sent.body)![1]]).toEqual([200, kept]);
    await site.services.post.settled();
    const code = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(site.posted.at(-1)!.text)![0];
    const welcome = await stranger.post('/sign-in/code', { code, kept });
    expect(welcome.location).toBe(path);
    const { body } = await stranger.get(path);
    for (const one of shown) expect(body).toMatch(one);
    expect(body).toContain('Nothing was sent yet');
    expect(await events()).toBe(before);
    expect((await stranger.get('/sessions')).body).not.toContain('Nothing was sent yet');
  },
);

function sendWithFile(stranger: Visitor, path: string, typed: Record<string, string>) {
  return stranger.send(path, typed, { logo: new Blob(['<svg/>']) });
}

test('a form names the page to open for it, also one with a file, signed out and before a proof', async () => {
  const named = { 'form-of': '/batches?cursor=x', kind: 'cancellations', what: 'run' };
  for (const files of [undefined, { file: new File(['{}'], 'many.jsonl') }]) {
    const stranger = site.visitor();
    const asksToSignIn = await (files ? stranger.send('/batches', named, files) : stranger.post('/batches', named));
    const kept = HIDDEN_KEPT.exec(asksToSignIn.body)![1]!;
    expect((await visitor.post('/sign-in/go-on', { kept })).location).toBe(named['form-of']);
    expect((await visitor.get(named['form-of'])).body).not.toContain('form-of');
  }
  now += 31 * MINUTE_MS;
  expect((await visitor.send('/batches', named, { file: new File(['{}'], 'many.jsonl') })).location).toBe('/prove');
  const proved = await visitor.post('/prove/code', { code: await codeFor('/prove/ask') });
  expect(proved.location).toBe(named['form-of']);
});

test('what another site sends, or what is too large to be carried, is not carried along; what leads elsewhere leads home', async () => {
  const stranger = site.visitor();
  expect((await stranger.post('/settings', { name: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const large = await stranger.post('/settings', { name: 'x'.repeat(300_000) });
  expect([large.status, large.location]).toEqual([303, '/sign-in?to=%2F']);
  const away = await stranger.post('/settings', { name: 'x' }, { referer: 'https://evil.example/settings' });
  const kept = HIDDEN_KEPT.exec(away.body)![1]!;
  expect((await visitor.post('/sign-in/go-on', { kept })).location).toBe('/settings');
  expect((await visitor.post('/sign-in/go-on', { kept: 'AAAA' })).status).toBe(422);
});

test('no address that holds a secret is written to the log with it', () => {
  const written: string[] = [];
  const logger = createLogger({ write: (line) => void written.push(line) });
  const secrets = routes.filter(({ config }) => config?.secretAddress).map(({ url }) => url);
  for (const url of secrets)
    logger.info({ req: { method: 'GET', url: `${url.replace('*', 'a-secret')}?code=a-secret` } });
  expect(secrets).toEqual(expect.arrayContaining(['/sign-in/link/*', '/sign-in/not-me/*']));
  expect(written.filter((line) => line.includes('a-secret'))).toEqual([]);
  expect(written).toHaveLength(secrets.length);
});

/** What cannot be undone, or lets somebody in: whoever proved some time ago that it is them proves it first. */
const ASKS_AGAIN = [
  '/accounts/:id/correct-address',
  '/accounts/:id/keys',
  '/accounts/:id/keys/:key/revoke',
  '/accounts/:id/people',
  '/accounts/:id/people/:person/remove',
  '/accounts/:id/people/:person/role',
  '/accounts/:id/sellers/:seller/end',
  '/accounts/:id/sellers/:seller/restore',
  '/accounts/:id/sign-in',
  '/accounts/:id/sign-in/domains',
  '/accounts/:id/sign-in/remove',
  '/accounts/:id/webhooks',
  '/accounts/:id/webhooks/:webhook',
  '/accounts/:id/webhooks/:webhook/remove',
  '/batches',
  '/customers/:id/emergency',
  '/customers/:id/servers/:serverId/override',
  '/customers/:id/servers/:serverId/replace',
  '/customers/:id/servers/:serverId/retire',
  '/customers/:id/servers/:serverId/rotate',
  '/orders/:number/change/:change',
  '/orders/:number/unlock-link/:delivery',
  '/pair/:pairing/replace',
  '/passkeys/new',
  '/passkeys/remove',
  '/renewals/calendar',
  '/renewals/calendar/replace',
  '/sessions/switch/:id',
];

/** What can be put right by the same page or another one, or does nothing by itself. */
const DOES_NOT = [
  '/accounts/:id',
  '/accounts/:id/sign-in/check',
  '/accounts/:id/webhooks/:webhook/deliveries/:event',
  '/accounts/:id/webhooks/:webhook/rotate',
  '/accounts/:id/webhooks/:webhook/state',
  '/accounts/:id/webhooks/:webhook/test',
  '/batches/:id',
  '/batches/:id/cancel',
  '/customers/:id/assign',
  '/customers/:id/move',
  '/customers/:id/offline',
  '/customers/:id/servers/:serverId/change',
  '/customers/:id/servers/new',
  '/notices/*',
  '/orders/:number/mails/:delivery',
  '/orders/:number/unlock/:delivery',
  '/pair',
  '/pair/:pairing',
  '/pair/:pairing/refuse',
  '/place-order',
  '/prove/ask',
  '/prove/code',
  '/prove/passkey',
  '/renewals',
  '/renewals/calendar/off',
  '/sessions/:id/end',
  '/sessions/end-others',
  '/sessions/time-zone',
  '/settings',
  '/sign-out',
  '/todo/:item/acknowledge',
  '/todo/:item/take-back',
  '/unlocking',
];

test('each form of the portal has chosen whether it asks again who is there: those that cannot be undone, or let somebody in, do', () => {
  const urls = (asks: boolean) =>
    posts
      .filter(({ config }) => Boolean(config?.asksAgain) === asks)
      .map(({ url }) => url)
      .sort();
  expect(urls(true)).toEqual(ASKS_AGAIN);
  expect(urls(false)).toEqual(DOES_NOT);
});

test('forms of an account that are kept for ever, or make others be written to, come at the pace of its keys', () => {
  const ofAccounts = posts.filter(({ url }) => url.startsWith('/accounts/:id/'));
  const free = ofAccounts.filter(({ config }) => !config?.isPaced).map(({ url }) => url);
  // Which have a pace of their own, or take something away, which can be done once.
  expect(free.sort()).toEqual([
    '/accounts/:id/keys/:key/revoke',
    '/accounts/:id/people',
    '/accounts/:id/people/:person/remove',
    '/accounts/:id/sellers/:seller/end',
    '/accounts/:id/sign-in/check',
    '/accounts/:id/sign-in/remove',
    '/accounts/:id/webhooks/:webhook/remove',
    '/accounts/:id/webhooks/:webhook/test',
  ]);
  expect(ofAccounts.length).toBeGreaterThan(free.length);
});

test('of the changes of an order those ask again that end, give away or replace what was sold', () => {
  const asks = posts.find(({ url }) => url === '/orders/:number/change/:change')!.config!.asksAgain as (
    parameters: Record<string, string>,
  ) => boolean;
  const changes = ['cancel', 'convert', 'transfer', 'withdraw', 'renew', 'expand', 'suspend', 'lock'];
  expect(changes.filter((change) => asks({ change }))).toEqual(['cancel', 'convert', 'transfer', 'withdraw']);
});

test('a file that cancels orders asks again, and goes on with what was typed and the file chosen again; others do not', async () => {
  now += 31 * MINUTE_MS;
  const send = (kind: string, what: string) =>
    visitor.send('/batches', { kind, what }, { file: new File(['{"number":"SO-1"}\n'], 'many.jsonl') });
  expect((await send('renewals', 'run')).location).toMatch(/^\/batches\//);
  expect((await send('cancellations', 'look')).location).toMatch(/^\/batches\//);
  expect((await send('cancellations', 'run')).location).toBe('/prove');
  expect((await visitor.post('/prove/code', { code: await codeFor('/prove/ask') })).location).toBe('/batches');
  const { body } = await visitor.get('/batches');
  expect(body).toMatch(/<option (?=[^>]*value="cancellations")[^>]*selected=""/);
  expect(body).toContain('Files have to be chosen again');
  expect((await send('cancellations', 'run')).location).toMatch(/^\/batches\//);
});
