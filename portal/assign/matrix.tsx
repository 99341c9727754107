import { SERVER_ROLES } from '../../domain/server/server.ts';
import type { Assignable } from '../services.ts';
import { Quantity } from '../format.tsx';
import { Name } from '../parts/said/name.tsx';
import { useReader, useTexts } from '../reader.ts';
import { Cell } from './cell.tsx';
import { cellOf, type Filled, type NewColumn } from './cells.ts';

export type MatrixProps = {
  customer: string;
  rows: Assignable['applications'];
  columns: Assignable['items'];
  /** Servers that are to be made, in the head beside those that are there. */
  newColumns: readonly NewColumn[];
  filled: Filled;
  /** Whether there are servers between which something could be moved. */
  moves: boolean;
};

/**
 * Applications by servers, with a field in each cell. Written server by server, so that it is read and typed so; on a narrow
 * screen each server is a card.
 */
export function Matrix({ customer, rows, columns, newColumns, filled, moves }: MatrixProps) {
  const { assign } = useTexts();
  return (
    <div className="matrix" role="region" aria-label={assign.matrix} tabIndex={0}>
      <div className="matrix-grid">
        <div className="matrix-names">
          <div className="matrix-head">{assign.applicationColumn}</div>
          {rows.map((row) => (
            <RowName key={row.application} customer={customer} row={row} moves={moves} />
          ))}
        </div>
        {columns.map((column) => (
          <Column key={column.server} {...{ customer, column, rows, filled }} />
        ))}
        {newColumns.map((column, index) => (
          <NewServer key={column.ref} {...{ column, rows, filled }} place={index + 1} />
        ))}
      </div>
    </div>
  );
}

type RowProps = { customer: string; row: Assignable['applications'][number]; moves: boolean };

/** What is free of an application, which a script keeps true while capacities are typed. */
function RowName({ customer, row: { application, name, unit, free, assigned }, moves }: RowProps) {
  const { texts, locale } = useReader().language;
  const { assign, words } = texts;
  const forms = JSON.stringify(unit === null ? { other: '#' } : words.units[unit].forms);
  return (
    <div className="matrix-name" id={application}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <div className="text-secondary" id={`free-${application}`}>
        {assign.free}{' '}
        <output data-free={free} data-pool={application} data-forms={forms} data-locale={locale}>
          <Quantity value={free} unit={unit} />
        </output>
      </div>
      {moves && assigned > 0 && (
        <a href={`/customers/${customer}/move?application=${application}`}>
          {assign.move}
          <span className="visually-hidden"> {name}</span>
        </a>
      )}
    </div>
  );
}

type ColumnProps = { rows: MatrixProps['rows']; filled: Filled };

function Column({
  customer,
  column,
  rows,
  filled,
}: ColumnProps & { customer: string; column: MatrixProps['columns'][number] }) {
  const { words, assign } = useTexts();
  const { server, name, role, standbyFor, assignments } = column;
  const heldOf = (application: string) => assignments.find((one) => one.application === application)?.capacity ?? 0;
  return (
    <section className="matrix-server" aria-labelledby={server}>
      <div className="matrix-head">
        <h2 id={server}>
          <a href={`/customers/${customer}/servers/${server}`}>
            <Name>{name}</Name>
          </a>
        </h2>
        <div className="text-secondary">{standbyFor === null ? words.serverRoles[role] : assign.standby}</div>
      </div>
      {standbyFor === null &&
        rows.map((row) => (
          <Cell
            key={row.application}
            {...{ server, serverName: name, application: row.application, name: row.name }}
            held={heldOf(row.application)}
            typed={filled.typed[cellOf({ server, application: row.application })]}
            outcome={filled.outcomes[cellOf({ server, application: row.application })]}
          />
        ))}
    </section>
  );
}

/** A server that is not there yet: named in the head, made with its first capacity. */
function NewServer({ column, rows, filled, place }: ColumnProps & { column: NewColumn; place: number }) {
  const { assign, servers, words, refusals } = useTexts();
  const { ref, name, role } = column;
  const why = filled.heads[ref];
  return (
    <section className="matrix-server" aria-label={assign.newServer(place)}>
      <div className="matrix-head">
        <label className="form-label" htmlFor={`name:${ref}`}>
          {assign.newServer(place)}
        </label>
        <input
          className={why ? 'form-control mb-2 is-invalid' : 'form-control mb-2'}
          id={`name:${ref}`}
          name={`name:${ref}`}
          defaultValue={name}
          maxLength={200}
          dir="auto"
          placeholder={servers.name}
          aria-invalid={why !== undefined || undefined}
          aria-describedby={why && `name:${ref}-said`}
        />
        {why && (
          <div className="invalid-feedback d-block" id={`name:${ref}-said`}>
            {refusals[why]}
          </div>
        )}
        <select className="form-select" name={`role:${ref}`} defaultValue={role} aria-label={servers.role}>
          {SERVER_ROLES.map((one) => (
            <option key={one} value={one}>
              {words.serverRoles[one]}
            </option>
          ))}
        </select>
      </div>
      {rows.map((row) => (
        <Cell
          key={row.application}
          {...{ server: ref, serverName: assign.newServer(place), application: row.application, name: row.name }}
          held={0}
          typed={filled.typed[cellOf({ server: ref, application: row.application })]}
          outcome={filled.outcomes[cellOf({ server: ref, application: row.application })]}
        />
      ))}
    </section>
  );
}
