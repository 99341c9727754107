import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  claimKey,
  keepAnswer,
  readKey,
  releaseKey,
  type ClaimedKey,
  type KeyOfRequest,
} from '../../db/queries/idempotency.ts';
import { invalid, ProblemError } from '../../services/problems/problems.ts';
import { isPreview } from '../preview.ts';
import { hashOfJson } from '../../services/canonical.ts';

/** The methods that change something. */
export const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];
const KEPT_HEADERS = ['content-type', 'etag', 'location'];
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;
const FIRST_ANSWER_WITHIN_MS = 5_000;
const LOOK_AGAIN_AFTER_MS = 50;
const RELEASED_WITHIN_MS = 500;

/**
 * `Idempotency-Key` on every POST, PUT, PATCH and DELETE: the same key and content of the same caller gets the first answer for
 * a day. What goes better later (it has `Retry-After`) and what went wrong here is not kept: the repeat is carried out.
 */
export function createIdempotency(em: () => EntityManager) {
  const claims = new WeakMap<FastifyRequest, ClaimedKey>();

  return {
    /** Claims the key, or answers what was answered first. Problems: IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS. */
    preHandler: async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> => {
      const { caller, method, url, body } = request;
      request.requestId = randomUUID();
      if (caller === null || !CHANGING.includes(method)) return;
      const key = keyOf(request);
      // What is read as it comes has no content yet, and is kept under its key by whoever reads it.
      if (key === null || isPreview(request) || request.routeOptions.config.readsItems) return;
      const contentHash = hashOfJson([method, url, body ?? null]);
      request.requestId = hashOfJson([caller, key, contentHash]);
      const first = await claimOrRead({ caller, key }, contentHash);
      if ('at' in first) {
        claims.set(request, first);
        return;
      }
      if (first.contentHash !== contentHash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
      markReplayed(reply);
      // An answer that holds a secret was not kept; carrying out the same request again gives the same.
      if (first.body === null) return;
      return reply
        .code(first.status!)
        .headers(first.headers!)
        .serializer((text: unknown) => text as string)
        .send(first.body);
    },

    /** An answer that cannot be kept goes out all the same: its repeat is carried out, which changes nothing twice. */
    onSend: async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> => {
      const claim = claims.get(request);
      if (!claim) return;
      await settle(claim, request, reply, payload).catch((error: unknown) =>
        request.log.error({ err: error }, 'an answer could not be kept under its key'),
      );
    },
  };

  async function settle(claim: ClaimedKey, request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const isFinal = reply.statusCode < 500 && !reply.hasHeader('retry-after') && !isNobodys(request, reply);
    // Where the database does not answer, whoever asked is not to wait for this, too.
    if (!isFinal) return inTime(releaseKey(em(), claim), request);
    const isSecret = request.routeOptions.config.answersSecret && reply.statusCode < 300;
    await keepAnswer(em(), claim, {
      status: reply.statusCode,
      headers: keptHeaders(reply),
      body: isSecret ? null : typeof payload === 'string' ? payload : '',
    });
  }

  async function inTime(released: Promise<void>, request: FastifyRequest): Promise<void> {
    const late = released.catch((error: unknown) => request.log.error({ err: error }, 'a key could not be released'));
    const timer = new AbortController();
    await Promise.race([late, wait(RELEASED_WITHIN_MS, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }

  async function claimOrRead(asked: KeyOfRequest, contentHash: string) {
    const deadline = Date.now() + FIRST_ANSWER_WITHIN_MS;
    for (;;) {
      const claimed = await claimKey(em(), asked, contentHash);
      if (claimed) return claimed;
      const first = await readKey(em(), asked);
      if (first && (first.status !== null || first.contentHash !== contentHash)) return first;
      if (Date.now() > deadline) throw new ProblemError('REQUEST_IN_PROGRESS');
      await wait(LOOK_AGAIN_AFTER_MS);
    }
  }
}

/** The key that a request names; null where it names none. Problems: INVALID_REQUEST. */
export function keyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key))
    throw invalid([{ pointer: '', message: 'Idempotency-Key has 1 to 200 visible ASCII characters' }]);
  return key;
}

/** Says that this was answered before. */
export function markReplayed(reply: FastifyReply): void {
  reply.header('idempotent-replayed', 'true');
}

/** Of a refusal of whoever has no key nothing is kept: the same request again is refused again. */
function isNobodys({ actor }: FastifyRequest, { statusCode }: FastifyReply): boolean {
  return actor === null && statusCode >= 400;
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  const present = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(present.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
