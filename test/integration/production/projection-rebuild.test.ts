import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { STREAMS, tablesOf, type StreamKind } from '../../../db/queries/publishing/streams.ts';
import { startTemporal } from '../../../scripts/start/temporal.ts';
import { rebuildProjection } from '../../../admin/projection.ts';
import { openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers, type Machine, type TestServer } from '../../support/api/servers.ts';

let temporal: Awaited<ReturnType<typeof startTemporal>>;
let folder: string;
let api: TestApi;
let worker: { stop: () => Promise<void> };
let server: TestServer & { machine: Machine };

const { activate, anActivatedServer, assign, checkIn, tokenOf } = createServers(() => api);

// A Temporal server of its own: everything that it runs is in this database.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-licensing-rebuild-'));
  temporal = await startTemporal({ logs: folder });
  api = await openApi({ temporalAddress: temporal.address });
  worker = await startWorker(api);
  server = await anActivatedServer();
  await assign(server.id, 'call-recording', 7);
  await anActivatedServer();
});
afterAll(async () => {
  await worker.stop();
  await api.close();
  await temporal.stop();
  await rm(folder, { recursive: true });
});

const em = () => api.database.orm.em.fork();
const rebuild = (onlyCompare = false) => rebuildProjection({ ...api.deps, client: api.deps.temporal }, { onlyCompare });

const tables = () =>
  (Object.keys(STREAMS) as StreamKind[]).flatMap((kind) => {
    const { parent, children } = tablesOf(em(), kind);
    return [parent, ...children.map(([, table]) => table)];
  });

/** Every row of the projection. */
async function rows(): Promise<unknown[]> {
  const queries = tables().map(({ name }) => `select '${name}' as "table", to_jsonb(t) as row from ${name} t`);
  return em().execute(`${queries.join(' union all ')} order by 1, 2`);
}

test('of a sound projection it says that nothing differed, and writes nothing', async () => {
  const before = await em().execute('select number, xmin::text from orders order by 1');
  expect(await rebuild()).toEqual({ compared: 4, differing: [], left: [] });
  expect(await em().execute('select number, xmin::text from orders order by 1')).toEqual(before);
});

test('rows that are wrong, too many or missing are written anew, and it says which they were', async () => {
  const sound = await rows();
  const { number } = server.order;
  for (const [sql, id] of [
    ['update lines set capacity = 99, ends_on = null where order_number = ?', number],
    [`update orders set stage = 'locked' where number = ?`, number],
    ['delete from deliveries where order_number = ?', number],
    [`insert into assignments values (?, '2', 'srv_nobody', 3)`, number],
    [`update servers set name = 'Renamed' where id = ?`, server.id],
    [`delete from shares where application = 'digital-fax' and server = ?`, server.id],
    ['delete from activation_tokens where server = ?', server.id],
  ] as const)
    await em().execute(sql, [id]);

  const found = await rebuild(true);
  expect(await rows()).not.toEqual(sound);
  expect(await rebuild()).toEqual(found);
  expect(found).toMatchObject({ compared: 4, left: [] });
  expect(Object.fromEntries(found.differing.map(({ stream, differences }) => [stream, differences]))).toEqual({
    [`order/${number}`]: [
      'orders: stage was "locked" instead of "activated"',
      'lines 1: capacity was 99 instead of 8',
      'lines 2: ends_on was null instead of "2099-12-31"',
      'lines 2: capacity was 99 instead of 20',
      'assignments 2/srv_nobody: did not belong there',
      'deliveries 1: was missing',
    ],
    [`server/${server.id}`]: [
      'servers: name was "Renamed" instead of "Main"',
      `shares ${number}/1: was missing`,
      'activation_tokens 1: was missing',
    ],
  });
  expect(await rows()).toEqual(sound);
  expect((await rebuild()).differing).toEqual([]);
});

test('a whole projection that was lost is back', async () => {
  const sound = await rows();
  for (const { name } of tables()) await em().execute(`delete from ${name}`);
  const { compared, differing } = await rebuild();
  expect([compared, differing.length]).toEqual([4, 4]);
  expect(await rows()).toEqual(sound);
});

test('rows that claim to be ahead of their workflow are brought back to it', async () => {
  const sound = await rows();
  await em().execute('update orders set seq = seq + 100 where number = ?', [server.order.number]);
  const { differing } = await rebuild();
  expect(differing).toMatchObject([{ differences: [expect.stringMatching(/^orders: seq was 1\d\d instead of \d+$/)] }]);
  expect(await rows()).toEqual(sound);
});

test('an order that is open in the tables and unknown to Temporal is named, and left as it is', async () => {
  await em().execute(
    `insert into orders (number, seq, customer_id, time_zone, status, stage, placed_at, accepted_at)
     values ('SO-lost', 3, 'acme', 'UTC', 'open', 'locked', now(), now())`,
  );
  expect((await rebuild()).left).toEqual([{ stream: 'order/SO-lost', why: expect.stringContaining('knows no such') }]);
  await em().execute(`delete from orders where number = 'SO-lost'`);
});

test('changes go on meanwhile, and both agree afterwards', async () => {
  const changes = (async () => {
    for (const capacity of [1, 2, 3, 4, 5, 6])
      expect((await assign(server.id, 'call-recording', capacity)).status).toBe(200);
  })();
  const reports = [];
  for (let times = 0; times < 4; times++) reports.push(await rebuild());
  await changes;
  expect(reports.flatMap(({ left }) => left)).toEqual([]);
  expect((await rebuild()).differing).toEqual([]);
});

test('what standbys and test units claim, and takeovers, are back when they were lost', async () => {
  const add = async (body: object) =>
    (await api.call('POST', `/v1/accounts/${server.customer}/servers`, body)).body.id as string;
  const standby = await add({ name: 'Spare', role: 'redundancy', standbyFor: server.id });
  const machine = aMachine();
  await activate(await tokenOf(standby), aMachine());
  const { body: rotated } = await api.call('POST', `/v1/servers/${standby}/token/rotations`);
  await activate(rotated.token as string, machine);
  const call = async (claims: object) => {
    const { status, headers } = await checkIn(standby, machine, undefined, claims);
    expect(status).toBe(200);
    return headers['check-in-number'] as string;
  };
  const standsBy = (standbyFor: string | null) => api.call('PATCH', `/v1/servers/${standby}`, { standbyFor });
  for (const act of ['takeover', 'standby', 'takeover']) await call({ act });
  // It is released, and proves that it has stopped.
  await standsBy(null);
  await call({ chk: await call({}) });
  await standsBy(server.id);
  await call({ act: 'takeover' });
  const lab = await add({ name: 'Lab', role: 'test' });
  expect((await api.call('PATCH', `/v1/servers/${lab}`, { testUnits: ['voicemail'] })).status).toBe(200);

  const claims = () =>
    em().execute<object[]>(
      `select served as about, standby as server, null::jsonb as takeover from standbys
       union all select customer_id || '/' || application, server, null from test_units
       union all select served, standby, to_jsonb(t) from takeovers t order by 1, 2, 3`,
    );
  const sound = await claims();
  expect(sound).toHaveLength(5);
  for (const table of ['standbys', 'test_units', 'takeovers']) await em().execute(`delete from ${table}`);
  const lost = [
    { stream: `contact/${server.id}`, differences: Array<string>(3).fill('takeovers: was missing') },
    { stream: `server/${lab}`, differences: [`test_units ${server.customer}/voicemail: was missing`] },
    { stream: `server/${standby}`, differences: [`standbys ${server.id}: was missing`] },
  ];
  const inOrder = [lost[0], ...lost.slice(1).sort((a, b) => (a.stream < b.stream ? -1 : 1))];
  expect((await rebuild(true)).differing).toEqual(inOrder);
  expect(await claims()).toEqual([]);
  expect((await rebuild()).differing).toEqual(inOrder);
  expect(await claims()).toEqual(sound);
  expect((await rebuild()).differing).toEqual([]);
  const { body } = await api.call('PATCH', `/v1/servers/${server.id}`, { role: 'test', testUnits: ['voicemail'] });
  expect(body).toMatchObject({ code: 'TEST_UNITS_TAKEN', server: lab });
});
