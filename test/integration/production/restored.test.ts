import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../../db/orm.ts';
import { raiseEpoch } from '../../../db/queries/feed/epochs.ts';
import { STARTED_AS_ANOTHER } from '../../../db/queries/orders/unstarted.ts';
import { repair, type RepairReport } from '../../../admin/repair/repair.ts';
import { exitCodeOf } from '../../../admin/repair/words.ts';
import { backUp, type Backup } from '../../../scripts/chaos/restored/backup.ts';
import { startTemporal } from '../../../scripts/start/temporal.ts';
import { createStarting } from '../../../services/orders/arriving/starting.ts';
import { orderQuery, orderWorkflowId, serverWorkflowId, TASK_QUEUE } from '../../../temporal/contract.ts';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';
import { startFakeResend, type FakeResend } from '../../support/mail/fake-resend.ts';
import { createMailing } from '../../support/mail/mailing.ts';
import { until } from '../../support/until.ts';

type Rows = Record<string, unknown[]>;

/** What a repair makes whole: every table that workflows write. */
const REBUILT = {
  orders: '*',
  lines: '*',
  deliveries: '*',
  assignments: '*',
  heard_servers: '*',
  servers: '*',
  shares: '*',
  standbys: 'served, standby',
  activation_tokens: '*',
  journal: `* from (select * from journal where stream like 'order/%' or stream like 'server/%')`,
};
/** Those that are whole once the orders are posted again; `rebuilt_at` and when an order was started are marks. */
const POSTED = {
  intakes: 'number, content, content_hash, received_at, brought',
  accounts: 'id, kind, name, email, time_zone, locale, notices, seq, created_at',
};

let temporal: Awaited<ReturnType<typeof startTemporal>>;
let folder: string;
let api: TestApi;
let resend: FakeResend;
let worker: { stop: () => Promise<void> };
let backup: Backup;
let before: Rows;
let posted: Rows;

/** An order and its server that the backup has, one of the same customer that it lacks, and one of a customer that it lacks. */
const old = anOrder();
const newer = anOrder({ customer: old.customer, purchaseOrder: 'PO-7' });
const stranger = anOrder();
const canceled = anOrder({ customer: old.customer });
let server: string;
let spare: string;

const { activate, assign, tokenOf } = createServers(() => api);
const em = () => api.database.orm.em.fork();

// A Temporal server of its own: everything that it runs is in this database.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-licensing-restored-'));
  temporal = await startTemporal({ logs: folder });
  api = await openApi({ temporalAddress: temporal.address });
  resend = await startFakeResend(Date.now);
  const { sendMail, publishWithMail } = createMailing(api.deps, resend.url);
  worker = await startWorker(api, { sendMail }, publishWithMail);

  await sell(old);
  server = await register('Main', 'production');
  await assign(server, 'digital-fax', 2);
  await settled();
  backup = await backUp(api.database.asOwner, 'backup');

  for (const order of [newer, stranger, canceled]) await sell(order);
  await assign(server, 'digital-fax', 12);
  await activate(await tokenOf(server), aMachine());
  await post(`/v1/servers/${server}/token/rotations`);
  spare = await register('Spare', 'redundancy', { standbyFor: server });
  await post(`/v1/orders/${old.number}/expansions`, {
    reference: 'E-1',
    lines: [{ application: 'digital-fax', capacity: 3, license: 'perpetual' }],
  });
  await post(`/v1/orders/${canceled.number}/cancellation`, { reason: 'moved', reference: 'C-1' });
  await settled();
  [before, posted] = [await rowsOf(REBUILT), await rowsOf(POSTED)];
});
afterAll(async () => {
  await worker.stop();
  await resend.stop();
  await api.close();
  await temporal.stop();
  await rm(folder, { recursive: true });
});

async function post(url: string, body?: object) {
  const answer = await api.call('POST', url, body);
  expect([url, answer.status < 300, answer.body]).toEqual([url, true, answer.body]);
  return answer.body;
}

async function sell(order: ReturnType<typeof anOrder>): Promise<void> {
  await post('/v1/orders', order);
  await post(`/v1/orders/${order.number}/unlock`);
}

async function register(name: string, role: string, more: object = {}): Promise<string> {
  return (await post(`/v1/accounts/${old.customer.id}/servers`, { name, role, ...more })).id as string;
}

/** Waits until every e-mail has left, too. */
async function settled(): Promise<void> {
  await until(async () => {
    const [{ due }] = await em().execute<[{ due: number }]>(
      `select count(*)::int as due from deliveries d left join mails m on m.order_number = d.order_number
         and m.delivery = d.id and m.state = 'sent' where m.id is null`,
    );
    return due === 0;
  });
  await agreed();
}

/** Waits until the tables have all that workflows know. */
async function agreed(): Promise<void> {
  await until(async () => (await run(true)).differing.length === 0);
}

function run(
  onlyCheck: boolean,
  more: { orm?: TestApi['deps']['orm']; byJournal?: string[]; byWorkflow?: string[] } = {},
): Promise<RepairReport> {
  const { temporal: client, secretKeys, clock } = api.deps;
  const { orm = api.deps.orm, byJournal = [], byWorkflow = [] } = more;
  const { startAgain: begin } = createStarting({ orm, temporal: client, clock });
  const options = { onlyCheck, byJournal: new Set(byJournal), byWorkflow: new Set(byWorkflow) };
  return repair({ orm, client, secretKeys, clock, begin }, options);
}

async function rowsOf(tables: Record<string, string>): Promise<Rows> {
  const rows: Rows = {};
  for (const [table, what] of Object.entries(tables)) {
    const source = what.includes(' from ') ? `select ${what} x` : `select ${what} from ${table}`;
    rows[table] = (
      await em().execute<{ row: unknown }[]>(`select to_jsonb(t) as row from (${source}) t order by 1`)
    ).map(({ row }) => row);
  }
  return rows;
}

async function restore(): Promise<void> {
  await backup.restore();
  await raiseEpoch(em());
}

const byStream = ({ differing }: RepairReport) =>
  Object.fromEntries(differing.map(({ stream, differences }) => [stream, differences]));

test('of what agrees it says that nothing differed, with exit code 0', async () => {
  const report = await run(true);
  expect([report.looked, report.differing, report.left, exitCodeOf(report, true)]).toEqual([6, [], [], 0]);
});

test('a database that was restored is not called whole: a check names everything that it lacks, and changes nothing', async () => {
  await restore();
  const restored = await rowsOf({ ...REBUILT, ...POSTED });
  const report = await run(true);
  expect(exitCodeOf(report, true)).toBe(1);
  expect(byStream(report)).toMatchObject({
    [orderWorkflowId(newer.number)]: [
      'intake: was missing',
      expect.stringMatching(/^journal: \d+ events between 1 and \d+ were missing$/),
      'rows: were missing',
      `mails mail/${newer.number}/1: was missing; it is unknown whether it was sent`,
    ],
    [orderWorkflowId(stranger.number)]: expect.arrayContaining([`accounts ${stranger.customer.id}: was missing`]),
    [orderWorkflowId(old.number)]: expect.arrayContaining([
      `mails mail/${old.number}/2: was missing; it is unknown whether it was sent`,
    ]),
    [orderWorkflowId(canceled.number)]: expect.arrayContaining(['intake: was missing']),
    [serverWorkflowId(server)]: [
      expect.stringMatching(/^journal: /),
      expect.stringMatching(/^rows: were at \d+ instead of \d+$/),
    ],
    [serverWorkflowId(spare)]: expect.arrayContaining(['rows: were missing']),
  });
  expect(await rowsOf({ ...REBUILT, ...POSTED })).toEqual(restored);
});

test('until it is repaired a number that Temporal knows is refused, with what to do, and an order that is missing is not called unknown', async () => {
  const other = { ...newer, lines: [{ application: 'digital-fax', capacity: 1, license: 'perpetual' }] };
  for (const content of [other, newer]) {
    const { status, body, headers } = await api.call('POST', '/v1/orders', content);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'ORDER_NOT_REPAIRED', '60']);
  }
  expect((await api.call('GET', `/v1/orders/${newer.number}`)).body.code).toBe('ORDER_NOT_REPAIRED');
  expect(await em().execute('select 1 from intakes where number = ?', [newer.number])).toEqual([]);
});

test('killed between any two statements, a repair goes on: everything that workflows write is as before, and no e-mail leaves', async () => {
  const sent = resend.requests;
  let ended = false;
  for (let statements = 10; !ended; statements = Math.ceil(statements * 1.3)) ended = await dyingAfter(statements);
  expect(await rowsOf(REBUILT)).toEqual(before);
  const again = await run(false);
  expect([again.differing, again.left, again.isUnrepaired]).toEqual([[], [], false]);
  expect(exitCodeOf(again, false)).toBe(3);
  expect(resend.requests).toBe(sent);
  const mails = await em().execute('select id, state from mails order by id');
  expect(mails).toEqual(
    [`${canceled.number}/1`, `${newer.number}/1`, `${old.number}/1`, `${old.number}/2`, `${stranger.number}/1`]
      .sort()
      .map((id) => ({ id: `mail/${id}`, state: id === `${old.number}/1` ? 'sent' : 'unknown' })),
  );
});

test('restored once more, it is made whole by two repairs at the same moment, and no e-mail leaves', async () => {
  const sent = resend.requests;
  const mails = () => em().execute('select id, state, reason from mails order by id');
  const told = await mails();
  await restore();
  const both = await Promise.all([run(false), run(false)]);
  expect(both.map(({ left }) => left)).toEqual([[], []]);
  expect(await rowsOf(REBUILT)).toEqual(before);
  expect(await mails()).toEqual(told);
  const again = await run(true);
  expect([again.differing, again.isUnrepaired, resend.requests]).toEqual([[], false, sent]);
});

type Connection = { query: (...args: unknown[]) => unknown; connection: { stream: { destroy: () => void } } };
type Pool = { on: (event: 'connect' | 'error', heard: (client: Connection) => void) => void };

/** A repair whose connections all break behind so many statements; false where it did not come to its end. */
async function dyingAfter(statements: number): Promise<boolean> {
  const orm = await connect(api.database.url, 4);
  const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
  let made = 0;
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    const query = client.query.bind(client);
    client.query = (...args) => {
      made += 1;
      if (made > statements) client.connection.stream.destroy();
      return query(...args);
    };
  });
  try {
    return (await run(false, { orm })).left.length === 0;
  } catch {
    return false;
  } finally {
    await orm.close(true);
  }
}

test('the same orders, posted again, bring back names and addresses; another content is refused', async () => {
  const { lost } = await run(true);
  expect(lost.nameless).toEqual([canceled.number, newer.number, stranger.number].sort());
  expect(lost.accounts).toEqual([stranger.customer.id]);
  const other = await api.call('POST', '/v1/orders', { ...stranger, lines: newer.lines.slice(1) });
  expect([other.status, other.body.code]).toEqual([409, 'ORDER_NUMBER_TAKEN']);
  for (const order of [newer, stranger, canceled, newer])
    expect((await api.call('POST', '/v1/orders', order)).status).toBe(200);
  expect(await rowsOf({ ...REBUILT, ...POSTED })).toEqual({ ...before, ...posted });
  const report = await run(true);
  expect([report.differing, report.lost.nameless, report.lost.accounts]).toEqual([[], [], []]);
});

test('workflows that Temporal has lost, or has as they were, go on from their journals', async () => {
  const { workflow } = api.deps.temporal;
  for (const id of [orderWorkflowId(newer.number), serverWorkflowId(server)])
    await workflow.getHandle(id).terminate('as a backup of before');
  const report = await run(true);
  expect(byStream(report)).toEqual({
    [orderWorkflowId(newer.number)]: [expect.stringMatching(/^workflow: /)],
    [serverWorkflowId(server)]: [expect.stringMatching(/^workflow: /)],
  });
  expect((await run(false)).left).toEqual([]);
  await agreed();
  const { memo } = await workflow.getHandle(orderWorkflowId(newer.number)).describe();
  const [intake] = await em().execute('select content_hash as "contentHash" from intakes where number = ?', [
    newer.number,
  ]);
  expect(memo).toMatchObject(intake as object);
  // Orders have heard once more what the server holds.
  const { orders: _o, heard_servers: _h, journal: _j, ...held } = before;
  expect(await rowsOf(REBUILT)).toMatchObject(held);

  const changed = await assign(server, 'digital-fax', 13);
  expect([changed.status, changed.body.code]).toEqual([200, undefined]);
  await agreed();
  expect((await api.call('GET', `/v1/orders/${newer.number}`)).body.status).toBe('open');
});

test('a workflow that runs and is behind its journal, as one of a backup, goes on from that; one that is asked meanwhile is left alone', async () => {
  const { workflow } = api.deps.temporal;
  const id = orderWorkflowId(newer.number);
  const older = await workflow.getHandle(id).query(orderQuery);
  const sent = resend.requests;
  await post(`/v1/orders/${newer.number}/expansions`, {
    reference: 'E-9',
    lines: [{ application: 'digital-fax', capacity: 1, license: 'perpetual' }],
  });
  await until(() => resend.requests > sent);
  await agreed();
  const rows = await rowsOf(REBUILT);
  await workflow.start('order', {
    ...{ workflowId: id, taskQueue: TASK_QUEUE, workflowIdConflictPolicy: 'TERMINATE_EXISTING' },
    args: [{ order: older, unpublished: [], mailsDue: [], noticesDue: [] }],
  });
  const busy = run(false);
  for (let times = 0; times < 5; times += 1) {
    const url = `/v1/orders/${stranger.number}/suspension`;
    for (const [method, body] of [['PUT', { reason: 'unpaid' }], ['DELETE']] as const)
      expect((await api.call(method, url, body)).status).toBeLessThan(300);
  }
  const { left, differing } = await busy;
  expect([left, differing.find(({ stream }) => stream === id)]).toEqual([
    [],
    { stream: id, differences: [expect.stringMatching(/^workflow: was at \d+ instead of \d+$/)] },
  ]);
  expect(differing.map(({ stream }) => stream)).not.toContain(orderWorkflowId(stranger.number));
  await agreed();
  const now = await rowsOf(REBUILT);
  const lines = (all: Rows) =>
    all.lines!.filter((line) => (line as { order_number: string }).order_number === newer.number);
  expect(lines(now)).toEqual(lines(rows));
});

test('a number that was taken twice is the first one’s again, and what stood in line under it begins no more', async () => {
  const { number } = stranger;
  const stream = orderWorkflowId(number);
  const intakes = () =>
    em().execute('select content, content_hash, rebuilt_at from intakes where number = ?', [number]);
  const first = await intakes();
  await em().execute(
    `update intakes set content = content || '{"acceptedAt": "2026-01-01T00:00:00.000Z"}', content_hash = 'another'
     where number = ?`,
    [number],
  );
  await em().execute(
    `insert into unstarted_orders (number, received_at, failure, claimed_until) values (?, now(), ?, 'infinity')`,
    [number, STARTED_AS_ANOTHER],
  );
  expect((await api.call('POST', '/v1/orders', stranger)).body.code).toBe('ORDER_NUMBER_TAKEN');
  expect((await run(false)).left).toEqual([{ stream, why: expect.stringContaining('taken twice') }]);
  expect((await run(false, { byWorkflow: [stream] })).left).toEqual([]);
  expect(await em().execute('select 1 from unstarted_orders where number = ?', [number])).toEqual([]);
  expect((await api.call('POST', '/v1/orders', stranger)).status).toBe(200);
  expect(await intakes()).toEqual(first);
});

test('an emergency that never began is to be begun, and once its days are over it is nothing any more', async () => {
  const number = 'EMG-of-long-ago-1';
  await em().execute(
    `insert into intakes (number, content, content_hash, received_at)
     select ?, content || jsonb_build_object('number', ?::text), 'a hash', now() from intakes where number = ?`,
    [number, number, old.number],
  );
  await em().execute(
    `insert into emergencies (order_number, customer_id, request_id, declared_at) values (?, ?, 'r', now())`,
    [number, old.customer.id],
  );
  expect(byStream(await run(true))).toEqual({ [orderWorkflowId(number)]: ['workflow: was missing'] });
  await em().execute(`update emergencies set declared_at = now() - interval '5 days' where order_number = ?`, [number]);
  expect(byStream(await run(true))).toEqual({});
});

test('events that nobody has any more are lost, and the repair comes to its end', async () => {
  const [stream, gone] = [orderWorkflowId(newer.number), orderWorkflowId(old.number)];
  for (const one of [stream, gone])
    await api.database.asOwner(
      `set session_replication_role = replica; delete from journal where stream = '${one}' and seq = 2`,
    );
  await forgotten(gone);
  await raiseEpoch(em());
  const report = await run(false);
  expect([report.differing, report.left, report.isUnrepaired]).toEqual([[], [], false]);
  expect(report.lost.events).toEqual(
    [`${stream}: event 2`, `${gone}: event 2, without which its workflow cannot go on`].sort(),
  );
  expect(exitCodeOf(report, false)).toBe(3);
});

/** Has Temporal forget a workflow, as it does some time after its end. */
async function forgotten(workflowId: string): Promise<void> {
  const { workflow, workflowService, options } = api.deps.temporal;
  const { namespace } = options;
  await workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } });
  await until(async () => (await workflow.count(`WorkflowId = '${workflowId}'`)).count === 0);
}
