import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createProviders, type Provider, type Providers } from '../../../services/identity/provider.ts';
import { createAsk } from '../../../webhooks/ask.ts';

const privateTargets = new Set(['127.0.0.1']);
const asker = createAsk({ privateTargets, proxy: null });
let server: Server;
let provider: Provider;
let providers: Providers;
/** What the provider answers, by path. */
let answers: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url!];
    if (answer) answer(response.setHeader('content-type', 'application/json'), request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = { account: 'acme', issuer, clientId: 'licensing', secret: 'a-secret' };
  const means = { ask: asker.ask, privateTargets, publicUrl: 'https://licensing.example', clock: Date.now };
  providers = createProviders(means);
});
afterAll(async () => {
  await asker.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const DISCOVERY = '/.well-known/openid-configuration';

/** A document of the provider with what a test changes, as text. */
function documentWith(changes: object = {}): string {
  const { issuer } = provider;
  const endpoints = { authorization_endpoint: `${issuer}/begin`, token_endpoint: `${issuer}/token` };
  return JSON.stringify({ issuer, ...endpoints, jwks_uri: `${issuer}/keys`, ...changes });
}

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['GZip, identity', gzipSync],
] as const)('an answer that is packed by %s is not read, however little of it there is', async (coding, packed) => {
  const long = packed(Buffer.concat([Buffer.alloc(10_000_000, ' '), Buffer.from(documentWith())]));
  let accepted: string | undefined;
  answers = {
    [DISCOVERY]: (response, { headers }) => {
      accepted = headers['accept-encoding'];
      response.writeHead(200, { 'content-encoding': coding }).end(long);
    },
  };
  expect(long.length).toBeLessThan(20_000);
  await expect(providers.check(provider)).rejects.toMatchObject({ trouble: 'no-provider' });
  expect(accepted).toBe('identity');
  answers = { [DISCOVERY]: (response) => response.end(documentWith()) };
  await providers.check(provider);
});

test.each([
  ['an address that is none', { authorization_endpoint: 5 }],
  ['an address that is cut off', { authorization_endpoint: 'https:' }],
  ['keys at no address', { jwks_uri: ['https://login.example/keys'] }],
  ['scopes that are no list', { scopes_supported: 5 }],
  ['ways to say who asks that are no list', { token_endpoint_auth_methods_supported: { length: 1 } }],
  ['no object', null],
])('a document with %s is no provider’s, whatever is asked of it', async (_what, changes) => {
  answers = { [DISCOVERY]: (response) => response.end(changes === null ? 'null' : documentWith(changes)) };
  const isNone = { name: 'ProviderError', trouble: 'no-provider' };
  const known = { subject: 'ada', email: 'ada@acme.example', refresh: 'a-token' };
  await expect(providers.check(provider)).rejects.toMatchObject(isNone);
  await expect(providers.begin(provider, known.email)).rejects.toMatchObject(isNone);
  await expect(providers.askAgain(provider, known)).rejects.toMatchObject(isNone);
});
