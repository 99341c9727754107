import type { FastifyInstance } from 'fastify';
import { maySeeAccountEvents, maySeeMails } from '../../domain/people/permissions.ts';
import { onOrder, onPeople } from '../../services/permissions/permit.ts';
import { sendPage } from '../pages.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { AccountMailsPage, OrderMailsPage } from './page.tsx';

type OfAccount = { Params: { id: string }; Querystring: Query };
type OfOrder = { Params: { number: string }; Querystring: Query };

const PAGE_ROWS = 50;
const pageOf = ({ cursor }: Query) => ({ limit: PAGE_ROWS, cursor: readText(cursor) || undefined });

/** Which e-mails went to whom, and what became of them. */
export function registerMails(app: FastifyInstance, { mailHistory, accounts }: PageServices): void {
  app.get<OfAccount>('/accounts/:id/mails', { config: onPeople(maySeeAccountEvents) }, async (request, reply) => {
    const { id } = request.params;
    const [account, listed] = await Promise.all([
      accounts.readAccount(id),
      mailHistory.ofAccount(id, pageOf(request.query)),
    ]);
    return sendPage(reply, <AccountMailsPage account={account} {...listed} address={`/accounts/${id}/mails`} />);
  });

  app.get<OfOrder>('/orders/:number/mails', { config: onOrder(maySeeMails) }, async (request, reply) => {
    const { number } = request.params;
    const listed = await mailHistory.ofOrder(viewerOf(request), number, pageOf(request.query));
    return sendPage(reply, <OrderMailsPage number={number} {...listed} address={`/orders/${number}/mails`} />);
  });
}
