import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TypedSearchAttributes } from '@temporalio/common';
import { dropNameless, replaceRebuilt } from '../../../db/queries/repair/orders.ts';
import { isUnrepaired } from '../../../db/queries/repair/restored.ts';
import {
  acceptOrder,
  beginningOf,
  checkOrder,
  type AcceptedOrder,
  type PostedOrder,
} from '../../../domain/order/arriving/accept.ts';
import type { Order } from '../../../domain/order/order.ts';
import { sellerIdOf } from '../../../domain/order/arriving/parties.ts';
import type { OrderFacts } from '../../../domain/people/permissions.ts';
import { attributesOf, isKnown, query } from '../../../temporal/calls.ts';
import { orderQuery, orderWorkflowId } from '../../../temporal/contract.ts';
import { SEARCH_ATTRIBUTES } from '../../../temporal/search-attributes.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problems/problems.ts';
import { keepParties, partiesOf } from './parties.ts';

/**
 * Of a restored database that was not repaired yet: refuses the number of an order, or of an e-mail of one, of which Temporal
 * has a workflow, as it would be taken twice. Problems: ORDER_NOT_REPAIRED, also where Temporal does not answer.
 */
export async function refuseUnrepaired(temporal: Deps['temporal'], workflowId: string): Promise<void> {
  if (await isKnown(temporal, workflowId)) throw new ProblemError('ORDER_NOT_REPAIRED');
}

/** What is not there: while a restored database is not repaired nobody can say that it never was. Problems: NOT_FOUND, ORDER_NOT_REPAIRED. */
export async function notFound(em: EntityManager): Promise<ProblemError> {
  return new ProblemError((await isUnrepaired(em)) ? 'ORDER_NOT_REPAIRED' : 'NOT_FOUND');
}

/**
 * The same for who may not see everything, and so may not see what is there either: while a restored database is not repaired
 * the order itself is asked who may, and Temporal by whom it is found where no worker answers. Where it is not there, or says
 * nothing of the caller, it is not there for it; while Temporal does not answer nobody knows of any. Problems: NOT_FOUND, ORDER_NOT_REPAIRED.
 */
export async function notSeen(
  { orm, temporal }: Pick<Deps, 'orm' | 'temporal'>,
  number: string,
  maySee: (order: OrderFacts) => boolean,
): Promise<ProblemError> {
  if (!(await isUnrepaired(orm.em.fork()))) return new ProblemError('NOT_FOUND');
  const order = await query(temporal, orderWorkflowId(number), orderQuery);
  const found = order ? null : await attributesOf(temporal, orderWorkflowId(number));
  const facts = order ? factsOf(order) : found && factsIn(found);
  const isTheirs = facts === undefined || (facts !== null && maySee(facts));
  return new ProblemError(isTheirs ? 'ORDER_NOT_REPAIRED' : 'NOT_FOUND');
}

function factsOf(order: Order): OrderFacts {
  const unlocked = order.deliveries.some(({ unlockedAt }) => unlockedAt !== null);
  return { customer: order.customerId, seller: sellerIdOf(order), distributor: order.distributorId, unlocked };
}

/** As far as an order is found by it; its distributor is not. */
function factsIn(found: TypedSearchAttributes): OrderFacts {
  const { CustomerId, OrderStage, ResellerId } = SEARCH_ATTRIBUTES;
  return {
    ...{ customer: found.get(CustomerId) ?? '', seller: found.get(ResellerId) ?? '', distributor: null },
    unlocked: found.get(OrderStage) !== 'locked',
  };
}

/**
 * Whether an order that is posted is the one that was made again from its workflow: by the hash of what was posted first, else by
 * all that the workflow knows of it. What could never be accepted is another one.
 */
export function isSameOrder(
  posted: PostedOrder,
  hash: string,
  kept: { content: AcceptedOrder; contentHash: string },
): boolean {
  if (kept.contentHash !== '') return kept.contentHash === hash;
  if (checkOrder(posted, null).length > 0) return false;
  return isDeepStrictEqual(substanceOf(again(posted, kept.content)), substanceOf(kept.content));
}

/**
 * Has an order that was made again say what was posted: names, addresses, and what the buyer called it. Null where somebody
 * else had it say that a moment ago, who may have posted it otherwise. Problems: ACCOUNT_KIND_DIFFERS.
 */
export async function completeRebuilt(
  em: EntityManager,
  posted: PostedOrder,
  hash: string,
  kept: AcceptedOrder,
): Promise<AcceptedOrder | null> {
  const content = again(posted, kept);
  const parties = partiesOf(content);
  return em.transactional(async (tx) => {
    // Whoever comes second waits here until the first one is done, and finds nothing to replace.
    if (!(await replaceRebuilt(tx, content, hash))) return null;
    await dropNameless(
      tx,
      parties.map(({ id }) => id),
    );
    await keepParties(tx, content, parties);
    return content;
  });
}

/** As it was accepted first; a time zone that nobody named was assumed. */
function again(posted: PostedOrder, { by, acceptedAt, customer }: AcceptedOrder): AcceptedOrder {
  const named = customer.timeZone === 'UTC' ? undefined : customer.timeZone;
  return acceptOrder(posted, by, Date.parse(acceptedAt), named);
}

function substanceOf(order: AcceptedOrder): unknown {
  const { by: _, ...substance } = beginningOf(order);
  return JSON.parse(JSON.stringify(substance));
}
