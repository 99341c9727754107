import { useTexts } from '../reader.ts';

type OnwardProps = {
  path: string;
  /** What else stands in the address. */
  parameters: Readonly<Record<string, string>>;
  /** Behind what this page begins; empty on the first. */
  cursor: string;
  nextCursor: string | null;
};

/** To the next page of a list that goes on by cursors, and back to its first; nothing where there is one alone. */
export function Onward({ path, parameters, cursor, nextCursor }: OnwardProps) {
  const { pager } = useTexts();
  if (cursor === '' && nextCursor === null) return null;
  const to = (more: Record<string, string>) => `${path}?${new URLSearchParams({ ...parameters, ...more }).toString()}`;
  return (
    <nav className="d-flex flex-wrap gap-3 mt-3" aria-label={pager.pages}>
      {cursor !== '' && <a href={to({})}>{pager.first}</a>}
      {nextCursor !== null && (
        <a rel="next" href={to({ cursor: nextCursor })}>
          {pager.next}
        </a>
      )}
    </nav>
  );
}
