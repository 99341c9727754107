import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nameIn } from '../../domain/catalogue/catalogue.ts';
import { onCustomer } from '../../services/permissions/permit.ts';
import { mayManageServers } from '../../domain/people/permissions.ts';
import { ALL_AT_ONCE } from '../../services/assignments/assignable.ts';
import { asOutcome } from '../../services/assignments/setting.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import { codeOf } from '../error-code.ts';
import { readForm, type FormBody } from '../form.ts';
import { NotFound, sendPage, statusOf } from '../pages.tsx';
import { writeDone } from '../parts/said/done.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import { sentenceOf } from '../refusals.ts';
import type { PageServices } from '../services.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { asProgramsWrite } from '../typed.ts';
import { MovePage, type Holder, type Typed } from './page.tsx';

type Route = { Params: { id: string }; Querystring: Query };

const UNITS = /^\d{1,7}$/;

/** Moves units of an application between two servers of a customer. */
export function registerMove(app: FastifyInstance, services: PageServices): void {
  const path = '/customers/:id/move';

  app.get<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const page = await write(request);
    return page ? sendPage(reply, page) : sendPage(reply, <NotFound />, 404);
  });

  app.post<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const { id } = request.params;
    const kindOf = (name: string) => (name === 'units' ? 'whole' : null);
    const body = asProgramsWrite(readForm(request), kindOf, request.reader!.language);
    const { assign, refusals } = request.reader!.language.texts;
    const { from = '', to = '', units = '', request: name = '' } = body;
    const again = async (failure: string, status: number, kept?: string) => {
      const typed = { from, to, units, request: kept ?? randomUUID() };
      const page = await write(request, { typed, failure, ...(kept !== undefined && { seen: body }) });
      return page ? sendPage(reply, page, status) : sendPage(reply, <NotFound />, 404);
    };
    const held = (server: string) => heldIn(body, server);
    const wanted = UNITS.test(units) ? Number(units) : 0;
    if (wanted < 1) return again(assign.notANumber, 422);
    if (from === to) return again(assign.moveSame, 422);
    if (wanted > held(from)) return again(assign.moveTooMany, 422);
    const application = readText(request.query.application);
    const ends = { from: { server: from, capacity: held(from) }, to: { server: to, capacity: held(to) } };
    try {
      const move = { application, units: wanted, ...ends };
      const moved = await services.assignments.move(id, move, askedByForm(request, body));
      const done = (['from', 'to'] as const).map((end) => ({
        ...{ server: ends[end].server, application },
        ...{ before: ends[end].capacity, after: moved[end].capacity },
      }));
      const said = new URLSearchParams(writeDone(done).map((one): [string, string] => ['done', one]));
      said.set('save', name);
      return await reply.redirect(`/customers/${id}?${said.toString()}`, 303);
    } catch (error) {
      const code = codeOf(error);
      const why = code === 'CHANGED_MEANWHILE' ? assign.moveChanged : sentenceOf(refusals, code);
      if (why === undefined || !(error instanceof ProblemError)) throw error;
      // What can still happen is asked for by the same name and of the same state, so that it goes on, and happens once.
      return again(why, statusOf(error), asOutcome(error).outcome === 'waiting' ? name : undefined);
    }
  });

  /** The page anew; `seen` is a form that was sent, and says what servers have had when it was opened. */
  async function write(
    request: FastifyRequest<Route>,
    { typed, failure, seen }: { typed?: Typed; failure?: string; seen?: FormBody } = {},
  ) {
    const { id } = request.params;
    const key = readText(request.query.application);
    const [customer, { applications, items }] = await Promise.all([
      services.accounts.readAccount(id),
      services.assignments.listAssignable(viewerOf(request), id, { application: key }, { limit: ALL_AT_ONCE }),
    ]);
    const [application] = applications;
    if (!application) return null;
    const holders: Holder[] = items
      .filter(({ standbyFor }) => standbyFor === null)
      .map(({ server, name, assignments }) => ({
        ...{ server, name },
        held: seen ? heldIn(seen, server) : (assignments.find((one) => one.application === key)?.capacity ?? 0),
      }));
    const from = holders.find(({ held }) => held > 0)?.server ?? '';
    const to = holders.find(({ server }) => server !== from)?.server ?? '';
    return (
      <MovePage
        {...{ customer, holders }}
        application={{ key, name: nameIn(request.reader!.catalogue, key) }}
        typed={typed ?? { from, to, units: '', request: randomUUID() }}
        failure={failure ?? null}
      />
    );
  }
}

/** What a server has had when the page was opened, as its form says. */
function heldIn(body: FormBody, server: string): number {
  const text = body[`held:${server}`] ?? '';
  return UNITS.test(text) ? Number(text) : 0;
}
