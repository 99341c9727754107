import { isDirect } from '../network/no-proxy.ts';
import { placeOf } from '../network/place.ts';
import type { Network, Proxy } from '../network/settings.ts';
import { asked, clockFinding, cloudFinding } from './answer.ts';
import { secure } from './encryption.ts';
import { Failed, failed, good, notNeeded, STEPS, type Finding } from './findings.ts';
import { addressesOf, open, written } from './reach.ts';
import { tunnel } from './tunnel.ts';

const TIMEOUT_MS = 10_000;

export type Examined = {
  /** The cloud's public URL. */
  url: string;
  /** How the network is entered, which this process already does. */
  network: Network;
  clock: () => number;
  timeoutMs?: number;
};

/**
 * Tries the way to the cloud step by step, and answers what was found in each. What comes after a failure is not tried,
 * but for a clock that is wrong, which stops nothing.
 */
export async function examine(examined: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for await (const finding of tried(examined)) findings.push(finding);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    findings.push(failed(STEPS[findings.length]!, error));
  }
  const left = STEPS.slice(findings.length);
  return [...findings, ...left.map((step): Finding => ({ step, outcome: 'not-tried', found: '', tell: null }))];
}

/** What is found in each of the steps, until one fails, which throws Failed. */
async function* tried({ url, network, clock, timeoutMs = TIMEOUT_MS }: Examined): AsyncGenerator<Finding> {
  const proxy = network.proxy && !isDirect(url, network.noProxy) ? network.proxy : null;
  const to = placeOf(url);
  const first = placeOf(proxy?.origin ?? url);
  yield nameFinding(first.host, await addressesOf(first.host, proxy !== null), proxy && to.host);
  const reached = await open(first, timeoutMs);
  try {
    yield good('route', `${written(first)} takes connections`);
    const way = proxy ? await tunnel(proxy, reached, to, timeoutMs) : reached;
    yield proxyFinding(proxy, network, written(to));
    if (url.startsWith('http:')) yield notNeeded('tls', 'the cloud is on this machine');
    else yield good('tls', `the certificate of ${to.host} comes from "${await secure(way, to, timeoutMs)}"`);
  } finally {
    reached.destroy();
  }
  const answer = await asked(url, timeoutMs);
  yield clockFinding(answer, clock());
  yield cloudFinding(answer);
}

/** `left` is the name that a proxy looks up, where there is one. */
function nameFinding(host: string, addresses: string[] | null, left: string | null): Finding {
  const rest = left === null ? '' : `; the name ${left} is left to the proxy`;
  return addresses === null
    ? notNeeded('name', `${host} is an address${rest}`)
    : good('name', `${host} is ${addresses.join(', ')}${rest}`);
}

function proxyFinding(proxy: Proxy | null, { proxy: given, noProxy }: Network, to: string): Finding {
  const ignored =
    noProxy.ignored.length > 0 ? `; NO_PROXY knows no ranges: ${noProxy.ignored.join(', ')} is left out` : '';
  if (proxy) return good('proxy', `${proxy.origin} gives the way to ${to}${ignored}`);
  return notNeeded('proxy', given ? `NO_PROXY leads past ${given.origin}${ignored}` : 'none is given');
}
