import Type from 'typebox';
import { jwks, type SigningKey } from '../../secrets/signing-keys.ts';
import { Activated, Activation } from '../schemas/servers.ts';
import type { ActivationService } from '../../services/servers/activations.ts';
import type { CheckInService } from '../../services/check-ins/check-ins.ts';
import type { Api } from '../types.ts';

type Services = { activations: ActivationService; checkIns: CheckInService; signingKeys: readonly SigningKey[] };

/** Carries the number that the server presents when it calls next. */
const NUMBER = 'check-in-number';

/** What AppSuite servers call; none of it takes an API key. */
export function appsuiteRoutes(app: Api, { activations, checkIns, signingKeys }: Services): void {
  const tags = ['AppSuite'];

  app.get('/test', { schema: { tags, summary: 'Probe the connection' } }, async () => ({
    message: 'successfully connected!',
  }));

  app.get(
    '/.well-known/jwks.json',
    { schema: { tags, summary: 'Read the keys that sign license documents' } },
    async () => jwks(signingKeys),
  );

  app.post(
    '/v1/activations',
    {
      config: { answersSecret: true },
      schema: {
        ...{ tags, summary: 'Activate a server with its Activation Token', body: Activation },
        description: 'The same machine is answered again, so a lost answer is asked for in the same way.',
        response: { 201: Activated },
      },
    },
    async ({ body, requestId }, reply) => {
      const { etag, number, document, ...activated } = await activations.activate(body, requestId!);
      return reply
        .code(201)
        .headers({ etag, [NUMBER]: number, 'cache-control': 'no-store' })
        .send({ ...activated, license: document! });
    },
  );

  app.get(
    '/v1/license',
    {
      // Headers that guard browsers: a server is none, and what it gets is no page.
      helmet: false,
      schema: {
        ...{ tags, summary: 'Check in: ask for the current license document' },
        description: 'Authenticated by a short JWT (EdDSA) that the server signs with the key of its activation.',
        response: {
          200: Type.String({ description: 'application/jwt' }),
          304: Type.Unsafe<undefined>({ description: 'Unchanged' }),
        },
      },
    },
    async ({ headers }, reply) => {
      const { etag, number, document } = await checkIns.checkIn(headers.authorization, headers['if-none-match']);
      reply.headers({ etag, [NUMBER]: number, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
      if (document === null) return reply.code(304).send(undefined);
      return reply
        .type('application/jwt')
        .serializer((text: unknown) => text as string)
        .send(document);
    },
  );

  app.delete(
    '/v1/activations/current',
    { schema: { tags, summary: 'Leave: the token works again on any machine' } },
    async ({ headers, requestId }, reply) => {
      await activations.leave(headers.authorization, requestId!);
      return reply.code(204).send();
    },
  );
}
