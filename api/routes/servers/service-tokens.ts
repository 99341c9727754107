import type { ServiceTokenService } from '../../../services/service-tokens/service-tokens.ts';
import { ServiceToken, ServiceTokenRequest } from '../../schemas/servers/service-tokens.ts';
import type { Api } from '../../types.ts';
import { BY_SERVER, CHECK_IN_REFUSALS } from './appsuite.ts';

/** How a server proves to other cloud services what it may use. */
export function serviceTokenRoutes(app: Api, serviceTokens: ServiceTokenService): void {
  app.post(
    '/v1/service-tokens',
    {
      schema: {
        tags: ['AppSuite'],
        ...{ operationId: 'makeServiceToken', summary: 'Make a token for another cloud service' },
        description:
          'Authenticated as a check-in is, with `act: service-token`; it is no contact. The token ends at the earliest of ten minutes, care, term and lease.',
        body: ServiceTokenRequest,
        security: BY_SERVER,
        problems: [...CHECK_IN_REFUSALS, 'SERVICE_NOT_ENTITLED', 'TOO_MANY_REQUESTS'],
        response: { 201: ServiceToken },
      },
    },
    async ({ headers, body }, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await serviceTokens.issue(headers.authorization, body.audience)),
  );
}
