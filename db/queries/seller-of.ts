/** In SQL, who sold an order, by the name that its row has in a statement: as `sellerOf` says of orders. An index has it. */
export function sellerOf(order: string): string {
  return `coalesce(${order}.reseller_id, ${order}.distributor_id, ${order}.customer_id)`;
}

/** The same of an order's content (jsonb), as it came in: what that says of who sold it. */
export function sellerIn(content: string, field: 'id' | 'email'): string {
  return `coalesce(${['reseller', 'distributor', 'customer'].map((party) => `${content}->'${party}'->>'${field}'`).join(', ')})`;
}
