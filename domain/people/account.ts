import type { Day } from '../days.ts';
import type { ProviderField } from './identity-provider.ts';
import type { By, Role } from './permissions.ts';
import type { WebhookField } from '../webhook/change.ts';
import type { DisabledFor } from '../webhook/judge.ts';
import type { Scopes } from './scopes.ts';
import type { TodoKind } from '../todo.ts';

/** What somebody can leave in an account that goes on without them. */
export const MADE = ['key', 'member', 'webhook'] as const;
export type MadeKind = (typeof MADE)[number];

/**
 * What becomes of an account, its people, keys and sellers. People are named by their ids alone: the journal is kept when
 * their names and addresses are not.
 */
export type AccountEvent = { by: By } & (
  | { type: 'account-changed'; fields: readonly string[] }
  /** Asked by an administrator, who lets in at once; by an order, which an administrator has to confirm. */
  | { type: 'person-invited'; person: string; role: Role; order?: string }
  /** Belongs to it from now on: confirmed by an administrator, or the first that an order names for a new account. */
  | { type: 'person-joined'; person: string; role: Role; order?: string }
  | { type: 'person-removed'; person: string }
  /** Of a member, to sign in with; used, where that signed them in or proved that it is them. */
  | { type: 'passkey-added' | 'passkey-used' | 'passkey-removed'; person: string }
  | { type: 'role-changed'; person: string; role: Role; formerRole: Role }
  | { type: 'webhook-added' | 'webhook-removed'; webhook: string }
  | { type: 'webhook-changed'; webhook: string; fields: readonly WebhookField[] }
  /** By what its endpoint answered, or did not, which is who does it. */
  | { type: 'webhook-disabled'; webhook: string; because: Exclude<DisabledFor, 'asked'> }
  /** As its maker called it, if at all; ends, in epoch milliseconds, if ever. */
  | { type: 'key-made'; keyId: string; name: string | null; scopes: Scopes; expiresAt: number | null }
  | { type: 'key-revoked'; keyId: string; name: string | null }
  /** Which of its fields are others now, never what the secret is. */
  | { type: 'identity-provider-set'; issuer: string; required: boolean; fields: readonly ProviderField[] }
  | { type: 'identity-provider-removed'; issuer: string }
  /** The domains of e-mail addresses that are the account's from now on, all of them. */
  | { type: 'domains-set'; domains: readonly string[] }
  | { type: 'seller-ended' | 'seller-restored'; seller: string }
  /** Its people know of something that is to be done; what they noted of it stands beside. */
  | { type: 'acknowledged'; item: string; kind: TodoKind; order?: string; server?: string }
  | { type: 'acknowledgement-withdrawn'; item: string; kind: TodoKind }
  /** By its own people, or by a seller for it; the order that grants the capacity, in units, ends with the day. */
  | {
      type: 'emergency-declared';
      order: string;
      application: string;
      capacity: number;
      reason: string;
      endsOn: Day;
      seller?: string;
    }
);
