import type { Order, OrderFact } from '../../../domain/order/order.ts';
import { POLICY } from '../../../domain/policy.ts';

/** A day as a number, without time zones and clocks: the model counts on its fingers. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

type ModelLine = { application: string; capacity: number; perpetual: boolean; end: number | null };

/**
 * What an order owns on a calendar: an independent telling of the rules of terms, in whole days, for facts of the vendor
 * that each come at some time of a day.
 */
export function modelOf(order: Pick<Order, 'lines'>) {
  const lines = order.lines.map(toModelLine);
  const heard = new Map<string, string>();
  let status: 'open' | 'canceled' | 'ended' = 'open';

  const isPast = ({ perpetual, end }: ModelLine, today: number) =>
    !perpetual && today > end! + POLICY.reinstatementDays;

  function statusOn(today: number) {
    if (status === 'open' && lines.every((line) => isPast(line, today))) status = 'ended';
    return status;
  }

  function renew(fact: OrderFact & { type: 'renew' }, today: number): boolean {
    const end = dayNumber(fact.endsOn);
    const alive = lines.filter((line) => line.end !== null && !isPast(line, today));
    const meant = fact.lines
      ? fact.lines.map(({ line, capacity }) => ({ line: lines[Number(line) - 1], capacity }))
      : alive.map((line) => ({ line, capacity: undefined }));
    const isFine = ({ line, capacity }: { line: ModelLine | undefined; capacity: number | undefined }) =>
      line !== undefined &&
      line.end !== null &&
      line.end < end &&
      !isPast(line, today) &&
      (capacity === undefined || (!line.perpetual && capacity >= 1 && capacity <= line.capacity));
    if (meant.length === 0 || !meant.every(isFine)) return false;
    for (const { line, capacity } of meant) Object.assign(line!, { end, capacity: capacity ?? line!.capacity });
    return true;
  }

  function expand(fact: OrderFact & { type: 'expand' }, today: number): boolean {
    const added = fact.lines.map((line) => {
      const running = lines.filter(({ perpetual, end }) => !perpetual && today <= end! + POLICY.graceDays);
      const shared = running.filter(({ end }) => end! >= dayNumber(line.startsOn));
      const same = shared.filter(({ application }) => application === line.application);
      const latest = Math.max(...(same.length > 0 ? same : shared).map(({ end }) => end!));
      const isUndated = line.license === 'subscription' && line.endsOn === null;
      return isUndated ? { ...toModelLine(line), end: latest } : toModelLine(line);
    });
    if (added.some(({ end }) => end === -Infinity)) return false;
    lines.push(...added);
    return true;
  }

  return {
    /** Units owned over all lines on a day. */
    owned(today: number): number {
      if (statusOn(today) !== 'open') return 0;
      const owned = lines.filter(({ perpetual, end }) => perpetual || today <= end! + POLICY.graceDays);
      return owned.reduce((sum, { capacity }) => sum + capacity, 0);
    },

    /** Whether the fact is taken; what it then changes counts from this day on. */
    hear(fact: OrderFact, today: number): boolean {
      const reference = 'reference' in fact ? fact.reference : undefined;
      const known = reference === undefined ? undefined : heard.get(reference);
      if (known !== undefined && 'contentHash' in fact) return known === fact.contentHash;
      if (statusOn(today) !== 'open') return fact.type === 'cancel' && status === 'canceled';
      if (fact.type === 'cancel') status = 'canceled';
      const isTaken = fact.type === 'renew' ? renew(fact, today) : fact.type === 'expand' ? expand(fact, today) : true;
      if (isTaken && 'contentHash' in fact) heard.set(fact.reference, fact.contentHash);
      return isTaken;
    },
  };
}

function toModelLine(line: {
  application: string;
  capacity: number;
  license: string;
  endsOn: string | null;
  care: { endsOn: string | null } | null;
}): ModelLine {
  const { application, capacity, license, endsOn, care } = line;
  const lastDay = endsOn ?? care?.endsOn ?? null;
  return {
    application,
    capacity,
    perpetual: license === 'perpetual',
    end: lastDay === null ? null : dayNumber(lastDay),
  };
}
