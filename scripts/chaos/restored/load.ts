import { setTimeout as delay } from 'node:timers/promises';

/** What a caller was told about an order that it placed. */
export type Told = { number: string; body: object; isUnlocked: boolean };

export type Load = {
  /** Orders whose placing was answered 201 or 200, in sequence. */
  told: Told[];
  /** How often callers were answered what, by what they asked. */
  answers: Record<string, number>;
  /** Places so many orders, one each so many milliseconds, and unlocks every other one. */
  place: (count: number, everyMs: number) => Promise<void>;
  /** Asks once, and counts the answer under a name. */
  ask: (name: string, method: string, path: string, body?: object) => Promise<{ status: number; body: Answer }>;
};

export type Answer = { code?: string; stage?: string; deliveries?: { unlockedAt: string | null }[] };

const ATTEMPT_MS = 15_000;
const TRIES = 60;
const AGAIN_AFTER_MS = 500;

/** Callers that ask the API at a steady pace, and repeat what is to be repeated, as an ERP does. */
export function createLoad(
  { url, apiKey }: { url: () => string; apiKey: string },
  prefix: string,
  signal: AbortSignal,
): Load {
  const told: Told[] = [];
  const answers: Record<string, number> = {};

  async function ask(name: string, method: string, path: string, body?: object) {
    signal.throwIfAborted();
    const count = (answer: string) => (answers[`${name}: ${answer}`] = (answers[`${name}: ${answer}`] ?? 0) + 1);
    try {
      const response = await fetch(`${url()}${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ATTEMPT_MS),
      });
      const text = await response.text();
      const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as Answer;
      count([response.status, answer.code].filter(Boolean).join(' '));
      return { status: response.status, body: answer };
    } catch (error) {
      signal.throwIfAborted();
      count((error as Error).name);
      return { status: 0, body: {} };
    }
  }

  /** Asks until the answer is not one that passes; answers whether it was a yes. */
  async function insist(name: string, method: string, path: string, body?: object): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { status } = await ask(name, method, path, body);
      if (status > 0 && status < 500) return status < 300;
      await delay(AGAIN_AFTER_MS, undefined, { signal });
    }
    return false;
  }

  async function one(number: string, unlocks: boolean): Promise<void> {
    const id = `customer-${number.toLowerCase()}`;
    const body = {
      number,
      customer: { id, name: `Customer ${number}`, email: `it@${id}.example` },
      reseller: { id: `${prefix.toLowerCase()}-voice`, name: 'Voice', email: 'orders@voice.example' },
      purchaseOrder: `PO-${number}`,
      lines: [{ application: 'digital-fax', capacity: 4, license: 'perpetual' }],
    };
    if (!(await insist('place', 'POST', '/v1/orders', body))) return;
    const about: Told = { number, body, isUnlocked: false };
    told.push(about);
    if (unlocks) about.isUnlocked = await insist('unlock', 'POST', `/v1/orders/${number}/unlock`);
  }

  return {
    told,
    answers,
    ask,
    async place(count, everyMs) {
      const first = told.length + 1;
      const placed: Promise<void>[] = [];
      for (let index = 0; index < count; index += 1) {
        placed.push(one(`${prefix}-${first + index}-${Date.now()}`, index % 2 === 0));
        await delay(everyMs, undefined, { signal });
      }
      await Promise.all(placed);
    },
  };
}
