import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { launch, whenReady, type Child } from '../../../scripts/start/child.ts';
import { findMail } from '../../../db/queries/mails/mails.ts';
import { mailWorkflowId } from '../../../temporal/contract.ts';
import { anOrder, openApi, startWorker, type Answer, type TestApi } from '../../support/api/api.ts';
import { startFakeResend } from '../../support/mail/fake-resend.ts';
import { createMailing } from '../../support/mail/mailing.ts';
import { createBatches, ndjson } from '../../support/api/batches.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';
import { until } from '../../support/until.ts';

/** Temporal gives a task that its worker died with to another one after 10 s. */
const WITHIN_MS = 120_000;

let logs: string;
beforeAll(async () => {
  logs = await mkdtemp(join(tmpdir(), 'killed-worker-'));
});
afterAll(() => rm(logs, { recursive: true }));

// Those that wait longest come first, as Jest begins a few at a time.
test.concurrent.each([
  ['between storing it with the delivery and asking Resend', 'before', 0],
  ['between Resend’s answer and the next line', 'after', 1],
])(
  'an e-mail is sent once in effect when the worker is killed %s',
  async (_, moment, asked) => {
    const [api, resend] = await Promise.all([openApi(), startFakeResend(Date.now)]);
    const dying = await aDyingWorker(api, resend.url, moment, 'sendMail');
    const order = anOrder();
    expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
    expect(await dying.exited).toBe('SIGKILL');
    expect([resend.requests, resend.sent.length]).toEqual([asked, asked]);
    const mail = mailWorkflowId(order.number, '1');
    expect(await findMail(api.deps.orm.em.fork(), mail)).toMatchObject({ state: 'due', attempts: 1 });
    const { sendMail, publishWithMail } = createMailing(api.deps, resend.url);
    const worker = await startWorker(api, { sendMail }, publishWithMail);
    try {
      const stateOf = async () => (await api.call('GET', `/v1/orders/${order.number}`)).body.deliveries[0]?.mail;
      await until(async () => (await stateOf()) === 'sent', WITHIN_MS);
      expect(resend.keys).toEqual(Array.from({ length: asked + 1 }, () => mail));
      expect(resend.sent).toHaveLength(1);
      expect(resend.sent[0]).toMatchObject({ to: 'orders@northwind-voice.example' });
    } finally {
      await worker.stop();
      await api.close();
      await resend.stop();
    }
  },
  WITHIN_MS,
);

test.concurrent.each(['before', 'after'])(
  'each item of a batch happens once when the worker is killed %s one of them was carried out',
  async (moment) => {
    const api = await openApi();
    const { post, untilOver, itemsOf } = createBatches(() => api);
    let worker = await startWorker(api);
    const [one, other] = [anOrder(), anOrder()];
    const eventsOf = async (number: string): Promise<{ type: string; reference?: string }[]> =>
      (await api.call('GET', `/v1/orders/${number}/events`)).body.items ?? [];
    for (const { number } of [one, other]) {
      await api.call('POST', '/v1/orders', number === one.number ? one : other);
      await until(async () => (await eventsOf(number)).length > 0, WITHIN_MS);
    }
    await worker.stop();

    const references = ['E-1', 'E-2', 'E-3', 'E-4'];
    const lines = [{ application: 'digital-fax', capacity: 1, license: 'perpetual' }];
    const items = references.flatMap((reference) =>
      [one, other].map(({ number }) => ({ order: number, reference, lines })),
    );
    const refused = { order: one.number, reference: 'E-1', lines: [...lines, ...lines] };
    const dying = await aDyingWorker(api, 'none', moment, 'walkBatch');
    const { id } = (await post('expansions', ndjson([...items, refused]))).body;
    expect(await dying.exited).toBe('SIGKILL');
    expect((await api.call('GET', `/v1/batches/${id}`)).body).toMatchObject({ state: 'running', refused: 0 });
    worker = await startWorker(api);
    try {
      expect(await untilOver(id)).toMatchObject({ state: 'done', total: 9, done: 8, refused: 1 });
      expect((await itemsOf(id, '&outcome=refused'))[0]).toMatchObject({ index: 8, code: 'REFERENCE_TAKEN' });
      for (const { number } of [one, other])
        expect((await eventsOf(number)).slice(1).map(({ reference }) => reference)).toEqual(references);
    } finally {
      await worker.stop();
      await api.close();
    }
  },
  WITHIN_MS,
);

test.concurrent.each([
  ['before one of them was carried out', 'before'],
  ['when one of them was written as done, before Temporal had it', 'kept'],
  ['when Temporal had one of them, before that was noted', 'started'],
  ['when one of them was carried out, before that was written', 'after'],
])(
  'each order of a batch is delivered once when the worker is killed %s',
  async (_, moment) => {
    const api = await openApi();
    const { post, untilOver } = createBatches(() => api);
    const dying = await aDyingWorker(api, 'none', moment, 'walkBatch');
    const orders = Array.from({ length: 8 }, () => anOrder());
    const { id } = (await post('orders', ndjson(orders))).body;
    expect(await dying.exited).toBe('SIGKILL');
    expect((await api.call('GET', `/v1/batches/${id}`)).body).toMatchObject({ state: 'running', refused: 0 });
    const worker = await startWorker(api);
    try {
      expect(await untilOver(id)).toMatchObject({ state: 'done', total: 8, done: 8, refused: 0 });
      for (const { number } of orders) {
        const events = async () =>
          (await api.call('GET', `/v1/orders/${number}/events`)).body.items as Answer['body'][];
        await until(async () => (await events()).length > 0, WITHIN_MS);
        expect(await events()).toMatchObject([{ type: 'delivered' }]);
      }
      // None is left to be started once more.
      const left = () => api.database.orm.em.fork().execute<unknown[]>('select number from unstarted_orders');
      await until(async () => (await left()).length === 0, WITHIN_MS);
    } finally {
      await worker.stop();
      await api.close();
    }
  },
  WITHIN_MS,
);

test.concurrent.each([
  ['before it is published', 'before', 'publishServer'],
  ['when it is published, but nobody has heard so', 'after', 'publishServer'],
  ['before its order is told', 'before', 'tellOrder'],
  ['when its order is told, but nobody has heard so', 'after', 'tellOrder'],
])(
  'an activation happens once when the worker is killed %s',
  async (_, moment, activity) => {
    const api = await openApi();
    const { aServer, assign, tokenOf, activate, checkIn, eventsOf } = createServers(() => api);
    let worker = await startWorker(api);
    const { id, order } = await aServer();
    await assign(id, 'digital-fax', 5);
    const token = await tokenOf(id);
    const machine = aMachine();
    await worker.stop();

    const dying = await aDyingWorker(api, 'none', moment, activity);
    const first = activate(token, machine);
    expect(await dying.exited).toBe('SIGKILL');
    worker = await startWorker(api);
    try {
      expect([201, 503]).toContain((await first).status);
      const answered = await untilKnown(() => activate(token, machine));
      expect(answered.status).toBe(201);
      expect(decodeJwt(answered.body.license)).toMatchObject({ sub: id, mode: 'online' });
      expect((await checkIn(id, machine)).status).toBe(200);
      expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated']);
      const heard = async () => {
        const { body } = await api.call('GET', `/v1/orders/${order.number}/events`);
        return body.items.map(({ type }: { type: string }) => type);
      };
      const hasHeard = async () => (await heard()).includes('activated');
      await until(hasHeard, WITHIN_MS);
      expect(await heard()).toEqual(['delivered', 'unlocked', 'assigned', 'activated']);
    } finally {
      await worker.stop();
      await api.close();
    }
  },
  WITHIN_MS,
);

/** `resendUrl` is for what sends e-mails. */
async function aDyingWorker(api: TestApi, resendUrl: string, moment: string, activity: string): Promise<Child> {
  const program = join(ROOT, 'test', 'support', 'api', 'dying-worker.ts');
  const log = join(logs, `${moment}-${activity}.log`);
  const args = [api.database.url, api.temporalAddress, api.taskQueue, resendUrl, moment, activity];
  const child = await launch({ command: process.execPath, args: ['--import', 'tsx', program, ...args], log });
  await whenReady('The worker that dies', child, () => child.output().includes('ready'));
  return child;
}

/** Repeats a call, as its caller is told to, until its outcome is known. */
async function untilKnown(call: () => Promise<Answer>): Promise<Answer> {
  let answer = await call();
  const isKnown = () => answer.body.code !== 'OUTCOME_UNKNOWN';
  await until(async () => isKnown() || ((answer = await call()), isKnown()), WITHIN_MS);
  return answer;
}
