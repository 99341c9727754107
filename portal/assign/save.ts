import { changed, MOST_CELLS, type ChangedCell } from '../../domain/assigning.ts';
import type { ItemProblem } from '../../domain/batches.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { isShowable } from '../../domain/text/text.ts';
import { namesOfDoers } from '../../db/queries/pages/people.ts';
import type { Asked } from '../../services/asked.ts';
import { hashOfJson } from '../../services/canonical.ts';
import { ProblemError, type ProblemCode } from '../../services/problems/problems.ts';
import type { FormBody } from '../form.ts';
import { isSaid, type SaidRefusal } from '../refusals.ts';
import type { PageServices } from '../services.ts';
import { cellOf, readCells, type Filled, type Outcome } from './cells.ts';

/** What a save came to: what it changed, the servers that it made, and what the form says where not all of it was done. */
export type Saved = {
  done: ChangedCell[];
  made: string[];
  filled: Filled;
  isWhole: boolean;
  /** Whether something may still happen: the form is then sent again under the same name. */
  waits: boolean;
};

/** Whether a form asks for more than one save takes. */
export function asksTooMuch(body: FormBody): boolean {
  return changed(readCells(body).cells).length > MOST_CELLS;
}

/** Does what a form asks for by one call of the service, and reads what became of each cell. */
export async function save(
  services: PageServices,
  viewer: Caller,
  customer: string,
  body: FormBody,
  asked: Asked,
): Promise<Saved> {
  const { cells, unreadable, newServers, typed } = readCells(body);
  const isWanted = (ref: string) => cells.some(({ server, capacity }) => server === ref && capacity > 0);
  const named = newServers.filter(({ name }) => isShowable(name));
  const nameless = newServers.filter(({ ref, name }) => !isShowable(name) && (name !== '' || isWanted(ref)));
  const ignored = new Set(newServers.filter((one) => !named.includes(one)).map(({ ref }) => ref));
  const items = changed(cells).filter(({ server }) => !ignored.has(server));
  // An undo is named by what it undoes.
  const requestId = body.undo === undefined ? asked.requestId : hashOfJson(['undo', asked.requestId]);
  const assigned = await services.assignments.assign(viewer, customer, { servers: named, items }, requestId);

  const outcomes: Record<string, Outcome> = {};
  const heads: Record<string, SaidRefusal> = Object.fromEntries(nameless.map(({ ref }) => [ref, 'NAME_MISSING']));
  const ids = new Map(assigned.servers.flatMap(({ ref, server }) => (server === null ? [] : [[ref, server] as const])));
  for (const { ref, problem } of assigned.servers) if (problem) heads[ref] = said(problem);
  const done: ChangedCell[] = [];
  for (const [index, { outcome, problem }] of assigned.items.entries()) {
    const { server, application, capacity, expected } = items[index]!;
    const cell = { server: ids.get(server) ?? server, application };
    if (outcome === 'set') done.push({ ...cell, before: expected, after: capacity });
    // Why a server was not made is said at its head; at its cells only what is about them.
    const isOfHead = heads[server] !== undefined && problem?.code !== 'INSUFFICIENT_CAPACITY';
    if (problem === null) outcomes[cellOf(cell)] = { kind: 'set' };
    else if (!isOfHead) outcomes[cellOf(cell)] = outcomeOf(problem);
  }
  for (const cell of unreadable) outcomes[cell] = { kind: 'not-a-number' };
  await nameDoers(services, outcomes, viewer.account.id);
  const made = assigned.servers.filter(({ outcome }) => outcome === 'registered');
  const all = [...assigned.servers, ...assigned.items];
  return {
    ...{ done, made: made.flatMap(({ server }) => server ?? []) },
    isWhole: Object.keys(heads).length === 0 && Object.values(outcomes).every(({ kind }) => kind === 'set'),
    waits: all.some(({ outcome }) => outcome === 'waiting'),
    filled: {
      typed: Object.fromEntries(Object.entries(typed).map(([cell, text]) => [atItsId(cell, ids), text])),
      ...{ outcomes, heads, made: made.map(({ name }) => name), undo: body.undo !== undefined },
    },
  };
}

/** A server that a form has made is one like the others from then on: what was typed for it stands at its own field. */
function atItsId(cell: string, ids: ReadonlyMap<string, string>): string {
  const [server = '', application = ''] = cell.split(':');
  return cellOf({ server: ids.get(server) ?? server, application });
}

function outcomeOf(problem: ItemProblem): Outcome {
  const { held, free, changedBy, changedAt, applications } = problem;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  if (problem.code === 'CHANGED_MEANWHILE' && typeof held === 'number')
    return { kind: 'changed', by: text(changedBy), at: text(changedAt), now: held };
  return {
    kind: 'refused',
    code: said(problem),
    free: typeof free === 'number' ? free : null,
    names: typeof applications === 'string' ? applications.split(', ') : [],
  };
}

/** What is no refusal, but about the whole page, stays an error. */
function said({ code }: ItemProblem): SaidRefusal {
  if (code === 'DATABASE_UNAVAILABLE' || code === 'DATABASE_NOT_WRITABLE') return 'OUTCOME_UNKNOWN';
  if (!isSaid(code)) throw new ProblemError(code as ProblemCode);
  return code;
}

/** Who changed something is called as a reader of the account may know them. */
async function nameDoers(services: PageServices, outcomes: Record<string, Outcome>, reader: string): Promise<void> {
  const changes = Object.values(outcomes).filter((outcome) => outcome.kind === 'changed');
  const by = changes.flatMap((outcome) => outcome.by ?? []);
  if (by.length === 0) return;
  const names = await namesOfDoers(services.em(), by, reader);
  for (const outcome of changes) outcome.by = outcome.by && (names.get(outcome.by) ?? null);
}
