import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { createSendMail } from '../../../activities/send-mail.ts';
import { findMail } from '../../../db/queries/mails/mails.ts';
import { createResend, type SendThroughResend } from '../../../mail/resend.ts';
import { idByTags } from '../../../mail/tags.ts';
import { readUnlockCapability } from '../../../secrets/unlock-link.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { atEveryStatement } from '../../support/api/held.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { anEditedOrder } from '../../support/mail/edited-order.ts';
import { startFakeResend, type FakeResend } from '../../support/mail/fake-resend.ts';

const START = Date.parse('2026-11-24T08:00:00Z');
const secretKeys = [{ name: 'k1', key: randomBytes(32) }];
const HARBOUR = { id: 'harbour-telecom', name: 'Harbour Telecom', email: 'orders@harbour.example' };
const QUOTA = { statusCode: 429, name: 'daily_quota_exceeded' };

let database: TestDatabase;
let resend: FakeResend;
let orders = 0;
const clock = () => START;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  resend = await startFakeResend(clock);
});
afterEach(() => resend.stop());

const anOrder = () => anEditedOrder(database.orm, `SO-E${(orders += 1)}`, START);
const real: SendThroughResend = (mail) => createResend({ apiKey: 're_test', baseUrl: resend.url })(mail);

/** Sends an edition of the first delivery, or a copy of it, as a worker does. */
function send(order: string, { edition = 1, copy = 1, through = real, em }: Sending = {}) {
  const orm = em ? ({ em: { fork: () => em } } as unknown as MikroORM) : database.orm;
  const deps = { orm, secretKeys, catalogue: CATALOGUE, publicUrl: 'https://licensing.example', clock };
  const mail = { order, delivery: '1', ...(edition > 1 && { edition }), ...(copy > 1 && { copy }) };
  return createSendMail({ ...deps, from: 'l@example.com', resend: through })(mail);
}
type Sending = { edition?: number; copy?: number; through?: SendThroughResend; em?: EntityManager };

const stored = (id: string) => findMail(database.orm.em.fork(), id);
const isCorrected = ({ subject, html, text }: FakeResend['sent'][number]) => {
  const said = [
    subject.startsWith('Corrected: '),
    html.includes('This corrected e-mail'),
    text.includes('This corrected e-mail'),
  ];
  expect(new Set(said).size).toBe(1);
  return said[0];
};

describe('an order that is amended', () => {
  test('after its e-mail has left is told by one more that says so, under a key and with a link of its own', async () => {
    const { number, amend } = await anOrder();
    await send(number);
    const edition = await amend('Grand Hotel', START + 1);
    for (let times = 0; times < 3; times++) expect(await send(number, { edition })).toBe('sent');

    expect(resend.keys).toEqual([`mail/${number}/1`, `mail/${number}/1/e2`]);
    const [first, second] = resend.sent;
    expect([isCorrected(first!), isCorrected(second!)]).toEqual([false, true]);
    expect(second!.text).toContain('Grand Hotel');
    expect(second!.text).not.toContain('This is the only e-mail');
    const [, capability] = /\/unlock\/(\S+)/.exec(second!.text)!;
    const link = { order: number, delivery: '1', generation: 0 };
    expect(readUnlockCapability(secretKeys, capability!)).toEqual({ ...link, edition: 2 });
    expect(idByTags(second!.tags)).toBe(`mail/${number}/1/e2`);
    expect(await stored(`mail/${number}/1/e2`)).toMatchObject({ edition: 2, accountId: 'northwind-voice' });
  });

  /** What became of both e-mails of an order that was amended while Resend behaved so; then its former one is tried on. */
  async function amendedWhile(behavior: FakeResend['behavior']) {
    const { number, amend } = await anOrder();
    resend.behavior = behavior;
    const tried = await send(number).catch((error: Error) => error.message);
    const edition = await amend('Grand Hotel', START + 1);
    resend.behavior = 'up';
    const outcomes = [tried, await send(number), await send(number, { edition })];
    return { outcomes, former: await stored(`mail/${number}/1`) };
  }

  test('before anything of it left is told once, as it is now, and not that it was corrected', async () => {
    const { outcomes, former } = await amendedWhile(QUOTA);
    expect(outcomes).toEqual([expect.stringContaining('quota'), 'superseded', 'sent']);
    expect(resend.sent.map(isCorrected)).toEqual([false]);
    expect(resend.sent[0]!.text).toContain('Grand Hotel');
    expect(former).toMatchObject({ state: 'superseded', sentAt: null });
  });

  test('is told that it was corrected, where nobody can say whether the former e-mail left', async () => {
    const { outcomes } = await amendedWhile('accept-and-hang-up');
    expect(outcomes).toEqual([expect.stringContaining('no answer'), 'superseded', 'sent']);
    expect(resend.sent.map(isCorrected)).toEqual([false, true]);
  });

  test('was refused for good before is told as if for the first time', async () => {
    const { outcomes } = await amendedWhile({ statusCode: 422, name: 'validation_error' });
    expect(outcomes).toEqual(['refused', 'refused', 'sent']);
    expect(resend.sent.map(isCorrected)).toEqual([false]);
  });

  test('twice is told by the newest edition alone, even where those before were never tried', async () => {
    const { number, amend } = await anOrder();
    const second = await amend('Grand Hotel', START + 1);
    const third = await amend('Harbour Hotel', START + 2);
    expect([await send(number), await send(number, { edition: second })]).toEqual(['superseded', 'superseded']);
    expect(await send(number, { edition: third })).toBe('sent');
    expect(resend.keys).toEqual([`mail/${number}/1/e3`]);
    expect(resend.sent[0]!.text).toContain('Harbour Hotel');
  });

  test('sends no copy of a former edition any more, and copies of the newest', async () => {
    const { number, amend } = await anOrder();
    await send(number);
    resend.behavior = QUOTA;
    await expect(send(number, { copy: 2 })).rejects.toThrow('quota');
    const edition = await amend('Grand Hotel', START + 1);
    resend.behavior = 'up';
    expect(await send(number, { copy: 2 })).toBe('superseded');
    await send(number, { edition });
    expect(await send(number, { copy: 3, edition })).toBe('sent');
    expect(resend.keys.slice(1)).toEqual([`mail/${number}/1/e2`, `mail/${number}/1/3`]);
    expect(resend.sent.at(-1)!.text).toContain('Grand Hotel');
    expect(idByTags(resend.sent.at(-1)!.tags)).toBe(`mail/${number}/1/3`);
  });

  test('is told once, wherever the worker is killed', async () => {
    for (const moment of ['before', 'after'] as const) {
      const { number, amend } = await anOrder();
      await send(number);
      const edition = await amend('Grand Hotel', START + 1);
      const through: SendThroughResend = async (mail) => {
        if (moment === 'after') await real(mail);
        throw new Error('killed');
      };
      await expect(send(number, { edition, through })).rejects.toThrow('killed');
      expect(await send(number, { edition })).toBe('sent');
      const ours = resend.sent.filter(({ subject }) => subject.includes(number));
      expect(ours.map(isCorrected)).toEqual([false, true]);
    }
  });

  test('while its e-mail is on its way is told that it was corrected if that one left, wherever it had come to', async () => {
    let outcomes = new Set<string>();
    await atEveryStatement(database, async (hold) => {
      const { number, amend } = await anOrder();
      let edition = 0;
      await hold(
        async (em) => (outcomes = outcomes.add(await send(number, { em }))),
        async () => (edition = await amend('Grand Hotel', START + 1)),
      );
      expect(await send(number, { edition })).toBe('sent');
      const ours = resend.sent.filter(({ subject }) => subject.includes(number));
      expect(ours.map(isCorrected)).toEqual(ours.length === 2 ? [false, true] : [false]);
      expect(ours.at(-1)!.text).toContain('Grand Hotel');
    });
    expect([...outcomes].sort()).toEqual(['sent', 'superseded']);
  });
});

describe('an order that another sells', () => {
  test('is told to the new seller as if for the first time, with a link of its own', async () => {
    const { number, sellBy } = await anOrder();
    await send(number);
    const edition = await sellBy(HARBOUR, START + 1);
    expect(await send(number, { edition })).toBe('sent');
    expect(resend.sent.map(({ to }) => to)).toEqual(['orders@northwind-voice.example', HARBOUR.email]);
    expect(isCorrected(resend.sent[1]!)).toBe(false);
    expect(resend.sent[1]!.text).toContain('Reseller: Harbour Telecom');
  });

  test('and back is told to the first again, whose earlier button does nothing any more', async () => {
    const { number, sellBy } = await anOrder();
    await send(number);
    await send(number, { edition: await sellBy(HARBOUR, START + 1) });
    const northwind = { id: 'northwind-voice', name: 'Northwind Voice', email: 'sales@northwind-voice.example' };
    await send(number, { edition: await sellBy(northwind, START + 2) });
    expect(resend.sent.map(isCorrected)).toEqual([false, false, true]);
  });
});
