/** Which advisories a server's documents named, and when it was told; instants in epoch milliseconds. */
export type Advised = {
  /** The tag of the document that it was sent last, with the advisories in it; null where that names none. */
  sent: Sent | null;
  /** When it was first known that the server has a document that names an advisory, by its id. */
  told: Readonly<Record<string, number>>;
};
type Sent = { etag: string; advisories: string[] };

/** So many are remembered, those told last. */
const MOST_TOLD = 100;

/**
 * What is kept after a check-in that is answered with `etag` and names `advisories`. `isGiven` says of a tag whether the call
 * shows that its document arrived, by the tag itself or by the number of the answer that brought it.
 */
export function advisedAfter(
  before: Advised | null,
  { etag, advisories }: Sent,
  isGiven: (etag: string) => boolean,
  atMs: number,
): Advised | null {
  if (!before && advisories.length === 0) return null;
  const sent = advisories.length > 0 ? { etag, advisories } : null;
  const held = [before?.sent, sent].flatMap((one) => (one && isGiven(one.etag) ? one.advisories : []));
  const told = { ...Object.fromEntries(held.map((id) => [id, atMs])), ...before?.told };
  const last = Object.entries(told)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_TOLD);
  return { sent, told: Object.fromEntries(last) };
}
