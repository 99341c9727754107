import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderRows } from '../../../db/queries/publishing/publish-order.ts';
import { putRows } from '../../../db/queries/publishing/publish.ts';
import { careCondition, lineCondition } from '../../../domain/condition/line.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import { linesOf } from '../../../domain/order/line/lasting.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import { POLICY } from '../../../domain/policy.ts';
import { openDatabase } from '../../support/api/database.ts';
import { live } from '../../support/domain/any-history.ts';
import { anyOrderLife, type OrderLife } from '../../support/domain/any-order.ts';
import { handleMove, OPENING, type OrderMove } from '../../support/domain/order-language.ts';

const LIVES = 150;
const NO_DAY = '9999-12-31';

/** What an order is after its life, and when that was. */
function after({ timeZone, delivery, steps }: OrderLife, number: string): { order: Order; atMs: number } {
  const open = openOrder({ ...OPENING, policy: POLICY, number, timeZone });
  const first = { command: delivery, atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt };
  const history = live<Order, OrderMove, OrderEvent>({ open, handle: handleMove, evolve }, [first, ...steps]);
  const last = history.at(-1)!;
  return { order: last.after, atMs: last.nowMs };
}

test('the last day by which a line is found, listed and put into calendars is what is said to be true of it', async () => {
  const database = await openDatabase();
  try {
    const lives = fc.sample(anyOrderLife, LIVES).map((life, index) => after(life, `N-${index}`));
    const em = database.orm.em.fork();
    await em.transactional(async (tx) => {
      for (const { order } of lives) await putRows(tx, 'order', orderRows(order));
    });
    const rows = await em.execute<{ key: string; day: string; plans: number }[]>(
      `select order_number || '/' || id as key, last_day as day, jsonb_array_length(planned) as plans from lines`,
    );
    const dayOf = new Map(rows.map(({ key, day }) => [key, day]));
    let compared = 0;
    for (const { order, atMs } of lives) {
      // Of what was canceled nothing lasts, and no list asks for its days.
      if (order.status === 'canceled') continue;
      for (const line of linesOf(order)) {
        const judged = { ...line, status: 'open' as const, timeZone: order.timeZone };
        const said = line.terms.until === null ? careCondition(judged, atMs) : lineCondition(judged, atMs);
        const day = dayOf.get(`${order.number}/${line.id}`);
        if (said === null) expect(day).toBe(line.canceledAt === undefined ? NO_DAY : day);
        if (said?.state !== 'active' && said?.state !== 'expiring') continue;
        expect({ order: order.number, line: line.id, day }).toEqual({
          ...{ order: order.number, line: line.id },
          day: said.until,
        });
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(LIVES / 2);
    expect(rows.some(({ plans }) => plans > 0)).toBe(true);
  } finally {
    await database.drop();
  }
});
