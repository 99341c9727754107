/** What is computed of few days and time zones again and again fits in here; beyond that all is computed anew. */
const MOST = 1_000;

/** A function of texts and numbers that is answered the same whenever it is asked, and computes each answer once while it fits. */
export function remembered<Asked extends readonly (string | number)[], Answer extends string | number>(
  compute: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const known = new Map<string, Answer>();
  return (...asked) => {
    const key = asked.join(' ');
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const answer = compute(...asked);
    if (known.size >= MOST) known.clear();
    known.set(key, answer);
    return answer;
  };
}
