import { useTexts } from '../reader.ts';
import { Search, Select } from '../parts/form/fields.tsx';
import { SHOWS, SORTS, type LicenseFilter } from './license.ts';

/** What is shown of the rows, and in which order; it stands in the address. */
export function FilterBar({ filter }: { filter: LicenseFilter }) {
  const texts = useTexts();
  return (
    <form
      method="get"
      role="search"
      className="card-body border-bottom d-flex flex-wrap align-items-end gap-2"
      data-autosubmit
    >
      <Search label={texts.licenses.search} value={filter.q} />
      <Select name="show" label={texts.filter.show} value={filter.show} options={SHOWS} words={texts.licenses.shows} />
      <Select name="sort" label={texts.filter.sort} value={filter.sort} options={SORTS} words={texts.licenses.sorts} />
      <button className="btn">{texts.filter.apply}</button>
    </form>
  );
}
