import { expect, test } from '@jest/globals';
import { sampleOrders } from '../../../scripts/samples/orders.ts';
import { addDays, daysBetween, isDay } from '../../../domain/days.ts';

/** Every day in a value, in its sequence. */
const daysIn = (value: unknown) =>
  [...JSON.stringify(value).matchAll(/"(\d{4}-\d\d-\d\d)/g)].map(([, day]) => day!).filter(isDay);

test.each(['2026-11-30', '2027-01-05', '2028-02-29', '2036-12-31'])(
  'sample orders of %s are as far from their ends as ever',
  (today) => {
    const far = (orders: unknown, from: string) => daysIn(orders).map((day) => daysBetween(from, day));
    expect(far(sampleOrders(today), today)).toEqual(far(sampleOrders('2026-11-30'), '2026-11-30'));
    for (const order of sampleOrders(today)) expect(daysIn(order)[0]! <= addDays(today, -1)).toBe(true);
  },
);
