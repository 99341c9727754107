import { X509Certificate } from 'node:crypto';
import { AppSuiteError } from '../errors.ts';
import { readGiven } from '../given-file.ts';
import { readNoProxy, type NoProxy } from './no-proxy.ts';

/** How the network is entered, as an administrator gives it. */
export type NetworkOptions = {
  /** The address of a proxy, which may have a user and a password in it. */
  proxy?: string | undefined;
  /** A file with `user:password` on one line. */
  proxyCredentials?: string | undefined;
  /** A file of certificates in PEM of authorities that are trusted beside the system's. */
  ca?: string | undefined;
};

/** What the environment says of the network; an empty text is as none. */
export type NetworkEnvironment = { httpsProxy?: string | undefined; noProxy?: string | undefined };

export type Credentials = { user: string; password: string };

/** `origin` is the proxy's address without credentials, which are kept apart so that nothing shows them. */
export type Proxy = { origin: string; credentials: Credentials | null };

/** How the network is entered, read and checked. */
export type Network = {
  proxy: Proxy | null;
  noProxy: NoProxy;
  /** Certificates in PEM, one each. */
  authorities: string[];
};

/**
 * Reads how the network is entered. Refuses with an AppSuiteError what is no address of a proxy, before Node sees it, and
 * files that can't be read or hold something else. No sentence shows what was given: a password may be in it.
 */
export async function readNetwork(options: NetworkOptions, environment: NetworkEnvironment): Promise<Network> {
  const { proxyCredentials, ca } = options;
  const proxy = readProxy(options.proxy ?? environment.httpsProxy ?? '', options.proxy ? '--proxy' : 'HTTPS_PROXY');
  if (!proxy && proxyCredentials !== undefined)
    throw new AppSuiteError('--proxy-credentials are for no proxy: give one by --proxy or HTTPS_PROXY.');
  const credentials = proxyCredentials === undefined ? proxy?.credentials : await readCredentials(proxyCredentials);
  return {
    proxy: proxy && { ...proxy, credentials: credentials ?? null },
    noProxy: readNoProxy(environment.noProxy ?? ''),
    authorities: ca === undefined ? [] : await readAuthorities(ca),
  };
}

function readProxy(text: string, setting: string): Proxy | null {
  if (text.trim() === '') return null;
  const url = URL.parse(text.trim());
  const isAddress = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === '';
  if (!isAddress)
    throw new AppSuiteError(
      `${setting} is not the address of a proxy: give one such as http://proxy.example:3128, with http:// or https:// before it and nothing after the port.`,
    );
  const user = decoded(url.username, setting);
  const password = decoded(url.password, setting);
  return { origin: url.origin, credentials: user + password === '' ? null : { user, password } };
}

function decoded(part: string, setting: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new AppSuiteError(
      `The user or password in ${setting} can't be read: write % as %25 there, or give --proxy-credentials.`,
    );
  }
}

async function readCredentials(file: string): Promise<Credentials> {
  const lines = (await readGiven(file)).split(/\r?\n/);
  const [line = '', ...others] = lines;
  const colon = line.indexOf(':');
  if (colon < 1 || others.some((other) => other !== ''))
    throw new AppSuiteError(`${file} does not hold credentials of a proxy: write user:password there, on one line.`);
  return { user: line.slice(0, colon), password: line.slice(colon + 1) };
}

async function readAuthorities(file: string): Promise<string[]> {
  const found = (await readGiven(file)).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    found.forEach((pem) => new X509Certificate(pem));
    if (found.length > 0) return found;
  } catch {
    // One that can't be read is said as none.
  }
  throw new AppSuiteError(
    `${file} holds no certificates that can be read: give those of your authority in PEM, which begins with -----BEGIN CERTIFICATE-----.`,
  );
}
