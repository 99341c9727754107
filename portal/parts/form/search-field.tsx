import { useReader, useTexts } from '../../reader.ts';

/** The field of every page that finds whatever somebody has a name or a number of; the key `/` leads to it. */
export function SearchField() {
  const { search } = useTexts();
  const { url } = useReader();
  const [path, query] = url.split('?');
  const q = path === '/search' ? (new URLSearchParams(query).get('q') ?? '') : '';
  return (
    <form method="get" action="/search" role="search" aria-label={search.title} className="find">
      <input
        className="form-control"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={400}
        dir="auto"
        placeholder={search.label}
        aria-label={search.label}
        aria-keyshortcuts="/"
        data-shortcut="/"
        autoComplete="off"
        enterKeyHint="search"
      />
      <button className="btn btn-sm">{search.open}</button>
    </form>
  );
}
