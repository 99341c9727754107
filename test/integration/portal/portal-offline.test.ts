import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LANGUAGES, languageFor } from '../../../languages/index.ts';
import type { WrongPaste } from '../../../domain/text/pasted.ts';
import { aMachine, createServers, type Machine, type TestServer } from '../../support/api/servers.ts';
import type { Visitor } from '../../support/portal/site.ts';
import { openWorld, type World } from '../../support/api/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const { aServer, assign, tokenOf, offlineRequest, returnString } = createServers(() => world);

type Offline = TestServer & { machine: Machine; token: string; page: string; visitor: Visitor };

/** A server with five channels of fax whose customer is in front of a browser without scripts. */
async function aWaiting(lines?: object[]): Promise<Offline> {
  const server = await aServer(lines);
  await assign(server.id, 'digital-fax', 5);
  const page = `/customers/${server.customer}/offline?server=${server.id}`;
  const visitor = world.visitor(await world.signIn(server.customer));
  return { ...server, machine: aMachine(), token: await tokenOf(server.id), page, visitor };
}

const responseIn = (body: string) => /id="response"[^>]*>([^<]+)</.exec(body)?.[1];
const noticeIn = (body: string) => /<div class="notice[^]*?<h2>([^]*?)<\/h2>(?:<div>([^]*?)<\/div>)?/.exec(body)!;

test('a request that is pasted is answered with the response to carry back, and again with the very same', async () => {
  const { page, visitor, token, machine, id, customer } = await aWaiting();
  expect((await visitor.get(page)).body).toContain('<textarea');
  const request = await offlineRequest(token, machine);
  const answered = await visitor.post(page, { request });
  expect(answered.status).toBe(200);
  expect(responseIn(answered.body)).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  const again = await visitor.post(page, { request: `> ${request}\r\n` });
  expect(responseIn(again.body)).toBe(responseIn(answered.body));
  const { body } = await visitor.get(`/customers/${customer}/servers/${id}`);
  expect(body).toContain('Activated offline.');
});

test('strings are carried as files as well, up and down, and one that is too large is told so', async () => {
  const { page, visitor, token, machine, id } = await aWaiting();
  const request = await offlineRequest(token, machine);
  const large = await visitor.send(page, { request: '' }, { file: new Blob(['x'.repeat(300_000)]) });
  expect([large.status, noticeIn(large.body)[1]]).toEqual([422, languageFor('en').texts.next.tooLarge]);
  const answered = await visitor.send(page, { request: '' }, { file: new Blob([`\uFEFF${request}\r\n`]) });
  const response = responseIn(answered.body)!;
  const kept = /type="hidden" name="request" value="([^"]+)"/.exec(answered.body)![1]!;
  const file = await visitor.post(page, { request: kept, as: 'file' });
  expect([file.headers['content-disposition'], file.body.trim()]).toEqual([
    `attachment; filename="response-${id}.txt"`,
    response,
  ]);
  const proof = new Blob([await returnString(id, machine, response)]);
  const returned = await visitor.send(page, { proof: '' }, { file: proof });
  expect([returned.status, noticeIn(returned.body)[1]]).toEqual([200, languageFor('en').texts.offline.returned]);
});

test('a return that is pasted frees the server, once', async () => {
  const { page, visitor, token, machine, id } = await aWaiting();
  const { body } = await visitor.post(page, { request: await offlineRequest(token, machine) });
  const proof = await returnString(id, machine, responseIn(body)!);
  const returned = await visitor.post(page, { proof });
  expect([returned.status, noticeIn(returned.body)[1]]).toEqual([200, languageFor('en').texts.offline.returned]);
  const again = await visitor.post(page, { proof });
  expect([again.status, noticeIn(again.body)[1]]).toEqual([422, languageFor('en').texts.refusals.ALREADY_RETURNED]);
});

describe('what was pasted wrongly', () => {
  let server: Offline & { request: string; response: string };
  let other: Offline;

  beforeAll(async () => {
    const waiting = await aWaiting();
    const request = await offlineRequest(waiting.token, waiting.machine);
    const { body } = await waiting.visitor.post(waiting.page, { request });
    server = { ...waiting, request, response: responseIn(body)! };
    other = await aWaiting();
  });

  const REQUESTS: [WrongPaste, () => Promise<string> | string][] = [
    ['empty', () => ' '],
    ['activation-token', () => server.token],
    ['unknown', () => 'Please activate our server!'],
    ['a-return', () => returnString(server.id, server.machine, server.response)],
    ['a-response', () => server.response],
    ['cut-off', () => server.request.slice(0, -40)],
    ['too-long', () => `${server.request} Regards, IT`],
    ['incomplete', () => offlineRequest(server.token, server.machine, { version: 7 })],
    ['altered', () => offlineRequest(server.token, server.machine, { publicKey: aMachine().publicKey })],
    ['another-server', () => offlineRequest(other.token, other.machine)],
  ];
  const RETURNS: [WrongPaste, () => Promise<string> | string][] = [
    ['a-request', () => server.request],
    ['another-server', () => returnString(other.id, other.machine, server.response)],
    ['another-machine', () => returnString(server.id, { ...server.machine, fingerprint: 'x' }, server.response)],
  ];

  // One from left to right, one from right to left: what each says is the languages' own test.
  const read = LANGUAGES.filter(({ locale }) => ['en', 'ar'].includes(locale));
  describe.each(read.map((texts) => [texts.name, texts] as const))('is told in %s', (_name, texts) => {
    const refused = async (form: Record<string, string>, wrong: WrongPaste) => {
      const { status, body } = await server.visitor.post(`${server.page}&language=${texts.locale}`, form);
      const [, title, text] = noticeIn(body);
      expect([status, title, text]).toEqual([422, texts.offline.unreadable, texts.offline.wrong[wrong]]);
      return body;
    };

    test.each(REQUESTS)('as a request: %s, and what was pasted stays', async (wrong, paste) => {
      const request = await paste();
      const body = await refused({ request }, wrong);
      expect(/name="request"[^>]*>([^<]*)</.exec(body)![1]!.trim()).toBe(request.trim());
      expect(body).not.toContain('<details open');
    });

    test.each(RETURNS)('as a return: %s, and its part of the page is open', async (wrong, paste) => {
      const body = await refused({ proof: await paste() }, wrong);
      expect(body).toContain('<details open');
    });

    test('what is refused by a rule too, with the applications by their names', async () => {
      const mixed = await aWaiting([
        { application: 'digital-fax', capacity: 8, license: 'perpetual' },
        { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2099-12-31' },
      ]);
      await assign(mixed.id, 'call-recording', 5);
      const request = await offlineRequest(mixed.token, mixed.machine);
      const { status, body } = await mixed.visitor.post(`${mixed.page}&language=${texts.locale}`, { request });
      const [, title, text] = noticeIn(body);
      expect([status, title, text]).toEqual([422, texts.refusals.ONLINE_REQUIRED, 'Call Recording']);
    });
  });
});

test('another customer, a viewer and a form from elsewhere can hand nothing in', async () => {
  const { page, token, machine, customer } = await aWaiting();
  const request = await offlineRequest(token, machine);
  const stranger = await aWaiting();
  expect((await stranger.visitor.post(page, { request })).status).toBe(404);
  const mine = page.replace(customer, stranger.customer);
  expect((await stranger.visitor.post(mine, { request })).status).toBe(404);
  const viewer = world.visitor(await world.signIn(customer, 'viewer'));
  expect((await viewer.post(page, { request })).status).toBe(403);
  const owner = world.visitor(await world.signIn(customer));
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
  expect((await owner.post(page, { request }, foreign)).status).toBe(403);
  expect((await owner.get(page.split('?')[0]!)).status).toBe(404);
});
