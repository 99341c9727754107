import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { ACTIVATION_REFUSALS } from '../../../domain/refusal.ts';
import type { ServiceKey } from '../../../secrets/service-keys.ts';
import { jwks, type SigningKey } from '../../../secrets/signing-keys.ts';
import { Nothing } from '../../schemas/common.ts';
import { JwkSet } from '../../schemas/servers/machines.ts';
import { Activated, Activation, LicenseWait } from '../../schemas/servers/servers.ts';
import type { ActivationService } from '../../../services/servers/activations.ts';
import type { CheckInService } from '../../../services/check-ins/check-ins.ts';
import type { WaitService } from '../../../services/check-ins/waits.ts';
import type { Api } from '../../types.ts';

type Services = {
  activations: ActivationService;
  checkIns: CheckInService;
  waits: WaitService;
  signingKeys: readonly SigningKey[];
  serviceKeys: readonly ServiceKey[];
};

/** Of what a server signs itself. */
export const BY_SERVER = [{ serverToken: [] }];

export const CHECK_IN_REFUSALS = [
  'CHECK_IN_NOT_AUTHENTIC',
  'KEY_REPLACED',
  'NOT_ACTIVATED',
  'SERVER_NOT_REPAIRED',
  'SERVER_RETIRED',
  'TOKEN_ROTATED',
] as const;

/** Carries the number that the server presents when it calls next. */
const NUMBER = 'check-in-number';

/** Says whether a server that waited has something to ask for. */
const CHANGED = 'changed';

/** What AppSuite servers call; none of it takes an API key. */
export function appsuiteRoutes(app: Api, { activations, checkIns, waits, signingKeys, serviceKeys }: Services): void {
  const tags = ['AppSuite'];

  app.get('/test', { schema: { tags, summary: 'Probe the connection' } }, async () => ({
    message: 'successfully connected!',
  }));

  app.get(
    '/.well-known/jwks.json',
    {
      schema: {
        tags,
        operationId: 'readSigningKeys',
        summary: 'Read the keys that sign license documents and service tokens',
        description:
          'Those that sign now and those that signed before. Each that signs documents has its certificate; one without signs service tokens alone.',
        response: { 200: JwkSet },
      },
    },
    async () => jwks(signingKeys, serviceKeys),
  );

  app.post(
    '/v1/activations',
    {
      config: { answersSecret: true },
      schema: {
        ...{
          tags,
          operationId: 'activateServer',
          summary: 'Activate a server with its Activation Token',
          body: Activation,
        },
        description: 'The same machine is answered again, so a lost answer is asked for in the same way.',
        answersWith: ['ETag', 'Check-In-Number'],
        problems: [
          ...ACTIVATION_REFUSALS,
          'ROLLING_OVER',
          'OUTCOME_UNKNOWN',
          'SERVER_NOT_REPAIRED',
          'SERVER_RETIRED',
          'TOKEN_UNKNOWN',
        ],
        response: { 201: Activated },
      },
    },
    async ({ body, requestId }, reply) => sendActivated(reply, await activations.activate(body, requestId!)),
  );

  app.get(
    '/v1/license',
    {
      // Headers that guard browsers: a server is none, and what it gets is no page.
      helmet: false,
      schema: {
        ...{ tags, operationId: 'checkIn', summary: 'Check in: ask for the current license document' },
        description: 'Authenticated by a short JWT (EdDSA) that the server signs with the key of its activation.',
        ...{ security: BY_SERVER, answersWith: ['ETag', 'Check-In-Number'] },
        problems: [...CHECK_IN_REFUSALS, 'TOO_MANY_REQUESTS'],
        response: {
          200: Type.String({ contentMediaType: 'application/jwt', description: 'The license document' }),
          304: Nothing('Unchanged'),
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

  app.post(
    '/v1/license/wait',
    {
      helmet: false,
      // There is one a minute for each server.
      config: { isLogged: (reply) => reply.statusCode !== 204 || reply.getHeader(CHANGED) === 'yes' },
      schema: {
        ...{ tags, operationId: 'waitForLicense', summary: 'Wait until there is another license document' },
        description:
          'Authenticated as a check-in is, with `act: wait`. It is no check-in: one follows where the document has changed.',
        ...{ body: LicenseWait, security: BY_SERVER, answersWith: ['Changed'] },
        problems: [...CHECK_IN_REFUSALS, 'TOO_MANY_REQUESTS', 'STOPPING'],
        response: { 204: Nothing('`Changed` says whether there is another document') },
      },
    },
    async ({ headers, body }, reply) => {
      const { raw } = reply;
      const onGone = (end: () => void) => (raw.destroyed ? end() : void raw.once('close', end));
      const isChanged = await waits.wait(headers.authorization, body, onGone);
      return reply
        .code(204)
        .header(CHANGED, isChanged ? 'yes' : 'no')
        .send();
    },
  );

  app.delete(
    '/v1/activations/current',
    {
      schema: {
        ...{ tags, operationId: 'leave', summary: 'Leave: the token works again on any machine' },
        description: 'What the server was assigned stays with it. Authenticated as a check-in is.',
        security: BY_SERVER,
        problems: [...CHECK_IN_REFUSALS, 'ROLLING_OVER', 'OUTCOME_UNKNOWN'],
        response: { 204: Nothing('It has left') },
      },
    },
    async ({ headers, requestId }, reply) => {
      await activations.leave(headers.authorization, requestId!);
      return reply.code(204).send();
    },
  );
}

/** Answers a machine that is a server now, with what it needs to call next. */
export function sendActivated(
  reply: FastifyReply,
  { etag, number, document, ...activated }: Awaited<ReturnType<ActivationService['activate']>>,
): FastifyReply {
  return reply
    .code(201)
    .headers({ etag, [NUMBER]: number, 'cache-control': 'no-store' })
    .send({ ...activated, license: document! });
}
