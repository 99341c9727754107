import type { WantedCell } from '../../domain/assigning.ts';
import { SERVER_ROLES, type ServerRole } from '../../domain/server/server.ts';
import type { FormBody } from '../form.ts';
import { readChoice, readName } from '../parts/list/query.ts';
import type { SaidRefusal } from '../refusals.ts';

/** What a form asks for: cells as they were typed and can be read, and servers that are to be made. */
export type AskedCells = {
  cells: (WantedCell & { expected: number })[];
  /** The fields of cells in which no number stands. */
  unreadable: string[];
  newServers: NewColumn[];
};

/** A server that stands in the head of the matrix and is not there yet. */
export type NewColumn = { ref: string; name: string; role: ServerRole };

/** What became of a cell, as its field says it. */
export type Outcome =
  | { kind: 'set' }
  | { kind: 'not-a-number' }
  | { kind: 'refused'; code: SaidRefusal; free: number | null; names: readonly string[] }
  | { kind: 'changed'; by: string | null; at: string | null; now: number };

/** What the reader typed and what became of it, by {@link cellOf}; of new servers by their refs. */
export type Filled = {
  typed: Readonly<Record<string, string>>;
  outcomes: Readonly<Record<string, Outcome>>;
  /** Why servers were not made, by their refs. */
  heads: Readonly<Record<string, SaidRefusal>>;
  /** The names of servers that were made. */
  made: readonly string[];
  /** Whether the form was to take something back. */
  undo: boolean;
};

export const NOTHING_FILLED: Filled = { typed: {}, outcomes: {}, heads: {}, made: [], undo: false };

const CAPACITY = /^\d{1,7}$/;
const LARGEST = 1_000_000;
const FIELD = /^set:([\w.-]{1,80}):([\w.-]{1,80}):(\d{1,7})$/;
const NEW = /^name:(new-\d{1,2})$/;

/** Names a cell, whatever its server has of the application. */
export function cellOf({ server, application }: { server: string; application: string }): string {
  return `${server}:${application}`;
}

/** Names the field of a cell, with what the server has as the reader saw it. */
export function fieldOf(cell: { server: string; application: string }, held: number): string {
  return `set:${cellOf(cell)}:${held}`;
}

/** Whether a field is that of a cell. */
export function isCell(field: string): boolean {
  return FIELD.test(field);
}

/** The capacity that somebody typed; null when it is none. Nothing, where there was nothing, is nothing. */
function readCapacity(text: string, held: number): number | null {
  if (text === '' && held === 0) return 0;
  return CAPACITY.test(text) && Number(text) <= LARGEST ? Number(text) : null;
}

/** What stands in a form's fields, by the names that {@link fieldOf} gives. */
export function readCells(body: FormBody): AskedCells & { typed: Record<string, string> } {
  const asked: AskedCells & { typed: Record<string, string> } = {
    cells: [],
    unreadable: [],
    newServers: [],
    typed: {},
  };
  for (const [field, text] of Object.entries(body)) {
    const [, server = '', application = '', held] = FIELD.exec(field) ?? [];
    if (held === undefined) continue;
    const capacity = readCapacity(text, Number(held));
    const cell = { server, application };
    asked.typed[cellOf(cell)] = text;
    if (capacity === null) asked.unreadable.push(cellOf(cell));
    else asked.cells.push({ ...cell, capacity, expected: Number(held) });
  }
  for (const field of Object.keys(body)) {
    const [, ref] = NEW.exec(field) ?? [];
    if (ref)
      asked.newServers.push({ ref, name: readName(body[field]), role: readChoice(body[`role:${ref}`], SERVER_ROLES) });
  }
  return asked;
}
