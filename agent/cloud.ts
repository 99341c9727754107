import { AppSuiteError, RefusedError, UnreachableError } from './errors.ts';
import { send, type Answer, type Sent } from './network/send.ts';
import { refusalSentence, type Problem } from './refusals.ts';
import type { PublicKey } from './folder/state.ts';

/** Longer than the cloud waits for the outcome of an activation before it says that it is unknown. */
const TIMEOUT_MS = 15_000;

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

/** `POST /v1/activations`. Refusals: RefusedError with the codes of `docs/license-document.md`. */
export async function requestActivation(
  url: string,
  request: ActivationRequest,
): Promise<Marks & { server: string; license: string }> {
  const answer = await call(`${url}/v1/activations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
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
  const answer = await call(`${url}/v1/license`, { headers: { authorization: `Bearer ${jwt}`, ...condition } });
  return { license: answer.status === 304 ? null : answer.body, ...marksOf(answer) };
}

/** `DELETE /v1/activations/current`. */
export async function requestLeave(url: string, jwt: string): Promise<void> {
  await call(`${url}/v1/activations/current`, { method: 'DELETE', headers: { authorization: `Bearer ${jwt}` } });
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
