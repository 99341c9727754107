import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { isClosed } from '../domain/order/line/capacity.ts';
import { handle, handleFact, passTime, type Handled } from '../domain/order/handle.ts';
import { toPublish } from '../domain/order/line/lasting.ts';
import { noticesIn, stillToTell } from '../domain/order/notices.ts';
import { completed, MOST_EVENTS_AT_ONCE, NEWEST_RULES, openOrder } from '../domain/order/order.ts';
import type { OrderFact } from '../domain/order/commands.ts';
import type { Attributed } from '../domain/order/events.ts';
import {
  amendSignal,
  cancelSignal,
  changeSellerSignal,
  changeTimeZoneSignal,
  convertSignal,
  expandSignal,
  lockSignal,
  orderQuery,
  orderToldQuery,
  renewSignal,
  resumeSignal,
  stateIntentSignal,
  suspendSignal,
  takeUpdate,
  tellSignal,
  transferSignal,
  unlockSignal,
  wakeSignal,
  withdrawPlanSignal,
  withdrawSignal,
  type Holding,
  type MailDue,
  type Message,
  type NewOrder,
  type OrderStart,
} from '../temporal/contract.ts';
import { durably } from './durably.ts';
import { showOrder, waitFor } from './order-details.ts';
import { createPublishing, publisher } from './publishing.ts';
import { refusing } from './refuse.ts';
import { byNewestRules, createRollOver, rulesHere } from './rollover.ts';
import { createSignals } from './signals.ts';
import { createTold } from './told.ts';

const publishOrder = publisher('publishOrder');
const publishDelivery = publisher('publishDelivery', {
  summary: 'Publish what was delivered, and send its e-mail or start its workflow',
  // It waits for Resend and Temporal, too.
  withinSeconds: 15,
});
const startMail = durably('startMail', 'Send the e-mail of a delivery, or start its workflow');
const tellNotices = durably('tellNotices', 'Tell the seller’s notices that something ends');

/** The whole life of one order. What it knows is carried from run to run; `domain/order` says what anything means. */
export async function order(start: OrderStart): Promise<void> {
  const carried =
    'opening' in start ? open(start) : { ...start, order: byNewestRules(completed(start.order), NEWEST_RULES) };
  const { mailsDue } = carried;
  let { order: state, unpublished, noticesDue } = carried;
  const journal = createTold(unpublished);
  const publishing = createPublishing();
  const rollOver = createRollOver(() => state, NEWEST_RULES);

  const signals = createSignals();
  setHandler(orderQuery, () => state);
  setHandler(orderToldQuery, (place) => ({
    ...journal.behind(place, state.seq, unpublished),
    order: state,
    begun: 'opening' in start ? start : null,
    mailsDue,
  }));
  setHandler(wakeSignal, () => {});
  signals.on(unlockSignal, ({ at, ...unlock }) => hear({ type: 'unlock', ...unlock }, at));
  signals.on(renewSignal, ({ at, ...renewal }) => hear({ type: 'renew', ...renewal }, at));
  signals.on(expandSignal, ({ at, ...expansion }) => hear({ type: 'expand', ...expansion }, at));
  signals.on(suspendSignal, ({ at, ...suspension }) => hear({ type: 'suspend', ...suspension }, at));
  signals.on(resumeSignal, ({ at, ...resumption }) => hear({ type: 'resume', ...resumption }, at));
  signals.on(cancelSignal, ({ at, ...cancellation }) => hear({ type: 'cancel', ...cancellation }, at));
  signals.on(amendSignal, ({ at, ...amendment }) => hear({ type: 'amend', ...amendment }, at));
  signals.on(lockSignal, ({ at, ...locking }) => hear({ type: 'lock', ...locking }, at));
  signals.on(withdrawSignal, ({ at, ...withdrawal }) => hear({ type: 'withdraw', ...withdrawal }, at));
  signals.on(withdrawPlanSignal, ({ at, ...plan }) => hear({ type: 'withdraw-plan', ...plan }, at));
  signals.on(convertSignal, ({ at, ...conversion }) => hear({ type: 'convert', ...conversion }, at));
  signals.on(changeTimeZoneSignal, ({ at, ...change }) => hear({ type: 'change-time-zone', ...change }, at));
  signals.on(changeSellerSignal, ({ at, ...change }) => hear({ type: 'change-seller', ...change }, at));
  signals.on(transferSignal, ({ at, ...transfer }) => hear({ type: 'transfer', ...transfer }, at));
  signals.on(stateIntentSignal, ({ at, ...statement }) => hear({ type: 'state-intent', ...statement }, at));
  signals.on(tellSignal, ({ at, ...message }) => apply(handle(state, { type: 'tell', ...message }, at, Date.now())));
  signals.listen();
  setHandler(takeUpdate, take, { validator: checkTake });

  while (!isClosed(state) || hasWork()) {
    showOrder(state);
    await deliver();
    await publish();
    await announce();
    await giveNotice();
    if (rollOver.wanted() && !isClosed(state)) return goOnInANewRun();
    if (!isClosed(state)) await waitFor(state, () => hasWork() || rollOver.wanted());
    apply(passTime(state, Date.now()));
  }
  showOrder(state);
  await condition(allHandlersFinished);

  /** A fact that the rules refuse becomes an event: it is neither lost nor a failure. */
  function hear(fact: Attributed<OrderFact>, at: number): void {
    apply(handleFact(state, fact, at, Date.now()));
  }

  function take({ at, ...message }: Message): Holding {
    publishing.afterUpdate();
    apply(refusing(() => handle(state, { type: 'take', ...message }, at, Date.now())));
    const held = state.assignments.filter((share) => share.server === message.server);
    return { shares: held.map(({ line, capacity }) => ({ line, capacity })) };
  }

  function checkTake({ at, ...message }: Message): void {
    refusing(() => {
      rollOver.refuseWhileWanted();
      handle(state, { type: 'take', ...message }, at, Date.now());
    });
  }

  function apply(handled: Handled): void {
    state = handled.order;
    journal.add(handled.events);
    unpublished.push(...handled.events);
    mailsDue.push(...mailsIn(handled));
    noticesDue.push(...noticesIn(handled));
  }

  function hasWork(): boolean {
    return unpublished.length + mailsDue.length + noticesDue.length > 0;
  }

  /** From rules 3 on, what is delivered and nothing more yet is published and announced in one. */
  async function deliver(): Promise<void> {
    const [delivered, ...more] = unpublished;
    if (state.rules < 3 || delivered?.type !== 'delivered' || more.length > 0) return;
    const mail = { order: state.number, delivery: delivered.delivery };
    await publishing.publish(publishDelivery, { order: toPublish(state), events: [delivered], mail });
    unpublished = unpublished.slice(1);
    mailsDue.shift();
  }

  async function publish(): Promise<void> {
    // What comes meanwhile waits for the next round.
    for (let left = unpublished.length; left > 0;) {
      const most = state.rules >= 2 ? MOST_EVENTS_AT_ONCE : left;
      const events = unpublished.slice(0, Math.min(left, most));
      // From rules 4 on: the state is as after all of them.
      const all = state.rules >= 4 ? unpublished : events;
      await publishing.publish(publishOrder, { order: toPublish(state), events }, all);
      unpublished = unpublished.slice(events.length);
      left -= events.length;
    }
  }

  async function announce(): Promise<void> {
    for (; mailsDue.length > 0; mailsDue.shift()) await startMail({ order: state.number, ...mailOf(mailsDue[0]!) });
  }

  async function giveNotice(): Promise<void> {
    noticesDue = stillToTell(state, noticesDue, Date.now());
    for (; noticesDue.length > 0; noticesDue.shift()) await tellNotices(noticesDue[0]!);
  }

  async function goOnInANewRun(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<typeof order>({ order: state, unpublished, mailsDue, noticesDue });
  }
}

/** The first thing that happens to an order is its delivery; its lines may be over already. */
function open({ opening, ...delivery }: NewOrder) {
  const opened = openOrder(opening, rulesHere(NEWEST_RULES));
  const handled = handle(opened, { type: 'deliver', ...delivery }, opening.acceptedAt, Date.now());
  const due = { mailsDue: mailsIn(handled), noticesDue: noticesIn(handled) };
  return { order: handled.order, unpublished: handled.events, ...due };
}

/** Each delivery is announced by one e-mail, and by one more when it is told anew. */
function mailsIn({ events }: Handled): MailDue[] {
  return events.flatMap((event): MailDue[] => {
    if (event.type === 'delivered' || event.type === 'expanded') return [event.delivery];
    return event.type === 'correction-due' ? [{ delivery: event.delivery, edition: event.edition }] : [];
  });
}

function mailOf(due: MailDue): { delivery: string; edition?: number } {
  return typeof due === 'string' ? { delivery: due } : due;
}
