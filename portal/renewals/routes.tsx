import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayFindByIntent, mayStateIntent } from '../../domain/people/permissions.ts';
import type { LineOfOrder } from '../../services/orders/intents-of-many.ts';
import { everybody } from '../../services/permissions/permit.ts';
import { ProblemError, type ProblemCode } from '../../services/problems/problems.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { readChoice, readText, type Query } from '../parts/list/query.ts';
import { sendCsv } from '../parts/list/send-csv.ts';
import type { PageServices } from '../services.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { renewalsCsv } from './csv.ts';
import { addressOf, asked, MEANT, placeOf, readRenewalFilter, type Meant } from './filter.ts';
import type { Said } from './intend.tsx';
import { RENEWALS, RenewalsPage } from './page.tsx';
import { nameOf } from './table.tsx';

type Route = { Querystring: Query };

/** As many as can be chosen at once. */
const PAGE_ROWS = 50;

/** An order and a line of it, as a form names them. */
const LINE_FIELD = /^line:([A-Za-z0-9][\w.-]{0,79}):(\d{1,4})$/;

/** What ends, over all customers that a reader sees: the page, what is meant said for many lines at once, and the same as CSV. */
export function registerRenewals(app: FastifyInstance, services: PageServices): void {
  app.get<Route>(RENEWALS, { config: everybody }, (request, reply) => {
    const { stated } = request.query;
    const [meant, lines] = [
      readChoice(request.query.meant, MEANT),
      /^\d{1,3}$/.test(readText(stated)) ? Number(stated) : 0,
    ];
    return show(request, reply, lines > 0 ? { meant, kind: 'done', lines } : { meant, kind: 'nothing' });
  });

  app.post<Route>(RENEWALS, { config: everybody }, async (request, reply) => {
    const form = readForm(request);
    const lines = linesIn(form);
    if (lines.length > PAGE_ROWS) throw new ProblemError('INVALID_REQUEST');
    const meant = readChoice(form.intent, MEANT);
    if (lines.length === 0) return show(request, reply, { meant, kind: 'none-chosen' }, { status: 422 });
    const intent = meant === 'undecided' ? null : meant;
    const outcomes = await services.stateIntents(viewerOf(request), lines, intent, askedByForm(request, form));
    const refused = outcomes.flatMap(({ order, line, problem }) =>
      problem === null ? [] : [{ order, line, code: problem.code as ProblemCode }],
    );
    if (refused.length === 0) return reply.redirect(afterwards(request, meant, lines.length), 303);
    // What is not known yet is asked for by the same name again, so that it happens once.
    const name = outcomes.some(({ outcome }) => outcome === 'waiting') ? form.request : undefined;
    return show(
      request,
      reply,
      {
        ...{ request: name, meant, kind: 'not-all', lines: lines.length - refused.length },
        refused: refused.map((one) => ({ ...one, application: null })),
      },
      { status: 409, chosen: refused },
    );
  });

  app.get<Route>(`${RENEWALS}.csv`, { config: everybody }, (request, reply) => {
    const viewer = viewerOf(request);
    const { language, catalogue } = request.reader!;
    const filter = asked(readRenewalFilter(request.query, request.reader!.language), mayFindByIntent(viewer));
    return sendCsv(reply, 'renewals', renewalsCsv(services.renewals.listAll(viewer, filter), language, catalogue));
  });

  async function show(
    request: FastifyRequest<Route>,
    reply: FastifyReply,
    said: Said,
    { status = 200, chosen = [] }: { status?: number; chosen?: readonly LineOfOrder[] } = {},
  ) {
    const viewer = viewerOf(request);
    const filter = readRenewalFilter(request.query, request.reader!.language);
    const findsByIntent = mayFindByIntent(viewer);
    const { cursor } = filter;
    const renewals = await services.renewals.list(viewer, asked(filter, findsByIntent), {
      limit: PAGE_ROWS,
      ...(cursor !== '' && { cursor }),
    });
    const stated = renewals.items.filter(({ seller }) => mayStateIntent(viewer, { seller: seller.id })).map(nameOf);
    const choosesAll = request.query.choose === 'every';
    const applicationOf = (one: LineOfOrder) =>
      renewals.items.find((item) => nameOf(item) === nameOf(one))?.application ?? null;
    return sendPage(
      reply,
      <RenewalsPage
        {...{ renewals, filter, findsByIntent }}
        states={new Set(stated)}
        chosen={new Set(choosesAll ? stated : chosen.map(nameOf))}
        said={
          said.kind === 'not-all'
            ? { ...said, refused: said.refused.map((one) => ({ ...one, application: applicationOf(one) })) }
            : said
        }
      />,
      status,
    );
  }
}

/** The same list, which says what was said about how many lines. */
function afterwards({ query, reader }: FastifyRequest<Route>, meant: Meant, lines: number): string {
  const filter = readRenewalFilter(query, reader!.language);
  return addressOf(RENEWALS, filter, { ...placeOf(filter), meant, stated: `${lines}` });
}

function linesIn(form: Readonly<Record<string, string>>): LineOfOrder[] {
  return Object.keys(form).flatMap((field) => {
    const [, order, line] = LINE_FIELD.exec(field) ?? [];
    return order !== undefined && line !== undefined ? [{ order, line }] : [];
  });
}
