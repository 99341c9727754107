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
  type Party,
  type PostedOrder,
} from '../../domain/order/accept.ts';
import { dayAt } from '../../domain/days.ts';
import { sellerOf } from '../../domain/order/seller.ts';
import type { AccountKind, By } from '../../domain/permissions.ts';
import { orderWorkflowId, type OrderWorkflow } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import { hashOfJson } from '../canonical.ts';
import { start } from '../../temporal/calls.ts';
import { SEARCH_ATTRIBUTES } from '../../temporal/search-attributes.ts';
import { started } from '../outcomes.ts';
import { checkTexts } from '../text.ts';

type OrderParty = Party & { kind: AccountKind };

/**
 * Takes orders in: keeps the content and the parties in one transaction, then starts the workflow, then marks it started.
 * A repeat does what the first attempt did not get to.
 */
export function createIntake({ orm, temporal, clock, catalogue }: Deps) {
  /**
   * Answers the order as it was kept, and whether it is new. Problems: INVALID_REQUEST, ORDER_NUMBER_TAKEN, ACCOUNT_KIND_DIFFERS,
   * TEMPORAL_UNAVAILABLE.
   */
  return async function takeIn(posted: PostedOrder, by: By): Promise<{ created: boolean; accepted: AcceptedOrder }> {
    const { customer, reseller, distributor } = posted;
    const names = { '/customer/name': customer.name, '/reseller/name': reseller?.name };
    checkTexts({ ...names, '/distributor/name': distributor?.name });
    const hash = hashOfJson(posted);
    const first = await keep(posted, by, hash);
    const known = first ?? (await readKnown(orm.em.fork(), posted.number, [posted.customer])).intake!;
    if (known.contentHash !== hash) throw new ProblemError('ORDER_NUMBER_TAKEN');
    if (known.startedAt === null) await begin(known.content);
    return { created: first?.isNew === true, accepted: known.content };
  };

  /** Null when another post of the same number was a moment faster. */
  async function keep(posted: PostedOrder, by: By, contentHash: string) {
    const em = orm.em.fork();
    const named = [posted.customer, posted.reseller, posted.distributor].flatMap((party) => (party ? [party] : []));
    const { intake, accounts } = await readKnown(em, posted.number, named);
    if (intake) return { ...intake, isNew: false };
    // What came in before is answered before it is judged: what can be sold changes, an order that was taken stays.
    const wrong = checkOrder(posted, catalogue);
    if (wrong.length > 0) throw invalid(wrong);
    const at = clock();
    const timeZone = accounts.find((account) => account.id === posted.customer.id)?.timeZone;
    const content = acceptOrder(posted, by, at, timeZone ?? undefined);
    const errors = [...checkPlacedAt(content), ...daysInLines(content.lines, dayAt(at, content.customer.timeZone))];
    if (errors.length > 0) throw invalid(errors);
    const parties = partiesOf(content);
    refuseOtherKinds(parties, accounts);
    const newcomers = parties.filter(({ id }) => accounts.every((account) => account.id !== id));
    const isNew =
      (accounts.every(({ hasMember }) => hasMember) && (await insertIntake(em, content, contentHash, newcomers))) ||
      (await em.transactional((tx) => keepInSteps(tx, content, contentHash, parties)));
    return isNew ? { content, contentHash, startedAt: null, isNew } : null;
  }

  /** Where an account is to be told of somebody new, or was created by another order a moment ago. */
  async function keepInSteps(tx: EntityManager, content: AcceptedOrder, contentHash: string, parties: OrderParty[]) {
    await insertAccounts(tx, content, parties);
    const { accounts } = await readKnown(tx, content.number, parties);
    refuseOtherKinds(parties, accounts);
    const isNew = await insertIntake(tx, content, contentHash);
    const strangers = accounts.filter(({ hasMember }) => !hasMember).map(({ id }) => id);
    const proposed = parties.filter(({ id }) => strangers.includes(id));
    if (isNew) await proposeMembers(tx, content, proposed);
    return isNew;
  }

  async function begin(content: AcceptedOrder): Promise<void> {
    const { number, customer, lines } = content;
    const beginning = beginningOf(content);
    const deadline = firstDeadline(beginning);
    const outcome = await start<OrderWorkflow>(temporal, 'order', {
      workflowId: orderWorkflowId(number),
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

function partiesOf({ customer, reseller, distributor }: AcceptedOrder): OrderParty[] {
  return [
    { ...customer, kind: 'customer' },
    ...(reseller ? [{ ...reseller, kind: 'reseller' } as const] : []),
    ...(distributor ? [{ ...distributor, kind: 'distributor' } as const] : []),
  ];
}

/** Rights follow from an account's kind: what was a reseller never becomes a customer because an order says so. */
function refuseOtherKinds(parties: OrderParty[], accounts: { id: string; kind: AccountKind }[]): void {
  for (const { id, kind } of parties) {
    const known = [...accounts, ...parties].find((account) => account.id === id);
    if (known && known.kind !== kind)
      throw new ProblemError('ACCOUNT_KIND_DIFFERS', {
        details: { account: id, kind: known.kind },
        errors: [{ pointer: `/${kind}/id`, message: `is the account of a ${known.kind}` }],
      });
  }
}

function describe({ customer, reseller, distributor, lines, placedAt }: AcceptedOrder): string {
  const rows = lines.map(
    ({ application, license, capacity, startsOn, endsOn }) =>
      `| ${application} | ${license} | ${capacity} | ${startsOn} | ${endsOn ?? 'perpetual'} |`,
  );
  const sellers = [reseller, distributor].flatMap((party) => (party ? [party.id] : []));
  return [
    `Sold to ${customer.id} through ${sellers.join(' and ')}, placed at ${placedAt}.`,
    '',
    '| application | license | capacity | first day | last day |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
