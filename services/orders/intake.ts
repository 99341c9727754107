import type { EntityManager } from '@mikro-orm/postgresql';
import {
  insertAccounts,
  insertIntake,
  markStarted,
  proposeMembers,
  readKnown,
} from '../../db/queries/orders/intakes.ts';
import {
  acceptOrder,
  beginningOf,
  checkOrder,
  checkPlacedAt,
  daysInLines,
  firstDeadline,
  type AcceptedOrder,
  type PostedOrder,
} from '../../domain/order/accept.ts';
import { dayAt } from '../../domain/days.ts';
import { sellerOf } from '../../domain/order/seller.ts';
import type { By } from '../../domain/permissions.ts';
import { orderWorkflowId, type OrderWorkflow } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { ProblemError, refuseInvalid } from '../problems/problems.ts';
import { hashOfJson } from '../canonical.ts';
import { start } from '../../temporal/calls.ts';
import { SEARCH_ATTRIBUTES } from '../../temporal/search-attributes.ts';
import { started } from '../outcomes.ts';
import { checkTexts, namesIn, referencesIn, textsIn } from '../text.ts';
import { partiesOf, refuseOtherKinds, strangersAmong, type OrderParty } from './parties.ts';
import { completeRebuilt, isSameOrder, refuseUnrepaired } from './rebuilt.ts';

type Known = Awaited<ReturnType<typeof readKnown>>;

/** An order that came in before, or as it would be accepted now. */
type Judged =
  | { known: NonNullable<Known['intake']> }
  | { content: AcceptedOrder; parties: OrderParty[]; accounts: Known['accounts'] };

/**
 * Takes orders in: keeps the content and the parties in one transaction, then starts the workflow, then marks it started.
 * A repeat does what the first attempt did not get to.
 */
export function createIntake({
  orm,
  temporal,
  clock,
  catalogue,
  startsEagerly = false,
}: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'catalogue' | 'startsEagerly'>) {
  /**
   * Answers the order as it was kept, and whether it is new. Problems: INVALID_REQUEST, ORDER_NUMBER_TAKEN, ACCOUNT_KIND_DIFFERS,
   * ORDER_NOT_REPAIRED, TEMPORAL_UNAVAILABLE.
   */
  async function takeIn(posted: PostedOrder, by: By): Promise<{ created: boolean; accepted: AcceptedOrder }> {
    checkAllTexts(posted);
    const hash = hashOfJson(posted);
    const first = await keep(posted, by, hash);
    const known = first ?? (await readKnown(orm.em.fork(), posted.number, [posted.customer])).intake!;
    refuseOther(posted, hash, known);
    if (known.isRebuilt)
      return { created: false, accepted: await completeRebuilt(orm.em.fork(), posted, hash, known.content) };
    if (known.startedAt === null) await begin(known.content);
    return { created: first?.isNew === true, accepted: known.content };
  }

  /** The order as it would be accepted; null for one that came in before. Problems: those of taking it in. */
  async function accept(posted: PostedOrder, by: By): Promise<AcceptedOrder | null> {
    checkAllTexts(posted);
    const judged = await judge(posted, by);
    if (!('known' in judged)) return judged.content;
    refuseOther(posted, hashOfJson(posted), judged.known);
    return null;
  }

  return { takeIn, accept, begin };

  /** What came in before is answered before it is judged: what can be sold changes, an order that was taken stays. */
  async function judge(posted: PostedOrder, by: By): Promise<Judged> {
    const named = [posted.customer, posted.reseller, posted.distributor].flatMap((party) => (party ? [party] : []));
    const { intake, accounts, isUnrepaired } = await readKnown(orm.em.fork(), posted.number, named);
    if (intake) return { known: intake };
    if (isUnrepaired) await refuseUnrepaired(temporal, posted.number);
    refuseInvalid(checkOrder(posted, catalogue));
    const at = clock();
    const timeZone = accounts.find((account) => account.id === posted.customer.id)?.timeZone;
    const content = acceptOrder(posted, by, at, timeZone ?? undefined);
    refuseInvalid([...checkPlacedAt(content), ...daysInLines(content.lines, dayAt(at, content.customer.timeZone))]);
    const parties = partiesOf(content);
    refuseOtherKinds(parties, accounts);
    return { content, parties, accounts };
  }

  /** Null when another post of the same number was a moment faster. */
  async function keep(posted: PostedOrder, by: By, contentHash: string) {
    const judged = await judge(posted, by);
    if ('known' in judged) return { ...judged.known, isNew: false };
    const { content, parties, accounts } = judged;
    const em = orm.em.fork();
    const newcomers = parties.filter(({ id }) => accounts.every((account) => account.id !== id));
    const isNew =
      (accounts.every(({ hasMember }) => hasMember) && (await insertIntake(em, content, contentHash, newcomers))) ||
      (await em.transactional((tx) => keepInSteps(tx, content, contentHash, parties)));
    return isNew ? { content, contentHash, startedAt: null, isRebuilt: false, isNew } : null;
  }

  /** Where an account is to be told of somebody new, or was created by another order a moment ago. */
  async function keepInSteps(tx: EntityManager, content: AcceptedOrder, contentHash: string, parties: OrderParty[]) {
    await insertAccounts(tx, content, parties);
    const { accounts } = await readKnown(tx, content.number, parties);
    refuseOtherKinds(parties, accounts);
    const isNew = await insertIntake(tx, content, contentHash);
    if (isNew) await proposeMembers(tx, content, strangersAmong(parties, accounts));
    return isNew;
  }

  /** Starts the workflow of an order that was kept; one that was started before is left alone. Problems: TEMPORAL_UNAVAILABLE. */
  async function begin(content: AcceptedOrder): Promise<void> {
    const { number, customer, lines } = content;
    const beginning = beginningOf(content);
    const deadline = firstDeadline(beginning);
    const outcome = await start<OrderWorkflow>(temporal, 'order', {
      workflowId: orderWorkflowId(number),
      requestEagerStart: startsEagerly,
      args: [beginning],
      typedSearchAttributes: [
        { key: SEARCH_ATTRIBUTES.OrderStage, value: 'locked' },
        { key: SEARCH_ATTRIBUTES.CustomerId, value: customer.id },
        { key: SEARCH_ATTRIBUTES.ResellerId, value: sellerOf(content).id },
        { key: SEARCH_ATTRIBUTES.Applications, value: [...new Set(lines.map((line) => line.application))] },
        ...(deadline === null ? [] : [{ key: SEARCH_ATTRIBUTES.NextDeadline, value: new Date(deadline) }]),
      ],
      staticSummary: `Order ${number} of ${customer.id}`,
      staticDetails: describe(content),
    });
    started(outcome);
    await markStarted(orm.em.fork(), number, clock());
  }
}

/** Problems: ORDER_NUMBER_TAKEN. */
function refuseOther(posted: PostedOrder, hash: string, known: NonNullable<Known['intake']>): void {
  const isSame = known.isRebuilt ? isSameOrder(posted, hash, known) : known.contentHash === hash;
  if (!isSame) throw new ProblemError('ORDER_NUMBER_TAKEN');
}

function checkAllTexts(posted: PostedOrder): void {
  const { purchaseOrder, metadata, lines } = posted;
  checkTexts({ ...namesIn(posted), '/purchaseOrder': purchaseOrder });
  checkTexts({ ...textsIn(metadata), ...referencesIn(lines) });
}

function describe({ customer, reseller, distributor, lines, placedAt }: AcceptedOrder): string {
  const rows = lines.map(
    ({ application, license, capacity, startsOn, endsOn }) =>
      `| ${application} | ${license} | ${capacity} | ${startsOn} | ${endsOn ?? 'perpetual'} |`,
  );
  const sellers = [reseller, distributor].flatMap((party) => (party ? [party.id] : []));
  const how = sellers.length > 0 ? `through ${sellers.join(' and ')}` : 'directly';
  return [
    `Sold to ${customer.id} ${how}, placed at ${placedAt}.`,
    '',
    '| application | license | capacity | first day | last day |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
