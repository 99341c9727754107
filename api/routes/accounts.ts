import { AccountChange, AccountView, LicenseView } from '../schemas/accounts.ts';
import { Closed, Id, Page, Paging } from '../schemas/common.ts';
import type { AccountService } from '../services/accounts.ts';
import type { Api } from '../types.ts';

const ById = Closed({ id: Id });

/** Accounts, and what they own. */
export function accountRoutes(app: Api, accounts: AccountService): void {
  const tags = ['Smart Account'];

  app.get(
    '/v1/accounts',
    {
      schema: {
        ...{ tags, summary: 'List accounts', querystring: Closed(Paging) },
        response: { 200: Page(AccountView) },
      },
    },
    async ({ query }) => accounts.listAccounts(query),
  );

  app.put(
    '/v1/accounts/:id',
    {
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
      schema: {
        ...{ tags, summary: 'Read what an account owns, one row per application', params: ById },
        querystring: Closed(Paging),
        response: { 200: Page(LicenseView) },
      },
    },
    async ({ params, query }) => accounts.listLicenses(params.id, query),
  );
}
