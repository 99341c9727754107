import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, FINAL_UNDER_ITS_KEY, type Answer } from '../client.ts';

/** One attempt as its caller saw it: when it began (from the beginning of the load), how long it took, and what came of it. */
export type Seen = {
  what: 'order' | 'capacity' | 'read';
  atMs: number;
  ms: number;
  outcome: string;
  isAnswered: boolean;
};

type Attempt = { answer: Answer } | { wantsNewKey: boolean };

/** Longer than anything that a caller should ever wait, so that it is seen. */
const ATTEMPT_MS = 60_000;
const ORDER_EVERY_MS = 500;
const CAPACITY_EVERY_MS = 250;
const READ_EVERY_MS = 250;
const SERVERS = 8;
const UNITS = 100;
const AGAIN_AFTER_MS = 500;
const PATIENCE_MS = 180_000;

type Options = { url: string; apiKey: string; signal: AbortSignal };

/**
 * A steady load as a vendor's ERP and administrators make it: orders, capacities of servers, and lists that are read; each is
 * asked again under the same key until it is answered. `begin` prepares what it needs, `end` waits for what was begun.
 */
export function startLoad({ url, apiKey, signal }: Options) {
  const seen: Seen[] = [];
  const numbers: string[] = [];
  const capacities = new Map<string, number>();
  const failures: string[] = [];
  const underWay = new Set<Promise<void>>();
  const beganAt = performance.now();
  let isOver = false;

  /** One attempt; what it answers is final, or wants the same again, or, where an order did not answer, another key. */
  async function once(what: Seen['what'], path: string, init: RequestInit): Promise<Attempt> {
    const [atMs, startedAt] = [performance.now() - beganAt, performance.now()];
    const note = (outcome: string, isAnswered: boolean) =>
      void seen.push({ what, atMs, ms: performance.now() - startedAt, outcome, isAnswered });
    try {
      const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(ATTEMPT_MS) });
      const { status } = answer;
      const text = await answer.text();
      const code = codeOf({ status, text });
      const isAnswered = status < 500 && !answer.headers.has('retry-after');
      note(isAnswered ? 'answered' : `${status} ${code}`.trimEnd(), isAnswered);
      return isAnswered ? { answer: { status, text } } : { wantsNewKey: code === FINAL_UNDER_ITS_KEY };
    } catch (error) {
      note((error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name, false);
      return { wantsNewKey: false };
    }
  }

  async function ask(
    what: Seen['what'],
    method: string,
    path: string,
    key = '',
    body?: object,
  ): Promise<Answer | null> {
    let keys = 0;
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      signal.throwIfAborted();
      const headers = {
        authorization: `Bearer ${apiKey}`,
        ...(key && { 'idempotency-key': `${key}-${keys}` }),
        ...(body && { 'content-type': 'application/json' }),
      };
      const attempt = await once(what, path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      if ('answer' in attempt) {
        const { answer } = attempt;
        if (answer.status >= 300) failures.push(`${method} ${path} was answered ${answer.status}: ${answer.text}`);
        return answer;
      }
      if (attempt.wantsNewKey) keys += 1;
      await delay(AGAIN_AFTER_MS, undefined, { signal });
    }
    failures.push(`${method} ${path} had no answer within ${PATIENCE_MS / 1000} s`);
    return null;
  }

  const party = (id: string) => ({ id, name: id, email: `it@${id}.example` });
  const line = (capacity: number) => ({ application: 'digital-fax', capacity, license: 'perpetual' });
  const place = async (number: string, capacity: number) => {
    const body = { number, customer: party('steady'), reseller: party('seller'), lines: [line(capacity)] };
    return ask('order', 'POST', '/v1/orders', number, body);
  };

  /** Begins one every so often, whatever became of the ones before. */
  async function every(ms: number, begin: (index: number) => Promise<unknown>): Promise<void> {
    for (let index = 0; !isOver; index += 1) {
      const begun: Promise<void> = begin(index)
        .then(
          () => undefined,
          (error: unknown) => void failures.push((error as Error).message),
        )
        .finally(() => underWay.delete(begun));
      underWay.add(begun);
      await delay(ms, undefined, { signal });
    }
  }

  const servers: { id: string; busy: boolean }[] = [];
  const loops: Promise<void>[] = [];

  return {
    seen,
    /** Milliseconds since it began. */
    now: () => performance.now() - beganAt,

    async begin(): Promise<void> {
      await place('SO-BASE', UNITS);
      await ask('order', 'POST', '/v1/orders/SO-BASE/unlock', 'unlock-base', {});
      for (let index = 1; index <= SERVERS; index += 1) {
        const body = { name: `server-${index}`, role: 'production' };
        const answer = await ask('capacity', 'POST', '/v1/accounts/steady/servers', `register-${index}`, body);
        servers.push({ id: (JSON.parse(answer!.text) as { id: string }).id, busy: false });
      }
      seen.length = 0;
      loops.push(
        every(ORDER_EVERY_MS, async (index) => {
          const number = `SO-${index + 1}`;
          if (await place(number, 1)) numbers.push(number);
        }),
        every(CAPACITY_EVERY_MS, async (index) => {
          const server = servers[index % servers.length]!;
          // One change after the other, so that the last one is what must hold.
          if (server.busy) return;
          server.busy = true;
          const capacity = 1 + (index % 7);
          const path = `/v1/servers/${server.id}/assignments/digital-fax`;
          if (await ask('capacity', 'PUT', path, `capacity-${index}`, { capacity }))
            capacities.set(server.id, capacity);
          server.busy = false;
        }),
        every(READ_EVERY_MS, () => ask('read', 'GET', '/v1/orders?limit=5')),
      );
    },

    /** Ends it, when all that was begun is answered. */
    async end() {
      isOver = true;
      await Promise.all(loops);
      await Promise.all(underWay);
      return { numbers, capacities, failures };
    },
  };
}
