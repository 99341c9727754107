import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { repeating } from './repeating.ts';
import type { components, paths } from './schema.ts';

type Schemas = components['schemas'];

/** What the API speaks of: `Noun<'Order'>` is an order as it is answered. */
export type Noun<Name extends keyof Schemas> = Schemas[Name];

/** Every problem that the API can answer, told apart by `code`. */
export type Problem = {
  [Name in keyof Schemas]: Name extends `${string}Problem` ? Schemas[Name] : never;
}[keyof Schemas];
export type ProblemCode = Problem['code'];

/** Calls the API by method and path; what is answered is `data`, what was refused is `error`, a {@link Problem}. */
export type Client = FetchClient<paths>;

export type Settings = {
  /** How requests are sent; the platform's own way where nothing is said. */
  fetch?: (request: Request) => Promise<Response>;
  /** How often one request is sent at most. */
  attempts?: number;
};

/**
 * A client of the API at an address, in the name of a key. Every request that changes something carries an Idempotency-Key,
 * a new one unless it has one, so that a lost answer or one that asks to wait is asked for again, and is done once.
 */
export function createClient(baseUrl: string, key: string, { fetch, attempts = 4 }: Settings = {}): Client {
  const client = createFetchClient<paths>({
    baseUrl: baseUrl.replace(/\/$/, ''),
    headers: { authorization: `Bearer ${key}` },
    fetch: repeating(fetch ?? ((request) => globalThis.fetch(request)), attempts),
    querySerializer: { object: { style: 'form', explode: true }, array: { style: 'form', explode: false } },
  });
  client.use({
    onRequest: ({ request }) => {
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', globalThis.crypto.randomUUID());
      return request;
    },
  });
  return client;
}

/** A refusal where none was expected. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** What was answered. Throws a {@link ProblemError} where it was a refusal. */
export async function answered<Data>(asked: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await asked;
  if (error !== undefined) throw new ProblemError(error as Problem);
  return data as Data;
}

/**
 * All events from a cursor on (from the beginning without one), oldest first, and then those to come, as they come. Keep
 * `cursor` once what `events` tell is done with: going on from it misses nothing.
 */
export async function* readEvents(
  client: Client,
  { after, types, signal }: { after?: string | undefined; types?: string; signal?: AbortSignal } = {},
): AsyncGenerator<{ events: Noun<'FeedEvent'>[]; cursor: string }> {
  let cursor = after;
  while (!signal?.aborted) {
    const query = { ...(cursor && { after: cursor }), ...(types && { types }), wait: 30 };
    const page = await answered(client.GET('/v1/events', { params: { query }, ...(signal && { signal }) }));
    cursor = page.nextCursor;
    yield { events: page.items, cursor };
  }
}
