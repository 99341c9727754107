import { useTexts } from '../reader.ts';
import type { Assignable } from '../services.ts';
import { Select } from '../parts/form/fields.tsx';

/** What of the matrix is shown: all, one application or one server; `cursor` is behind which servers it goes on. */
export type AssignFilter = { application: string; server: string; cursor: string };

/** So few need no filter. */
const FEW = 4;

type FilterProps = { customer: string; filter: AssignFilter; assignable: Assignable };

/** Narrows the matrix to one application or one server, and says what it is narrowed to. */
export function Filter({ customer, filter, assignable }: FilterProps) {
  const { assign, filter: words } = useTexts();
  const { applications, items } = assignable;
  const path = `/customers/${customer}/assign`;
  if (filter.application !== '' || filter.server !== '')
    return (
      <p>
        <a href={path}>{assign.showAll}</a>
      </p>
    );
  if (applications.length <= FEW && items.length <= FEW && filter.cursor === '') return null;
  const named = (pairs: [string, string][], all: string) => ({ ...Object.fromEntries(pairs), '': all });
  return (
    <form method="get" role="search" className="d-flex flex-wrap align-items-end gap-2 mb-3">
      <Select
        name="application"
        label={assign.applicationColumn}
        value=""
        options={['', ...applications.map(({ application }) => application)]}
        words={named(
          applications.map(({ application, name }) => [application, name]),
          assign.allApplications,
        )}
      />
      <Select
        name="server"
        label={assign.serverColumn}
        value=""
        options={['', ...items.map(({ server }) => server)]}
        words={named(
          items.map(({ server, name }) => [server, name]),
          assign.allServers,
        )}
      />
      <button className="btn">{words.apply}</button>
    </form>
  );
}
