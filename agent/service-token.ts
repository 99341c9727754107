import { randomUUID } from 'node:crypto';
import { callingOf } from './check-in.ts';
import { requestServiceToken, type ServiceToken } from './cloud/requests.ts';
import { withLock } from './folder/lock.ts';
import { readState, writeState } from './folder/store.ts';
import { signedCall } from './cloud/signed-call.ts';

/**
 * A token by which another cloud service knows what this folder's server may use. It ends within ten minutes; nothing of
 * it is stored. Refusals: as a check-in, and `SERVICE_NOT_ENTITLED`.
 */
export async function serviceToken({
  dir,
  audience,
  nowMs = Date.now(),
}: {
  dir: string;
  audience: string;
  nowMs?: number;
}): Promise<ServiceToken> {
  return withLock(dir, async () => {
    const state = callingOf(await readState(dir), dir, nowMs);
    // A call of its own: the check-in under way keeps its try.
    const calling = { ...state, attempt: { jti: randomUUID(), sinceMs: nowMs } };
    const { attempt } = state;
    return signedCall(
      calling,
      nowMs,
      (again) => writeState(dir, { ...again, attempt }),
      (jwt) => requestServiceToken(state.url, jwt, audience),
      { act: 'service-token' },
    );
  });
}
