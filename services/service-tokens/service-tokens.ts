import { randomUUID } from 'node:crypto';
import { serviceRightsOf } from '../../domain/service-token.ts';
import { signServiceToken } from '../../secrets/service-keys.ts';
import type { CheckInService } from '../check-ins/check-ins.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { createPace, SERVER_PACE } from '../pace.ts';
import { invalid, ProblemError } from '../problems/problems.ts';

export type ServiceTokenService = ReturnType<typeof createServiceTokenService>;

/** Tokens by which a server proves to other cloud services what it may use. Reads the projection alone, and writes nothing. */
export function createServiceTokenService(deps: Deps, { identify }: Pick<CheckInService, 'identify'>) {
  const { serviceTokens, publicUrl, catalogue, clock } = deps;
  const secondsToWait = createPace(SERVER_PACE);

  return {
    /**
     * A token for one of the services that there are. Problems: those of a check-in, TOO_MANY_REQUESTS, INVALID_REQUEST
     * for a service that nobody named, SERVICE_NOT_ENTITLED.
     */
    async issue(authorization: string | undefined, audience: string): Promise<{ token: string; expiresAt: string }> {
      const { server } = await identify(authorization, 'service-token');
      const now = clock();
      const retryAfterSeconds = secondsToWait(server.id, now);
      if (retryAfterSeconds > 0)
        throw new ProblemError('TOO_MANY_REQUESTS', { retryAfterSeconds, details: { serverTime: instant(now) } });
      if (!serviceTokens.audiences.has(audience))
        throw invalid([{ pointer: '/audience', message: 'is no service that tokens are made for' }]);
      const rights = serviceRightsOf(server.shares, now, catalogue, server.documentIssuedAt);
      const [key] = serviceTokens.keys;
      if (!rights || !key) throw new ProblemError('SERVICE_NOT_ENTITLED', { details: { serverTime: instant(now) } });
      const { applications, services, endsAt } = rights;
      const [iat, exp] = [Math.floor(now / 1000), Math.floor(endsAt / 1000)];
      const about = { iss: publicUrl, aud: audience, sub: server.id, customer: server.customerId };
      const token = signServiceToken(key, { jti: randomUUID(), ...about, iat, exp, services, applications });
      return { token, expiresAt: instant(exp * 1000) };
    },
  };
}
