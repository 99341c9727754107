import type { EntityManager } from '@mikro-orm/postgresql';
import {
  insertAccounts,
  proposeMembers,
  readKnown,
  type KnownAccount,
  type NamedParty,
  type Placed,
} from '../../../db/queries/orders/intakes.ts';
import type { Party } from '../../../domain/order/arriving/accept.ts';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import { ProblemError } from '../../problems/problems.ts';

/** A company that an order names, with the kind of account that its part in it makes. */
export type OrderParty = NamedParty;

type Named = Partial<Record<'customer' | 'reseller' | 'distributor', Party | null>> & { timeZoneAssumed?: boolean };

/** Those that are named, of an order or of a fact that changes some of them. What was assumed of a customer is not known of it. */
export function partiesOf({ customer, reseller, distributor, timeZoneAssumed }: Named): OrderParty[] {
  return [
    ...(customer ? [{ ...customer, ...(timeZoneAssumed && { timeZone: null }), kind: 'customer' } as const] : []),
    ...(reseller ? [{ ...reseller, kind: 'reseller' } as const] : []),
    ...(distributor ? [{ ...distributor, kind: 'distributor' } as const] : []),
  ];
}

/**
 * Rights follow from an account's kind: what was a reseller never becomes a customer because an order says so. Problems:
 * ACCOUNT_KIND_DIFFERS.
 */
export function refuseOtherKinds(parties: OrderParty[], accounts: { id: string; kind: AccountKind }[]): void {
  for (const { id, kind } of parties) {
    const known = [...accounts, ...parties].find((account) => account.id === id);
    if (known && known.kind !== kind)
      throw new ProblemError('ACCOUNT_KIND_DIFFERS', {
        details: { account: id, kind: known.kind },
        errors: [{ pointer: `/${kind}/id`, message: `is the account of a ${known.kind}` }],
      });
  }
}

/**
 * Creates the accounts of parties that are new, and proposes the addresses that are new to the others, in the transaction
 * that it is called in. Problems: ACCOUNT_KIND_DIFFERS, also where an account was created by another order a moment ago.
 */
export async function keepParties(tx: EntityManager, placed: Placed, parties: OrderParty[]): Promise<void> {
  if (parties.length === 0) return;
  await insertAccounts(tx, placed, parties);
  const { accounts } = await readKnown(tx, placed.number, parties);
  refuseOtherKinds(parties, accounts);
  await proposeMembers(tx, placed, strangersAmong(parties, accounts));
}

/** Parties whose address the account that they name does not know. */
export function strangersAmong(parties: OrderParty[], accounts: KnownAccount[]): OrderParty[] {
  const strange = accounts.filter(({ hasMember }) => !hasMember).map(({ id }) => id);
  return parties.filter(({ id }) => strange.includes(id));
}
