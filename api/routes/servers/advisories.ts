import { mayPublishAdvisories } from '../../../domain/people/permissions.ts';
import type { AdvisoryService } from '../../../services/advisories/advisories.ts';
import { actorOf, everybody, whoever } from '../../../services/permissions/permit.ts';
import { AdvisoryQuery, AdvisoryView, AffectedServerView, NewAdvisory } from '../../schemas/servers/advisories.ts';
import { Closed, Id, Nothing, Page, Paging } from '../../schemas/common.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';

const ById = Closed({ id: Id });

/** What the vendor says of versions of the AppSuite: the vendor's to publish, and for everybody to read. */
export function advisoryRoutes(app: Api, advisories: AdvisoryService): void {
  const tags = ['Advisories'];

  app.get(
    '/v1/advisories',
    {
      config: { scope: 'licenses:read', ...everybody },
      schema: {
        ...{ tags, operationId: 'listAdvisories', summary: 'List advisories, last published first' },
        querystring: AdvisoryQuery,
        response: { 200: Page(AdvisoryView) },
      },
    },
    async ({ query: { open, ...page } }) => advisories.list(open !== undefined, page),
  );

  app.post(
    '/v1/advisories',
    {
      config: { scope: 'advisories:write', ...whoever(mayPublishAdvisories) },
      schema: {
        ...{ tags, operationId: 'publishAdvisory', summary: 'Publish an advisory', body: NewAdvisory },
        description:
          'The next document of each affected server names it. Published again as it is, it is answered with 200.',
        ...{ answersWith: ['Location'], problems: ['ADVISORY_ID_TAKEN', 'TOO_MANY_ADVISORIES'] },
        response: { 200: AdvisoryView, 201: AdvisoryView },
      },
    },
    async (request, reply) => {
      const { fixedIn = null, ...advisory } = request.body;
      const { isNew, view } = await advisories.publish({ ...advisory, fixedIn }, askedBy(request));
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/v1/advisories/${view.id}`)
        .send(view);
    },
  );

  app.get(
    '/v1/advisories/:id',
    {
      config: { scope: 'licenses:read', ...everybody },
      schema: {
        ...{ tags, operationId: 'readAdvisory', summary: 'Read an advisory, withdrawn or not', params: ById },
        response: { 200: AdvisoryView },
      },
    },
    async ({ params }) => advisories.read(params.id),
  );

  app.delete(
    '/v1/advisories/:id',
    {
      config: { scope: 'advisories:write', ...whoever(mayPublishAdvisories) },
      schema: {
        ...{ tags, operationId: 'withdrawAdvisory', summary: 'Withdraw an advisory', params: ById },
        description: 'Documents name it no more; it can still be read. Once more changes nothing.',
        response: { 204: Nothing('It is withdrawn') },
      },
    },
    async (request, reply) => {
      await advisories.withdraw(request.params.id, askedBy(request));
      return reply.code(204).send();
    },
  );

  app.get(
    '/v1/advisories/:id/servers',
    {
      config: { scope: 'licenses:read', ...everybody },
      schema: {
        ...{ tags, operationId: 'listAffectedServers', summary: 'List the servers that an advisory concerns' },
        description: 'Of those that the caller may see: activated ones of a version that `affects` names, by id.',
        params: ById,
        querystring: Closed(Paging),
        response: { 200: Page(AffectedServerView) },
      },
    },
    async (request) => advisories.listServers(actorOf(request), request.params.id, request.query),
  );
}
