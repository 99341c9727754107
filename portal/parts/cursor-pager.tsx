import { useTexts } from '../reader.ts';

/** To the pages of a list that goes on by a cursor: the first, from any other, and the next; nothing where there is one alone. */
export function CursorPager({ first, next }: { first: string | null; next: string | null }) {
  const { pager } = useTexts();
  if (first === null && next === null) return null;
  return (
    <nav className="card-footer d-flex flex-wrap gap-3 d-print-none" aria-label={pager.pages}>
      {first !== null && <a href={first}>{pager.first}</a>}
      {next !== null && (
        <a rel="next" href={next}>
          {pager.next}
        </a>
      )}
    </nav>
  );
}
