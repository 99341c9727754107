import type { AccountEvent } from './people/account.ts';
import type { AdvisoryEvent } from './advisories/advisory.ts';
import type { InternalEvent, OrderEvent } from './order/events.ts';
import type { Suspicion } from './server/check-in-number.ts';
import type { ServerEvent } from './server/server.ts';

/** What is learnt by a server's call. */
export type CallEvent = 'activation-refused' | Suspicion | 'seen-again' | 'updated' | TakeoverEvent;

/** What becomes of a server and its standby; it stands in both lives. */
export type TakeoverEvent = 'takeover-started' | 'takeover-ended';

/** What became of an e-mail: its sender's word, or what was reported of it. */
export type MailStateEvent = 'mail-sent' | 'mail-delivered' | 'mail-bounced' | 'mail-unknown';

/** What a reader can meet in the life of an order, of its unlock links and of its e-mails. */
export type OrderLifeEvent =
  Exclude<OrderEvent['type'], InternalEvent> | 'unlock-link-replaced' | 'mail-requested' | MailStateEvent;

/** The kinds of streams that are about an order, which their second part names; in `order` alone stands what its customer reads. */
export const STREAMS_OF_ORDERS = ['order', 'unlock-link', 'mail', 'mail-state'] as const;

/** What an event is about, and the kinds of streams in which that stands. */
export const ACTIVITY_KINDS = {
  orders: STREAMS_OF_ORDERS,
  servers: ['server', 'contact'],
  accounts: ['account', 'digest'],
  advisories: ['advisory'],
} as const;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** What the seller means to do: it is not for the customer. */
export const INTENT_EVENTS = ['intent-stated', 'state-intent-refused'] as const satisfies OrderEvent['type'][];

/** By what an order's own life takes something from a server, so that it stands in the server's life too. */
export const TAKING = ['taken-back', 'canceled', 'expired'] as const satisfies OrderEvent['type'][];

/** The same of a server and of its contact: what its calls say, that they stay away, what orders took from it and can't take back. */
export type ServerLifeEvent = ServerEvent['type'] | CallEvent | 'silent' | 'unrecoverable' | (typeof TAKING)[number];

/** The same of an account, with what becomes of its part in orders and of its digests. */
export type AccountLifeEvent = AccountEvent['type'] | 'parties-changed' | MailStateEvent;

/** The same of an advisory. */
export type AdvisoryLifeEvent = AdvisoryEvent['type'];

/**
 * Every type of event that a reader of a journal can meet. A new kind of stream adds its own here, and until each has its
 * place in the list below and its sentence in every language, nothing compiles.
 */
export type EventType = OrderLifeEvent | ServerLifeEvent | AccountLifeEvent | AdvisoryLifeEvent;

/** The same as a list. */
export const EVENT_TYPES = Object.keys({
  'account-changed': true,
  acknowledged: true,
  'acknowledgement-withdrawn': true,
  activated: true,
  'activation-refused': true,
  'advisory-published': true,
  'advisory-withdrawn': true,
  'amend-refused': true,
  amended: true,
  assigned: true,
  'cancel-refused': true,
  canceled: true,
  'cancellation-planned': true,
  'capacity-changed': true,
  'care-expired': true,
  'change-seller-refused': true,
  'change-time-zone-refused': true,
  changed: true,
  'clone-suspected': true,
  'convert-refused': true,
  converted: true,
  deactivated: true,
  delivered: true,
  'emergency-declared': true,
  'domains-set': true,
  ended: true,
  'expand-refused': true,
  expanded: true,
  expired: true,
  expiring: true,
  'identity-provider-removed': true,
  'identity-provider-set': true,
  'intent-stated': true,
  'key-made': true,
  'key-revoked': true,
  'lock-refused': true,
  locked: true,
  'mail-bounced': true,
  'mail-delivered': true,
  'mail-requested': true,
  'mail-sent': true,
  'mail-unknown': true,
  moved: true,
  'offline-activated': true,
  'offline-overridden': true,
  'offline-returned': true,
  'parties-changed': true,
  'passkey-added': true,
  'passkey-removed': true,
  'passkey-used': true,
  'person-invited': true,
  'person-joined': true,
  'person-removed': true,
  'plan-withdrawn': true,
  reduced: true,
  registered: true,
  reinstalled: true,
  released: true,
  'renew-refused': true,
  renewed: true,
  'resume-refused': true,
  resumed: true,
  retired: true,
  'role-changed': true,
  rotated: true,
  'seen-again': true,
  'seller-ended': true,
  'seller-restored': true,
  silent: true,
  'snapshot-suspected': true,
  'standby-changed': true,
  'state-intent-refused': true,
  'suspend-refused': true,
  suspended: true,
  'taken-back': true,
  'takeover-ended': true,
  'takeover-started': true,
  'test-units-changed': true,
  'time-zone-changed': true,
  'transfer-refused': true,
  'unlock-link-replaced': true,
  'unlock-refused': true,
  unlocked: true,
  unrecoverable: true,
  updated: true,
  'webhook-added': true,
  'webhook-changed': true,
  'webhook-disabled': true,
  'webhook-removed': true,
  'withdraw-plan-refused': true,
  'withdraw-refused': true,
  withdrawn: true,
} satisfies Record<EventType, true>) as EventType[];
