import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { publicLookup } from '../../../webhooks/connector.ts';
import { createSender, type Sender } from '../../../webhooks/send.ts';
import { until } from '../../support/until.ts';

type Received = { headers: IncomingMessage['headers']; body: string };

const SECRETS = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];

let server: Server;
let port: number;
let answer: (response: ServerResponse) => void;
let received: Received[] = [];
let connections = 0;
/** What a name server says, by name. */
let names: Record<string, string[]> = {};
let sender: Sender;

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      answer(response);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  const resolve = async (name: string) => names[name] ?? [];
  sender = createSender({ privateTargets: new Set(['127.0.0.1']), proxy: null }, { clock: Date.now, resolve });
});
afterAll(async () => {
  await sender.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  [received, connections, names] = [[], 0, {}];
  answer = (response) => response.writeHead(204).end();
});

const send = (url = `http://127.0.0.1:${port}/hooks`, stop?: AbortSignal) =>
  sender.send({ url, id: 'order.SO-1.3', body: '{"type":"unlocked"}', secrets: SECRETS }, stop);

test('a message is signed with each secret, as the library verifies it', async () => {
  expect(await send()).toMatchObject({ status: 204, error: null });
  const [{ headers, body }] = received as [Received];
  const signed = headers as Record<string, string>;
  expect(signed).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'order.SO-1.3' });
  for (const secret of SECRETS) expect(new Webhook(secret).verify(body, signed)).toEqual({ type: 'unlocked' });
  expect(() => new Webhook('whsec_AAAA').verify(body, signed)).toThrow();
  expect(() => new Webhook(SECRETS[0]!).verify(`${body} `, signed)).toThrow();
});

test('a redirect is an answer, and followed nowhere', async () => {
  answer = (response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/elsewhere` }).end();
  expect(await send()).toMatchObject({ status: 302, error: null });
  expect(received).toHaveLength(1);
});

test('an answer without an end is let go, and what it says first counts', async () => {
  let sent = 0;
  answer = (response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536;
    };
    response.on('drain', more).on('error', () => undefined);
    more();
  };
  expect(await send()).toMatchObject({ status: 200, error: null });
  expect(sent).toBeLessThan(20_000_000);
});

test('who is stopped while an endpoint hangs stops waiting', async () => {
  const stop = new AbortController();
  answer = () => stop.abort();
  expect(await send(undefined, stop.signal)).toMatchObject({ status: null, error: 'CONNECTION_LOST' });
});

test('a connection that is cut, and one that is refused, say so', async () => {
  answer = (response) => response.destroy();
  expect(await send()).toMatchObject({ status: null, error: 'CONNECTION_LOST' });
  expect(await send('http://127.0.0.1:1/')).toMatchObject({ status: null, error: 'NOT_CONNECTED' });
});

test.each([
  ['this machine', ['127.0.0.1']],
  ['a private network and this machine', ['10.0.0.1', '::1', '::ffff:127.0.0.1']],
  ['metadata', ['169.254.169.254']],
])('a name that leads to %s is not connected to', async (_what, addresses) => {
  names = { 'hooks.example.com': addresses };
  expect(await send(`https://hooks.example.com:${port}/`)).toMatchObject({ error: 'ADDRESS_NOT_PUBLIC' });
  expect(connections).toBe(0);
});

test('of several answers of a name the public ones alone are used, and it is asked anew each time', async () => {
  const answers = [['127.0.0.1', '93.184.216.34', '10.0.0.1', '2606:4700::1111', '::1'], ['127.0.0.1']];
  const lookup = publicLookup(async () => answers.shift()!);
  const look = (all: boolean) =>
    new Promise<unknown>((resolve) => {
      lookup('hooks.example.com', { all }, (error, address) => resolve(error?.code ?? address));
    });
  expect(await look(true)).toEqual([
    { address: '93.184.216.34', family: 4 },
    { address: '2606:4700::1111', family: 6 },
  ]);
  expect(await look(false)).toBe('ADDRESS_NOT_PUBLIC');
});

test('where a proxy is set it is asked for the name, addresses are checked all the same, and what is named is reached directly', async () => {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    asked.push(request.url!);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const through = createSender({ privateTargets: new Set(['127.0.0.1']), proxy: address }, { clock: Date.now });
  const sendTo = async (url: string) => {
    const { status, error } = await through.send({ url, id: '1', body: '{}', secrets: SECRETS });
    return error ?? status;
  };
  expect(await sendTo('https://hooks.example.com/a')).toBe('CONNECTION_LOST');
  expect(await sendTo('https://10.0.0.1/')).toBe('TARGET_REFUSED');
  expect(await sendTo(`http://127.0.0.1:${port}/hooks`)).toBe(204);
  expect(asked).toEqual(['hooks.example.com:443']);
  await through.close();
  await new Promise((resolve) => proxy.close(resolve));
});

test('messages to one address do not wait for each other, however many of them hang', async () => {
  const hanging: ServerResponse[] = [];
  const waits = Array.from({ length: 40 }, () => send(`http://127.0.0.1:${port}/hangs`));
  answer = (response) => void hanging.push(response);
  await until(() => hanging.length === 40);
  answer = (response) => response.writeHead(204).end();
  expect((await send()).status).toBe(204);
  for (const response of hanging) response.writeHead(204).end();
  expect(new Set((await Promise.all(waits)).map(({ status }) => status))).toEqual(new Set([204]));
});

test('what may not be sent to is not connected to, even where it was added before', async () => {
  for (const url of [`http://localhost:${port}/`, `https://[::1]:${port}/`, `http://127.0.0.2:${port}/`])
    expect([url, (await send(url)).error]).toEqual([url, 'TARGET_REFUSED']);
  expect(connections).toBe(0);
});
