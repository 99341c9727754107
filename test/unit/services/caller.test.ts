import { expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { createIdentify } from '../../../services/check-ins/caller.ts';
import { createForeseenLimit } from '../../../services/pace.ts';
import { encode, signJws } from '../../../secrets/jws.ts';
import { keyPair } from '../../../secrets/signing-keys.ts';

const PUBLIC_URL = 'https://licensing.example';
const NOW_MS = Date.parse('2026-11-30T12:00:00Z');

/** A call that claims to come from a server, and is signed by whomever. */
function call(server: string): string {
  const iat = NOW_MS / 1000;
  const claims = { iss: server, aud: PUBLIC_URL, iat, exp: iat + 60, jti: `${Math.random()}` };
  return `Bearer ${signJws(keyPair(Buffer.alloc(32, 9)).sign, encode({ alg: 'EdDSA' }), claims)}`;
}

test('a server that has used up everything is refused before its row is read, another one is looked for', async () => {
  const read: string[] = [];
  const orm = { em: { fork: () => ({ execute: async () => [{ is: false }] }) } } as unknown as MikroORM;
  const identify = createIdentify({ orm, publicUrl: PUBLIC_URL, clock: () => NOW_MS }, async (id) => {
    read.push(id);
    return null;
  });
  const { foreseeHaste, refuseHaste } = createForeseenLimit({ atOnce: 1, aMinute: 6 });
  refuseHaste('hasty', NOW_MS);
  await expect(identify(call('hasty'), 'check-in', foreseeHaste)).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    about: { retryAfterSeconds: 10, details: { serverTime: '2026-11-30T12:00:00.000Z' } },
  });
  for (let called = 0; called < 3; called += 1)
    await expect(identify(call('quiet'), 'check-in', foreseeHaste)).rejects.toMatchObject({
      code: 'CHECK_IN_NOT_AUTHENTIC',
    });
  expect(read).toEqual(['quiet', 'quiet', 'quiet']);
});
