import type { EntityManager } from '@mikro-orm/postgresql';
import {
  insertLostMail,
  insertNameless,
  insertRebuilt,
  lookBesideOrder,
  toldAnew,
  type BesideOrder,
  type LostMail,
} from '../../db/queries/repair/orders.ts';
import { insertWholeOrder } from '../../db/queries/repair/whole-order.ts';
import { lookAtStream, type JournalEnd, type StreamLook } from '../../db/queries/repair/streams.ts';
import { isAnyCanceled, orderRows, publishOrder } from '../../db/queries/publishing/publish-order.ts';
import { isOver } from '../../domain/order/line/capacity.ts';
import type { RecordedOrderEvent } from '../../domain/order/events.ts';
import { completed, type Order } from '../../domain/order/order.ts';
import { rebuiltOrder } from '../../domain/order/rebuilt.ts';
import { sellerOf } from '../../domain/order/arriving/seller.ts';
import type { AccountKind } from '../../domain/people/permissions.ts';
import { mailWorkflowId, orderToldQuery, orderWorkflowId, type OrderTold } from '../../temporal/contract.ts';
import { behindOf, type Stand } from './behind.ts';
import type { RepairRun } from './deps.ts';
import {
  forgottenInWords,
  inTwo,
  leftAs,
  missingEvents,
  parting,
  placesInWords,
  type Again,
  type Findings,
} from './findings.ts';
import { reviveOrder } from './revive-orders.ts';
import { behindInWords, rowsAnew, whatRowsLack } from './rows.ts';
import { toldAnewIn } from './told-anew.ts';
import { askFirstRun, askTold, isOpenNow, type Listed } from './telling.ts';

/** Everything that is known of an order from both sides. */
type Seen = { place: number; told: OrderTold; state: Order; look: StreamLook; beside: BesideOrder; mails: LostMail[] };

/** Makes again what tables and journal lack of an order that Temporal knows, or its workflow where that is older than they are. */
export async function repairOrder(
  run: RepairRun,
  number: string,
  { listed, end, before }: { listed: Listed; end: JournalEnd | undefined; before: Stand | null },
): Promise<Findings | Again> {
  const seen = await lookAt(run, number, end);
  const { told, state, look, beside } = seen;
  const stream = orderWorkflowId(number);
  const parted = parting(told.events, look.journal);
  if (parted !== null && !run.byJournal.has(stream)) return leftAs(inTwo(parted, stream));
  const isClosed = !isOver(state) && !listed.isOpen && !(await isOpenNow(run.client, stream));
  if (parted !== null) return reviveOrder(run, number, null);
  if (isClosed) return reviveOrder(run, number, state);
  const known = { seq: look.last, number: 0 };
  const behind = behindOf({ seq: state.seq, number: 0 }, known, before);
  if (behind === 'perhaps') return { again: known };
  if (behind === 'yes') return reviveOrder(run, number, state);

  const isAnothers = beside.acceptedAt !== null && Date.parse(beside.acceptedAt) !== state.acceptedAt;
  if (isAnothers && !run.byWorkflow.has(stream)) return leftAs(takenTwice(beside.acceptedAt!, stream));
  return repairTables(run, number, seen, { listed, replaces: isAnothers });
}

/** The workflow is asked first: what it says that it has published is in the tables then, or lost. */
async function lookAt(run: RepairRun, number: string, end: JournalEnd | undefined): Promise<Seen> {
  const place = end && end.events === end.last ? Math.max(end.last - 1, 0) : 0;
  const told = await askTold(run.client, orderWorkflowId(number), orderToldQuery, place);
  const state = completed(told.order);
  const em = run.orm.em.fork();
  const mails = mailsOf(told, state);
  const asked = { accounts: partiesOf(state).map(({ id }) => id), mails: mails.map(({ id }) => id) };
  const [look, beside] = await Promise.all([
    lookAtStream(em, 'order', number, { rows: orderRows(state), from: place + 1 }),
    lookBesideOrder(em, number, asked),
  ]);
  return { place, told, state, look, beside, mails };
}

async function repairTables(
  run: RepairRun,
  number: string,
  { place, told, state, look, beside, mails }: Seen,
  { listed, replaces }: { listed: Listed; replaces: boolean },
): Promise<Findings> {
  const em = run.orm.em.fork();
  const { events, forgotten } = missingEvents(told, look.journal, place + 1);
  const rows = whatRowsLack(look, state, told.publishedTo);
  const strangers = partiesOf(state).filter(({ id }) => beside.accounts.every((account) => account.id !== id));
  const lost = await lostMails(
    run,
    em,
    number,
    mails.filter(({ id }) => !beside.mails.includes(id)),
    events,
  );
  const isIntakeMissing = beside.acceptedAt === null || replaces;
  const differences = [
    ...(isIntakeMissing ? [replaces ? 'intake: was that of another order' : 'intake: was missing'] : []),
    ...strangers.map(({ id }) => `accounts ${id}: was missing`),
    ...(events.length > 0 ? [`journal: ${placesInWords(events.map(({ seq }) => seq))} were missing`] : []),
    ...(rows === 'behind' ? [behindInWords(look, state)] : []),
    ...lost.map(({ id }) => `mails ${id}: was missing; it is unknown whether it was sent`),
  ];
  if (differences.length > 0 && !run.onlyCheck) await mend();
  if (rows === 'wrong')
    differences.push(...(await rowsAnew(run, 'order', { id: number, seq: state.seq, rows: orderRows(state) })));
  return { differences, left: [], lost: forgottenInWords(forgotten) };

  /** In one transaction: whatever dies, an order is repaired or as it was. */
  async function mend(): Promise<void> {
    const at = new Date(run.clock());
    const begun = isIntakeMissing ? await howItBegan() : null;
    const rebuilt = () => rebuiltOrder(state, begun, beside.accounts);
    const contentHash = listed.contentHash ?? '';
    const seller = sellerIn(state);
    const email = beside.accounts.find(({ id }) => id === seller)?.email ?? '';
    if (isWhollyMissing()) {
      const intake = { content: rebuilt(), contentHash };
      const mails = lost.map((mail) => ({ ...mail, account: seller, email, at: new Date(atOf(mail)).toISOString() }));
      if (await insertWholeOrder(em, { order: state, events, intake, accounts: strangers, mails }, at)) return;
    }
    await em.transactional(async (tx) => {
      if (isIntakeMissing) await insertRebuilt(tx, rebuilt(), { contentHash, at, replaces });
      await insertNameless(tx, strangers, at);
      if (rows === 'behind' || events.length > 0) await publishOrder(tx, state, events);
      for (const mail of lost) await insertLostMail(tx, mail, { account: seller, email }, atOf(mail));
    });
  }

  /** What was canceled has more to be written, in turns with others of its customer. */
  function isWhollyMissing(): boolean {
    return !isAnyCanceled(state) && beside.acceptedAt === null && look.seq === null && look.events === 0;
  }

  async function howItBegan() {
    return told.begun ?? (await askFirstRun(run.client, orderWorkflowId(number), orderToldQuery))?.begun ?? null;
  }

  function atOf({ delivery }: LostMail): number {
    return state.deliveries.find(({ id }) => id === delivery)!.deliveredAt;
  }
}

/** The e-mail of the newest edition of each delivery, where it was sent or started by the order's own word. */
function mailsOf({ mailsDue }: OrderTold, { number, deliveries }: Order): LostMail[] {
  const isDue = (delivery: string) =>
    mailsDue.some((due) => (typeof due === 'string' ? due : due.delivery) === delivery);
  return deliveries
    .filter(({ id }) => !isDue(id))
    .map(({ id: delivery, edition = 1 }) => ({
      id: mailWorkflowId(number, delivery, 1, edition),
      ...{ order: number, delivery, edition, copy: 1 },
    }));
}

/**
 * Those that were surely made. A later edition is told when that falls due; what a workflow is about to make has no row
 * either, unless the database was restored.
 */
async function lostMails(
  run: RepairRun,
  em: EntityManager,
  number: string,
  missing: LostMail[],
  events: readonly RecordedOrderEvent[],
): Promise<LostMail[]> {
  if (missing.length === 0) return [];
  const journaled = missing.some(({ edition }) => edition > 1) ? await toldAnew(em, number) : new Set<string>();
  const told = journaled.union(toldAnewIn(events));
  const made = missing.filter(({ delivery, edition }) => edition === 1 || told.has(`${delivery}/${edition}`));
  if (run.isUnrepaired) return made;
  const open = await Promise.all(made.map(({ id }) => isOpenNow(run.client, id)));
  return made.filter((_, index) => !open[index]);
}

function partiesOf({ customerId, resellerId, distributorId, timeZone }: Order) {
  const party = (id: string | null, kind: AccountKind) =>
    id === null ? [] : [{ id, kind, timeZone: null as string | null }];
  return [
    { id: customerId, kind: 'customer' as AccountKind, timeZone: timeZone as string | null },
    ...party(resellerId, 'reseller'),
    ...party(distributorId, 'distributor'),
  ];
}

function sellerIn({ customerId, resellerId, distributorId }: Order): string {
  return sellerOf({ customer: customerId, reseller: resellerId, distributor: distributorId });
}

function takenTwice(acceptedAt: string, stream: string): string {
  return `Its number was taken twice: the intake of ${acceptedAt} is of another order than the workflow's. --by-workflow ${stream} puts the workflow's in its place; what was posted later needs a number of its own.`;
}
