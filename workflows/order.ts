import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { isOver } from '../domain/order/capacity.ts';
import { handle, handleFact, passTime, type Handled } from '../domain/order/handle.ts';
import { openOrder } from '../domain/order/order.ts';
import {
  orderQuery,
  takeUpdate,
  tellSignal,
  unlockSignal,
  type Holding,
  type Message,
  type NewOrder,
  type OrderStart,
} from './contract.ts';
import { durably } from './durably.ts';
import { showOrder, waitFor } from './order-details.ts';
import { refusing } from './refuse.ts';
import { refuseWhileRollingOver, wantsRollOver } from './rollover.ts';

const publishOrder = durably('publishOrder', 'Publish to the projection and the journal');
const startMail = durably('startMail', 'Start the e-mail of a delivery');

/** The whole life of one order. What it knows is carried from run to run; `domain/order` says what anything means. */
export async function order(start: OrderStart): Promise<void> {
  const carried = 'opening' in start ? open(start) : start;
  const { mailsDue } = carried;
  let { order: state, unpublished } = carried;

  setHandler(orderQuery, () => state);
  setHandler(unlockSignal, ({ at, ...unlock }) =>
    apply(handleFact(state, { type: 'unlock', ...unlock }, at, Date.now())),
  );
  setHandler(tellSignal, ({ at, ...message }) => apply(handle(state, { type: 'tell', ...message }, at, Date.now())));
  setHandler(takeUpdate, take, { validator: checkTake });

  while (!isOver(state) || hasWork()) {
    showOrder(state);
    await publish();
    await announce();
    if (wantsRollOver() && !isOver(state)) return rollOver();
    if (!isOver(state)) await waitFor(state, () => hasWork() || wantsRollOver());
    apply(passTime(state, Date.now()));
  }
  showOrder(state);
  await condition(allHandlersFinished);

  function take({ at, ...message }: Message): Holding {
    apply(refusing(() => handle(state, { type: 'take', ...message }, at, Date.now())));
    const held = state.assignments.filter((share) => share.server === message.server);
    return { shares: held.map(({ line, capacity }) => ({ line, capacity })) };
  }

  function checkTake({ at, ...message }: Message): void {
    refusing(() => {
      refuseWhileRollingOver();
      handle(state, { type: 'take', ...message }, at, Date.now());
    });
  }

  function apply(handled: Handled): void {
    state = handled.order;
    unpublished.push(...handled.events);
    mailsDue.push(...handled.events.filter((event) => event.type === 'delivered').map((event) => event.delivery));
  }

  function hasWork(): boolean {
    return unpublished.length > 0 || mailsDue.length > 0;
  }

  async function publish(): Promise<void> {
    if (unpublished.length === 0) return;
    const events = [...unpublished];
    await publishOrder({ order: state, events });
    unpublished = unpublished.slice(events.length);
  }

  async function announce(): Promise<void> {
    for (; mailsDue.length > 0; mailsDue.shift()) await startMail({ order: state.number, delivery: mailsDue[0]! });
  }

  async function rollOver(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<typeof order>({ order: state, unpublished, mailsDue });
  }
}

/** The first thing that happens to an order is its delivery; its lines may be over already. */
function open({ opening, reference, lines }: NewOrder) {
  const delivery = { type: 'deliver', reference, lines } as const;
  const { order, events } = handle(openOrder(opening), delivery, opening.acceptedAt, Date.now());
  return { order, unpublished: events, mailsDue: ['1'] };
}
