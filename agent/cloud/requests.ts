import { AppSuiteError, RefusedError, UnreachableError } from '../errors.ts';
import { send, type Answer, type Sent } from '../network/send.ts';
import { refusalSentence, type Problem } from './refusals.ts';
import type { PublicKey } from '../folder/state.ts';

/** Longer than the cloud waits for the outcome of an activation before it says that it is unknown. */
const TIMEOUT_MS = 15_000;

/** How much longer than it was to take a wait may take, before it counts as cut off. */
const LATE_MS = 10_000;

/** Names of this machine, as the URL standard writes them. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Statuses that say "later", as those from 500 on do: too slow, too early, too many. */
const NOT_NOW = [408, 425, 429];

export type ActivationRequest = {
  token: string;
  fingerprint: string;
  version: string;
  publicKey: PublicKey;
  hostname: string;
};

/** What an answer carries beside its body. */
type Marks = { etag: string | null; checkInNumber: string | null };

/** What an activation answers. */
export type Activated = Marks & { server: string; license: string };

/** `POST /v1/activations`. Refusals: RefusedError with the codes of `docs/license-document.md`. */
export async function requestActivation(url: string, request: ActivationRequest): Promise<Activated> {
  return activatedIn(await post(`${url}/v1/activations`, request));
}

/** What the cloud gives a machine that waits for somebody to enter its code. */
export type BegunPairing = {
  deviceCode: string;
  userCode: string;
  verificationUrl: string;
  expiresInSeconds: number;
  intervalSeconds: number;
};

/** `POST /v1/pairings`. Refusals: RefusedError with the codes of `docs/license-document.md`. */
export async function beginPairing(url: string, request: Omit<ActivationRequest, 'token'>): Promise<BegunPairing> {
  const answer = await post(`${url}/v1/pairings`, request);
  const begun = (jsonOf(answer) ?? {}) as Partial<BegunPairing>;
  const { deviceCode, userCode, verificationUrl, expiresInSeconds, intervalSeconds } = begun;
  const texts = [deviceCode, userCode, verificationUrl].every((text) => typeof text === 'string');
  const numbers = [expiresInSeconds, intervalSeconds].every((number) => typeof number === 'number');
  if (!texts || !numbers) throw noCloud(answer);
  return { deviceCode, userCode, verificationUrl, expiresInSeconds, intervalSeconds } as BegunPairing;
}

/** `POST /v1/pairings/token`; refused as `PAIRING_PENDING` while nobody has entered the code. */
export async function askForPairing(url: string, jwt: string): Promise<Activated> {
  return activatedIn(await call(`${url}/v1/pairings/token`, { method: 'POST', headers: bearer(jwt) }));
}

/** A token for another cloud service, and until when it counts (ISO 8601 UTC). */
export type ServiceToken = { token: string; expiresAt: string };

/** `POST /v1/service-tokens`. */
export async function requestServiceToken(url: string, jwt: string, audience: string): Promise<ServiceToken> {
  const answer = await post(`${url}/v1/service-tokens`, { audience }, { headers: bearer(jwt) });
  const { token, expiresAt } = (jsonOf(answer) ?? {}) as Partial<ServiceToken>;
  if (typeof token !== 'string' || typeof expiresAt !== 'string') throw noCloud(answer);
  return { token, expiresAt };
}

const bearer = (jwt: string) => ({ authorization: `Bearer ${jwt}` });

function post(address: string, body: object, { headers, ...sent }: Sent = {}): Promise<Answer> {
  return call(address, {
    ...sent,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

function activatedIn(answer: Answer): Activated {
  const { server, license } = (jsonOf(answer) ?? {}) as { server?: unknown; license?: unknown };
  if (typeof server !== 'string' || typeof license !== 'string') throw noCloud(answer);
  return { server, license, ...marksOf(answer) };
}

/** `GET /v1/license`; the license is null when the document that the ETag names is still good (304). */
export async function requestLicense(
  url: string,
  jwt: string,
  etag: string | null,
): Promise<Marks & { license: string | null }> {
  const condition: Record<string, string> = etag ? { 'if-none-match': etag } : {};
  const answer = await call(`${url}/v1/license`, { headers: { ...bearer(jwt), ...condition } });
  return { license: answer.status === 304 ? null : answer.body, ...marksOf(answer) };
}

/** `POST /v1/license/wait`: whether the document that a tag names is not the newest any more; ends early when the signal aborts. */
export async function requestWait(
  url: string,
  jwt: string,
  { etag, seconds }: { etag: string; seconds: number },
  signal: AbortSignal,
): Promise<boolean> {
  const late = AbortSignal.timeout(seconds * 1000 + LATE_MS);
  const answer = await post(
    `${url}/v1/license/wait`,
    { etag, seconds },
    { headers: bearer(jwt), signal: AbortSignal.any([signal, late]) },
  );
  const changed = answer.headers.get('changed');
  if (changed !== 'yes' && changed !== 'no') throw noCloud(answer);
  return changed === 'yes';
}

/** `DELETE /v1/activations/current`. */
export async function requestLeave(url: string, jwt: string): Promise<void> {
  await call(`${url}/v1/activations/current`, { method: 'DELETE', headers: bearer(jwt) });
}

/** The public URL as check-ins name it: without a slash at the end. Only HTTPS, but for a cloud on this machine. */
export function publicUrl(text: string): string {
  const url = URL.parse(text);
  if (!/^https?:$/.test(url?.protocol ?? ''))
    throw new AppSuiteError(`${text} is not the address of a cloud: give one such as https://licensing.example.`);
  if (url!.protocol === 'http:' && !LOOPBACK.test(url!.hostname))
    throw new AppSuiteError(`${text} is not encrypted: a cloud is reached by https:// alone, but on this machine.`);
  return url!.href.replace(/\/+$/, '');
}

async function call(address: string, sent: Sent = {}): Promise<Answer> {
  const answer = await send(address, sent, TIMEOUT_MS);
  const { status } = answer;
  if (status === 304 || (status >= 200 && status < 300)) return answer;
  const problem = problemOf(answer);
  if (status >= 500 || NOT_NOW.includes(status))
    throw new UnreachableError(
      `The cloud can't answer now (${problem?.code ?? `HTTP ${status}`}): run the same command again in a minute.`,
      secondsOf(answer.headers.get('retry-after')),
    );
  if (!problem) throw noCloud(answer);
  const serverTimeMs = Date.parse(problem.serverTime ?? '');
  throw new RefusedError(problem.code, refusalSentence(problem), Number.isFinite(serverTimeMs) ? serverTimeMs : null);
}

/** `Retry-After` in seconds; its other form, a date, would need a clock that is right. */
function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : null;
}

function problemOf(answer: Answer): Problem | null {
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  const problem = isProblem ? (jsonOf(answer) as Partial<Problem> | null) : null;
  return typeof problem?.code === 'string' ? (problem as Problem) : null;
}

function jsonOf(answer: Answer): unknown {
  const value = parsed(answer.body);
  if (value === undefined) throw noCloud(answer);
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function noCloud({ address, status }: Answer): AppSuiteError {
  return new AppSuiteError(`${address} did not answer as a licensing cloud does (HTTP ${status}): check the address.`);
}

function marksOf({ headers }: Answer): Marks {
  return { etag: headers.get('etag'), checkInNumber: headers.get('check-in-number') };
}
