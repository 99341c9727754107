import { fetch as fetchBy } from 'undici';
import type { Resolve } from './connector.ts';
import { refusedTarget } from './target.ts';
import { createWays, type Outgoing } from './ways.ts';

/** Asks an address that others named, as `fetch` does: none of a private network, and no more is read than an answer may be. */
export type Ask = typeof fetch;

/** What is asked for is a document, or a token. */
const LONGEST_ANSWER_BYTES = 524_288;

/** An address that nothing is asked of. */
export class TargetRefusedError extends Error {
  readonly code = 'TARGET_REFUSED';
}

/** An answer that is packed, which nobody asked for: a few bytes of it can be any number of them, so that it is not read. */
export class PackedAnswerError extends Error {
  readonly code = 'ANSWER_PACKED';
}

/** Makes what asks; it follows no redirection, and refuses addresses as messages to webhooks do. */
export function createAsk(outgoing: Outgoing, resolve?: Resolve): { ask: Ask; close: () => Promise<void> } {
  const ways = createWays(outgoing, resolve, { maxResponseSize: LONGEST_ANSWER_BYTES });
  const ask = async (input: string | URL | Request, init: RequestInit = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (refusedTarget(url.href, outgoing.privateTargets) !== null) throw new TargetRefusedError();
    const headers = { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity' };
    const about = { ...init, headers, redirect: 'manual', dispatcher: ways.to(url) };
    const answer = await fetchBy(url, about as Parameters<typeof fetchBy>[1]);
    if ((answer.headers.get('content-encoding') ?? 'identity').trim().toLowerCase() !== 'identity') {
      await answer.body?.cancel();
      throw new PackedAnswerError();
    }
    return answer as unknown as Response;
  };
  return { ask, close: ways.close };
}
