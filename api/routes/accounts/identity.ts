import { mayManageSignIn, maySetDomains } from '../../../domain/people/permissions.ts';
import type { IdentityService } from '../../../services/identity/providers.ts';
import { onAccount, whoever } from '../../../services/permissions/permit.ts';
import { Closed, Id, Nothing } from '../../schemas/common.ts';
import {
  IdentityProvider,
  IdentityProviderChange,
  IdentityProviderCheck,
  SignInDomains,
} from '../../schemas/accounts/identity.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';

const ById = Closed({ id: Id });

/** By which provider people of an account sign in: whoever sets that lets people in, and so needs the scope of keys. */
export function identityRoutes(app: Api, identity: IdentityService): void {
  const tags = ['Sign-in'];
  const config = { scope: 'keys:write', ...onAccount(mayManageSignIn) } as const;
  const paced = { ...config, isPaced: true };

  app.get(
    '/v1/accounts/:id/identity-provider',
    {
      config,
      schema: {
        ...{
          tags,
          operationId: 'readIdentityProvider',
          summary: 'Read by which provider people sign in',
          params: ById,
        },
        response: { 200: IdentityProvider },
      },
    },
    ({ params }) => identity.read(params.id),
  );

  app.put(
    '/v1/accounts/:id/identity-provider',
    {
      config: paced,
      schema: {
        ...{ tags, operationId: 'setIdentityProvider', summary: 'Set by which provider people sign in', params: ById },
        ...{
          body: IdentityProviderChange,
          problems: ['IDENTITY_PROVIDER_UNPROVEN', 'TOO_MANY_REQUESTS'],
          response: { 200: IdentityProvider },
        },
        description:
          'OpenID Connect, by code with PKCE. Another issuer or client ends the sessions that began by the former one. The secret is kept encrypted, and told to nobody again.',
      },
    },
    (request) => identity.set(request.params.id, request.body, askedBy(request)),
  );

  app.delete(
    '/v1/accounts/:id/identity-provider',
    {
      config,
      schema: {
        ...{ tags, operationId: 'removeIdentityProvider', summary: 'Remove the provider', params: ById },
        response: { 204: Nothing('There is none') },
        description: 'Sessions that began by it end. Removing it again is no error.',
      },
    },
    async (request, reply) => {
      await identity.remove(request.params.id, askedBy(request));
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/accounts/:id/identity-provider/check',
    {
      config,
      schema: {
        ...{ tags, operationId: 'checkIdentityProvider', summary: 'Ask the provider who it is', params: ById },
        ...{ problems: ['TOO_MANY_REQUESTS'], response: { 200: IdentityProviderCheck } },
      },
    },
    ({ params }) => identity.check(params.id),
  );

  app.get(
    '/v1/accounts/:id/domains',
    {
      config,
      schema: {
        ...{ tags, operationId: 'readDomains', summary: 'Read which domains are the account’s', params: ById },
        response: { 200: SignInDomains },
      },
    },
    ({ params }) => identity.domains(params.id),
  );

  app.put(
    '/v1/accounts/:id/domains',
    {
      config: { scope: 'keys:write', ...whoever(maySetDomains), isPaced: true },
      schema: {
        ...{ tags, operationId: 'setDomains', summary: 'Say which domains are an account’s', params: ById },
        ...{ body: SignInDomains, problems: ['DOMAIN_TAKEN', 'TOO_MANY_REQUESTS'], response: { 200: SignInDomains } },
        description:
          'For the vendor, who makes sure that they are: the account’s provider can sign in every address there.',
      },
    },
    (request) => identity.setDomains(request.params.id, request.body.domains, askedBy(request)),
  );
}
