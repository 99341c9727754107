import { startOfDay } from '../../domain/days.ts';
import type { RecordedOrderEvent } from '../../domain/order/events.ts';
import { POLICY } from '../../domain/policy.ts';
import { boundariesOf, instantsOf } from '../../domain/catalogue/terms.ts';
import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

/** Two subscriptions that are reduced for a later day, canceled in part, on a day and wholly, and taken back; then the order closes. */
export async function liveOfEndings(life: Bench): Promise<string[]> {
  const order = life.env.client.workflow.getHandle(contract.orderWorkflowId('SO-9'));
  const start = await life.now();
  const day = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
  const care = { level: 'gold' as const, endsOn: day(60) };
  const line = sold({ license: 'subscription', startsOn: day(0), endsOn: day(60), care });
  const inZone = 'UTC';
  const instants = [line, line].map((each) => instantsOf(each, inZone, POLICY));
  const hears = async (type: RecordedOrderEvent['type'], times = 1) =>
    life.until(() => life.events('SO-9').filter((event) => event.type === type).length === times);
  const renew = async (reference: string, endsOn: string, capacity: number) => {
    const content = { reference, contentHash: reference, endsOn, inZone, lines: [{ line: '1', capacity }] };
    const boundaries = boundariesOf(endsOn, inZone, POLICY);
    await order.signal(contract.renewSignal, { ...content, boundaries, at: await life.now() });
  };
  const cancel = async (reference: string, about: { lines?: string[]; on?: string }) => {
    const dated = about.on === undefined ? {} : { dueAt: startOfDay(about.on, inZone) };
    const content = { reference, contentHash: reference, reason: 'no longer needed', inZone, ...about, ...dated };
    await order.signal(contract.cancelSignal, { ...content, at: await life.now() });
  };
  const withdraw = async (kind: 'renewal' | 'cancellation', reference: string) =>
    order.signal(contract.withdrawSignal, { kind, reference, at: await life.now() });

  await life.startOrder('SO-9', [line, line], { instants });
  await order.signal(contract.unlockSignal, { at: start });
  await hears('unlocked');
  const shares = ['1', '2'].map((each) => ({ line: each, capacity: 8 }));
  const held = { server: 'srv_8', customer: 'acme-hotels', number: 1, shares, activatedAt: null };
  await order.executeUpdate(contract.takeUpdate, { args: [{ ...held, at: await life.now() }] });
  await renew('R-1', day(120), 5);
  await hears('renewed');
  await renew('R-2', day(180), 4);
  await hears('renewed', 2);
  await withdraw('renewal', 'R-2');
  await hears('withdrawn');
  await cancel('C-1', { lines: ['2'] });
  await hears('canceled');
  await life.env.sleep('13 days');
  await withdraw('cancellation', 'C-1');
  await hears('withdrawn', 2);
  await cancel('C-2', { lines: ['2'], on: day(30) });
  await hears('cancellation-planned');
  await order.signal(contract.withdrawPlanSignal, { id: '3', at: await life.now() });
  await hears('plan-withdrawn');
  await cancel('C-3', { lines: ['2'], on: day(40) });
  await hears('cancellation-planned', 2);
  await life.env.sleep('30 days');
  await hears('canceled', 2);
  await life.env.sleep('30 days');
  await hears('reduced');
  await cancel('C-4', {});
  await hears('canceled', 3);
  await withdraw('cancellation', 'C-3');
  await hears('withdraw-refused');
  await order.result();
  return ['order/SO-9'];
}
