import { randomUUID } from 'node:crypto';
import type { ServerRecord } from '../../db/queries/servers/servers.ts';
import type { LicensedShare } from '../../domain/catalogue/entitlements.ts';
import { SERVICE_TOKEN_SECONDS, serviceRightsOf } from '../../domain/service-token.ts';
import { signServiceToken } from '../../secrets/service-keys.ts';
import type { CheckInService } from '../check-ins/check-ins.ts';
import { serverTime } from '../check-ins/caller.ts';
import type { Stand, Takeovers } from '../check-ins/takeovers.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { createForeseenLimit, SERVER_PACE } from '../pace.ts';
import { invalid, ProblemError } from '../problems/problems.ts';

export type ServiceTokenService = ReturnType<typeof createServiceTokenService>;

/** Tokens by which a server proves to other cloud services what it may use. Reads the projection alone, and writes nothing. */
export function createServiceTokenService(
  deps: Deps,
  { identify }: Pick<CheckInService, 'identify'>,
  takeovers: Takeovers,
) {
  const { serviceTokens, publicUrl, catalogue, clock } = deps;
  const { foreseeHaste, refuseHaste } = createForeseenLimit(SERVER_PACE);

  return {
    /**
     * A token for one of the services that there are. Problems: those of a check-in, TOO_MANY_REQUESTS, INVALID_REQUEST
     * for a service that nobody named, SERVICE_NOT_ENTITLED.
     */
    async issue(authorization: string | undefined, audience: string): Promise<{ token: string; expiresAt: string }> {
      const { server } = await identify(authorization, 'service-token', foreseeHaste);
      const now = clock();
      refuseHaste(server.id, now, serverTime(now));
      if (!serviceTokens.audiences.has(audience))
        throw invalid([{ pointer: '/audience', message: 'is no service that tokens are made for' }]);
      const shares = runningShares(server, await takeovers.look(server, now));
      const rights = serviceRightsOf(shares, now, catalogue, server.documentIssuedAt);
      const [key] = serviceTokens.keys;
      if (!rights || !key) throw new ProblemError('SERVICE_NOT_ENTITLED', { details: serverTime(now) });
      const { applications, services, endsAt } = rights;
      const [iat, exp] = [Math.floor(now / 1000), Math.floor(endsAt / 1000)];
      const about = { iss: publicUrl, aud: audience, sub: server.id, customer: server.customerId };
      const token = signServiceToken(key, { jti: randomUUID(), ...about, iat, exp, services, applications });
      return { token, expiresAt: instant(exp * 1000) };
    },
  };
}

/** What a server runs now: a standby nothing but what it has taken over, for as long as a token lasts. */
function runningShares(server: ServerRecord, stand: Stand): readonly LicensedShare[] {
  if (stand.kind === 'own') return server.shares;
  const runsOn = stand.kind === 'standby' && stand.isRunning && stand.leftMs >= SERVICE_TOKEN_SECONDS * 1000;
  return runsOn ? stand.shares : [];
}
