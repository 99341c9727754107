import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onCustomer } from '../../services/permissions/permit.ts';
import type { ChangedCell } from '../../domain/assigning.ts';
import { mayManageServers } from '../../domain/people/permissions.ts';
import { codeOf } from '../error-code.ts';
import { readForm, type FormBody } from '../form.ts';
import { NotFound, RefusedPage, sendPage } from '../pages.tsx';
import { named } from '../parts/said/applications.ts';
import { readText, type Query } from '../parts/list/query.ts';
import { writeDone } from '../parts/said/done.tsx';
import type { PageServices } from '../services.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { asProgramsWrite } from '../typed.ts';
import { isCell, NOTHING_FILLED, readCells, type Filled, type NewColumn } from './cells.ts';
import type { AssignFilter } from './filter.tsx';
import { AssignPage } from './page.tsx';
import { asksTooMuch, save, type Saved } from './save.ts';

type Route = { Params: { id: string }; Querystring: Query };

/** As many servers as stand beside each other. */
const PAGE_SERVERS = 40;
const MOST_NEW = 9;

/** How a page is written again that has been sent. */
type Again = {
  filled: Filled;
  newColumns: readonly NewColumn[];
  done?: readonly ChangedCell[];
  saved?: string | undefined;
  request?: string | undefined;
  isTooMuch?: boolean;
};

/** Gives capacity to servers: the matrix, what it does, and its undo. */
export function registerAssign(app: FastifyInstance, services: PageServices): void {
  const path = '/customers/:id/assign';

  app.get<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const page = await write(request, readFilter(request.query));
    return page ? sendPage(reply, page) : sendPage(reply, <NotFound />, 404);
  });

  app.post<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const kindOf = (name: string) => (isCell(name) ? 'whole' : null);
    const body = asProgramsWrite(readForm(request), kindOf, request.reader!.language);
    const customer = request.params.id;
    const filter = readFilter(body);
    leadsBackTo(request, addressOf(customer, filter));
    const { newServers, typed } = readCells(body);
    const asTyped = { filled: { ...NOTHING_FILLED, typed }, newColumns: newServers, request: body.request };
    if (body.more !== undefined) {
      const newColumns = newServers.length < MOST_NEW ? [...newServers, ...blank(1, newServers)] : newServers;
      return sendPage(reply, await write(request, filter, { ...asTyped, newColumns }));
    }
    if (asksTooMuch(body)) return sendPage(reply, await write(request, filter, { ...asTyped, isTooMuch: true }), 422);
    const saved = await save(services, viewerOf(request), customer, body, askedByForm(request, body));
    if (saved.isWhole) return reply.redirect(after(customer, body, saved), 303);
    const newColumns = newServers.filter(({ ref }) => saved.filled.heads[ref] !== undefined);
    const page = await write(request, filter, {
      ...{ filled: saved.filled, done: body.undo === undefined ? saved.done : [], saved: body.request },
      newColumns: newColumns.length > 0 ? newColumns : blank(newServers.length > 0 ? 1 : 0),
      // What is not known yet is asked for by the same name, so that it happens once; what was refused by a new one.
      request: saved.waits ? body.request : undefined,
    });
    if (page) return sendPage(reply, page, 409);
    // The server that was to be given something is gone meanwhile: there is no form any more to say so.
    return sendPage(reply, <RefusedPage code="SERVER_RETIRED" />, 409);
  });

  /** The matrix, with what was typed and what became of it; null where there is no such server. */
  async function write(request: FastifyRequest<Route>, filter: AssignFilter, again?: Again) {
    const { id } = request.params;
    const { application, server, cursor } = filter;
    const [customer, assignable] = await Promise.all([
      services.accounts.readAccount(id),
      services.assignments
        .listAssignable(
          viewerOf(request),
          id,
          { ...(application && { application }), ...(server && { server }) },
          { limit: PAGE_SERVERS, ...(cursor && { cursor }) },
        )
        .catch((error: unknown) => {
          if (codeOf(error) === 'NOT_FOUND') return null;
          throw error;
        }),
    ]);
    if (!assignable) return null;
    const applications = named(assignable.applications, request.reader!.catalogue);
    return (
      <AssignPage
        {...{ customer, filter }}
        assignable={{ ...assignable, applications }}
        filled={again?.filled ?? NOTHING_FILLED}
        newColumns={again?.newColumns ?? blank(server === '' ? (assignable.items.length === 0 ? 2 : 1) : 0)}
        done={again?.done ?? []}
        saved={again?.saved ?? ''}
        request={again?.request}
        isTooMuch={again?.isTooMuch ?? false}
      />
    );
  }
}

/** Columns for servers that can be named, beside others. */
function blank(count: number, others: readonly NewColumn[] = []): NewColumn[] {
  const last = Math.max(0, ...others.map(({ ref }) => Number(ref.slice('new-'.length))));
  return Array.from({ length: count }, (_, index) => ({
    ref: `new-${last + index + 1}`,
    name: '',
    role: 'production',
  }));
}

function readFilter({ application, server, cursor }: Query | FormBody): AssignFilter {
  return { application: readText(application), server: readText(server), cursor: readText(cursor) };
}

/** Where the form stands. */
function addressOf(customer: string, filter: AssignFilter): string {
  const about = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams(about);
  return `/customers/${customer}/assign${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/**
 * Where it goes on: to the tokens of the servers that were made; else back to the server or the customer. Each says what was
 * done and offers to undo it; an undo is not to be undone.
 */
function after(customer: string, { server, undo, request = '' }: FormBody, { done, made }: Saved): string {
  const what = undo === undefined ? 'done' : 'undone';
  const said = new URLSearchParams(writeDone(done).map((one): [string, string] => [what, one]));
  if (said.size > 0 && undo === undefined) said.set('save', request);
  const hasTokens = made.some((id) => done.some((cell) => cell.server === id));
  // A server that was given nothing says itself what comes next.
  const [own = server] = hasTokens ? [] : made;
  const place = hasTokens ? '/tokens' : own ? `/servers/${encodeURIComponent(own)}` : '';
  const path = `/customers/${customer}${place}`;
  return said.size > 0 ? `${path}?${said.toString()}` : path;
}
