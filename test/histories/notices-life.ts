import { addDays } from '../../domain/days.ts';
import { POLICY } from '../../domain/policy.ts';
import { boundariesOf, instantsOf } from '../../domain/catalogue/terms.ts';
import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

const DAY_MS = 86_400_000;
const RESELLER = 'northwind-voice';

/**
 * An order of two lines that is suspended for one reason and another, resumed, expanded, renewed in part and canceled; and the
 * notices of its reseller, who moves to another time zone, and of which one is left for the next day's digest.
 */
export async function liveOfNotices(life: Bench): Promise<string[]> {
  const order = life.env.client.workflow.getHandle(contract.orderWorkflowId('SO-5'));
  const notices = life.env.client.workflow.getHandle(contract.noticesWorkflowId(RESELLER));
  const start = await life.now();
  const day = (days: number) => new Date(start + days * DAY_MS).toISOString().slice(0, 10);
  const happens = (type: string, times = 1) =>
    life.until(() => life.events('SO-5').filter((event) => event.type === type).length === times);
  const line = sold({
    ...{ license: 'subscription', startsOn: day(0), endsOn: day(50) },
    care: { level: 'gold', endsOn: day(50) },
  });
  const lines = [line, { ...line, application: 'call-recording' }];
  await life.startOrder('SO-5', lines, { instants: lines.map((one) => instantsOf(one, 'UTC', POLICY)) });
  await order.signal(contract.unlockSignal, { at: await life.now(), by: 'key/1' });
  await happens('unlocked');
  for (const [times, reason] of ['Payment is late', 'A dispute', 'A dispute'].entries()) {
    await order.signal(contract.suspendSignal, { at: await life.now(), reason, by: 'key/1' });
    await happens('suspended', Math.min(times + 1, 2));
  }
  await order.signal(contract.resumeSignal, { at: await life.now(), by: 'key/1' });
  await happens('resumed');
  const more = { ...line, endsOn: null, care: { level: 'gold' as const, endsOn: null } };
  const expansion = { reference: 'expansion 1', contentHash: 'expansion 1', lines: [more] };
  const instants = [instantsOf(more, 'UTC', POLICY)];
  await order.signal(contract.expandSignal, { ...expansion, instants, at: await life.now(), by: 'person/1' });
  await happens('expanded');
  await life.env.sleep('25d');
  await life.until(() => life.published.digests.length === 2);
  // Not its result: waiting for that lets time pass on to the next notices, which a new run would collect.
  await life.until(async () => (await notices.describe()).status.name === 'COMPLETED');
  const endsOn = addDays(line.endsOn!, 40);
  const renewal = { reference: 'renewal 1', contentHash: 'renewal 1', endsOn, lines: [{ line: '2' }] };
  const boundaries = boundariesOf(endsOn, 'UTC', POLICY);
  await order.signal(contract.renewSignal, { ...renewal, boundaries, at: await life.now(), by: 'key/1' });
  await happens('renewed');
  await order.signal(contract.cancelSignal, { at: await life.now(), reason: 'Withdrawn', by: 'key/1' });
  await order.result();
  return [contract.noticesWorkflowId(RESELLER)];
}
