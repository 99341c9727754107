import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { dropNameless, replaceRebuilt } from '../../db/queries/repair/orders.ts';
import { isUnrepaired } from '../../db/queries/repair/restored.ts';
import { acceptOrder, beginningOf, type AcceptedOrder, type PostedOrder } from '../../domain/order/accept.ts';
import { isKnown } from '../../temporal/calls.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import { keepParties, partiesOf } from './parties.ts';

/**
 * Of a restored database that was not repaired yet: refuses a number that Temporal has an order of, as it could be taken
 * twice. Problems: ORDER_NOT_REPAIRED, also where Temporal does not answer.
 */
export async function refuseUnrepaired(temporal: Deps['temporal'], number: string): Promise<void> {
  if (await isKnown(temporal, orderWorkflowId(number))) throw new ProblemError('ORDER_NOT_REPAIRED');
}

/** What is not there: while a restored database is not repaired nobody can say that it never was. Problems: NOT_FOUND, ORDER_NOT_REPAIRED. */
export async function notFound(em: EntityManager): Promise<ProblemError> {
  return new ProblemError((await isUnrepaired(em)) ? 'ORDER_NOT_REPAIRED' : 'NOT_FOUND');
}

/**
 * Whether an order that is posted is the one that was made again from its workflow: by the hash of what was posted first, else by
 * all that the workflow knows of it.
 */
export function isSameOrder(posted: PostedOrder, hash: string, kept: { content: AcceptedOrder; contentHash: string }) {
  if (kept.contentHash !== '') return kept.contentHash === hash;
  return isDeepStrictEqual(substanceOf(again(posted, kept.content)), substanceOf(kept.content));
}

/** Has an order that was made again say what was posted: names, addresses, and what the buyer called it. Again changes nothing. */
export async function completeRebuilt(
  em: EntityManager,
  posted: PostedOrder,
  hash: string,
  kept: AcceptedOrder,
): Promise<AcceptedOrder> {
  const content = again(posted, kept);
  const parties = partiesOf(content);
  await em.transactional(async (tx) => {
    if (!(await replaceRebuilt(tx, content, hash))) return;
    await dropNameless(
      tx,
      parties.map(({ id }) => id),
    );
    await keepParties(tx, content, parties);
  });
  return content;
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
