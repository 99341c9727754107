import { setImmediate as nextTurn } from 'node:timers/promises';
import { isHeldUp, isStatementRefused } from './away.ts';

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void };

/** How many calls may be under way at once, and how many items one of them takes at most. */
type Limits = { callsAtOnce: number; itemsAtOnce: number };

/** So many go on with their results before others get a turn: people's pages are not to wait for a hundred signatures. */
const GO_ON_AT_ONCE = 20;

/**
 * Does for many at once what each asks for alone: whatever comes while earlier calls are under way waits for the next
 * one. With little to do every item is a call of its own, at once; with much to do calls grow instead of piling up.
 * Of two items that share a key the later one waits for another call. A call that fails fails for all its items, unless one of
 * them is what the database refuses, or what another statement held up: then each is called alone.
 */
export function inBatches<Item, Result>(
  call: (items: Item[]) => Promise<Result[]>,
  keysOf: (item: Item) => string[],
  { callsAtOnce, itemsAtOnce }: Limits,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let isScheduled = false;

  /** What arrives in the same turn of the event loop is taken together. */
  function schedule(): void {
    if (isScheduled || underWay >= callsAtOnce || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void run(takeNext());
      schedule();
    });
  }

  function takeNext(): Waiting<Item, Result>[] {
    const taken: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    const keys = new Set<string>();
    for (const one of waiting) {
      const own = keysOf(one.item);
      if (taken.length === itemsAtOnce || own.some((key) => keys.has(key))) left.push(one);
      else taken.push(one);
      // What waits for it stays behind it.
      for (const key of own) keys.add(key);
    }
    waiting = left;
    return taken;
  }

  async function run(batch: Waiting<Item, Result>[]): Promise<void> {
    underWay++;
    try {
      const results = await call(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) {
        if (index > 0 && index % GO_ON_AT_ONCE === 0) await nextTurn();
        resolve(results[index]!);
      }
    } catch (error) {
      if (batch.length > 1 && (isStatementRefused(error) || isHeldUp(error)))
        await Promise.all(batch.map((one) => run([one])));
      else for (const { reject } of batch) reject(error);
    } finally {
      underWay--;
      schedule();
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      schedule();
    });
}
