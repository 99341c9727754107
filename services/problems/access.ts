import type { Doer, MayBeDone } from '../../domain/permissions.ts';
import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about who asks, and what accounts are. */
export const ACCESS = {
  ACCOUNT_KIND_DIFFERS: {
    status: 409,
    title: 'The account is of another kind',
    detail: 'An account has one kind for good. Name the party by an id of its own.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    title: 'Somebody has to administrate the account',
    detail: 'Make somebody else an administrator first.',
  },
  NOT_A_CUSTOMER: {
    status: 422,
    title: 'Only customers have servers',
    detail: 'Name the account of a customer.',
  },
  NOT_AUTHENTICATED: {
    status: 401,
    title: 'Not authenticated',
    detail: 'Send a valid API key as `Authorization: Bearer <key>`.',
  },
  NOT_PERMITTED: {
    status: 403,
    title: 'This is for somebody else to do',
    detail: 'Ask those whom `mayBeDoneBy` names, or use a key with the scope that `scope` names.',
  },
  REPORT_NOT_AUTHENTIC: {
    status: 401,
    title: 'The report is not authentic',
    detail: 'Sign it with the secret of this webhook, within five minutes of now.',
  },
} satisfies Record<string, RefusalKind>;

const DOERS: Record<Doer, string> = {
  vendor: 'the vendor',
  seller: 'the seller of the order',
  'seller-with-standing':
    'a seller with standing at the customer (of an open order that it sold there something is unlocked)',
  customer: 'the customer',
  account: 'the account itself',
};

/** Who may do what somebody else was refused, as a sentence. */
export function mayBeDoneBy({ mayBeDoneBy: doers, administrators }: MayBeDone): string {
  const named = new Intl.ListFormat('en', { type: 'disjunction' }).format(doers.map((doer) => DOERS[doer]));
  return administrators ? `This is for administrators and keys of ${named}.` : `This is for ${named}.`;
}
