import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, decodeJwt, SignJWT, type JWK, type JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';
import type { Ask } from '../../../webhooks/ask.ts';

/** Somebody as the provider knows them. */
export type Identity = { email: string; email_verified?: boolean };

/** What becomes of a token of identity on its way here: other claims, or another key. */
export type Altered = (claims: JWTPayload) => { claims: JWTPayload; key?: 'unknown' };

export type TestProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By what they call themselves at the login; who is taken out is gone from the next question on. */
  identities: Map<string, Identity>;
  /** Asks as the service does, but lets no answer through, or another token. */
  ask: (real: Ask) => Ask;
  faults: { isDown: boolean; altered: Altered | null };
  /** What its pages do for who logs in: follows the redirections, and answers where the browser is sent back to. */
  login: (url: string, as: string) => Promise<string>;
  close: () => Promise<void>;
};

const CLIENT = { clientId: 'licensing', clientSecret: 'a-secret-of-the-client' };
const LONGEST_ROUND = 12;

/** A real provider on this machine: oidc-provider, with logins of its own development pages. */
export async function openProvider(redirectUri: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: 'its-own', alg: 'RS256', use: 'sig' };
  const unknown = (await generateKeyPair('RS256')).privateKey;
  const identities = new Map<string, Identity>();
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] },
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [jwk] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    issueRefreshToken: async () => true,
    findAccount: async (_context: unknown, id: string) => {
      const identity = identities.get(id);
      return identity && { accountId: id, claims: async () => ({ sub: id, ...identity }) };
    },
    cookies: { keys: ['a key of a test'] },
  });
  provider.on('server_error', (_context: unknown, error: unknown) => console.error(error));
  server.on('request', provider.callback());
  const faults: TestProvider['faults'] = { isDown: false, altered: null };

  async function alter(token: string, altered: Altered): Promise<string> {
    const { claims, key } = altered(decodeJwt(token));
    const signing = key === 'unknown' ? unknown : privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key ?? 'its-own' }).sign(signing);
  }

  return {
    issuer,
    ...CLIENT,
    identities,
    faults,
    ask: (real) => async (input, init) => {
      if (faults.isDown)
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
      const answer = await real(input, init);
      if (!faults.altered || !answer.url.endsWith('/token') || !answer.ok) return answer;
      const body = (await answer.json()) as { id_token: string };
      return Response.json({ ...body, id_token: await alter(body.id_token, faults.altered) });
    },
    async login(url, as) {
      const cookies = new Map<string, string>();
      let next = url;
      let form: URLSearchParams | null = null;
      for (let step = 0; step < LONGEST_ROUND; step += 1) {
        const answer: Response = await fetch(next, {
          redirect: 'manual',
          ...(form && { method: 'POST', body: form }),
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const cookie of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          cookies.set(name, value);
        }
        const location = answer.headers.get('location');
        const to = location && new URL(location, next);
        if (to && `${to.origin}${to.pathname}` === redirectUri) return `${to.pathname}${to.search}`;
        const page = to ? '' : await answer.text();
        const asks = /name="prompt" value="(\w+)"/.exec(page)?.[1];
        const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
        if (!to && !action) throw new Error(`The provider answered ${answer.status}: ${page.slice(0, 400)}`);
        next = to ? to.href : new URL(action!, next).href;
        form = to ? null : new URLSearchParams({ prompt: asks ?? 'login', login: as, password: 'any' });
      }
      throw new Error('The provider sent nobody back.');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
