import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Answer, TestApi } from './api.ts';
import type { Machine } from './servers.ts';

/** What machines do that wait for somebody to enter their code, over HTTP. `clock` is what they take for now, in epoch milliseconds. */
export function createPairings(api: () => TestApi, clock: () => number = Date.now) {
  /** Begins to wait, from an address. */
  const begin = async (
    { fingerprint, publicKey }: Machine,
    {
      from = '203.0.113.7',
      headers = {},
      ...changes
    }: { from?: string; headers?: object; [field: string]: unknown } = {},
  ): Promise<Answer> => {
    const answer = await api().app.inject({
      ...{ method: 'POST', url: '/v1/pairings', remoteAddress: from, headers: { ...headers } },
      payload: { fingerprint, publicKey, version: '2026.Autumn.1', hostname: 'pbx-1', ...changes },
    });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  };

  /** What a machine signs to ask what became of it. */
  const asking = (deviceCode: string, { privateKey }: Machine, claims: object = {}, header: object = {}) => {
    const iat = Math.floor(clock() / 1000);
    const aud = api().deps.publicUrl;
    return new SignJWT({ aud, iat, exp: iat + 120, jti: randomUUID(), deviceCode, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', ...header })
      .sign(privateKey);
  };

  const ask = async (deviceCode: string, machine: Machine, ...about: object[]): Promise<Answer> =>
    api().call('POST', '/v1/pairings/token', undefined, {
      authorization: `Bearer ${await asking(deviceCode, machine, ...about)}`,
    });

  return { begin, asking, ask };
}
