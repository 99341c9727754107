import { setImmediate as nextTurn } from 'node:timers/promises';

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void };

/** How many calls may be under way at once, and how many items one of them takes at most. */
type Limits = { callsAtOnce: number; itemsAtOnce: number };

/** So many go on with their results before others get a turn: people's pages are not to wait for a hundred signatures. */
const GO_ON_AT_ONCE = 10;

/**
 * Does for many at once what each asks for alone: whatever comes while earlier calls are under way waits for the next
 * one. With little to do every item is a call of its own, at once; with much to do calls grow instead of piling up.
 * Of two items with the same key the later one waits for another call. A call that fails fails for all its items.
 */
export function inBatches<Item, Result>(
  call: (items: Item[]) => Promise<Result[]>,
  keyOf: (item: Item) => string,
  { callsAtOnce, itemsAtOnce }: Limits,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let isScheduled = false;

  /** What arrives in the same turn of the event loop is taken together. */
  function schedule(): void {
    if (isScheduled || underWay === callsAtOnce || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void run(takeNext());
      schedule();
    });
  }

  function takeNext(): Waiting<Item, Result>[] {
    const taken = new Map<string, Waiting<Item, Result>>();
    const left: Waiting<Item, Result>[] = [];
    for (const one of waiting) {
      const key = keyOf(one.item);
      if (taken.size < itemsAtOnce && !taken.has(key)) taken.set(key, one);
      else left.push(one);
    }
    waiting = left;
    return [...taken.values()];
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
      for (const { reject } of batch) reject(error);
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
