import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import { signInAs } from '../../support/api/people.ts';
import { openSite, type TestSite } from '../../support/portal/site.ts';

let site: TestSite;
let accounts = 0;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const em = () => site.deps.orm.em.fork();

async function anAccount(kind: AccountKind = 'customer', name = 'Acme Hotels'): Promise<string> {
  const id = `account-${(accounts += 1)}`;
  const rest = { email: 'it@acme-hotels.example', timeZone: 'Europe/Rome', locale: 'en', createdAt: new Date() };
  await em().insert(AccountEntity, { id, kind, name, notices: true, ...rest });
  return id;
}

async function anAdministrator(account: string) {
  const signedIn = await signInAs(em(), account);
  return { ...signedIn, visitor: site.visitor(signedIn.cookie) };
}

const membersOf = async (account: string) => (await site.services.people.list(account)).members;

test('who is not signed in is led to signing in, and back to where they wanted to go', async () => {
  const { status, location } = await site.visitor().get('/accounts/acme/people?done');
  expect([status, location]).toEqual([303, '/sign-in?to=%2Faccounts%2Facme%2Fpeople%3Fdone']);
});

test.each([
  '//evil.example',
  'https://evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/sign-in\r\nset-cookie: a=b',
])('after signing in nobody is led to %j', async (to) => {
  const { body } = await site.visitor().get(`/sign-in?to=${encodeURIComponent(to)}`);
  expect(body).toContain('name="to" value="/"');
});

test('an administrator invites somebody, who can then sign in and is written to', async () => {
  const account = await anAccount();
  const { visitor } = await anAdministrator(account);
  const answer = await visitor.post(`/accounts/${account}/people`, {
    email: 'New@acme-hotels.example',
    role: 'viewer',
  });
  expect([answer.status, answer.location]).toEqual([303, `/accounts/${account}/people?done`]);
  await site.services.post.settled();
  expect(site.posted.at(-1)).toMatchObject({
    to: 'New@acme-hotels.example',
    subject: 'You can now sign in for Acme Hotels',
  });
  const invited = (await membersOf(account)).find(({ email }) => email === 'new@acme-hotels.example');
  expect(invited).toMatchObject({ role: 'viewer', lastSeenAt: null });
  expect(invited!.confirmedAt).not.toBeNull();
});

test('what is no address is refused, and stays in the field', async () => {
  const account = await anAccount();
  const { visitor } = await anAdministrator(account);
  const { status, body } = await visitor.post(`/accounts/${account}/people`, {
    email: 'not "an" address',
    role: 'administrator',
  });
  expect(status).toBe(422);
  expect(body.split('id="email"')[1]).toContain('<option value="administrator" selected="">');
  expect(body).toContain('value="not &quot;an&quot; address"');
});

test('who is invited again stays what they are, is not written to, and the inviter is told where to change the role', async () => {
  const account = await anAccount();
  const { visitor } = await anAdministrator(account);
  const { email } = await signInAs(em(), account, { role: 'viewer' });
  const posted = site.posted.length;
  const { status, body } = await visitor.post(`/accounts/${account}/people`, { email, role: 'administrator' });
  expect(status).toBe(422);
  expect(body).toContain('This person belongs to the account already. Change the role in the list below.');
  expect(body).toContain(`value="${email}"`);
  await site.services.post.settled();
  expect(site.posted).toHaveLength(posted);
  expect((await membersOf(account)).find((member) => member.email === email)).toMatchObject({ role: 'viewer' });
});

test('the languages of a page that a form was refused on lead to a page', async () => {
  const account = await anAccount();
  const { visitor, person } = await anAdministrator(account);
  const refused = [
    await visitor.post(`/accounts/${account}/people/${person}/role`, { role: 'viewer' }),
    await visitor.post(`/accounts/${account}/people`, { email: 'none' }),
    await visitor.post('/sign-in/code', { code: '123' }),
    await visitor.post('/orders/none/mails/1'),
  ];
  const paths = [
    `/accounts/${account}/people/x`,
    `/accounts/${account}/people`,
    '/sign-in/code',
    '/orders/none/mails/1',
  ];
  for (const [index, { status, body }] of refused.entries()) {
    expect([paths[index], status >= 400]).toEqual([paths[index], true]);
    const link = /<a href="([^"]*)" lang="it"/.exec(body)![1]!.replaceAll('&amp;', '&');
    const { pathname, search } = new URL(link, `http://here.invalid${paths[index]}`);
    expect([200, 303]).toContain((await visitor.get(`${pathname}${search}`)).status);
  }
});

test('a viewer sees who belongs to the account, and changes nothing', async () => {
  const account = await anAccount();
  const { person } = await anAdministrator(account);
  const viewer = site.visitor((await signInAs(em(), account, { role: 'viewer' })).cookie);
  const { status, body } = await viewer.get(`/accounts/${account}/people`);
  expect([status, body.split('<main')[1]!.includes('<form')]).toEqual([200, false]);
  for (const path of ['', `/${person}/role`, `/${person}/remove`])
    expect((await viewer.post(`/accounts/${account}/people${path}`, { role: 'viewer' })).status).toBe(403);
  expect(await membersOf(account)).toHaveLength(2);
});

test('the people of another account are not there, whatever is asked', async () => {
  const account = await anAccount();
  const { person } = await anAdministrator(account);
  const stranger = (await anAdministrator(await anAccount('reseller'))).visitor;
  expect((await stranger.get(`/accounts/${account}/people`)).status).toBe(404);
  for (const path of ['', `/${person}/role`, `/${person}/remove`])
    expect((await stranger.post(`/accounts/${account}/people${path}`, { role: 'viewer' })).status).toBe(404);
  expect(await membersOf(account)).toHaveLength(1);
});

test('a removed person is out at once, in every browser', async () => {
  const account = await anAccount();
  const { visitor } = await anAdministrator(account);
  const leaver = await signInAs(em(), account, { role: 'viewer' });
  expect((await site.visitor(leaver.cookie).get('/sessions')).status).toBe(200);
  await visitor.post(`/accounts/${account}/people/${leaver.person}/remove`);
  expect((await site.visitor(leaver.cookie).get('/sessions')).status).toBe(303);
});

test('an account always has an administrator, also when two leave at once', async () => {
  const account = await anAccount();
  const [one, two] = [await anAdministrator(account), await anAdministrator(account)];
  const answers = await Promise.all(
    [one, two].map(({ visitor, person }) => visitor.post(`/accounts/${account}/people/${person}/remove`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  const [left] = await membersOf(account);
  const { visitor } = [one, two].find(({ person }) => person === left!.id)!;
  const demoted = await visitor.post(`/accounts/${account}/people/${left!.id}/role`, { role: 'viewer' });
  expect([demoted.status, demoted.body.includes('Somebody has to be an administrator')]).toEqual([422, true]);
});

test('a change of role counts at once', async () => {
  const account = await anAccount();
  const { visitor } = await anAdministrator(account);
  const other = await signInAs(em(), account, { role: 'viewer' });
  await visitor.post(`/accounts/${account}/people/${other.person}/role`, { role: 'administrator' });
  expect((await site.visitor(other.cookie).get(`/accounts/${account}/people`)).body).toContain('<form');
});

test('what another site has a browser post is refused, and changes nothing', async () => {
  const account = await anAccount();
  const { visitor } = await anAdministrator(account);
  const form = { email: 'intruder@evil.example', role: 'administrator' };
  const foreign = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    { 'sec-fetch-site': undefined, origin: 'null' },
  ];
  for (const headers of foreign) {
    const { status, body } = await visitor.post(`/accounts/${account}/people`, form, headers);
    expect([headers, status, body.includes('did not come from a page of this service')]).toEqual([headers, 403, true]);
  }
  expect(await membersOf(account)).toHaveLength(1);
  const own = { 'sec-fetch-site': undefined, origin: 'https://licensing.example' };
  expect((await visitor.post(`/accounts/${account}/people`, form, own)).status).toBe(303);
});

test('the cookie of a session is out of reach of scripts, other hosts and other sites', async () => {
  const { email } = await signInAs(em(), await anAccount());
  const visitor = site.visitor();
  await visitor.post('/sign-in', { email });
  await site.services.post.settled();
  const link = /\/sign-in\/link\/[\w-]+/.exec(site.posted.at(-1)!.text)![0];
  const cookies = [(await visitor.post(link)).headers['set-cookie']].flat().map(String);
  const session = cookies.find((cookie) => cookie.startsWith('__Host-session='));
  expect(session).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(session).not.toContain('Domain');
});

test('a person sees where they are signed in, and ends what is not theirs to be', async () => {
  const account = await anAccount();
  const { visitor, person, email } = await anAdministrator(account);
  const elsewhere = site.visitor();
  await elsewhere.post(
    '/sign-in',
    { email },
    { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36' },
  );
  await site.services.post.settled();
  const link = /\/sign-in\/link\/[\w-]+/.exec(site.posted.at(-1)!.text)![0];
  await elsewhere.post(link, {}, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36' });
  const { body } = await visitor.get('/sessions');
  expect(body).toContain('Chrome on Windows');
  const [other] = await site.deps.orm.em
    .fork()
    .execute<{ id: string }[]>(`select id from sessions where person_id = ? and user_agent <> 'a test'`, [person]);
  const stranger = (await anAdministrator(account)).visitor;
  await stranger.post(`/sessions/${other!.id}/end`);
  expect((await elsewhere.get('/sessions')).status).toBe(200);
  await visitor.post(`/sessions/${other!.id}/end`);
  expect((await elsewhere.get('/sessions')).status).toBe(303);
  expect((await visitor.get('/sessions')).status).toBe(200);
});

test('signing out ends the session, also for who kept its cookie', async () => {
  const { visitor, cookie } = await anAdministrator(await anAccount());
  expect((await visitor.post('/sign-out')).location).toBe('/sign-in');
  expect(visitor.cookies.size).toBe(0);
  expect((await site.visitor(cookie).get('/sessions')).status).toBe(303);
});

test('who belongs to several accounts goes on in another, and in none of somebody else', async () => {
  const [one, two, foreign] = [await anAccount(), await anAccount('reseller', 'Northwind Voice'), await anAccount()];
  const { visitor, email } = await anAdministrator(one);
  const ada = { by: 'person/1', person: { name: 'Ada' } } as never;
  await site.services.people.invite(ada, two, { email, role: 'viewer' }, 'r1');
  expect((await visitor.get('/sessions')).body).toContain('Go on as Northwind Voice');
  expect((await visitor.post(`/sessions/switch/${foreign}`)).status).toBe(404);
  await visitor.post(`/sessions/switch/${two}`);
  expect((await visitor.get('/people')).location).toBe(`/accounts/${two}/people`);
});

test('the vendor’s people see and change the people of every account', async () => {
  const account = await anAccount();
  const vendor = site.visitor((await signInAs(em(), 'vendor')).cookie);
  expect((await vendor.get(`/accounts/${account}/people`)).status).toBe(200);
  expect(
    (await vendor.post(`/accounts/${account}/people`, { email: 'first@acme.example', role: 'administrator' })).status,
  ).toBe(303);
  expect(await membersOf(account)).toHaveLength(1);
});

test('a page speaks the language that is chosen, and keeps to it', async () => {
  const { visitor } = await anAdministrator(await anAccount());
  const italian = await visitor.get('/sessions?language=it');
  expect(italian.body).toContain('<html lang="it" dir="ltr">');
  expect((await visitor.get('/sessions')).body).toContain('Dove hai effettuato l’accesso');
  await visitor.get('/sessions?language=ar');
  expect((await visitor.get('/sessions')).body).toContain('<html lang="ar" dir="rtl">');
  expect((await visitor.get('/sessions?language=xx')).body).toContain('<html lang="ar" dir="rtl">');
});

test('who is not signed in reads in the language of the browser', async () => {
  const { body } = await site.visitor().get('/sign-in', { 'accept-language': 'pt-BR, it;q=0.8' });
  expect(body).toContain('Inviami un link');
});
