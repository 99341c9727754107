import { useFormat, useTexts } from '../../reader.ts';

type PagerProps = {
  path: string;
  /** What else stands in the address. */
  parameters: Readonly<Record<string, string>>;
  page: number;
  more: boolean;
};

/** The pages before and after this one; nothing where there is one alone. */
export function Pager({ path, parameters, page, more }: PagerProps) {
  const { pager } = useTexts();
  const format = useFormat();
  if (page === 1 && !more) return null;
  const to = (other: number) => `${path}?${new URLSearchParams({ ...parameters, page: `${other}` }).toString()}`;
  return (
    <nav className="card-footer d-flex flex-wrap align-items-center gap-3" aria-label={pager.pages}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          {pager.previous}
        </a>
      )}
      <span aria-current="page">{pager.page(format.number(page))}</span>
      {more && (
        <a rel="next" href={to(page + 1)}>
          {pager.next}
        </a>
      )}
    </nav>
  );
}
