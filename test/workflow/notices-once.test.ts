import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, dayAt } from '../../domain/days.ts';
import { orderWorkflowId, renewSignal } from '../../temporal/contract.ts';
import { sold } from '../support/workflow/bench.ts';
import { openNoticed, ZONE, type Noticed } from '../support/workflow/noticed.ts';

let noticed: Noticed;
beforeAll(async () => {
  noticed = await openNoticed();
});
afterAll(() => noticed.close());

test('a reseller is told of what ends 90, 60, 30 and 7 days before, in one e-mail a day, and no more of what was renewed', async () => {
  const { bench, resend, askedOn, activities } = noticed;
  const endsOn = addDays(dayAt(await bench.now(), ZONE), 120);
  await bench.withWorker(
    async () => {
      const care = { level: 'gold' as const, endsOn };
      await bench.startOrder('SO-1', [sold({ license: 'subscription', endsOn, care })], { timeZone: ZONE });
      await bench.startOrder('SO-2', [sold({ application: 'digital-fax', care })], { timeZone: ZONE });
      await bench.env.sleep('100d');
      const renewal = { reference: 'R-1', contentHash: '1', endsOn: addDays(endsOn, 365) };
      const order = bench.env.client.workflow.getHandle(orderWorkflowId('SO-2'));
      await order.signal(renewSignal, { at: await bench.now(), ...renewal });
      await bench.env.sleep('25d');
    },
    { activities },
  );
  expect(askedOn).toEqual([90, 60, 30, 7].map((days) => addDays(endsOn, 1 - days)));
  expect(resend.sent.map(({ subject }) => subject)).toEqual([
    '2 licenses end soon',
    '2 licenses end soon',
    '2 licenses end soon',
    '1 license ends soon',
  ]);
  expect(resend.sent.map(({ text }) => /in (\d+) days/.exec(text)?.[1])).toEqual(['89', '59', '29', '6']);
  expect(resend.sent[3]!.text).not.toContain('SO-2');
});
