import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

/** An order that is corrected twice before its corrected e-mail leaves, sold by another, unlocked, and locked again for good. */
export async function liveOfEditions(life: Bench): Promise<string[]> {
  const orderId = contract.orderWorkflowId('SO-11');
  const order = life.env.client.workflow.getHandle(orderId);
  const happens = (type: string, times = 1) =>
    life.until(() => life.events('SO-11').filter((event) => event.type === type).length === times);
  const named = async (reference: string) => ({ reference, contentHash: reference, at: await life.now() });
  const amend = async (reference: string, capacity: number) =>
    order.signal(contract.amendSignal, { ...(await named(reference)), inZone: 'UTC', says: [], lines: [sold({ capacity })] });

  await life.startOrder('SO-11', [sold()]);
  await happens('delivered');
  await amend('A-1', 7);
  await amend('A-2', 9);
  await happens('amended', 2);
  await life.env.sleep('20 minutes');
  await order.signal(contract.changeSellerSignal, { ...(await named('S-1')), resellerId: 'ridge-voice' });
  await happens('parties-changed');
  await order.signal(contract.unlockSignal, { at: await life.now(), delivery: '1', edition: 3 });
  await order.signal(contract.unlockSignal, { at: await life.now(), delivery: '1', edition: 4 });
  await happens('unlocked');
  await order.signal(contract.lockSignal, { ...(await named('L-1')), delivery: '1', reason: 'unpaid' });
  await happens('locked');
  const statement = { ...(await named('I-1')), line: '3', intent: 'end', capacity: null } as const;
  await order.signal(contract.stateIntentSignal, statement);
  await happens('intent-stated');
  await order.signal(contract.cancelSignal, { ...(await named('C-1')), inZone: 'UTC', reason: 'over' });
  await happens('canceled');
  await order.result();
  return [orderId];
}
