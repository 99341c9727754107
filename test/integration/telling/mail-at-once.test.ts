import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createResend } from '../../../mail/resend.ts';
import { createPublishWithMail } from '../../../activities/publish-with-mail.ts';
import { createSendMail } from '../../../activities/send-mail.ts';
import { createStartMail } from '../../../activities/start-mail.ts';
import { mailWorkflowId, type MailOutcome } from '../../../temporal/contract.ts';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { postedOrder, takeInOrder } from '../../support/api/delivered-order.ts';
import { startFakeResend, type FakeResend } from '../../support/mail/fake-resend.ts';
import { until } from '../../support/until.ts';

const ANSWER_WITHIN_MS = 300;

let api: TestApi;
let resend: FakeResend;
let worker: { stop: () => Promise<void> };

beforeAll(async () => {
  api = await openApi();
  resend = await startFakeResend(Date.now);
});
// A worker of its own for each: it remembers whether Resend answered.
beforeEach(async () => {
  resend.behavior = 'up';
  const through = createResend({ apiKey: 're_test', baseUrl: resend.url }, ANSWER_WITHIN_MS);
  const mailing = { ...api.deps, resend: through, from: 'l@example.com' };
  worker = await startWorker(api, { sendMail: createSendMail(mailing) }, createPublishWithMail(mailing));
});
afterEach(() => worker.stop());
afterAll(async () => {
  await resend.stop();
  await api.close();
});

const workflowOf = (order: string) => api.deps.temporal.workflow.getHandle(mailWorkflowId(order, '1'));

/** What became of the e-mail by its workflow, which is started once the attempt before it has failed. */
async function outcomeOf(order: string): Promise<MailOutcome> {
  await until(() =>
    workflowOf(order)
      .describe()
      .then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
          return false;
        },
      ),
  );
  return (await workflowOf(order).result()) as MailOutcome;
}

const sentAbout = (order: string) => resend.sent.filter(({ subject }) => subject.includes(order));

/** Posts an order and waits until its e-mail is so. */
async function anOrderWhoseMailIs(state: string): Promise<string> {
  const order = anOrder();
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  const stateNow = async () => (await api.call('GET', `/v1/orders/${order.number}`)).body.deliveries[0]?.mail;
  await until(async () => (await stateNow()) === state);
  return order.number;
}

test('an e-mail that Resend takes at once needs no workflow', async () => {
  const order = await anOrderWhoseMailIs('sent');
  await expect(workflowOf(order).describe()).rejects.toBeInstanceOf(WorkflowNotFoundError);
  expect(sentAbout(order)).toHaveLength(1);
});

test('while Resend never answers an order goes on, and its workflow sends the e-mail once when Resend is back', async () => {
  resend.behavior = 'silent';
  const { requests } = resend;
  const order = await anOrderWhoseMailIs('due');
  await until(() => resend.requests !== requests);
  expect((await api.call('POST', `/v1/orders/${order}/unlock`)).body).toMatchObject({ applied: true });
  resend.behavior = 'up';
  expect(await outcomeOf(order)).toBe('sent');
  expect(sentAbout(order)).toHaveLength(1);
});

test('an e-mail that Resend refuses for good has a workflow that says so', async () => {
  resend.behavior = { statusCode: 422, name: 'validation_error' };
  const order = await anOrderWhoseMailIs('bounced');
  expect(await outcomeOf(order)).toBe('refused');
});

test('after a failure e-mails are left to their workflows for half a minute; one that has a workflow stays with it', async () => {
  const connection = await NativeConnection.connect({ address: api.temporalAddress });
  let now = 0;
  let attempts = 0;
  let published = 0;
  const fails = async () => {
    attempts += 1;
    throw new Error('no answer');
  };
  const { startMail, publishDelivery } = createStartMail({
    // Nobody works on this queue.
    ...{ client: new Client({ connection }), taskQueue: `${api.taskQueue}-idle`, clock: () => now },
    sendAtOnce: fails,
    publishOrder: async () => void (published += 1),
    publishWithMail: () => Promise.resolve(fails),
  });
  const posted = postedOrder(anOrder().number);
  const order = posted.number;
  await startMail({ order, delivery: '1' });
  now = 29_999;
  await startMail({ order, delivery: '1' });
  expect(attempts).toBe(1);
  const publication = await takeInOrder(api.deps.orm.em.fork(), posted, 0);
  await publishDelivery({ ...publication, mail: { order, delivery: '1' } });
  expect([attempts, published]).toEqual([1, 1]);
  now = 30_000;
  await publishDelivery({ ...publication, mail: { order, delivery: '2' } });
  expect([attempts, published]).toEqual([2, 1]);
  // A clock that is set back is another time, too.
  now = -30_000;
  await startMail({ order, delivery: '1' });
  expect(attempts).toBe(3);
  for (const delivery of ['1', '2'])
    await api.deps.temporal.workflow.getHandle(mailWorkflowId(order, delivery)).terminate();
  await connection.close();
});
