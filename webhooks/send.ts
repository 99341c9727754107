import { request } from 'undici';
import { Webhook } from 'standardwebhooks';
import type { Attempt, AttemptError } from '../domain/webhook/attempt.ts';
import type { Resolve } from './connector.ts';
import { refusedTarget } from './target.ts';
import { createWays, type Outgoing } from './ways.ts';

/** A message as it leaves. Its id is that of what it tells, and the same in every attempt. */
export type Message = { url: string; id: string; body: string; secrets: readonly string[] };

export type Send = (message: Message, signal?: AbortSignal) => Promise<Attempt>;

export type SenderMeans = {
  /** Now, in epoch milliseconds. */
  clock: () => number;
  resolve?: Resolve;
  wholeWithinMs?: number;
};

export type Sender = { send: Send; close: () => Promise<void> };

/** From the first look-up to the last byte that is read. */
const WHOLE_WITHIN_MS = 10_000;
/** What is read of an answer; more of it is let go, with its connection. */
const READ_BYTES = 16_384;

/**
 * Makes what posts messages to endpoints, signed as https://www.standardwebhooks.com says. Nothing is followed, and nothing
 * that an endpoint answers or leaves undone makes it fail: what became of an attempt is its answer.
 */
export function createSender(
  outgoing: Outgoing,
  { clock, resolve, wholeWithinMs = WHOLE_WITHIN_MS }: SenderMeans,
): Sender {
  const ways = createWays(outgoing, resolve);

  async function post({ url, id, body, secrets }: Message, at: number, signal: AbortSignal): Promise<number> {
    const { statusCode, body: answer } = await request(url, {
      ...{ method: 'POST', dispatcher: ways.to(new URL(url)), signal, body },
      headers: {
        'content-type': 'application/json',
        'user-agent': 'cloud-licensing-webhooks',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at / 1000)),
        'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body)).join(' '),
      },
    });
    // The status says all: what comes behind it is read so that the connection can be used again.
    await readSome(answer).catch(() => undefined);
    return statusCode;
  }

  return {
    async send(message, stop) {
      const at = clock();
      const begun = performance.now();
      const whole = AbortSignal.timeout(wholeWithinMs);
      const outcome =
        refusedTarget(message.url, outgoing.privateTargets) === null
          ? await post(message, at, stop ? AbortSignal.any([whole, stop]) : whole).then(
              (status) => ({ status, error: null }),
              (error: unknown) => ({ status: null, error: errorOf(error) }),
            )
          : { status: null, error: 'TARGET_REFUSED' as const };
      return { at, ...outcome, durationMs: Math.round(performance.now() - begun) };
    },

    close: ways.close,
  };
}

async function readSome(answer: AsyncIterable<Buffer>): Promise<void> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > READ_BYTES) return;
  }
}

const BY_CODE: Readonly<Record<string, AttemptError>> = {
  ADDRESS_NOT_PUBLIC: 'ADDRESS_NOT_PUBLIC',
  ECONNREFUSED: 'NOT_CONNECTED',
  EHOSTUNREACH: 'NOT_CONNECTED',
  ENETUNREACH: 'NOT_CONNECTED',
  ENODATA: 'NAME_NOT_FOUND',
  ENOTFOUND: 'NAME_NOT_FOUND',
  ETIMEOUT: 'NAME_NOT_FOUND',
  UND_ERR_CONNECT_TIMEOUT: 'NOT_CONNECTED',
};

function errorOf(error: unknown): AttemptError {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError') return 'TIMEOUT';
  if (typeof code !== 'string') return 'CONNECTION_LOST';
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code)) return 'CERTIFICATE_REFUSED';
  return BY_CODE[code] ?? 'CONNECTION_LOST';
}
