import { ACTIVATION_REFUSALS } from '../../../domain/refusal.ts';
import type { PairingService } from '../../../services/pairings/pairings.ts';
import { NewPairing, Pairing } from '../../schemas/servers/pairings.ts';
import { Activated } from '../../schemas/servers/servers.ts';
import type { Api } from '../../types.ts';
import { BY_SERVER, sendActivated } from './appsuite.ts';

/** How a machine becomes a server by a code on its screen. */
export function pairingRoutes(app: Api, pairings: PairingService): void {
  const tags = ['AppSuite'];

  app.post(
    '/v1/pairings',
    {
      config: { answersSecret: true },
      schema: {
        ...{ tags, operationId: 'beginPairing', summary: 'Begin to wait for somebody to enter a code' },
        description: 'Instead of a pasted token: the machine shows `userCode` and `verificationUrl`, and asks on.',
        body: NewPairing,
        problems: ['VERSION_TOO_OLD', 'TOO_MANY_REQUESTS', 'PAIRING_EXPIRED'],
        response: { 201: Pairing },
      },
    },
    async ({ body, ip, requestId }, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await pairings.begin(body, ip, requestId!)),
  );

  app.post(
    '/v1/pairings/token',
    {
      schema: {
        ...{ tags, operationId: 'readPairing', summary: 'Ask what has become of a pairing' },
        description:
          'Authenticated by a short JWT (EdDSA) that the machine signs with the key it posted; `deviceCode` is among its claims. Once somebody approved it, it is answered as an activation is, again for ten minutes.',
        ...{ security: BY_SERVER, answersWith: ['ETag', 'Check-In-Number'] },
        problems: [
          ...ACTIVATION_REFUSALS,
          ...(['CHANGE_IN_PROGRESS', 'CHECK_IN_NOT_AUTHENTIC', 'OUTCOME_UNKNOWN', 'PAIRING_EXPIRED'] as const),
          ...(['PAIRING_PENDING', 'PAIRING_REFUSED', 'PAIRING_UNKNOWN', 'ROLLING_OVER', 'SERVER_RETIRED'] as const),
          'TOO_MANY_REQUESTS',
        ],
        response: { 201: Activated },
      },
    },
    async ({ headers }, reply) => sendActivated(reply, await pairings.poll(headers.authorization)),
  );
}
