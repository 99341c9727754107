import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  amendSignal,
  cancelSignal,
  changeSellerSignal,
  lockSignal,
  mailWorkflowId,
  orderWorkflowId,
  unlockSignal,
  type MailStart,
} from '../../temporal/contract.ts';
import { SEARCH_ATTRIBUTES } from '../../temporal/search-attributes.ts';
import { openTimeSkippingBench, sold, type Bench } from '../support/workflow/bench.ts';

const MINUTE_MS = 60_000;

let bench: Bench;
/** How sending goes: as Resend does, or not at all. */
let isAway = false;
const tried: MailStart[] = [];

let running: Promise<void>;
const finished = Promise.withResolvers<void>();
beforeAll(async () => {
  bench = await openTimeSkippingBench();
  /** As the product does, whose database knows the newest edition: the state that was published last. */
  const sendMail = async (mail: MailStart) => {
    tried.push(mail);
    const newest = bench.published.orders.get(mail.order)!.order.deliveries[0]!.edition ?? 1;
    if ((mail.edition ?? 1) < newest) return 'superseded' as const;
    if (isAway) throw new Error('Resend is away');
    return bench.activities.sendMail(mail);
  };
  running = bench.withWorker(() => finished.promise, { activities: { sendMail } });
});
afterAll(async () => {
  finished.resolve();
  await running;
  await bench.stop();
});

const handle = (number: string) => bench.env.client.workflow.getHandle(orderWorkflowId(number));
const types = (number: string) => bench.events(number).map(({ type }) => type);
const mailed = (number: string) => bench.published.mails.filter(({ order }) => order === number);
const amendment = async (reference: string, says = {}) => ({
  ...{ reference, contentHash: reference, inZone: 'UTC', says: [], at: await bench.now() },
  ...says,
});

async function anOrder(number: string): Promise<void> {
  await bench.startOrder(number, [sold()]);
  await bench.until(() => types(number).includes('delivered'));
}

test('two amendments within ten minutes are told by one e-mail, ten minutes after the last', async () => {
  await anOrder('ED-1');
  await bench.until(() => mailed('ED-1').length === 1);
  await handle('ED-1').signal(amendSignal, await amendment('A-1'));
  await bench.env.sleep(8 * MINUTE_MS);
  await handle('ED-1').signal(amendSignal, await amendment('A-2'));
  await bench.until(() => types('ED-1').filter((type) => type === 'amended').length === 2);
  await bench.env.sleep(9 * MINUTE_MS);
  expect(mailed('ED-1')).toEqual([{ order: 'ED-1', delivery: '1' }]);
  await bench.env.sleep(2 * MINUTE_MS);
  await bench.until(() => mailed('ED-1').length === 2);
  expect(mailed('ED-1')[1]).toEqual({ order: 'ED-1', delivery: '1', edition: 3 });
  const [, , last, due] = bench.events('ED-1');
  expect([due!.type, due!.at - last!.at]).toEqual(['correction-due', 10 * MINUTE_MS]);
  await bench.env.sleep(60 * MINUTE_MS);
  expect(mailed('ED-1')).toHaveLength(2);
});

test('an e-mail that could not leave before the order was amended never does: the newest edition goes alone', async () => {
  isAway = true;
  await anOrder('ED-2');
  await bench.until(() => tried.filter(({ order }) => order === 'ED-2').length > 1);
  await handle('ED-2').signal(amendSignal, await amendment('A-1'));
  await bench.until(() => types('ED-2').includes('amended'));
  isAway = false;
  await bench.env.sleep(11 * MINUTE_MS);
  await bench.until(() => mailed('ED-2').length === 1);
  expect(mailed('ED-2')).toEqual([{ order: 'ED-2', delivery: '1', edition: 2 }]);
  const former = bench.env.client.workflow.getHandle(mailWorkflowId('ED-2', '1'));
  expect(await former.result()).toBe('superseded');
});

test('another seller is told at once, and an unlock that was taken before the lock changes nothing', async () => {
  await anOrder('ED-3');
  const [before, now] = [await bench.now(), (await bench.now()) + 1_000];
  await bench.env.sleep(5_000);
  await handle('ED-3').signal(unlockSignal, { at: before });
  const lock = { reference: 'L-1', contentHash: 'L-1', delivery: '1', reason: 'wrong', at: now };
  await handle('ED-3').signal(lockSignal, lock);
  await handle('ED-3').signal(unlockSignal, { at: before });
  const seller = { reference: 'S-1', contentHash: 'S-1', resellerId: 'harbour-telecom', at: await bench.now() };
  await handle('ED-3').signal(changeSellerSignal, seller);
  await bench.until(() => mailed('ED-3').length === 2);
  expect(mailed('ED-3')[1]).toEqual({ order: 'ED-3', delivery: '1', edition: 2 });
  expect(types('ED-3')).toEqual(['delivered', 'unlocked', 'locked', 'parties-changed', 'correction-due']);
  expect((await bench.order('ED-3')).deliveries[0]!.unlockedAt).toBeNull();
});

test('an order that is canceled before its correction is due sends none', async () => {
  await anOrder('ED-4');
  await handle('ED-4').signal(amendSignal, await amendment('A-1'));
  await handle('ED-4').signal(cancelSignal, { reason: 'regretted', at: await bench.now() });
  await bench.env.sleep(60 * MINUTE_MS);
  expect(types('ED-4')).not.toContain('correction-due');
  expect(mailed('ED-4')).toHaveLength(1);
});

describe('operators find an order', () => {
  const attributes = async (number: string) => {
    const { typedSearchAttributes: known } = await handle(number).describe();
    const { CustomerId, ResellerId, Applications } = SEARCH_ATTRIBUTES;
    return [known.get(CustomerId), known.get(ResellerId), known.get(Applications)];
  };

  test('by what it is after an amendment and by who sells it now', async () => {
    await anOrder('ED-5');
    const lines = [{ ...sold(), application: 'digital-fax' }];
    await handle('ED-5').signal(amendSignal, await amendment('A-1', { customerId: 'grand-hotel', lines }));
    await bench.until(async () => (await attributes('ED-5'))[0] === 'grand-hotel');
    expect(await attributes('ED-5')).toEqual(['grand-hotel', 'northwind-voice', ['digital-fax']]);
    const seller = { reference: 'S-1', contentHash: 'S-1', resellerId: 'harbour-telecom', at: await bench.now() };
    await handle('ED-5').signal(changeSellerSignal, seller);
    await bench.until(async () => (await attributes('ED-5'))[1] === 'harbour-telecom');
  });
});
