import { addDays, startOfDay } from '../../domain/days.ts';
import type { Cancellation, Withdrawable } from '../../domain/order/facts.ts';
import type { Order } from '../../domain/order/order.ts';
import type { OrderFact, Renewal } from '../../domain/order/commands.ts';
import type { SoldLine } from '../../domain/order/arriving/sold.ts';
import { boundariesOf, endOf, instantsOf } from '../../domain/catalogue/terms.ts';
import { EXPANSION, LAST_DAY, OTHER_CUSTOMER, SOLD } from './cast.ts';

/** Something that can be said of an order, once in a world, with the instants that its order's zone gives it. */
export type Saying = { name: string; order: number; fact: (order: Order) => OrderFact };

const of = (reference: string) => ({ reference, contentHash: reference });

export function unlock(order: number, delivery: string, how = ''): Saying {
  return { name: `unlock delivery ${delivery}${how}`, order, fact: () => ({ type: 'unlock', delivery }) };
}

export function lock(order: number, delivery: string, reference = 'L'): Saying {
  const name = `lock delivery ${delivery} (${reference})`;
  return { name, order, fact: () => ({ type: 'lock', ...of(reference), delivery, reason: 'unpaid' }) };
}

export function expand(order: number, reference = 'E'): Saying {
  return {
    ...{ name: `expand (${reference})`, order },
    fact: ({ timeZone, policy }) => ({
      ...{ type: 'expand', ...of(reference), inZone: timeZone },
      ...{ lines: [EXPANSION], instants: [instantsOf(EXPANSION, timeZone, policy)] },
    }),
  };
}

/** A renewal until so many days after the first last day, of the lines named or of all. */
export function renew(order: number, reference: string, days: number, lines?: Renewal['lines']): Saying {
  const endsOn = addDays(LAST_DAY, days);
  const said = lines?.map(({ line, capacity }) => (capacity ? `${line} at ${capacity}` : line)).join(', ') ?? 'all';
  return {
    ...{ name: `renew ${said} until ${endsOn} (${reference})`, order },
    fact: ({ timeZone, policy, lines: sold }) => ({
      ...{ type: 'renew', ...of(reference), endsOn, inZone: timeZone, ...(lines && { lines }) },
      boundaries: boundariesOf(endsOn, timeZone, policy),
      ends: sold
        .filter(({ evaluation }) => evaluation)
        .map((line) => ({ line: line.id, last: endOf(line, endsOn, timeZone, policy) })),
    }),
  };
}

/** A cancellation of lines or of all, now or on a day. */
export function cancel(
  order: number,
  reference: string,
  { lines, on }: Pick<Cancellation, 'lines' | 'on'> = {},
): Saying {
  const when = on ? ` on ${on}` : '';
  return {
    ...{ name: `cancel ${lines ? `line ${lines.join(', ')}` : 'all'}${when} (${reference})`, order },
    fact: ({ timeZone }) => ({
      ...{ type: 'cancel', ...of(reference), reason: 'unpaid', inZone: timeZone, ...(lines && { lines }) },
      ...(on !== undefined && { on, dueAt: startOfDay(on, timeZone) }),
    }),
  };
}

export function withdraw(order: number, kind: Withdrawable, reference: string): Saying {
  return { name: `withdraw ${kind} ${reference}`, order, fact: () => ({ type: 'withdraw', kind, reference }) };
}

export function withdrawPlan(order: number, id: string): Saying {
  return { name: `withdraw plan ${id}`, order, fact: () => ({ type: 'withdraw-plan', id }) };
}

export function convert(order: number, line: string, license: 'subscription' | 'perpetual'): Saying {
  const endsOn = license === 'perpetual' ? null : addDays(LAST_DAY, 31);
  return {
    ...{ name: `convert line ${line} to ${license}`, order },
    fact: ({ timeZone, policy }) => ({
      ...{ type: 'convert', ...of(`V${line}`), inZone: timeZone, line, license, endsOn, care: null },
      last: endsOn === null ? null : boundariesOf(endsOn, timeZone, policy),
    }),
  };
}

export function moveTo(order: number, timeZone: string): Saying {
  return {
    ...{ name: `move to ${timeZone}`, order },
    fact: ({ timeZone: inZone }) => ({ type: 'change-time-zone', ...of(timeZone), inZone, timeZone }),
  };
}

export function transfer(order: number, customerId = OTHER_CUSTOMER): Saying {
  return {
    name: `transfer to ${customerId}`,
    order,
    fact: () => ({ type: 'transfer', ...of(customerId), customerId }),
  };
}

export function changeSeller(order: number): Saying {
  const resellerId = 'southern-calls';
  return {
    name: `sell by ${resellerId}`,
    order,
    fact: () => ({ type: 'change-seller', ...of(resellerId), resellerId }),
  };
}

/** The first line was ordered with one unit too few. */
export function amend(order: number): Saying {
  return {
    ...{ name: 'amend line 1 to one more', order },
    fact: ({ timeZone, policy }) => {
      const [first, ...others] = SOLD[order]!;
      const lines: SoldLine[] = [{ ...first!, capacity: first!.capacity + 1 }, ...others];
      const instants = lines.map((line) => instantsOf(line, timeZone, policy));
      return { type: 'amend', ...of('A'), inZone: timeZone, says: [], lines, instants };
    },
  };
}

export function suspend(order: number): Saying {
  return { name: 'suspend', order, fact: () => ({ type: 'suspend', reason: 'unpaid' }) };
}

export function resume(order: number): Saying {
  return { name: 'resume', order, fact: () => ({ type: 'resume' }) };
}
