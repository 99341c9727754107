import type { EntityManager } from '@mikro-orm/postgresql';
import { inBatches } from '../../../db/in-batches.ts';
import {
  insertAccounts,
  insertIntake,
  insertIntakes,
  proposeMembers,
  readAllKnown,
  readKnown,
  type Keeping,
  type Kept,
  type Known,
  type Named,
} from '../../../db/queries/orders/intakes.ts';
import { queueAgain } from '../../../db/queries/orders/unstarted.ts';
import {
  acceptOrder,
  agreedNow,
  checkOrder,
  checkPlacedAt,
  daysInLines,
  type AcceptedOrder,
  type PostedOrder,
} from '../../../domain/order/arriving/accept.ts';
import { dayAt } from '../../../domain/days.ts';
import type { By } from '../../../domain/people/permissions.ts';
import { orderWorkflowId } from '../../../temporal/contract.ts';
import { told } from '../../../temporal/requests.ts';
import { traceUnderWay } from '../../../temporal/traces.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError, refuseInvalid } from '../../problems/problems.ts';
import { hashOfJson } from '../../canonical.ts';
import { createStarting } from './starting.ts';
import { createWakeStarters } from './wake-starters.ts';
import { checkTexts, namesIn, referencesIn, textsIn } from '../../text.ts';
import { partiesOf, refuseOtherKinds, strangersAmong, type OrderParty } from './parties.ts';
import { completeRebuilt, isSameOrder, refuseUnrepaired } from './rebuilt.ts';

/** An order that came in before, or as it would be accepted now. */
type Judged =
  | { known: NonNullable<Known['intake']> }
  | { content: AcceptedOrder; parties: OrderParty[]; accounts: Known['accounts'] };

/** One statement is carried out while the next one gathers orders: alone an order waits for nobody. */
const TOGETHER = { callsAtOnce: 2, itemsAtOnce: 32 };

/**
 * Takes orders in: keeps the content and the parties in one transaction, in which the order gets in line. From then on it
 * starts by itself, whatever becomes of whoever kept it; what says so to those who start may be lost.
 */
export function createIntake(deps: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'catalogue' | 'startsEagerly'>) {
  const { orm, clock, catalogue } = deps;
  const { startKept, startNow } = createStarting(deps);
  const wakeStarters = createWakeStarters(orm);
  const know = inBatches(
    (asked: Named[]) => readAllKnown(orm.em.fork(), asked),
    () => [],
    TOGETHER,
  );
  const keepTogether = inBatches(
    (keeping: Keeping[]) => insertIntakes(orm.em.fork(), keeping),
    ({ kept, newcomers }) => [`order/${kept.content.number}`, ...newcomers.map(({ id }) => `account/${id}`)],
    TOGETHER,
  );

  /**
   * Answers the order as it was kept, and whether it is new. Problems: INVALID_REQUEST, ORDER_NUMBER_TAKEN, also where
   * Temporal knows the number with another content, ACCOUNT_KIND_DIFFERS, ORDER_NOT_REPAIRED.
   */
  async function takeIn(posted: PostedOrder, by: By): Promise<{ created: boolean; accepted: AcceptedOrder }> {
    const known = await keepOnce(posted, by, false);
    if (!known.isProjected) wakeStarters();
    return { created: known.isNew, accepted: known.content };
  }

  /**
   * The same for whoever has many, and starts each itself, in its own time: others are not to wait behind all of them. Answers
   * what starts it; left alone for ten seconds, it starts by itself. Problems: those of taking it in; of starting it,
   * TEMPORAL_UNAVAILABLE and ORDER_NUMBER_TAKEN.
   */
  async function takeInToStart(posted: PostedOrder, by: By): Promise<() => Promise<void>> {
    const known = await keepOnce(posted, by, true);
    return async () => {
      if (known.kept) await startKept({ ...known.kept, failures: 0 });
      else if (!known.isProjected) await startNow(posted.number);
    };
  }

  /** The order as it would be accepted; null for one that came in before. Problems: those of taking it in. */
  async function accept(posted: PostedOrder, by: By): Promise<AcceptedOrder | null> {
    checkAllTexts(posted);
    const judged = await judge(posted, by);
    if (!('known' in judged)) return judged.content;
    refuseOther(posted, hashOfJson(posted), judged.known);
    return null;
  }

  return { takeIn, takeInToStart, accept };

  /** What was kept before is in line once more as long as it does not show: a former version may have died before it started it. */
  async function keepOnce(posted: PostedOrder, by: By, isClaimed: boolean) {
    checkAllTexts(posted);
    const hash = hashOfJson(posted);
    const first = await keep(posted, by, hash, isClaimed);
    const known = first ?? (await readAgain(posted));
    refuseOther(posted, hash, known);
    if (known.isRebuilt) {
      const content = await completeRebuilt(orm.em.fork(), posted, hash, known.content);
      if (content) return { ...known, content, isProjected: true };
      const completed = await readAgain(posted);
      refuseOther(posted, hash, completed);
      return { ...completed, isProjected: true };
    }
    if (!known.isNew && !known.isProjected) await queueAgain(orm.em.fork(), posted.number);
    return known;
  }

  /** As it is known after somebody else was a moment faster. */
  async function readAgain({ number, customer }: PostedOrder) {
    const { intake } = await know({ number, parties: [customer] });
    return { ...intake!, isNew: false, kept: null };
  }

  /** What came in before is answered before it is judged: what can be sold changes, an order that was taken stays. */
  async function judge(posted: PostedOrder, by: By): Promise<Judged> {
    const { number } = posted;
    const parties = [posted.customer, posted.reseller, posted.distributor].flatMap((party) => (party ? [party] : []));
    const { intake, accounts, isUnrepaired } = await know({ number, parties });
    if (intake) return { known: intake };
    if (isUnrepaired) await refuseUnrepaired(deps.temporal, orderWorkflowId(posted.number));
    refuseInvalid(checkOrder(posted, catalogue));
    const at = clock();
    const timeZone = accounts.find((account) => account.id === posted.customer.id)?.timeZone;
    const content = acceptOrder(posted, by, at, timeZone ?? undefined);
    refuseInvalid([...checkPlacedAt(content), ...daysInLines(content.lines, dayAt(at, content.customer.timeZone))]);
    const named = partiesOf(content);
    refuseOtherKinds(named, accounts);
    return { content, parties: named, accounts };
  }

  /** Null when another post of the same number was a moment faster. */
  async function keep(posted: PostedOrder, by: By, contentHash: string, isClaimed: boolean) {
    const judged = await judge(posted, by);
    if ('known' in judged) return { ...judged.known, isNew: false, kept: null };
    const { content, parties, accounts } = judged;
    const requestId = told(orderWorkflowId(content.number)) ?? null;
    const kept = { content, contentHash, agreed: agreedNow(content), requestId, trace: traceUnderWay(), isClaimed };
    const newcomers = parties.filter(({ id }) => accounts.every((account) => account.id !== id));
    const row =
      (accounts.every(({ hasMember }) => hasMember) && (await keepTogether({ kept, newcomers }))) ||
      (await orm.em.fork().transactional((tx) => keepInSteps(tx, kept, parties)));
    if (!row) return null;
    const about = { content, contentHash, isProjected: false, isOther: false, isRebuilt: false, isNew: true };
    return { ...about, kept: { ...kept, ...row } };
  }

  /** Where an account is to be told of somebody new, or was created by another order a moment ago. */
  async function keepInSteps(tx: EntityManager, kept: Kept, parties: OrderParty[]) {
    const { content } = kept;
    await insertAccounts(tx, content, parties);
    const { accounts } = await readKnown(tx, content.number, parties);
    refuseOtherKinds(parties, accounts);
    const row = await insertIntake(tx, kept);
    if (row) await proposeMembers(tx, content, strangersAmong(parties, accounts));
    return row;
  }
}

/** Problems: ORDER_NUMBER_TAKEN. */
function refuseOther(posted: PostedOrder, hash: string, known: NonNullable<Known['intake']>): void {
  const isSame = known.isRebuilt ? isSameOrder(posted, hash, known) : known.contentHash === hash;
  if (!isSame || known.isOther) throw new ProblemError('ORDER_NUMBER_TAKEN');
}

function checkAllTexts(posted: PostedOrder): void {
  const { purchaseOrder, metadata, lines } = posted;
  checkTexts({ ...namesIn(posted), '/purchaseOrder': purchaseOrder });
  checkTexts({ ...textsIn(metadata), ...referencesIn(lines) });
}
