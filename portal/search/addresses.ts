import type { AccountKind } from '../../domain/people/permissions.ts';
import type { SearchAnswer } from '../../services/search/search.ts';

/** Where an account is shown: what it owns, else who is of it. */
export function addressOfAccount({ id, kind }: { id: string; kind: AccountKind }): string {
  return kind === 'customer' ? `/customers/${id}` : `/accounts/${id}/people`;
}

export function addressOfServer({ id, customer }: { id: string; customer: { id: string } }): string {
  return `/customers/${customer.id}/servers/${id}`;
}

/** The page of the single thing that was searched for; null where it is none, or has none of its own. */
export function addressOfExactly({ exactly, ...found }: SearchAnswer): string | null {
  if (!exactly) return null;
  const { kind, id } = exactly;
  if (kind === 'order') return `/orders/${id}`;
  if (kind === 'account') return addressOfAccount(found.accounts.items.find((account) => account.id === id)!);
  if (kind === 'server') return addressOfServer(found.servers.items.find((server) => server.id === id)!);
  const { accounts } = found.people.items.find((person) => person.id === id)!;
  return accounts.length === 1 ? `/accounts/${accounts[0]!.id}/people` : null;
}
