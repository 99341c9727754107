import { ApplicationView } from '../schemas/accounts/accounts.ts';
import { Closed, Page, Paging } from '../schemas/common.ts';
import type { ApplicationService } from '../../services/applications/applications.ts';
import { everybody } from '../../services/permissions/permit.ts';
import type { Api } from '../types.ts';

/** What the vendor sells and has sold. */
export function applicationRoutes(app: Api, applications: ApplicationService): void {
  app.get(
    '/v1/applications',
    {
      config: { scope: 'orders:read', ...everybody },
      schema: {
        ...{
          tags: ['Orders'],
          operationId: 'listApplications',
          summary: 'Read the catalogue',
          querystring: Closed(Paging),
        },
        response: { 200: Page(ApplicationView) },
      },
    },
    async ({ query }) => applications.list(query),
  );
}
