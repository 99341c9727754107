import type { Doer, MayBeDone } from '../../domain/people/permissions.ts';
import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about who asks, and what accounts are. */
export const ACCESS = {
  ACCOUNT_KIND_DIFFERS: {
    status: 409,
    title: 'The account is of another kind',
    detail: 'An account has one kind for good. Name the party by an id of its own.',
  },
  DOMAIN_TAKEN: {
    status: 409,
    title: 'The domain is another account’s',
    detail: 'A domain is of one account. Take it from the other first.',
  },
  IDENTITY_PROVIDER_REQUIRED: {
    status: 403,
    title: 'The account lets people in by its own provider alone',
    detail: 'Sign in by the provider of the account.',
  },
  IDENTITY_PROVIDER_UNPROVEN: {
    status: 409,
    title: 'Nobody has signed in by the provider yet',
    detail: 'Set it without requiring it, sign in by it once, and require it then: so nobody is locked out.',
  },
  IDENTITY_PROVIDER_UNREACHABLE: {
    status: 503,
    title: 'The provider that you signed in by does not answer',
    detail: 'Try again in a minute.',
    retryAfterSeconds: 10,
  },
  KEY_REVOKED: {
    status: 409,
    title: 'The key that this request made was revoked',
    detail: 'Send it under another Idempotency-Key to make another key.',
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
  TOO_MANY_KEYS: {
    status: 409,
    title: 'The account has as many keys as it can have',
    detail: 'Revoke one that is used no more; those that have ended count until they are revoked.',
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
