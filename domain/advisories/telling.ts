/** Which advisories a server's documents named, and when it was told; instants in epoch milliseconds. */
export type Advised = {
  /** The tag of the document that it was sent last, with the advisories in it; null where that names none. */
  sent: Sent | null;
  /** When it was first known that the server has a document that names an advisory, by its id. */
  told: Readonly<Record<string, number>>;
};
/** `isOlder` where an answer since has brought no document. */
type Sent = { etag: string; advisories: string[]; isOlder?: true };

/** So many are remembered, those told last. */
const MOST_TOLD = 100;

/**
 * What is kept after a check-in that is answered with a document of this tag and these advisories, or shows that it has that;
 * null where it does neither. `isGiven` says of what was sent whether the call shows that it arrived, by the tag itself or by
 * the number of the answer that brought it.
 */
export function advisedAfter(
  before: Advised | null,
  shown: Sent | null,
  isGiven: (sent: Sent) => boolean,
  atMs: number,
): Advised | null {
  if (!before && !shown?.advisories.length) return null;
  const older = before?.sent ? { ...before.sent, isOlder: true as const } : null;
  const named = shown?.advisories.length ? shown : null;
  const sent = shown ? named : older;
  const held = [before?.sent, sent].flatMap((one) => (one && isGiven(one) ? one.advisories : []));
  const told = { ...Object.fromEntries(held.map((id) => [id, atMs])), ...before?.told };
  const last = Object.entries(told)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_TOLD);
  return { sent, told: Object.fromEntries(last) };
}
