import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServerService } from '../../../services/servers/servers.ts';
import { ServerNames } from '../../../db/migrations/0008-server-names.ts';
import { openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { createServers } from '../../support/api/servers.ts';

let api: TestApi;
let worker: { stop: () => Promise<void> };
const { aServer, eventsOf } = createServers(() => api);

beforeAll(async () => {
  api = await openApi();
  worker = await startWorker(api);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

const register = (customer: string, name: string, headers?: object) =>
  api.call('POST', `/v1/accounts/${customer}/servers`, { name, role: 'test' }, headers);
const change = (id: string, body: object, headers?: object) => api.call('PATCH', `/v1/servers/${id}`, body, headers);
const read = async (id: string) => (await api.call('GET', `/v1/servers/${id}`)).body;
const execute = <Row>(sql: string, values: unknown[] = []) => api.database.orm.em.fork().execute<Row[]>(sql, values);
const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const TAKEN = [409, 'NAME_TAKEN'];

/** Makes all claims that nobody has settled two minutes old. */
const letClaimsAge = () => execute(`update server_names set claimed_at = claimed_at - interval '2 minutes'`);

/** A server service whose process ends before Temporal hears of anything. */
function dying() {
  const dies = () => Promise.reject(new Error('killed'));
  const temporal = Object.assign(Object.create(api.deps.temporal) as typeof api.deps.temporal, {
    withDeadline: dies,
  });
  return createServerService({ ...api.deps, temporal }, api.services.accounts);
}
const BY = 'operator';
const asked = () => ({ requestId: randomUUID(), by: BY }) as const;

describe('a change', () => {
  test('of name and role is answered with the server, told by everything that shows it, and stands in its life', async () => {
    const { id, customer } = await aServer();
    const changed = await change(id, { name: 'Lobby' });
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ id, name: 'Lobby', role: 'production' });
    expect(await change(id, { role: 'redundancy' })).toMatchObject({ body: { name: 'Lobby', role: 'redundancy' } });
    expect(await read(id)).toMatchObject({ name: 'Lobby', role: 'redundancy' });
    expect((await api.call('GET', `/v1/accounts/${customer}/servers`)).body.items).toMatchObject([{ name: 'Lobby' }]);
    const { items } = (await api.call('GET', `/v1/servers/${id}/events`)).body;
    expect(items).toMatchObject([
      { type: 'registered' },
      { type: 'changed', name: 'Lobby', former: { name: 'Main', role: 'production' }, by: items[0].by },
      { type: 'changed', role: 'redundancy', former: { name: 'Lobby', role: 'production' }, by: items[0].by },
    ]);
  });

  test('to what is there already changes nothing', async () => {
    const { id } = await aServer();
    expect((await change(id, { name: 'Main', role: 'production' })).headers.etag).toBe('"1"');
    expect(await eventsOf(id)).toEqual(['registered']);
  });

  test('is for the state that was seen, once for a key, and for what can be kept', async () => {
    const { id } = await aServer();
    await change(id, { name: 'Lobby' }, { 'idempotency-key': id });
    await change(id, { name: 'Annex' });
    expect((await change(id, { name: 'Lobby' }, { 'idempotency-key': id })).body.name).toBe('Lobby');
    expect((await read(id)).name).toBe('Annex');
    expect(said(await change(id, { name: 'Late' }, { 'if-match': '"2"' }))).toEqual([412, 'CHANGED_MEANWHILE']);
    expect((await change(id, { name: 'In time' }, { 'if-match': '"3"' })).status).toBe(200);
    for (const body of [{}, { name: '\u200b' }, { name: '' }, { role: 'spare' }, { state: 'retired' }])
      expect((await change(id, body)).status).toBe(400);
    expect((await change('srv_none', { name: 'Any' })).status).toBe(404);
    await api.call('DELETE', `/v1/servers/${id}`);
    expect(said(await change(id, { name: 'Too late' }))).toEqual([410, 'SERVER_RETIRED']);
  });
});

describe('a name', () => {
  test.each(['Main', 'MAIN'])('that another has is refused as %s, whether one registers or renames', async (name) => {
    const { customer } = await aServer();
    expect(said(await register(customer, name))).toEqual(TAKEN);
    const other = await register(customer, 'Other');
    expect(said(await change(other.body.id, { name }))).toEqual(TAKEN);
    expect((await read(other.body.id)).name).toBe('Other');
  });

  test('is the same in each case and form that Unicode has for it', async () => {
    const { customer } = await aServer();
    for (const [one, other] of [
      ['Réception', 'RE\u0301CEPTION'],
      ['ΟΔΟΣ Α', 'οδοσ α'],
      ['ПРИЁМНАЯ', 'приёмная'],
    ] as const) {
      expect((await register(customer, one)).status).toBe(201);
      expect(said(await register(customer, other))).toEqual(TAKEN);
    }
  });

  test('that is written otherwise is the server’s own, and another customer’s is no matter', async () => {
    const { id } = await aServer();
    await aServer();
    expect((await change(id, { name: 'MAIN' })).body.name).toBe('MAIN');
    expect((await change(id, { name: 'main', role: 'test' })).body.name).toBe('main');
  });

  test('goes to one of many who ask at once, whether they register or rename', async () => {
    const { id, customer } = await aServer();
    const asking = Array.from({ length: 6 }, (_, n) => register(customer, n % 2 ? 'Twin' : 'TWIN'));
    const answers = await Promise.all([...asking, change(id, { name: 'twin' })]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'NAME_TAKEN')).toHaveLength(6);
  });

  test('is free at once when its server is retired or has another', async () => {
    const { id, customer } = await aServer();
    await change(id, { name: 'Lobby' });
    const next = await register(customer, 'main');
    expect(next.status).toBe(201);
    await api.call('DELETE', `/v1/servers/${id}`);
    expect((await change(next.body.id, { name: 'LOBBY' })).status).toBe(200);
    expect((await register(customer, 'Main')).status).toBe(201);
    expect(await execute('select 1 from server_names where server = ?', [id])).toEqual([]);
  });

  test('is kept by a repeat, also of one whose name another has by now', async () => {
    const { customer } = await aServer();
    const key = { 'idempotency-key': randomUUID() };
    const first = await register(customer, 'Early', key);
    await change(first.body.id, { name: 'Renamed' });
    await register(customer, 'Early');
    await execute('delete from idempotency');
    expect((await register(customer, 'Early', key)).body).toMatchObject({ id: first.body.id, name: 'Renamed' });
  });
});

describe('whoever dies between claiming a name and telling the server', () => {
  test('keeps the name of a new server for a minute, and for its own repeat', async () => {
    const { customer } = await aServer();
    const wish = { name: 'Lost', role: 'test' } as const;
    await expect(dying().register(customer, wish, BY, 'key')).rejects.toThrow('killed');
    expect(said(await register(customer, 'LOST'))).toEqual(TAKEN);
    expect((await api.services.servers.register(customer, wish, BY, 'key')).view.name).toBe('Lost');
    await expect(dying().register(customer, { ...wish, name: 'Gone' }, BY, 'other')).rejects.toThrow('killed');
    await letClaimsAge();
    expect((await register(customer, 'GONE')).status).toBe(201);
    expect(said(await register(customer, 'Lost'))).toEqual(TAKEN);
  });

  test('keeps the name that a server was to get for a minute, and for its own repeat', async () => {
    const { id, customer } = await aServer();
    await expect(dying().change(id, { name: 'Lost' }, asked())).rejects.toThrow('killed');
    expect(said(await register(customer, 'Lost'))).toEqual(TAKEN);
    await letClaimsAge();
    expect((await register(customer, 'Lost')).status).toBe(201);
    expect(said(await change(id, { name: 'Lost' }))).toEqual(TAKEN);
    await expect(dying().change(id, { name: 'Lobby' }, asked())).rejects.toThrow('killed');
    expect((await change(id, { name: 'Lobby' })).status).toBe(200);
  });

  test('loses no name of a server that was told of it and that no worker has shown yet', async () => {
    const { customer } = await aServer();
    await worker.stop();
    try {
      expect((await register(customer, 'Unseen')).status).toBe(201);
      await letClaimsAge();
      expect(said(await register(customer, 'unseen'))).toEqual(TAKEN);
    } finally {
      worker = await startWorker(api);
    }
    expect(said(await register(customer, 'unseen'))).toEqual(TAKEN);
  }, 30_000);
});

test('servers that had one name before stay, and may be changed; the first registered has the name', async () => {
  const { id: first, customer } = await aServer();
  const second = (await register(customer, 'Second')).body.id as string;
  await api.database.asOwner('drop table server_names; drop function folded_name(text)');
  await execute(`update servers set name = 'MAIN' where id = ?`, [second]);
  const migration = new ServerNames(api.database.orm.em.getDriver(), api.database.orm.config);
  migration.up();
  for (const statement of migration.getQueries()) await api.database.asOwner(statement as string);
  expect(await execute('select name, server from server_names where customer_id = ?', [customer])).toEqual([
    { name: 'main', server: first },
  ]);
  expect(said(await register(customer, 'main'))).toEqual(TAKEN);
  expect((await change(second, { name: 'Main', role: 'production' })).body).toMatchObject({ id: second, name: 'Main' });
  await api.call('DELETE', `/v1/servers/${first}`);
  // The other still has it, with or without a claim.
  expect(said(await register(customer, 'main'))).toEqual(TAKEN);
});
