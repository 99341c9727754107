/** In SQL, who sold an order, by the name that its row has in a statement: as `sellerOf` says of orders. An index has it. */
export function sellerOf(order: string): string {
  return `coalesce(${order}.reseller_id, ${order}.distributor_id, ${order}.customer_id)`;
}
