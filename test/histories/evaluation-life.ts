import { EVALUATION, POLICY } from '../../domain/policy.ts';
import { boundariesOf, endOf, instantsOf } from '../../domain/catalogue/terms.ts';
import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

/** An evaluation that is prolonged, ends with what is held of it, comes back as a subscription and stays for good. */
export async function liveOfEvaluation(life: Bench): Promise<string[]> {
  const order = life.env.client.workflow.getHandle(contract.orderWorkflowId('SO-8'));
  const start = await life.now();
  const day = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
  const happens = (type: string, times = 1) =>
    life.until(() => life.events('SO-8').filter((event) => event.type === type).length === times);

  const line = sold({ license: 'evaluation', startsOn: day(0), endsOn: day(20), evaluation: EVALUATION });
  await life.startOrder('SO-8', [line], { instants: [instantsOf(line, 'UTC', POLICY)] });
  await order.signal(contract.unlockSignal, { at: start });
  await happens('unlocked');
  const held = { server: 'srv_8', number: 1, shares: [{ line: '1', capacity: 4 }], activatedAt: null };
  await order.executeUpdate(contract.takeUpdate, { args: [{ ...held, at: await life.now() }] });

  const prolong = async (reference: string, endsOn: string) => {
    const ends = [{ line: '1', last: endOf(line, endsOn, 'UTC', POLICY) }];
    const renewal = { reference, contentHash: reference, endsOn, lines: [{ line: '1' }], ends };
    const boundaries = boundariesOf(endsOn, 'UTC', POLICY);
    await order.signal(contract.renewSignal, { ...renewal, boundaries, inZone: 'UTC', at: await life.now() });
  };
  await prolong('R-1', day(91));
  await happens('renew-refused');
  await prolong('R-2', day(30));
  await happens('renewed');
  await life.env.sleep('40 days');
  await happens('expired');

  const convert = async (reference: string, license: 'subscription' | 'perpetual', lastDay: string) => {
    const care = { level: 'gold' as const, endsOn: lastDay };
    const endsOn = license === 'subscription' ? lastDay : null;
    const about = { reference, contentHash: reference, line: '1', license, endsOn, care, inZone: 'UTC' };
    const last = boundariesOf(lastDay, 'UTC', POLICY);
    await order.signal(contract.convertSignal, { ...about, last, by: 'key/erp', at: await life.now() });
  };
  await convert('C-1', 'subscription', day(200));
  await happens('converted');
  await convert('C-2', 'subscription', day(300));
  await happens('convert-refused');
  await convert('C-3', 'perpetual', day(400));
  await happens('converted', 2);
  await life.env.sleep('400 days');
  await happens('care-expired');
  const cancellation = { reference: 'cancellation', contentHash: 'cancellation', reason: 'returned', inZone: 'UTC' };
  await order.signal(contract.cancelSignal, { ...cancellation, at: await life.now() });
  await happens('canceled');
  await order.result();
  return ['order/SO-8'];
}
