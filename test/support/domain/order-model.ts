import type { LicenseKind } from '../../../domain/catalogue/terms.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import { EVALUATION, POLICY } from '../../../domain/policy.ts';

/** A day as a number, without time zones and clocks: the model counts on its fingers. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

type ModelLine = { application: string; capacity: number; kind: LicenseKind; start: number; end: number | null };

/** For how many days after its last one a line of a kind runs, can be renewed, and can become something else. */
const AFTERWARDS = {
  subscription: { runs: POLICY.graceDays, renewable: POLICY.reinstatementDays, convertible: POLICY.reinstatementDays },
  evaluation: { runs: 0, renewable: 0, convertible: EVALUATION.convertibleDays },
  perpetual: { runs: Infinity, renewable: Infinity, convertible: -Infinity },
};

/**
 * What an order owns on a calendar: an independent telling of the rules of terms, in whole days, for facts of the vendor
 * that each come at some time of a day.
 */
export function modelOf(order: Pick<Order, 'lines'>) {
  const lines = order.lines.map(toModelLine);
  const heard = new Map<string, string>();
  let status: 'open' | 'canceled' | 'ended' = 'open';

  const isWithin = (days: 'runs' | 'renewable' | 'convertible', { kind, end }: ModelLine, today: number) =>
    today <= (end ?? 0) + AFTERWARDS[kind][days];
  const isPast = (line: ModelLine, today: number) => line.kind !== 'perpetual' && !isWithin('convertible', line, today);

  function statusOn(today: number) {
    if (status === 'open' && lines.every((line) => isPast(line, today))) status = 'ended';
    return status;
  }

  function renew(fact: OrderFact & { type: 'renew' }, today: number): boolean {
    const end = dayNumber(fact.endsOn);
    const ofTheWhole = lines.filter(({ kind, end }) => kind !== 'evaluation' && end !== null);
    const alive = ofTheWhole.filter((line) => isWithin('renewable', line, today));
    const meant = fact.lines
      ? fact.lines.map(({ line, capacity }) => ({ line: lines[Number(line) - 1], capacity }))
      : alive.map((line) => ({ line, capacity: undefined }));
    const isFine = ({ line, capacity }: { line: ModelLine | undefined; capacity: number | undefined }) =>
      line !== undefined &&
      line.end !== null &&
      line.end < end &&
      isWithin('renewable', line, today) &&
      (line.kind !== 'evaluation' || end <= line.start + EVALUATION.longestDays) &&
      (capacity === undefined || (line.kind !== 'perpetual' && capacity >= 1 && capacity <= line.capacity));
    if (meant.length === 0 || !meant.every(isFine)) return false;
    for (const { line, capacity } of meant) Object.assign(line!, { end, capacity: capacity ?? line!.capacity });
    return true;
  }

  function expand(fact: OrderFact & { type: 'expand' }, today: number): boolean {
    const added = fact.lines.map((line) => {
      const running = lines.filter((line) => line.kind === 'subscription' && isWithin('runs', line, today));
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

  function convert(fact: OrderFact & { type: 'convert' }, today: number): boolean {
    const line = lines[Number(fact.line) - 1];
    if (!line || line.kind === fact.license || !isWithin('convertible', line, today)) return false;
    const lastDay = fact.endsOn ?? fact.care?.endsOn;
    Object.assign(line, { kind: fact.license, end: lastDay === undefined ? null : dayNumber(lastDay) });
    return true;
  }

  function take(fact: OrderFact, today: number): boolean {
    if (fact.type === 'renew') return renew(fact, today);
    if (fact.type === 'expand') return expand(fact, today);
    return fact.type === 'convert' ? convert(fact, today) : true;
  }

  return {
    /** Units owned over all lines on a day. */
    owned(today: number): number {
      if (statusOn(today) !== 'open') return 0;
      const owned = lines.filter((line) => isWithin('runs', line, today));
      return owned.reduce((sum, { capacity }) => sum + capacity, 0);
    },

    /** Whether the fact is taken; what it then changes counts from this day on. */
    hear(fact: OrderFact, today: number): boolean {
      const reference = 'reference' in fact ? fact.reference : undefined;
      const known = reference === undefined ? undefined : heard.get(reference);
      if (known !== undefined && 'contentHash' in fact) return known === fact.contentHash;
      if (statusOn(today) !== 'open') return fact.type === 'cancel' && status === 'canceled';
      if (fact.type === 'cancel') status = 'canceled';
      const isTaken = take(fact, today);
      if (isTaken && 'contentHash' in fact) heard.set(fact.reference, fact.contentHash);
      return isTaken;
    },
  };
}

function toModelLine(line: {
  application: string;
  capacity: number;
  license: LicenseKind;
  startsOn: string;
  endsOn: string | null;
  care: { endsOn: string | null } | null;
}): ModelLine {
  const { application, capacity, license, startsOn, endsOn, care } = line;
  const lastDay = endsOn ?? care?.endsOn ?? null;
  return {
    application,
    capacity,
    kind: license,
    start: dayNumber(startsOn),
    end: lastDay === null ? null : dayNumber(lastDay),
  };
}
