import type { RecordedOrderEvent } from '../../domain/order/events.ts';
import { POLICY } from '../../domain/policy.ts';
import { boundariesOf, instantsOf } from '../../domain/catalogue/terms.ts';
import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

/** A subscription that is renewed, expanded, suspended, reduced, lapses, comes back and ends; and its e-mail. */
export async function liveOfTerms(life: Bench): Promise<string[]> {
  const order = (number: string) => life.env.client.workflow.getHandle(contract.orderWorkflowId(number));
  const start = await life.now();
  const day = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
  const line = sold({ license: 'subscription', startsOn: day(0), endsOn: day(100), care: { level: 'gold', endsOn: day(100) } });
  await life.startOrder('SO-3', [line], { instants: [instantsOf(line, 'UTC', POLICY)] });
  await order('SO-3').signal(contract.unlockSignal, { at: start });
  await life.until(() => life.events('SO-3').some((event) => event.type === 'unlocked'));
  const reason = 'Payment is late';
  const hears = async (number: string, type: RecordedOrderEvent['type'], times = 1) =>
    life.until(() => life.events(number).filter((event) => event.type === type).length === times);
  const renew = async (reference: string, endsOn: string, lines?: { line: string; capacity?: number }[]) => {
    const boundaries = boundariesOf(endsOn, 'UTC', POLICY);
    const renewal = { reference, contentHash: reference, endsOn, boundaries, ...(lines && { lines }) };
    await order('SO-3').signal(contract.renewSignal, { ...renewal, at: await life.now() });
  };
  for (const [number, server] of [1, 2].entries()) {
    const held = { server: `srv_${server + 10}`, number: number + 1, shares: [{ line: '1', capacity: 4 }], activatedAt: null };
    await order('SO-3').executeUpdate(contract.takeUpdate, { args: [{ ...held, at: await life.now() }] });
  }
  await renew('renewal 1', day(200));
  await hears('SO-3', 'renewed');
  const more = { ...line, endsOn: null, care: { level: 'gold' as const, endsOn: null } };
  const instants = [instantsOf(more, 'UTC', POLICY)];
  const expansion = { reference: 'expansion 1', contentHash: 'expansion 1', lines: [more], instants };
  await order('SO-3').signal(contract.expandSignal, { ...expansion, at: await life.now() });
  await hears('SO-3', 'expanded');
  await order('SO-3').signal(contract.suspendSignal, { reason, at: await life.now() });
  await hears('SO-3', 'suspended');
  await order('SO-3').signal(contract.resumeSignal, { at: await life.now() });
  await hears('SO-3', 'resumed');
  await renew('not later', day(150));
  await hears('SO-3', 'renew-refused');
  await life.env.sleep('150d');
  await renew('renewal 2', day(230), [{ line: '1', capacity: 5 }, { line: '2' }]);
  await hears('SO-3', 'renewed', 2);
  await life.env.sleep('120d');
  await hears('SO-3', 'expired', 2);
  await renew('reinstatement', day(300));
  await hears('SO-3', 'renewed', 3);
  await order('SO-3').result();
  return ['order/SO-3', 'mail/SO-3/1'];
}
