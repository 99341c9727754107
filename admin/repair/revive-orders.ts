import type { EntityManager } from '@mikro-orm/postgresql';
import { settledNotices } from '../../db/queries/mails/notices.ts';
import { orderRows } from '../../db/queries/publishing/publish-order.ts';
import { readPosted, unsentMails, type Posted } from '../../db/queries/repair/orders.ts';
import { lookAtStream, readStream } from '../../db/queries/repair/streams.ts';
import { beginningOf } from '../../domain/order/arriving/accept.ts';
import { stageOf } from '../../domain/order/line/capacity.ts';
import { nextDeadline } from '../../domain/order/deadlines.ts';
import type { RecordedOrderEvent } from '../../domain/order/events.ts';
import { toldAnewIn } from './told-anew.ts';
import { evolve } from '../../domain/order/evolve.ts';
import { noticesIn, type NoticeTold } from '../../domain/order/notices.ts';
import { openOrder, type Order } from '../../domain/order/order.ts';
import { sellerIdOf } from '../../domain/order/arriving/parties.ts';
import {
  CONTENT_HASH,
  mailWorkflowId,
  orderWorkflowId,
  TASK_QUEUE,
  type MailDue,
  type OrderStart,
  type OrderWorkflow,
} from '../../temporal/contract.ts';
import { SEARCH_ATTRIBUTES } from '../../temporal/search-attributes.ts';
import { REPLACING, type Beginning } from './beginning.ts';
import type { RepairRun } from './deps.ts';
import { differingBy, gapBehind, leftAs, revivedInWords, stuckBehind, type Findings } from './findings.ts';

/**
 * Has the workflow of an order go on from its journal, in a run of its own, which takes the place of one that is behind. `base`
 * is the order as that one knows it; without one it begins with the intake. What the journal says and no e-mail or digest
 * has told yet is told then.
 */
export async function reviveOrder(
  run: RepairRun,
  number: string,
  base: Order | null,
  beginning = REPLACING,
): Promise<Findings> {
  const em = run.orm.em.fork();
  const [events, posted] = await Promise.all([
    readStream<RecordedOrderEvent>(em, orderWorkflowId(number)),
    readPosted(em, number),
  ]);
  const begun = base ?? (posted && openOrder(beginningOf(posted.content).opening));
  if (!begun) return leftAs('Its workflow is gone, and there is no intake that it could begin with.');
  const gap = gapBehind(begun.seq, events);
  if (gap !== null) return stuckBehind(gap, run.byJournal.has(orderWorkflowId(number)));
  const order = events.filter(({ seq }) => seq > begun.seq).reduce(evolve, begun);
  const [look, due] = await Promise.all([
    lookAtStream(em, 'order', number, { rows: orderRows(order), from: order.seq + 1 }),
    toBeTold(em, order, events),
  ]);
  if (look.seq !== order.seq || look.differs)
    return leftAs('Its workflow is behind its journal, and the journal does not lead to its rows.');
  const contentHash = isOf(posted, order) ? posted.contentHash : '';
  if (!run.onlyCheck) await start(run, { order, unpublished: [], ...due }, contentHash, beginning);
  return differingBy(revivedInWords(base, order));
}

/** Whether an intake is of an order, and not of another one that took its number. */
function isOf(posted: Posted | null, { acceptedAt }: Order): posted is Posted {
  return posted !== null && Date.parse(posted.content.acceptedAt) === acceptedAt;
}

async function start(
  run: RepairRun,
  carried: Extract<OrderStart, { order: Order }>,
  contentHash: string,
  beginning: Beginning,
): Promise<void> {
  const { order } = carried;
  const deadline = nextDeadline(order);
  await run.client.workflow.start<OrderWorkflow>('order', {
    workflowId: orderWorkflowId(order.number),
    taskQueue: TASK_QUEUE,
    args: [carried],
    ...beginning,
    // Another order that is posted under its number is told by this as it was before.
    ...(contentHash !== '' && { memo: { [CONTENT_HASH]: contentHash } }),
    typedSearchAttributes: [
      { key: SEARCH_ATTRIBUTES.OrderStage, value: stageOf(order) },
      { key: SEARCH_ATTRIBUTES.CustomerId, value: order.customerId },
      { key: SEARCH_ATTRIBUTES.ResellerId, value: sellerIdOf(order) },
      { key: SEARCH_ATTRIBUTES.Applications, value: [...new Set(order.lines.map(({ application }) => application))] },
      ...(deadline === null ? [] : [{ key: SEARCH_ATTRIBUTES.NextDeadline, value: new Date(deadline) }]),
    ],
    staticSummary: `Order ${order.number} of ${order.customerId}`,
    staticDetails: 'Goes on from its journal, as Temporal was restored from an older backup.',
  });
}

/** What no e-mail and no digest has told yet, as far as the tables say. */
async function toBeTold(em: EntityManager, order: Order, events: RecordedOrderEvent[]) {
  const [mails, notices] = await Promise.all([mailsDue(em, order, events), noticesDue(em, order, events)]);
  return { mailsDue: mails, noticesDue: notices };
}

/** E-mails of which the tables do not say what became of them: sent or started before counts as done. */
async function mailsDue(
  em: EntityManager,
  { number, deliveries }: Order,
  events: RecordedOrderEvent[],
): Promise<MailDue[]> {
  const anew = toldAnewIn(events);
  const told = deliveries
    .map(({ id: delivery, edition = 1 }) => ({ delivery, edition }))
    .filter(({ delivery, edition }) => edition === 1 || anew.has(`${delivery}/${edition}`));
  const idOf = ({ delivery, edition }: (typeof told)[number]) => mailWorkflowId(number, delivery, 1, edition);
  const unsent = new Set(await unsentMails(em, told.map(idOf)));
  return told.filter((mail) => unsent.has(idOf(mail)));
}

/** What was to be told and stands in no digest; the order itself leaves out what makes no sense any more. */
async function noticesDue(em: EntityManager, order: Order, events: RecordedOrderEvent[]): Promise<NoticeTold[]> {
  const notices = noticesIn({ order, events });
  if (notices.length === 0) return [];
  const settled = new Set((await settledNotices(em, notices)).map(({ seq }) => seq));
  return notices.filter(({ seq }) => !settled.has(seq));
}
