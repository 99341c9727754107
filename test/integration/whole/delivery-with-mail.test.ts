import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createPublishing } from '../../../activities/publish.ts';
import { createPublishWithMail } from '../../../activities/publish-with-mail.ts';
import { createSendMail } from '../../../activities/send-mail.ts';
import { MailEntity } from '../../../db/entities/telling/mail.ts';
import { findMail } from '../../../db/queries/mails/mails.ts';
import { createResend } from '../../../mail/resend.ts';
import { mailWorkflowId, type DeliveryPublication } from '../../../temporal/contract.ts';
import { countQueries } from '../../support/api/count-queries.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { postedOrder, takeInOrder } from '../../support/api/delivered-order.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { startFakeResend, type FakeResend } from '../../support/mail/fake-resend.ts';

const START = Date.parse('2026-11-24T08:00:00Z');

let database: TestDatabase;
let resend: FakeResend;
let queries: Awaited<ReturnType<typeof countQueries>>;

beforeAll(async () => {
  database = await openDatabase();
  queries = await countQueries(database.orm);
});
afterAll(() => database.drop());
beforeEach(async () => {
  resend = await startFakeResend(() => START);
});
afterEach(() => resend.stop());

function mailing(publicUrl = 'https://licensing.example') {
  const through = createResend({ apiKey: 're_test', baseUrl: resend.url });
  const secretKeys = [{ name: 'k1', key: randomBytes(32) }];
  const sending = { orm: database.orm, secretKeys, publicUrl, catalogue: CATALOGUE, clock: () => START };
  const deps = { ...sending, from: 'Licensing <licensing@licensing.example>', resend: through };
  const { publishOrder } = createPublishing({ orm: database.orm, secretKeys });
  return { publishOrder, publishWithMail: createPublishWithMail(deps), sendMail: createSendMail(deps) };
}

/** An order that was taken in, and what its workflow is about to publish. */
async function delivered(number: string): Promise<DeliveryPublication> {
  const { order, events } = await takeInOrder(database.orm.em.fork(), postedOrder(number), START);
  return { order, events, mail: { order: number, delivery: '1' } };
}

const mailOf = (number: string) => findMail(database.orm.em.fork(), mailWorkflowId(number, '1'));

test('an order is published with its e-mail by one statement, after two that read what that says, and one more says what became of it', async () => {
  const { publishWithMail } = mailing();
  const [publication, other] = [await delivered('SO-ONCE-1'), await delivered('SO-ONCE-2')];
  let send = await publishWithMail(publication);
  expect(await send!()).toBe('sent');
  expect(await queries.while(async () => (send = await publishWithMail(other)))).toBe(3);
  expect(await mailOf('SO-ONCE-2')).toMatchObject({ state: 'due', attempts: 1, uncertainSince: new Date(START) });
  expect(await queries.while(() => send!())).toBe(1);
  expect(await mailOf('SO-ONCE-2')).toMatchObject({ state: 'sent', attempts: 1, uncertainSince: null });
  expect(resend.keys).toEqual(['SO-ONCE-1', 'SO-ONCE-2'].map((number) => mailWorkflowId(number, '1')));
});

test('e-mails that leave one after the other share a connection to Resend', async () => {
  const { publishWithMail } = mailing();
  for (const number of ['SO-NEXT-1', 'SO-NEXT-2', 'SO-NEXT-3']) {
    const send = await publishWithMail(await delivered(number));
    expect(await send!()).toBe('sent');
  }
  expect([resend.requests, resend.connections]).toEqual([3, 1]);
});

test('the e-mail is the same as one that is made of the projection', async () => {
  const { publishOrder, publishWithMail, sendMail } = mailing();
  const send = await publishWithMail(await delivered('SO-SAME-1'));
  await send!();
  const { mail, ...publication } = await delivered('SO-SAME-2');
  await publishOrder(publication);
  await sendMail(mail);
  const [one, other] = await Promise.all(['SO-SAME-1', 'SO-SAME-2'].map(async (number) => (await mailOf(number))!));
  const { createdAt: _one, providerId: _its, ...told } = one!;
  const { createdAt: _other, providerId: _others, ...expected } = other!;
  expect(JSON.parse(JSON.stringify(told).replaceAll('SO-SAME-1', 'SO-SAME-2'))).toEqual(
    JSON.parse(JSON.stringify(expected)),
  );
  const [sent, repeated] = resend.sent;
  expect(sent!.tags.map(({ name }) => name)).toEqual(repeated!.tags.map(({ name }) => name));
});

test('published once more it finds all that is there, and sends under the same key', async () => {
  const { publishOrder, publishWithMail, sendMail } = mailing();
  const publication = await delivered('SO-AGAIN');
  await publishWithMail(publication);
  expect(await publishWithMail(publication)).toBeNull();
  await publishOrder(publication);
  expect(await sendMail(publication.mail)).toBe('sent');
  expect(await sendMail(publication.mail)).toBe('sent');
  expect(resend.keys).toEqual([mailWorkflowId('SO-AGAIN', '1')]);
  expect(await mailOf('SO-AGAIN')).toMatchObject({ attempts: 2, state: 'sent' });
});

test.each([
  ['whose e-mail PostgreSQL refuses', 'SO-REFUSED', 'https://licensing.example/\0'],
  ['that was never taken in', 'SO-UNKNOWN', undefined],
])('an order %s is left to be published without it', async (_, number, publicUrl) => {
  const { publishOrder, publishWithMail } = mailing(publicUrl);
  const publication = await delivered(number);
  if (publicUrl === undefined) await database.orm.em.fork().execute('delete from intakes where number = ?', [number]);
  expect(await publishWithMail(publication)).toBeNull();
  await publishOrder(publication);
  const journal = await database.orm.em
    .fork()
    .execute<object[]>('select type from journal where stream = ?', [`order/${number}`]);
  expect(journal).toEqual([{ type: 'delivered' }]);
  expect(await database.orm.em.fork().count(MailEntity, { orderNumber: number })).toBe(0);
});

test('where the journal holds something else nothing is written, and the publication that follows says so', async () => {
  const { publishOrder, publishWithMail } = mailing();
  const publication = await delivered('SO-OTHER');
  const { order, events } = publication;
  const others = events.map((event) => ({ ...event, at: event.at - 1 }));
  await publishOrder({ order: { ...order, seq: 0 }, events: others });
  await database.orm.em.fork().execute('delete from lines where order_number = ?', [order.number]);
  await database.orm.em.fork().execute('delete from deliveries where order_number = ?', [order.number]);
  await database.orm.em.fork().execute('delete from orders where number = ?', [order.number]);
  expect(await publishWithMail(publication)).toBeNull();
  expect(await mailOf('SO-OTHER')).toBeNull();
  await expect(publishOrder(publication)).rejects.toThrow('holds something else at 1');
});
