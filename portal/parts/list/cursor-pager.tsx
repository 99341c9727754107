import { useTexts } from '../../reader.ts';

type CursorPagerProps = {
  path: string;
  /** What else stands in the address. */
  parameters: Readonly<Record<string, string>>;
  /** Where this page begins; empty at the beginning. */
  cursor: string;
  nextCursor: string | null;
  /** What the next page is called. */
  next?: string;
};

/** The first page of a list and the next one; nothing where there is one alone. */
export function CursorPager({ path, parameters, cursor, nextCursor, next }: CursorPagerProps) {
  const { pager } = useTexts();
  if (nextCursor === null && cursor === '') return null;
  const to = (more: Record<string, string>) => `${path}?${new URLSearchParams({ ...parameters, ...more }).toString()}`;
  return (
    <nav className="card-footer d-flex flex-wrap gap-3" aria-label={pager.pages}>
      {cursor !== '' && <a href={to({})}>{pager.first}</a>}
      {nextCursor !== null && (
        <a rel="next" href={to({ cursor: nextCursor })}>
          {next ?? pager.next}
        </a>
      )}
    </nav>
  );
}
