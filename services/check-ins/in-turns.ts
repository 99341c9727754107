import { setTimeout as delay } from 'node:timers/promises';

/**
 * Works through groups in turns, a part of a group at a time, so that a small one is through soon although a large one is
 * under way. What fails is done again after a pause; `stop` ends it.
 */
export function createTurns<Item>(
  work: (part: Item[]) => Promise<unknown>,
  { atOnce, againAfterMs }: { atOnce: number; againAfterMs: number },
) {
  const groups: Item[][] = [];
  const stopping = new AbortController();
  let isRunning = false;

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let group = groups.shift(); group && !stopping.signal.aborted; group = groups.shift()) {
      const [part, rest] = [group.slice(0, atOnce), group.slice(atOnce)];
      const isDone = await work(part).then(
        () => true,
        () => false,
      );
      if (rest.length > 0) groups.push(rest);
      if (isDone) continue;
      groups.push(part);
      await pause(againAfterMs);
    }
    isRunning = false;
  }

  /** Ends early when it stops. */
  const pause = (ms: number) => delay(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);

  return {
    /** Takes another group; its turn comes after one part of each that waits. */
    add(group: Item[]): void {
      if (group.length === 0) return;
      groups.push(group);
      void run();
    },

    stop: (): void => stopping.abort(),
  };
}
