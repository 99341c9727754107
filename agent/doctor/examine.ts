import { TOLERANCE_MS } from '../enforcement/clock.ts';
import { AppSuiteError } from '../errors.ts';
import { isDirect } from '../network/no-proxy.ts';
import { send, type Answer } from '../network/send.ts';
import type { Network, Proxy } from '../network/settings.ts';
import { secure } from './encryption.ts';
import { Failed, failed, good, notNeeded, STEPS, type Finding, type Step } from './findings.ts';
import { addressesOf, open, placeOf, written } from './place.ts';
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
export async function examine({ url, network, clock, timeoutMs = TIMEOUT_MS }: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  const proxy = network.proxy && !isDirect(url, network.noProxy) ? network.proxy : null;
  const next = () => STEPS[findings.length]!;
  try {
    const first = placeOf(proxy?.origin ?? url);
    const addresses = await addressesOf(first.host, proxy !== null);
    const named = addresses ? good : notNeeded;
    const left = proxy ? `; the name ${placeOf(url).host} is left to the proxy` : '';
    findings.push(named('name', `${first.host} is ${addresses ? addresses.join(', ') : 'an address'}${left}`));
    const reached = await open(first, timeoutMs);
    findings.push(good('route', `${written(first)} takes connections`));
    try {
      const to = placeOf(url);
      const way = proxy ? await tunnel(proxy, reached, to, timeoutMs) : reached;
      findings.push(throughProxy(proxy, network, written(to)));
      if (url.startsWith('http:')) findings.push(notNeeded('tls', 'the cloud is on this machine'));
      else findings.push(good('tls', `the certificate of ${to.host} comes from "${await secure(way, to, timeoutMs)}"`));
    } finally {
      reached.destroy();
    }
    const answer = await asked(url, timeoutMs);
    findings.push(clockFinding(answer, clock()), cloudFinding(answer));
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    findings.push(failed(next(), error));
  }
  const left = STEPS.slice(findings.length);
  return [...findings, ...left.map((step: Step): Finding => ({ step, outcome: 'not-tried', found: '', tell: null }))];
}

function throughProxy(proxy: Proxy | null, { proxy: given, noProxy }: Network, to: string): Finding {
  const ignored =
    noProxy.ignored.length > 0 ? `; NO_PROXY knows no ranges: ${noProxy.ignored.join(', ')} is left out` : '';
  if (proxy) return good('proxy', `${proxy.origin} gives the way to ${to}${ignored}`);
  return notNeeded('proxy', given ? `NO_PROXY leads past ${given.origin}${ignored}` : 'none is given');
}

/** What answers where an administrator would look with a browser. */
async function asked(url: string, timeoutMs: number): Promise<Answer | AppSuiteError> {
  try {
    return await send(`${url}/test`, {}, timeoutMs);
  } catch (error) {
    if (error instanceof AppSuiteError) return error;
    throw error;
  }
}

function clockFinding(answer: Answer | AppSuiteError, nowMs: number): Finding {
  const cloudMs = answer instanceof AppSuiteError ? NaN : Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(cloudMs)) return { step: 'clock', outcome: 'not-tried', found: 'no time came back', tell: null };
  const difference = Math.abs(nowMs - cloudMs);
  const seconds = Math.round(difference / 1000);
  if (difference <= TOLERANCE_MS) return good('clock', `within ${seconds} s of the cloud's`);
  const side = nowMs < cloudMs ? 'behind' : 'ahead of';
  return failed(
    'clock',
    new Failed(
      `this machine's clock is ${Math.round(seconds / 60)} minutes ${side} the cloud's`,
      "Set this machine's clock, and let it keep it by a time server (NTP, UDP port 123).",
    ),
  );
}

function cloudFinding(answer: Answer | AppSuiteError): Finding {
  if (answer instanceof AppSuiteError)
    return failed('cloud', new Failed(answer.message, 'Let what this machine sends to the cloud pass unchanged.'));
  const { address, status, body, headers } = answer;
  if (status === 200 && body.includes('successfully connected!'))
    return good('cloud', `${address} says that it is there`);
  if (status >= 500)
    return failed(
      'cloud',
      new Failed(`${address} can't answer now (HTTP ${status})`, 'Nothing: ask the vendor, later.'),
    );
  const kind = headers.get('content-type') ?? 'no type';
  return failed(
    'cloud',
    new Failed(
      `${address} answers as no licensing cloud does (HTTP ${status}, ${kind})`,
      `Let this machine reach ${new URL(address).origin} without a page for signing in or of a filter; if there is none, the address is wrong.`,
    ),
  );
}
