/** How many things are done side by side at this moment; `took` says how long one of them took, in milliseconds. */
export type Width = { now: () => number; took: (ms: number) => void };

const MOST = 8;
/** So many are done alone, to see how long one takes when nothing of the same work is beside it. */
const ALONE = 4;
/** An item may take so many times as long as it took alone: by then whoever else asks waits longer, too. */
const TOLERATED = 1.5;
const NARROWED = 0.9;
/** Each item widens it by one where it is two wide, and by less where it is wider. */
const WIDENED = 2;

/**
 * Side by side as long as that is quicker: where a machine has no more to give, more at a time only means that each waits
 * longer, and with them everybody who asks for something meanwhile. It begins with a few alone, widens while one takes hardly
 * longer than those did, and narrows when one does.
 */
export function createWidth(): Width {
  const alone: number[] = [];
  let width = 1;
  return {
    now: () => Math.floor(width),
    took(ms) {
      if (alone.length < ALONE) {
        alone.push(ms);
        return;
      }
      const usual = alone.toSorted((a, b) => a - b)[ALONE / 2]!;
      width = ms <= TOLERATED * usual ? Math.min(MOST, width + WIDENED / width) : Math.max(1, width * NARROWED);
    },
  };
}
