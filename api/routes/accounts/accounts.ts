import type { FastifyReply } from 'fastify';
import {
  mayChangeAccount,
  mayEndSellers,
  maySeeAccountEvents,
  maySeeSellers,
} from '../../../domain/people/permissions.ts';
import {
  AccountChange,
  AccountFields,
  AccountQuery,
  AccountView,
  HistoryView,
  LicenseView,
  SellerView,
} from '../../schemas/accounts/accounts.ts';
import { Closed, Id, IfMatch, JournalEvent, Life, Nothing, Page, Paging } from '../../schemas/common.ts';
import type { AccountService, SeenAccount } from '../../../services/accounts/accounts.ts';
import type { HistoryService } from '../../../services/accounts/history.ts';
import { actorOf, everybody, onAccount, onCustomer } from '../../../services/permissions/permit.ts';
import type { SellerService } from '../../../services/accounts/sellers.ts';
import type { Api } from '../../types.ts';
import { askedBy, askedWhere } from '../asked-by.ts';

const ById = Closed({ id: Id });
const BySeller = Closed({ id: Id, seller: Id });

/** Of every route that changes what an account says of itself. */
const CHANGING = {
  headers: IfMatch,
  answersWith: ['ETag'],
  problems: ['CHANGED_MEANWHILE'],
  response: { 200: AccountView },
} as const;

/** Accounts, and what they own. */
export function accountRoutes(
  app: Api,
  accounts: AccountService,
  sellers: SellerService,
  history: HistoryService,
): void {
  const tags = ['Smart Account'];

  app.get(
    '/v1/accounts',
    {
      config: { scope: 'accounts:read', ...everybody },
      schema: {
        ...{ tags, operationId: 'listAccounts', summary: 'List accounts', querystring: AccountQuery },
        response: { 200: Page(AccountView) },
      },
    },
    async (request) => accounts.listAccounts(actorOf(request), request.query, request.query),
  );

  app.get(
    '/v1/accounts/:id',
    {
      config: { scope: 'accounts:read', ...onAccount() },
      schema: {
        ...{ tags, operationId: 'readAccount', summary: 'Read an account', params: ById },
        ...{ answersWith: ['ETag'], response: { 200: AccountView } },
        description: 'Its ETag changes with what is answered, and with nothing else.',
      },
    },
    async (request, reply) => sendAccount(reply, await accounts.readView(actorOf(request), request.params.id)),
  );

  app.put(
    '/v1/accounts/:id',
    {
      config: { scope: 'accounts:write', ...onAccount(mayChangeAccount) },
      schema: {
        ...{ tags, operationId: 'changeAccount', summary: 'Change an account', params: ById, body: AccountChange },
        ...{ description: 'Counts for new orders and for display.', ...CHANGING },
      },
    },
    async (request, reply) =>
      sendAccount(
        reply,
        await accounts.changeAccount(actorOf(request), request.params.id, request.body, askedWhere(request)),
      ),
  );

  app.patch(
    '/v1/accounts/:id',
    {
      config: { scope: 'accounts:write', ...onAccount(mayChangeAccount) },
      schema: {
        ...{ tags, operationId: 'changeAccountFields', summary: 'Change some of an account' },
        ...{ params: ById, body: AccountFields, ...CHANGING },
      },
    },
    async (request, reply) =>
      sendAccount(
        reply,
        await accounts.changeAccount(actorOf(request), request.params.id, request.body, askedWhere(request)),
      ),
  );

  app.get(
    '/v1/accounts/:id/history',
    {
      config: { scope: 'licenses:read', ...onCustomer() },
      schema: {
        ...{ tags, operationId: 'readHistory', summary: 'Read what an account owned and had assigned, month by month' },
        ...{ params: ById, response: { 200: HistoryView } },
      },
    },
    async (request) => history.list(actorOf(request), request.params.id),
  );

  app.get(
    '/v1/accounts/:id/licenses',
    {
      config: { scope: 'licenses:read', ...onCustomer() },
      schema: {
        ...{
          tags,
          operationId: 'listLicenses',
          summary: 'Read what an account owns, one row per application',
          params: ById,
        },
        querystring: Closed(Paging),
        response: { 200: Page(LicenseView) },
      },
    },
    async (request) => accounts.listLicenses(actorOf(request), request.params.id, request.query),
  );

  app.get(
    '/v1/accounts/:id/events',
    {
      config: { scope: 'accounts:read', ...onAccount(maySeeAccountEvents) },
      schema: {
        ...{
          tags,
          operationId: 'listAccountEvents',
          summary: 'Read what became of an account, oldest first',
          params: ById,
        },
        description: 'Its people, keys and sellers; people are named by their ids alone.',
        querystring: Closed(Paging),
        response: { 200: Life(JournalEvent) },
      },
    },
    async (request) => accounts.listEvents(actorOf(request), request.params.id, request.query),
  );

  app.get(
    '/v1/accounts/:id/sellers',
    {
      config: { scope: 'accounts:read', ...onCustomer(maySeeSellers) },
      schema: {
        ...{
          tags,
          operationId: 'listSellers',
          summary: 'List who sold a customer something, and what they may do there',
          params: ById,
        },
        querystring: Closed(Paging),
        response: { 200: Page(SellerView) },
      },
    },
    async ({ params, query }) => sellers.list(params.id, query),
  );

  app.delete(
    '/v1/accounts/:id/sellers/:seller',
    {
      config: { scope: 'accounts:write', ...onCustomer(mayEndSellers) },
      schema: {
        ...{ tags, operationId: 'endSeller', summary: 'End the relation with a seller', params: BySeller },
        description: 'It reads its own orders from then on, whatever it sells later. Ending it again is no error.',
        response: { 204: Nothing('It has ended') },
      },
    },
    async (request, reply) => {
      await sellers.end(request.params.id, request.params.seller, askedBy(request));
      return reply.code(204).send();
    },
  );

  app.put(
    '/v1/accounts/:id/sellers/:seller',
    {
      config: { scope: 'accounts:write', ...onCustomer(mayEndSellers), isPaced: true },
      schema: {
        ...{ tags, operationId: 'restoreSeller', summary: 'Restore the relation with a seller', params: BySeller },
        response: { 200: SellerView },
      },
    },
    async (request) => sellers.restore(request.params.id, request.params.seller, askedBy(request)),
  );
}

function sendAccount(reply: FastifyReply, { version, view }: SeenAccount): FastifyReply {
  return reply.header('etag', `"${version}"`).send(view);
}
