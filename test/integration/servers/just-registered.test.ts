import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { createServers } from '../../support/api/servers.ts';

let api: TestApi;
let worker: { stop: () => Promise<void> } | null;

beforeAll(async () => {
  api = await openApi();
  worker = await startWorker(api);
});
afterAll(async () => {
  await worker?.stop();
  await api.close();
});

const { aServer } = createServers(() => api);

/** A caller of an account of its own kind, with a key of that account. */
async function callerOf(account: string) {
  const key = await keyFor(api.deps.orm.em.fork(), account);
  return async (method: 'GET' | 'POST', path: string, body?: object) => {
    const answer = await api.call(method, path, body, key);
    return { ...answer, said: [answer.status, answer.body.code] };
  };
}

test('a server that was registered is there for whoever may see it, though nothing of it is projected and it does not answer yet', async () => {
  const { customer } = await aServer();
  const stranger = await callerOf((await aServer()).customer);
  const owner = await callerOf(customer);
  await worker!.stop();
  worker = null;
  const registered = await owner('POST', `/v1/accounts/${customer}/servers`, { name: 'New', role: 'production' });
  expect(registered.status).toBe(201);
  const path = `/v1/servers/${registered.body.id as string}`;
  for (const one of [path, `${path}/token`, `${path}/takeovers`]) {
    expect((await owner('GET', one)).said).toEqual([503, 'OUTCOME_UNKNOWN']);
    expect((await api.call('GET', one)).body.code).toBe('OUTCOME_UNKNOWN');
    expect((await stranger('GET', one)).said).toEqual([404, 'NOT_FOUND']);
  }
  const standby = { name: 'Spare', role: 'redundancy', standbyFor: registered.body.id as string };
  const add = (caller: typeof owner, body: object) => caller('POST', `/v1/accounts/${customer}/servers`, body);
  expect((await add(owner, standby)).said).toEqual([503, 'OUTCOME_UNKNOWN']);
  const request = { request: 'a.b.c' };
  expect((await owner('POST', `${path}/offline-activations`, request)).said).toEqual([503, 'OUTCOME_UNKNOWN']);
  worker = await startWorker(api);
  expect((await owner('GET', path)).body).toMatchObject({ name: 'New' });
  expect((await owner('GET', `${path}/takeovers`)).body).toEqual({ daysLeft: null, items: [] });
  expect((await owner('GET', `${path}/token`)).said).toEqual([404, 'NOTHING_ASSIGNED']);
});

test('a name that was claimed for a server that never began is none', async () => {
  const { customer } = await aServer();
  const owner = await callerOf(customer);
  await api.deps.orm.em
    .fork()
    .execute('insert into server_names (customer_id, name, server, claimed_at) values (?, ?, ?, now())', [
      ...[customer, 'never', 'srv_never'],
    ]);
  expect((await owner('GET', '/v1/servers/srv_never')).said).toEqual([404, 'NOT_FOUND']);
  expect((await api.call('GET', '/v1/servers/srv_never')).status).toBe(404);
  const standby = { name: 'Spare', role: 'redundancy', standbyFor: 'srv_never' };
  const { said } = await owner('POST', `/v1/accounts/${customer}/servers`, standby);
  expect(said).toEqual([400, 'INVALID_REQUEST']);
});
