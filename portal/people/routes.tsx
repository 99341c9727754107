import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountService } from '../../services/accounts/accounts.ts';
import type { PeopleService } from '../../services/accounts/people.ts';
import { paced } from '../../services/permissions/pacing.ts';
import { everybody, onPeople } from '../../services/permissions/permit.ts';
import { mayManagePeople, ROLES, type Role } from '../../domain/people/permissions.ts';
import { codeOf } from '../error-code.ts';
import { readEmail, readForm } from '../form.ts';
import { NotFound, sendPage } from '../pages.tsx';
import { leadsBackTo } from '../session/find-readers.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { PeoplePage, type Invited, type Outcome } from './page.tsx';

export type PeopleDeps = { services: { people: PeopleService; accounts: Pick<AccountService, 'listEvents'> } };

/** The whole life of an account, at once. */
const WHOLE_LIFE = { limit: 10_000 };

type OfAccount = { Params: { id: string }; Querystring: { done?: string } };
type OfPerson = { Params: { id: string; person: string } };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who belongs to an account. */
export function registerPeople(app: FastifyInstance, { services: { people, accounts } }: PeopleDeps): void {
  // Who is let in, by whomever, stays when the one who did it is gone.
  const managedWithProof = { config: { ...onPeople(mayManagePeople), ...asksAgain } };
  const changing = { config: { ...managedWithProof.config, ...paced } };

  app.get('/people', { config: everybody }, (request, reply) =>
    reply.redirect(`/accounts/${viewerOf(request).account.id}/people`, 303),
  );

  app.get<OfAccount>('/accounts/:id/people', { config: onPeople() }, (request, reply) =>
    show(request, reply, request.query.done === undefined ? null : 'done'),
  );

  app.post<OfAccount>('/accounts/:id/people', managedWithProof, async (request, reply) => {
    const { email: typed = '' } = readForm(request);
    const email = readEmail(typed);
    const role = roleIn(request);
    if (!email || !role) return show(request, reply, 'notAnAddress', { email: typed, role: role ?? 'viewer' });
    const isNew = await people.invite(viewerOf(request), request.params.id, { email, role }, randomUUID());
    return isNew ? done(request, reply) : show(request, reply, 'memberAlready', { email, role });
  });

  app.post<OfPerson>('/accounts/:id/people/:person/role', changing, (request, reply) => {
    const role = roleIn(request);
    const { id, person } = request.params;
    if (!role || !UUID.test(person)) return sendPage(reply, <NotFound />, 404);
    return change(request, reply, () => people.setRole(id, person, role, askedBy(request)));
  });

  app.post<OfPerson>('/accounts/:id/people/:person/remove', managedWithProof, (request, reply) => {
    const { id, person } = request.params;
    if (!UUID.test(person)) return sendPage(reply, <NotFound />, 404);
    return change(request, reply, () => people.remove(id, person, askedBy(request)));
  });

  async function change(request: FastifyRequest<OfPerson>, reply: FastifyReply, act: () => Promise<void>) {
    try {
      await act();
    } catch (error) {
      if (codeOf(error) !== 'LAST_ADMINISTRATOR') throw error;
      leadsBackTo(request, `/accounts/${accountIn(request)}/people`);
      return show(request, reply, 'lastAdministrator');
    }
    return done(request, reply);
  }

  function done(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return reply.redirect(`/accounts/${accountIn(request)}/people?done`, 303);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, outcome: Outcome, invited?: Invited) {
    const account = accountIn(request);
    const [listed, life] = await Promise.all([
      people.list(account),
      accounts.listEvents(viewerOf(request), account, WHOLE_LIFE),
    ]);
    const mayManage = mayManagePeople(viewerOf(request), { id: account });
    const status = outcome === null || outcome === 'done' ? 200 : 422;
    return sendPage(
      reply,
      <PeoplePage {...listed} {...{ mayManage, outcome, invited }} life={life.items.toReversed()} />,
      status,
    );
  }
}

function askedBy(request: FastifyRequest) {
  return { requestId: randomUUID(), by: viewerOf(request).by };
}

function accountIn(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}

function roleIn(request: FastifyRequest): Role | undefined {
  const { role } = readForm(request);
  return ROLES.find((one) => one === role);
}
