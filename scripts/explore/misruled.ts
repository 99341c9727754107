import type { Handled } from '../../domain/order/handle.ts';
import type { Order } from '../../domain/order/order.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import type { RecordedOrderEvent } from '../../domain/order/events.ts';
import { RULES, type Rules } from './rules.ts';

/** What an order hears; time alone says something, too. */
export type Heard = OrderCommand | { type: 'pass-time' };

/** One rule of orders gone wrong: in what it looks at, takes a command for, says, or makes of what was said. */
export type Mistake = {
  sees?: (order: Order, heard: Heard) => Order;
  hears?: (heard: OrderCommand, order: Order) => OrderCommand;
  says?: (event: RecordedOrderEvent, order: Order) => RecordedOrderEvent | null;
  becomes?: (after: Order, event: RecordedOrderEvent, before: Order) => Order;
};

/** The rules with a mistake in one of those of orders. */
export function misruled({ sees = same, hears = same, says = same, becomes = same }: Mistake): Rules {
  const evolve: Rules['evolve'] = (order, event) => becomes(RULES.evolve(order, event), event, order);

  /** What is decided by mistake happens to the order as it is. */
  function happened(order: Order, { events }: Handled): Handled {
    const said = events.flatMap((event) => says(event, order) ?? []);
    const numbered = said.map((event, index) => ({ ...event, seq: order.seq + index + 1 }));
    return { order: numbered.reduce(evolve, order), events: numbered };
  }

  return {
    ...RULES,
    evolve,
    handle: (order, heard, at, now) => happened(order, RULES.handle(sees(order, heard), hears(heard, order), at, now)),
    handleFact: (order, heard, at, now) =>
      happened(order, RULES.handleFact(sees(order, heard), hears(heard, order) as typeof heard, at, now)),
    passTime: (order, now) => happened(order, RULES.passTime(sees(order, { type: 'pass-time' }), now)),
  };
}

function same<Same>(one: Same): Same {
  return one;
}
