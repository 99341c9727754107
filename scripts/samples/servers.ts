import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const SAMPLES = new URL('servers.json', import.meta.url);
const TRIES = 20;
const TRY_AGAIN_AFTER_MS = 500;

type Sample = {
  customer: string;
  /** Numbers of sample orders; what is not named anywhere stays locked. */
  unlocks: string[];
  /** `activates` is the version of the AppSuite that has pasted its token. */
  servers: { name: string; role: string; assigns: Record<string, number>; activates?: string }[];
};

type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<unknown>;

/**
 * Lets the sample customers use some of what was delivered to them, over the public API: unlocks, registers, assigns and
 * activates. Again is no error. Throws with the API's answer when it refuses something for good.
 */
export async function bringSamplesToLife({ apiUrl, apiKey }: { apiUrl: string; apiKey: string }): Promise<void> {
  const samples = JSON.parse(readFileSync(SAMPLES, 'utf8')) as Sample[];
  const call = caller(apiUrl, apiKey);
  await Promise.all(samples.map((sample) => live(call, sample)));
}

async function live(call: Call, { customer, unlocks, servers }: Sample): Promise<void> {
  for (const number of unlocks) await call('POST', `/v1/orders/${number}/unlock`, {});
  for (const { name, role, assigns, activates } of servers) {
    const key = { 'idempotency-key': `sample-${Buffer.from(name).toString('base64url')}` };
    const server = (await call('POST', `/v1/accounts/${customer}/servers`, { name, role }, key)) as { id: string };
    for (const [application, capacity] of Object.entries(assigns))
      await call('PUT', `/v1/servers/${server.id}/assignments/${application}`, { capacity });
    if (activates) await activate(call, server.id, name, activates);
  }
}

async function activate(call: Call, id: string, hostname: string, version: string): Promise<void> {
  const { state } = (await call('GET', `/v1/servers/${id}`)) as { state: string };
  if (state === 'activated') return;
  const { token } = (await call('GET', `/v1/servers/${id}/token`)) as { token: string };
  const publicKey = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  await call('POST', '/v1/activations', { token, fingerprint: `sample-${id}`, version, publicKey, hostname });
}

/** An order that is just unlocked may not be there yet for who assigns: what is refused is tried again for a while. */
function caller(apiUrl: string, apiKey: string): Call {
  return async (method, path, body, headers) => {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(`${apiUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (response.ok) return response.json();
      if (tries === TRIES)
        throw new Error(`The API refused ${method} ${path} (${response.status}): ${await response.text()}`);
      await wait(TRY_AGAIN_AFTER_MS);
    }
  };
}
