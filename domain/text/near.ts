const MOST_LISTED = 20;
const FARTHEST = 3;

/** The words that somebody may have meant, nearest first; where none is near, all of them, twenty at most. */
export function nearest(word: string, known: readonly string[]): string[] {
  const near = known
    .map((one) => ({ one, distance: distance(word.slice(0, 80), one) }))
    .filter((candidate) => candidate.distance <= FARTHEST)
    .sort((a, b) => a.distance - b.distance)
    .map(({ one }) => one);
  return near.length > 0 ? near : known.slice(0, MOST_LISTED);
}

/** How many letters have to be put in, taken out or replaced to make one word the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (const [index, other] of [...to].entries()) {
      next.push(Math.min(row[index]! + (letter === other ? 0 : 1), row[index + 1]! + 1, next[index]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
