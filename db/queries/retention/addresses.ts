import { ERASED_ADDRESS } from '../../../domain/retention.ts';

const PARTIES = ['customer', 'reseller', 'distributor'] as const;

/** In SQL, the content of an order without the addresses of those parties about whose address a condition holds. */
export function withoutAddress(content: string, isMeant: (address: string) => string): string {
  return PARTIES.reduce((kept, party) => {
    const address = `${content}->'${party}'->>'email'`;
    return `case when ${isMeant(address)} then jsonb_set(${kept}, '{${party},email}', '"${ERASED_ADDRESS}"') else ${kept} end`;
  }, content);
}

/** In SQL, whether a condition holds about the address of any party in the content of an order. */
export function namesAddress(content: string, isMeant: (address: string) => string): string {
  return `(${PARTIES.map((party) => `coalesce(${isMeant(`${content}->'${party}'->>'email'`)}, false)`).join(' or ')})`;
}
