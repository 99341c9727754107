import { mayChangeAccount } from '../../domain/permissions.ts';
import { AccountChange, AccountView, LicenseView } from '../schemas/accounts.ts';
import { Closed, Id, Page, Paging } from '../schemas/common.ts';
import type { AccountService } from '../../services/accounts/accounts.ts';
import { actorOf, everybody, onAccount, onCustomer } from '../../services/permissions/permit.ts';
import type { Api } from '../types.ts';

const ById = Closed({ id: Id });

/** Accounts, and what they own. */
export function accountRoutes(app: Api, accounts: AccountService): void {
  const tags = ['Smart Account'];

  app.get(
    '/v1/accounts',
    {
      config: everybody,
      schema: {
        ...{ tags, summary: 'List accounts', querystring: Closed(Paging) },
        response: { 200: Page(AccountView) },
      },
    },
    async (request) => accounts.listAccounts(actorOf(request), request.query),
  );

  app.put(
    '/v1/accounts/:id',
    {
      config: onAccount(mayChangeAccount),
      schema: {
        ...{ tags, summary: 'Change an account', params: ById, body: AccountChange },
        description: 'Counts for new orders and for display.',
        response: { 200: AccountView },
      },
    },
    async ({ params, body }) => accounts.changeAccount(params.id, body),
  );

  app.get(
    '/v1/accounts/:id/licenses',
    {
      config: onCustomer(),
      schema: {
        ...{ tags, summary: 'Read what an account owns, one row per application', params: ById },
        querystring: Closed(Paging),
        response: { 200: Page(LicenseView) },
      },
    },
    async (request) => accounts.listLicenses(actorOf(request), request.params.id, request.query),
  );
}
