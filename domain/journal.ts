import type { InternalEvent, OrderEvent } from './order/order.ts';
import type { Suspicion } from './server/check-in-number.ts';
import type { ServerEvent } from './server/server.ts';

/** What is learnt by a server's call. */
export type CallEvent = 'activation-refused' | Suspicion | 'seen-again';

/** What a reader can meet in the life of an order and of its unlock links. */
export type OrderLifeEvent = Exclude<OrderEvent['type'], InternalEvent> | 'unlock-link-replaced';

/** The same of a server and of its contact: what its calls say, that they stay away, and what can't be taken back from it. */
export type ServerLifeEvent = ServerEvent['type'] | CallEvent | 'silent' | 'unrecoverable';

/**
 * Every type of event that a reader of a journal can meet. A new kind of stream adds its own here, and until each has its
 * place in the list below and its sentence in every language, nothing compiles.
 */
export type EventType = OrderLifeEvent | ServerLifeEvent;

/** The same as a list. */
export const EVENT_TYPES = Object.keys({
  activated: true,
  'activation-refused': true,
  assigned: true,
  'cancel-refused': true,
  canceled: true,
  'capacity-changed': true,
  'care-expired': true,
  'clone-suspected': true,
  deactivated: true,
  delivered: true,
  ended: true,
  'expand-refused': true,
  expanded: true,
  expired: true,
  expiring: true,
  moved: true,
  'offline-activated': true,
  'offline-overridden': true,
  'offline-returned': true,
  registered: true,
  reinstalled: true,
  released: true,
  'renew-refused': true,
  renewed: true,
  'resume-refused': true,
  resumed: true,
  retired: true,
  rotated: true,
  'seen-again': true,
  silent: true,
  'snapshot-suspected': true,
  'suspend-refused': true,
  suspended: true,
  'taken-back': true,
  unlocked: true,
  'unlock-link-replaced': true,
  'unlock-refused': true,
  unrecoverable: true,
  updated: true,
} satisfies Record<EventType, true>) as EventType[];
