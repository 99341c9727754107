/** Whether something was heard of a moment ago: `hear` notes that it was. */
export type Lately = { hear: () => void; isSo: () => boolean };

/** Remembers that something was heard of for so many milliseconds. */
export function createLately(forMs: number): Lately {
  let heardAt = -Infinity;
  return {
    hear() {
      heardAt = performance.now();
    },
    isSo: () => performance.now() - heardAt < forMs,
  };
}
