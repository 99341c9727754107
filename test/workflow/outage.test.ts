import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailWorkflowId } from '../../workflows/contract.ts';
import { openTimeSkippingBench, sold, type Bench } from '../support/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

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
