import { POLICY } from '../../domain/policy.ts';
import { boundariesOf, instantsOf } from '../../domain/catalogue/terms.ts';
import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

/** A server that changes its capacity after an order has reduced it, and gives up what it held when the line has expired. */
export async function liveOfReduction(life: Bench): Promise<string[]> {
  const { workflow } = life.env.client;
  const order = workflow.getHandle(contract.orderWorkflowId('SO-6'));
  const id = contract.serverWorkflowId('srv_3');
  const server = workflow.getHandle(id);
  const start = await life.now();
  const day = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
  const happens = (type: string) => life.until(() => life.events('SO-6').some((event) => event.type === type));
  let requests = 0;
  const setCapacity = async (capacity: number) => {
    const request = { request: `r${(requests += 1)}`, at: await life.now(), tokenKey: 'k1', by: 'person/1' as const };
    const change = { application: 'attendant-console', onlineOnly: false, capacity };
    await server.executeUpdate(contract.setCapacityUpdate, { args: [{ ...request, ...change }] });
  };

  const care = { level: 'gold' as const, endsOn: day(20) };
  const line = sold({ license: 'subscription', startsOn: day(0), endsOn: day(20), care });
  await life.startOrder('SO-6', [line], { instants: [instantsOf(line, 'UTC', POLICY)] });
  await order.signal(contract.unlockSignal, { at: await life.now() });
  await happens('unlocked');
  await life.startServer('srv_3');
  await setCapacity(8);
  const renewal = { reference: 'R-1', contentHash: 'R-1', endsOn: day(40), lines: [{ line: '1', capacity: 5 }] };
  const boundaries = boundariesOf(renewal.endsOn, 'UTC', POLICY);
  await order.signal(contract.renewSignal, { ...renewal, boundaries, at: await life.now() });
  await happens('taken-back');
  await setCapacity(4);
  await life.env.sleep('60 days');
  await happens('expired');
  await setCapacity(0);
  await server.executeUpdate(contract.retireUpdate, { args: [{ at: await life.now(), request: 'retire' }] });
  await server.result();
  return [id];
}
