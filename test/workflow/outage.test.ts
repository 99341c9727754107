import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { INTERNAL_EVENTS } from '../../domain/order/events.ts';
import { leaveUpdate, mailWorkflowId, type Activities } from '../../temporal/contract.ts';
import { openTimeSkippingBench, sold, type Bench } from '../support/workflow/bench.ts';
import { createLives } from '../support/workflow/lives.ts';

type OrderPublication = Parameters<Activities['publishOrder']>[0];
type ServerPublication = Parameters<Activities['publishServer']>[0];

let bench: Bench;
let lives: ReturnType<typeof createLives>;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
  lives = createLives(bench);
});
afterAll(() => bench.stop());

const ofOrder = (number: string) =>
  bench
    .events(number)
    .map(({ type }) => type)
    .filter((type) => !INTERNAL_EVENTS.includes(type));
const ofServer = (id: string) => (bench.published.servers.get(id)?.events ?? []).map(({ type }) => type);

test('an e-mail is sent by itself once the provider that was away is back', async () => {
  let calls = 0;
  const sendMail: Bench['activities']['sendMail'] = async (mail) => {
    calls += 1;
    if (calls <= 3) throw new Error('no answer');
    return bench.activities.sendMail(mail);
  };
  await bench.withWorker(
    async () => {
      await bench.startOrder('SO-1', [sold()]);
      await bench.env.sleep('10m');
      expect(await bench.env.client.workflow.getHandle(mailWorkflowId('SO-1', '1')).result()).toBe('sent');
      expect(calls).toBe(4);
    },
    { activities: { sendMail } },
  );
});

test('while no e-mail can be sent, unlocking, assigning and activating go on', async () => {
  const isAway = { value: true };
  const sendMail: Bench['activities']['sendMail'] = (mail) =>
    isAway.value ? Promise.reject(new Error('no answer')) : bench.activities.sendMail(mail);
  await bench.withWorker(
    async () => {
      await lives.anActivatedServer('srv_1', 'SO-2');
      await bench.until(() => ofOrder('SO-2').includes('activated') && ofServer('srv_1').includes('activated'));
      expect(ofOrder('SO-2')).toEqual(['delivered', 'unlocked', 'assigned', 'activated']);
      expect(ofServer('srv_1')).toEqual(['registered', 'capacity-changed', 'activated']);
      const mail = bench.env.client.workflow.getHandle(mailWorkflowId('SO-2', '1'));
      expect((await mail.describe()).status.name).toBe('RUNNING');
      expect(bench.published.mails).not.toContainEqual({ order: 'SO-2', delivery: '1' });
      isAway.value = false;
      expect(await mail.result()).toBe('sent');
    },
    { activities: { sendMail } },
  );
});

test('a database that is away for a minute delays what orders and servers publish and loses nothing of it; away for an hour it fills no history', async () => {
  const isAway = { value: false };
  const attempts = { value: 0 };
  const whileThere = <Publication>(publish: (publication: Publication) => Promise<void>) => {
    return (publication: Publication) => {
      if (!isAway.value) return publish(publication);
      attempts.value += 1;
      return Promise.reject(new Error('connection refused'));
    };
  };
  const activities = {
    publishOrder: whileThere<OrderPublication>((publication) => bench.activities.publishOrder(publication)),
    publishServer: whileThere<ServerPublication>((publication) => bench.activities.publishServer(publication)),
  };
  const lengths = () =>
    Promise.all(
      [lives.order('SO-4'), lives.server('srv_2')].map(async (handle) => (await handle.describe()).historyLength),
    );
  await bench.withWorker(
    async () => {
      await lives.anActivatedServer('srv_2', 'SO-3', 'digital-fax');
      await bench.until(() => ofOrder('SO-3').includes('activated') && ofServer('srv_2').includes('activated'));
      isAway.value = true;
      await bench.startOrder('SO-4', [sold()]);
      await lives.unlock('SO-4');
      const leave = { at: await bench.now(), request: 'leave' };
      await lives.server('srv_2').executeUpdate(leaveUpdate, { args: [leave] });
      await bench.env.sleep('1m');
      expect(attempts.value).toBeGreaterThan(10);
      expect([ofOrder('SO-4'), ofServer('srv_2').at(-1)]).toEqual([[], 'activated']);
      const afterAMinute = await lengths();
      expect(Math.max(...afterAMinute)).toBeLessThan(60);
      await bench.env.sleep('1h');
      expect(await lengths()).toEqual(afterAMinute);
      isAway.value = false;
      await bench.env.sleep('2m');
      expect(ofOrder('SO-4')).toEqual(['delivered', 'unlocked']);
      expect(ofServer('srv_2')).toEqual(['registered', 'capacity-changed', 'activated', 'deactivated']);
      await bench.until(() => ofOrder('SO-3').includes('deactivated'));
    },
    { activities },
  );
});
