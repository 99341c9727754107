import { maySeeAccountEvents, maySeeMails } from '../../../domain/people/permissions.ts';
import type { MailHistory } from '../../../services/mails/history.ts';
import { actorOf, onAccount, onOrder } from '../../../services/permissions/permit.ts';
import { Closed, Id, Page, Paging } from '../../schemas/common.ts';
import { MailView } from '../../schemas/accounts/mails.ts';
import type { Api } from '../../types.ts';

/** Which e-mails went to whom, and what became of them. */
export function mailRoutes(app: Api, mails: MailHistory): void {
  const tags = ['E-mails'];
  const querystring = Closed(Paging);
  const response = { 200: Page(MailView) };

  app.get(
    '/v1/orders/:number/mails',
    {
      config: { scope: 'orders:read', ...onOrder(maySeeMails) },
      schema: {
        ...{ tags, operationId: 'listOrderMails', summary: 'List the e-mails of an order, the last made first' },
        ...{ params: Closed({ number: Id }), querystring, response },
      },
    },
    async (request) => mails.ofOrder(actorOf(request), request.params.number, request.query),
  );

  app.get(
    '/v1/accounts/:id/mails',
    {
      config: { scope: 'accounts:read', ...onAccount(maySeeAccountEvents) },
      schema: {
        ...{ tags, operationId: 'listAccountMails', summary: 'List the e-mails to an account, the last made first' },
        ...{ params: Closed({ id: Id }), querystring, response },
        description: 'Of deliveries that it sold, and its digests.',
      },
    },
    async ({ params, query }) => mails.ofAccount(params.id, query),
  );
}
