import { instantsIn } from '../../domain/order/change/relocating.ts';
import * as contract from '../../temporal/contract.ts';
import { CUSTOMER, sold, type Bench } from '../support/workflow/bench.ts';

/**
 * An order that moves to another time zone, goes to another customer and comes back, and a server that believes meanwhile in
 * what was kept for it: it is refused, and gets it again when its line was taken back.
 */
export async function liveOfPlaces(life: Bench): Promise<string[]> {
  const { workflow } = life.env.client;
  const [orderId, serverId] = [contract.orderWorkflowId('SO-10'), contract.serverWorkflowId('srv_4')];
  const [order, server] = [workflow.getHandle(orderId), workflow.getHandle(serverId)];
  const happens = (type: string, times = 1) =>
    life.until(() => life.events('SO-10').filter((event) => event.type === type).length === times);
  const named = async (reference: string) => ({ reference, contentHash: reference, at: await life.now() });
  let requests = 0;
  const request = async () => ({ at: await life.now(), request: `p${(requests += 1)}` });
  const setCapacity = async (capacity: number) => {
    const change = { application: 'attendant-console', tokenKey: 'k1', onlineOnly: false, capacity };
    await server.executeUpdate(contract.setCapacityUpdate, { args: [{ ...(await request()), ...change }] });
  };
  const transfer = async (reference: string, customerId: string) =>
    order.signal(contract.transferSignal, { ...(await named(reference)), customerId });

  await life.startOrder('SO-10', [sold(), sold()]);
  await order.signal(contract.unlockSignal, { at: await life.now() });
  await happens('unlocked');
  await life.startServer('srv_4');
  await setCapacity(5);
  const cancellation = { ...(await named('C-1')), inZone: 'UTC', reason: 'not needed', lines: ['1'] };
  await order.signal(contract.cancelSignal, cancellation);
  await happens('taken-back');
  const timeZone = 'Pacific/Auckland';
  const instants = instantsIn(await life.order('SO-10'), timeZone);
  await order.signal(contract.changeTimeZoneSignal, { ...(await named('Z-1')), inZone: 'UTC', timeZone, instants });
  await transfer('T-1', 'globex-hospitals');
  await happens('parties-changed');
  await setCapacity(3).catch(() => undefined);
  await transfer('T-2', CUSTOMER);
  await order.signal(contract.withdrawSignal, { kind: 'cancellation', reference: 'C-1', at: await life.now() });
  await happens('withdrawn');
  await setCapacity(3);
  await setCapacity(0);
  await order.signal(contract.cancelSignal, { ...(await named('C-2')), inZone: timeZone, reason: 'over' });
  await happens('canceled', 2);
  await order.result();
  return [orderId, serverId];
}
