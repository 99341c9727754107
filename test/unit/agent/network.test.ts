import { spawn } from 'node:child_process';
import http from 'node:http';
import https from 'node:https';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import fastify from 'fastify';
import { activate } from '../../../agent/activate.ts';
import { examine } from '../../../agent/doctor/examine.ts';
import { renderFindings } from '../../../agent/doctor/render.ts';
import { AppSuiteError, UnreachableError } from '../../../agent/errors.ts';
import { isDirect, readNoProxy } from '../../../agent/network/no-proxy.ts';
import { send } from '../../../agent/network/send.ts';
import { readNetwork, type Network, type NetworkOptions } from '../../../agent/network/settings.ts';
import { useNetwork } from '../../../agent/network/use.ts';
import { displayWidth } from '../../../agent/status/text.ts';
import { readToken } from '../../../agent/token.ts';
import { newFolder } from '../../support/agent/appsuite-folder.ts';
import type { Network as Weather } from '../../support/agent/inject-fetch.ts';
import { enterCorporateNetwork } from '../../support/network/corporate.ts';

const CLOUD = 'https://licensing.example';
const SECRET = 'p@ss:w%rd ü';

const app = fastify();
let behind: 'the cloud' | 'trouble' = 'the cloud';
let network: Weather = 'works';
app.get('/test', async (_request, reply) => {
  if (behind === 'trouble') return reply.status(503).send('');
  return { message: 'successfully connected!' };
});

let corporate: Awaited<ReturnType<typeof enterCorporateNetwork>>;
let folder: Awaited<ReturnType<typeof newFolder>>;

beforeAll(async () => {
  corporate = await enterCorporateNetwork(app, CLOUD, () => network);
  folder = await newFolder();
});
afterEach(() => {
  behind = 'the cloud';
  network = 'works';
  corporate.begin();
});
afterAll(async () => {
  await corporate.close();
  await folder.remove();
  await app.close();
});

const file = async (name: string, content: string) => {
  const path = join(folder.dir, '..', name);
  await writeFile(path, content);
  return path;
};

/** How the way to the cloud is found, by outcome and step, and what the network's administrator is told. */
async function examined(
  options: NetworkOptions = corporate.options,
  { url = CLOUD, noProxy = '', aheadMs = 0, timeoutMs = 10_000 } = {},
) {
  const network = await readNetwork(options, { noProxy });
  const clock = () => Date.now() + aheadMs;
  const findings = await corporate.entered(options, () => examine({ url, network, clock, timeoutMs }));
  const page = renderFindings(url, findings);
  expect(Math.max(...page.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  expect(page).not.toContain('p@ss');
  return {
    outcomes: findings.map(({ step, outcome }) => `${step} ${outcome}`).join(', '),
    page: page.replace(/\s+/g, ' '),
  };
}

describe('doctor', () => {
  test('finds the way through a proxy that asks for a password, with TLS of an authority of the network', async () => {
    const { outcomes, page } = await examined();
    expect(outcomes).toBe('name not-needed, route good, proxy good, tls good, clock good, cloud good');
    expect(page).toContain('the certificate of licensing.example comes from "Acme Inspection"');
    expect(page).not.toContain('administrator');
  });

  type Fault = {
    fault: string;
    step: string;
    told: string;
    options?: () => object;
    begin?: () => void;
    timeoutMs?: number;
  };
  const becomes = (behavior: typeof corporate.proxy.behavior) => () => void (corporate.proxy.behavior = behavior);
  const shows = (host: string, days?: [number, number]) => () => corporate.shows(host, days);
  const faults: Fault[] = [
    {
      fault: 'a proxy that asks for a password',
      step: 'proxy',
      told: 'Name a user and a password of the proxy for this machine',
      options: () => ({ proxyCredentials: undefined }),
    },
    {
      fault: 'a password that the proxy does not take',
      step: 'proxy',
      told: 'name the right ones',
      options: () => ({
        proxyCredentials: undefined,
        proxy: corporate.proxy.origin.replace('//', '//appsuite:guess@'),
      }),
    },
    {
      fault: 'a proxy that forbids the cloud',
      step: 'proxy',
      told: 'reach licensing.example:443 through the proxy',
      begin: becomes('forbids'),
    },
    { fault: 'a proxy that cuts connections', step: 'proxy', told: '(CONNECT)', begin: becomes('cuts') },
    {
      fault: 'a proxy that never answers',
      step: 'proxy',
      told: '(CONNECT)',
      begin: becomes('silent'),
      timeoutMs: 1_000,
    },
    {
      fault: 'a proxy that is not there',
      step: 'route',
      told: 'open TCP connections to 127.0.0.1:9',
      options: () => ({ proxy: 'http://127.0.0.1:9' }),
    },
    {
      fault: 'a proxy whose name is not known',
      step: 'name',
      told: 'resolve the name proxy.invalid (DNS).',
      options: () => ({ proxy: 'http://proxy.invalid:3128' }),
    },
    {
      fault: 'an authority that is not known',
      step: 'tls',
      told: 'Hand out the certificate of the authority "Acme Inspection" in PEM, to be given by --ca',
      options: () => ({ ca: undefined }),
    },
    {
      fault: 'a certificate that is over',
      step: 'tls',
      told: "Set this machine's clock where it is wrong",
      begin: shows('licensing.example', [-9, -2]),
    },
    {
      fault: 'a certificate of another name',
      step: 'tls',
      told: 'Let licensing.example lead to the licensing cloud',
      begin: shows('portal.example'),
    },
    {
      fault: 'a page for signing in',
      step: 'cloud',
      told: 'without a page for signing in',
      begin: () => void (network = 'answers itself'),
    },
    {
      fault: 'a cloud in trouble',
      step: 'cloud',
      told: 'ask the vendor, later',
      begin: () => void (behind = 'trouble'),
    },
  ];
  test.each(faults)('names $fault', async ({ step, told, options, begin, ...rest }) => {
    begin?.();
    const { outcomes, page } = await examined({ ...corporate.options, ...options?.() }, rest);
    expect(outcomes.match(/\w+ failed/g)).toEqual([`${step} failed`]);
    expect(page.split("Tell the network's administrator:")).toHaveLength(2);
    expect(page).toContain(told);
  });

  test('names a clock that is wrong, which keeps nobody from the cloud', async () => {
    const { outcomes, page } = await examined(corporate.options, { aheadMs: -3_600_000 });
    expect(outcomes).toMatch(/clock failed, cloud good$/);
    expect(page).toContain("this machine's clock is 60 minutes behind the cloud's");
  });

  test('says that NO_PROXY leads past the proxy, and what of it is left out', async () => {
    const { page } = await examined(corporate.options, { noProxy: '10.0.0.0/8, localhost', url: 'http://localhost:9' });
    expect(page).toMatch(/Route FAILED/);
    const { page: through } = await examined(corporate.options, { noProxy: '10.0.0.0/8,.corp.example' });
    expect(through).toContain('NO_PROXY knows no ranges: 10.0.0.0/8 is left out');
  });
});

describe('what is given', () => {
  test.each([
    [
      'a proxy without a scheme',
      { proxy: `appsuite:${SECRET}@proxy.example:3128` },
      '--proxy is not the address of a proxy',
    ],
    ['a proxy of another kind', { proxy: 'socks5://proxy.example:1080' }, '--proxy is not the address of a proxy'],
    ['a proxy with a path', { proxy: 'http://proxy.example/proxy.pac' }, '--proxy is not the address of a proxy'],
    ['a proxy with half a code in its password', { proxy: 'http://appsuite:p%40ss%@proxy.example' }, 'write % as %25'],
    ['credentials for no proxy', { proxyCredentials: 'nowhere' }, 'are for no proxy'],
    ['credentials that are not there', { proxy: 'http://p.example', proxyCredentials: 'nowhere' }, "can't be read"],
    ['authorities that are not there', { ca: 'nowhere.pem' }, "can't be read"],
    ['authorities that are none', { ca: 'README.md' }, 'holds no certificates'],
  ])('%s is refused before Node sees it, and nothing of it is shown', async (_what, options, sentence) => {
    const message = await readNetwork(options, {}).catch(({ message }: Error) => message);
    expect(message).toContain(sentence);
    expect(message).not.toMatch(/p@ss|p%40ss/);
  });

  test.each(['', '\n', 'appsuite', ':password', 'appsuite:one\nappsuite:two'])(
    'a file of credentials that says %j is refused',
    async (content) => {
      const proxyCredentials = await file('bad', content);
      await expect(readNetwork({ proxy: 'http://p.example', proxyCredentials }, {})).rejects.toThrow(
        'write user:password',
      );
    },
  );

  test('an empty proxy is none, and --proxy counts before the environment', async () => {
    const environment = { httpsProxy: 'http://other.example:8080' };
    expect((await readNetwork({}, { httpsProxy: '' })).proxy).toBeNull();
    expect((await readNetwork({}, environment)).proxy).toEqual({
      origin: 'http://other.example:8080',
      credentials: null,
    });
    const { proxy } = await readNetwork({ proxy: 'https://me:p%40ss@p.example' }, environment);
    expect(proxy).toEqual({ origin: 'https://p.example', credentials: { user: 'me', password: 'p@ss' } });
  });

  test('whatever is given for a proxy is refused with a sentence, or taken by Node', async () => {
    const part = fc.constantFrom(
      'http://',
      'https://',
      'user',
      ':',
      '@',
      '%',
      '%40',
      'p.example',
      '[::1]',
      '3128',
      '/',
      '?',
      '#',
      ' ',
      'ü',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (proxy) => {
        const network = await readNetwork({ proxy }, {}).catch((error: unknown) => error);
        if (network instanceof AppSuiteError)
          expect(network.message).toMatch(/^(--proxy is not|The user or password in)/);
        else useNetwork(network as Network, { http, tls: {} })();
      }),
      { numRuns: 500 },
    );
  });

  test('where Node is too old, that is said instead of going past the proxy', async () => {
    const network = await readNetwork({ proxy: corporate.proxy.origin }, {});
    expect(() => useNetwork(network, { http: {}, tls: {} })).toThrow(
      /^A proxy needs Node 24\.14 or later, and this is v/,
    );
    const trusting = await readNetwork({ ca: corporate.files.ca }, {});
    expect(() => useNetwork(trusting, { http, tls: {} })).toThrow(/--ca needs .* NODE_EXTRA_CA_CERTS/);
    expect(() => useNetwork({ ...network, proxy: null }, { http: {}, tls: {} })()).not.toThrow();
  });

  test('a token is read from a file, and what is no token given is said', async () => {
    expect(await readToken([], await file('token', '\uFEFF  AAAAA-BBBBB\n'))).toBe('AAAAA-BBBBB');
    expect(await readToken(['AAAAA', 'BBBBB'], undefined)).toBe('AAAAA BBBBB');
    await expect(readToken(['AAAAA'], 'token')).rejects.toThrow('not both');
    await expect(readToken([], undefined)).rejects.toThrow('--token-file');
    await expect(readToken([], await file('empty', '\n'))).rejects.toThrow('is empty');
  });
});

describe('NO_PROXY', () => {
  /** Whether Node asks the proxy for an address: it never lets anything through here. */
  async function isAskedFor(url: string, noProxy: string): Promise<boolean> {
    const network = await readNetwork({ proxy: corporate.proxy.origin }, { noProxy });
    const end = useNetwork(network, { http, tls: {} });
    corporate.proxy.asked = [];
    const client = url.startsWith('https:') ? https : http;
    const noLookup = (_host: string, _options: object, done: (error: Error) => void) => done(new Error('straight'));
    await new Promise((resolve) => client.get(url, { lookup: noLookup as never }, resolve).once('error', resolve));
    end();
    return corporate.proxy.asked.length > 0;
  }

  test.each([
    ['https://a.corp.invalid', 'corp.invalid', false],
    ['https://corp.invalid', 'CORP.invalid', true],
    ['https://a.corp.invalid', 'x, .corp.invalid', true],
    ['https://corp.invalid', '.corp.invalid', true],
    ['https://a.corp.invalid', '*.corp.invalid', true],
    ['https://corp.invalid', '*.corp.invalid', false],
    ['https://xcorp.invalid', '.corp.invalid', false],
    ['https://corp.invalid', 'other.invalid *', true],
    ['https://corp.invalid:8443', 'corp.invalid:8443', true],
    ['https://corp.invalid', 'corp.invalid:8443', false],
    ['https://10.255.255.1:9', '10.0.0.0/8', false],
    ['https://10.255.255.1:9', '10.0.0.0-10.255.255.255', false],
    ['https://localhost:9', '', true],
    ['https://127.0.0.1:9', 'corp.invalid', true],
    ['https://127.8.7.6:9', '', true],
    ['https://[::1]:9', '[::1]', true],
    ['http://localhost:9', '', true],
  ])('leads to %s by %j past the proxy: %s, and Node does as the page says', async (url, noProxy, isPast) => {
    expect(isDirect(url, readNoProxy(noProxy))).toBe(isPast);
    expect(await isAskedFor(url, noProxy)).toBe(!isPast);
  });
});

test('a proxy that cuts connections is asked once a call', async () => {
  corporate.proxy.behavior = 'cuts';
  await expect(send(`${CLOUD}/test`, {}, 5_000)).rejects.toThrow(UnreachableError);
  expect(corporate.proxy.asked).toEqual(['licensing.example:443']);
});

test('a redirect is not followed, and told as something on the way', async () => {
  const server = http.createServer((_request, response) => void response.writeHead(302, { location: '/login' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await expect(send(`http://127.0.0.1:${port}/v1/license`, {}, 5_000)).rejects.toThrow('redirects to /login');
  await new Promise((resolve) => server.close(resolve));
});

test('the command takes its network from the environment, and shows nobody the password', async () => {
  const { proxy, files } = corporate;
  const proxied = proxy.origin.replace('//', '//appsuite:s3cret@');
  const runs = (args: string[], httpsProxy: string) => {
    const env = { ...process.env, HTTPS_PROXY: httpsProxy, https_proxy: undefined, NO_PROXY: '' };
    const child = spawn(process.execPath, ['--import', 'tsx', 'agent/main.ts', ...args, '--dir', folder.dir], { env });
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return Promise.all([exit, text(child.stdout), text(child.stderr)]);
  };
  const token = await file('token', 'AAAAA');
  const [refused, found, wrong] = await Promise.all([
    runs(['activate', '--token-file', token, '--url', CLOUD, '--ca', files.ca], proxied),
    runs(['doctor', '--url', CLOUD, '--ca', files.ca, '--proxy-credentials', files.credentials], proxied),
    runs(['check-in'], 'appsuite:s3cret@proxy.example:3128'),
  ]);
  expect(refused).toMatchObject([2, '', expect.stringContaining('give them by --proxy-credentials')]);
  expect(found).toMatchObject([0, expect.stringMatching(/Cloud +good/), '']);
  expect(wrong).toMatchObject([1, '', expect.stringContaining('HTTPS_PROXY is not the address of a proxy')]);
  expect([refused, found, wrong].flat().join()).not.toMatch(/s3cret|p@ss/);
});

test('an activation that gets no way through keeps nothing but its key', async () => {
  const { dir, remove } = await newFolder();
  corporate.proxy.behavior = 'forbids';
  await expect(activate({ dir, token: 'AAAAA', url: CLOUD })).rejects.toThrow(
    'the proxy does not let it through, HTTP 403',
  );
  await remove();
});
