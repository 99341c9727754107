import type { FastifyInstance } from 'fastify';

/** What happens to what is sent: it arrives, it does not, its answer does not, or a page for signing in is the answer. */
export type Network = 'works' | 'away' | 'loses answers' | 'answers itself';

/** A page as networks for guests show it in the place of whatever was asked for. */
export const SIGN_IN = '<h1>Welcome, guest</h1>';

/** A `fetch` that reaches an app without a network of its own. */
export function fetchFrom(app: FastifyInstance, network: () => Network): typeof fetch {
  return async (input, init) => {
    if (network() === 'away') throw new TypeError('fetch failed');
    if (network() === 'answers itself') return new Response(SIGN_IN, { headers: { 'content-type': 'text/html' } });
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const answering = app.inject({
      method: (init?.method ?? 'GET') as 'GET',
      url: pathname + search,
      headers: init?.headers as Record<string, string>,
      ...(init?.body !== undefined && { payload: init.body as string }),
    });
    const answer = await Promise.race([answering, aborted(init?.signal)]);
    if (network() === 'loses answers') throw new TypeError('fetch failed');
    const { statusCode: status } = answer;
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
    return new Response([204, 304].includes(status) ? null : answer.body, { status, headers });
  };
}

/** Rejects when a signal aborts. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
