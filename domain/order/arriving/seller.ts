/** Whoever an order names, by their part in it: accounts, or only their ids. */
type Parties<Party> = { reseller: Party | null; distributor: Party | null; customer: Party };

/** Who sold an order: its reseller, else its distributor, else, as it was sold directly, the customer itself. */
export function sellerOf<Party>({ reseller, distributor, customer }: Parties<Party>): Party {
  return reseller ?? distributor ?? customer;
}

/** Whether an order was sold directly: nobody stands between vendor and customer. */
export function isDirect({ reseller, distributor }: Pick<Parties<unknown>, 'reseller' | 'distributor'>): boolean {
  return !reseller && !distributor;
}
