import { setTimeout as delay } from 'node:timers/promises';

/** An answer that will not change by asking again. */
export type Answer = { status: number; text: string };

export type Client = ReturnType<typeof createClient>;

const ATTEMPT_MS = 15_000;
/** Longer than a key stays claimed by a process that has died, and than Temporal and the supervisor pause at most. */
const PATIENCE_MS = 120_000;
const LONGEST_PAUSE_MS = 1_000;
const LOOK_EVERY_MS = 300;

/** The one refusal of a passing trouble that a repeat under the same key only hears again. */
export const FINAL_UNDER_ITS_KEY = 'ORDER_NOT_ANSWERING';
const MOST_KEYS = 20;

type Options = {
  url: string;
  apiKey: string;
  /** Until then processes are killed, and nobody is owed an answer. */
  disturbedUntil: number;
  signal: AbortSignal;
  /** Hears why a request is sent again. */
  repeated: (reason: string) => void;
};

/** A caller of the public interfaces that repeats what it asks until it is answered, as an ERP has to. */
export function createClient({ url, apiKey, disturbedUntil, signal, repeated }: Options) {
  const patience = () => Math.max(Date.now(), disturbedUntil) + PATIENCE_MS;

  /** Sends a request until it has an answer. Throws when it has none after two minutes of peace. */
  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const reasons: string[] = [];
    for (const deadline = patience(); Date.now() < deadline;) {
      signal.throwIfAborted();
      const attempt = await sendOnce(`${url}${path}`, init);
      if ('answer' in attempt) return attempt.answer;
      reasons.push(attempt.reason);
      repeated(attempt.reason);
      await delay(attempt.pauseMs, undefined, { signal });
    }
    throw new Error(
      `${init.method ?? 'GET'} ${path} had no answer within ${PATIENCE_MS / 1000} s of peace; last: ${reasons.slice(-3).join(', ')}`,
    );
  }

  /** Calls the API with the vendor's key; what changes something needs an idempotency key of its own. */
  async function call(method: string, path: string, key?: string, body?: unknown): Promise<Answer> {
    return send(path, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Reads a resource. Throws when there is none. */
  async function read<Body>(path: string): Promise<Body> {
    return bodyOf<Body>(await call('GET', path), `GET ${path}`, [200]);
  }

  return {
    url,
    repeated,
    send,
    call,
    read,

    /** Changes something, and answers what the API said. Throws when it refuses. */
    async change<Body>(method: string, path: string, key: string, body?: unknown): Promise<Body> {
      return bodyOf<Body>(await call(method, path, key, body), `${method} ${path}`, [200, 201, 202, 204]);
    },

    /** The same where an order may not answer: nothing is changed then, and it is asked under a new key. */
    async changeInTheEnd<Body>(method: string, path: string, key: string, body: unknown): Promise<Body> {
      for (let times = 1; ; times += 1) {
        const answer = await call(method, path, `${key}-${times}`, body);
        if (codeOf(answer) !== FINAL_UNDER_ITS_KEY || times === MOST_KEYS)
          return bodyOf<Body>(answer, `${method} ${path}`, [200]);
        repeated(`${answer.status} ${FINAL_UNDER_ITS_KEY}`);
      }
    },

    /** Reads a list to its end. */
    async readAll<Item>(path: string): Promise<Item[]> {
      const items: Item[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page: { items: Item[]; nextCursor: string | null } = await read(`${path}?limit=100${from}`);
        items.push(...page.items);
        cursor = page.items.length === 0 ? null : page.nextCursor;
      }
      return items;
    },

    /** Looks until there is something. Throws after two minutes of peace; `what` names what was missed. */
    async until<Found>(what: string, look: () => Promise<Found | null | undefined | false>): Promise<Found> {
      for (const deadline = patience(); Date.now() < deadline;) {
        const found = await look();
        if (found) return found;
        await delay(LOOK_EVERY_MS, undefined, { signal });
      }
      throw new Error(`Within ${PATIENCE_MS / 1000} s of peace there was never ${what}`);
    },
  };
}

type Attempt = { answer: Answer } | { reason: string; pauseMs: number };

async function sendOnce(address: string, init: RequestInit): Promise<Attempt> {
  try {
    const response = await fetch(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(ATTEMPT_MS) });
    const answer = { status: response.status, text: await response.text() };
    const retryAfter = response.headers.get('retry-after');
    if ((response.status < 500 && retryAfter === null) || codeOf(answer) === FINAL_UNDER_ITS_KEY) return { answer };
    const pauseMs = Math.min(Number(retryAfter ?? 0) * 1000 || LOOK_EVERY_MS, LONGEST_PAUSE_MS);
    return { reason: `${answer.status} ${codeOf(answer)}`.trimEnd(), pauseMs };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { reason: cause?.code ?? name, pauseMs: LOOK_EVERY_MS };
  }
}

/** The code of a refusal; empty for any other answer. */
export function codeOf({ text }: Answer): string {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? '';
  } catch {
    return '';
  }
}

function bodyOf<Body>(answer: Answer, request: string, expected: readonly number[]): Body {
  if (!expected.includes(answer.status)) throw new Error(`${request} was answered ${answer.status}: ${answer.text}`);
  return (answer.text === '' ? null : JSON.parse(answer.text)) as Body;
}
