import { sellerOf } from '../seller-of.ts';

/** In SQL, when a line is to be canceled, in epoch milliseconds; null for what is not. */
export const plannedEnd = (line: string) =>
  `(select (planned->>'dueAt')::bigint from jsonb_array_elements(${line}.planned) planned where planned->>'type' = 'cancellation')`;

/** In SQL, whether an order goes on, by the name that its row has in a statement. */
export const IS_ALIVE = (order: string) => `${order}.status in ('open', 'suspended')`;

/**
 * In SQL, whether a seller has standing at a customer at an instant (epoch milliseconds), each by what names it there:
 * of an order that it sold there and that goes on, something is unlocked, neither canceled nor past reinstatement, and
 * their relation was not ended. It depends on the clock, so it is asked whenever it matters, and stored nowhere.
 */
export function hasStanding({ seller, customer, nowMs }: { seller: string; customer: string; nowMs: string }): string {
  return `(exists (select from orders sold
      join deliveries unlocked on unlocked.order_number = sold.number and unlocked.unlocked_at is not null
      join lines owned on owned.order_number = sold.number and owned.delivery = unlocked.id
        and owned.canceled_at is null
        and coalesce(least((owned.terms->>'reinstatableUntil')::bigint, ${plannedEnd('owned')}) > ${nowMs}, true)
      where ${sellerOf('sold')} = ${seller} and sold.customer_id = ${customer} and ${IS_ALIVE('sold')})
    and not exists (select from ended_sellers over where over.customer_id = ${customer} and over.seller_id = ${seller}))`;
}
