import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

const order = (life: Bench) => life.env.client.workflow.getHandle(contract.orderWorkflowId('SO-7'));

/** Says to an order, before any worker runs, what ends otherwise where it is taken in another order. */
export async function sayEarly(life: Bench): Promise<void> {
  await life.startOrder('SO-7', [sold()]);
  const at = await life.now();
  await order(life).signal(contract.suspendSignal, { reason: 'Payment is late', at });
  await order(life).signal(contract.resumeSignal, { at });
  await order(life).signal(contract.suspendSignal, { reason: 'It is late again', at });
  await order(life).signal(contract.resumeSignal, { at });
  const expansion = { reference: 'expansion 1', contentHash: 'expansion 1', lines: [sold({ capacity: 5 })] };
  await order(life).signal(contract.expandSignal, { ...expansion, at });
  await order(life).signal(contract.unlockSignal, { at });
}

/** An order that takes what was said early, once a worker runs, and is canceled. */
export async function liveOfEarlySignals(life: Bench): Promise<string[]> {
  await life.until(() => life.events('SO-7').filter((event) => event.type === 'unlocked').length === 2);
  await order(life).signal(contract.cancelSignal, { reason: 'Sent by mistake', at: await life.now() });
  await order(life).result();
  return ['order/SO-7'];
}
