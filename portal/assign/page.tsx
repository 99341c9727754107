import type { ChangedCell } from '../../domain/assigning.ts';
import { Page } from '../layout.tsx';
import { DoneNotice } from '../parts/said/done.tsx';
import { Form } from '../parts/form/form.tsx';
import { FormId } from '../parts/form/form-id.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { CursorPager } from '../parts/list/cursor-pager.tsx';
import { useTexts } from '../reader.ts';
import type { Assignable } from '../services.ts';
import { OutcomeText } from './cell.tsx';
import { cellOf, type Filled, type NewColumn } from './cells.ts';
import { Filter, type AssignFilter } from './filter.tsx';
import { Matrix } from './matrix.tsx';

export type AssignPageProps = {
  customer: { id: string; name: string };
  assignable: Assignable;
  filter: AssignFilter;
  newColumns: readonly NewColumn[];
  filled: Filled;
  /** What of a save that was not done whole was done all the same. */
  done: readonly ChangedCell[];
  /** Under which name that was saved. */
  saved: string;
  /** Under which name the form asks. */
  request: string | undefined;
  /** Whether more was typed than one save takes. */
  isTooMuch: boolean;
};

/** How much of each application each server has, to be typed and saved at once. */
export function AssignPage(props: AssignPageProps) {
  const { customer, assignable, filter, newColumns, filled, done, saved, request, isTooMuch } = props;
  const { assign } = useTexts();
  const { applications, items } = assignable;
  const address = `/customers/${customer.id}`;
  const [server] = filter.server ? items : [];
  const back = server
    ? { href: `${address}/servers/${server.server}`, text: server.name }
    : { href: address, text: customer.name };
  return (
    <Page title={server ? assign.toServer(server.name) : assign.title} back={back} wide>
      {isTooMuch && <Notice kind="danger" title={assign.tooMuch} />}
      <WhatHappened filled={filled} assignable={assignable} />
      <DoneNotice
        customer={customer.id}
        said={{ done, undone: [], save: done.length > 0 ? saved : '' }}
        servers={items.map(({ server: id, name }) => ({ id, name }))}
      />
      {applications.length === 0 ? (
        <NothingToAssign customer={customer.id} />
      ) : (
        <>
          <Filter customer={customer.id} filter={filter} assignable={assignable} />
          <Form className="card" action={`${address}/assign`}>
            <FormId value={request} />
            <input type="hidden" name="application" value={filter.application} />
            <input type="hidden" name="server" value={filter.server} />
            <input type="hidden" name="cursor" value={filter.cursor} />
            <Matrix
              {...{ newColumns, filled, rows: applications, columns: items, customer: customer.id }}
              moves={items.length > 1}
            />
            <div className="card-footer d-flex flex-wrap gap-2">
              <button className="btn btn-primary action">{assign.save}</button>
              {newColumns.length > 0 && (
                <button className="btn action" name="more" value="yes" formNoValidate>
                  {assign.more}
                </button>
              )}
              <a className="btn btn-link action" href={back.href}>
                {assign.cancel}
              </a>
            </div>
          </Form>
          <CursorPager
            path={`${address}/assign`}
            parameters={{ application: filter.application }}
            {...{ cursor: filter.cursor, nextCursor: assignable.nextCursor }}
          />
        </>
      )}
    </Page>
  );
}

/** Says above a form that not all of it was done, with what has no field to say it, such as of a server that was retired. */
function WhatHappened({ filled, assignable }: Pick<AssignPageProps, 'filled' | 'assignable'>) {
  const { assign } = useTexts();
  const { outcomes, heads, made, undo } = filled;
  const failed = Object.entries(outcomes).filter(([, { kind }]) => kind !== 'set');
  if (failed.length === 0 && Object.keys(heads).length === 0) return null;
  const fields = new Set([
    ...assignable.items.flatMap(({ server }) =>
      assignable.applications.map(({ application }) => cellOf({ server, application })),
    ),
  ]);
  const fieldless = failed.filter(([cell]) => !fields.has(cell) && !cell.startsWith('new-'));
  return (
    <>
      <Notice
        kind="danger"
        title={undo ? assign.notUndone : assign.notAll}
        text={undo ? assign.notUndoneText : assign.notAllText}
      >
        {fieldless.map(([cell, outcome]) => (
          <OutcomeText key={cell} outcome={outcome} application={cell.split(':')[1] ?? ''} />
        ))}
      </Notice>
      {made.map((name) => (
        <Notice key={name} kind="info" title={assign.made(name)} text={assign.madeText} />
      ))}
    </>
  );
}

/** A customer for whom nothing is unlocked: what has to happen before. */
function NothingToAssign({ customer }: { customer: string }) {
  const { assign, licenses } = useTexts();
  return (
    <>
      <p>{assign.nothingToAssign}</p>
      <p>{assign.nothingToAssignNext}</p>
      <a className="btn btn-primary action" href={`/customers/${customer}`}>
        {licenses.title}
      </a>
    </>
  );
}
