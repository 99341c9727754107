import type { Remedy, Severity } from './condition/severity.ts';
import type { Scope } from './people/scopes.ts';

/** What is said of a kind of things that are to be done. */
type Kind = { severity: Severity; remedy: Remedy; scope: Scope };

const critical = (remedy: Remedy, scope: Scope = 'licenses:read'): Kind => ({ severity: 'critical', remedy, scope });
const warning = (remedy: Remedy, scope: Scope = 'licenses:read'): Kind => ({ severity: 'warning', remedy, scope });

/** Everything that can be to be done, and which scope a key needs to read it; at equal severity the first due comes first. */
export const TODO = {
  /** Two machines run as one server. */
  cloned: critical('separate'),
  /** A server has not called for the days that it was promised. */
  silent: critical('reconnect'),
  /** An activation was refused, and nothing has set that right since. */
  refused: critical('look-into'),
  /** An order is suspended. */
  suspended: critical('settle', 'orders:read'),
  /** A term is over, and its lines run for some more days. */
  grace: critical('renew', 'orders:read'),
  /** It runs no more, and can still be brought back. */
  stopped: critical('renew', 'orders:read'),
  /** The e-mail of a delivery that is locked did not arrive, or nobody knows. */
  'mail-bounced': critical('look-into', 'orders:read'),
  /** Events of the account are delivered to an endpoint no more. */
  'webhook-disabled': warning('look-into', 'webhooks:write'),
  /** A delivery waits to be unlocked. */
  locked: warning('unlock', 'orders:read'),
  /** A term ends soon. */
  ends: warning('renew', 'orders:read'),
  'care-ends': warning('renew', 'orders:read'),
  'care-ended': warning('renew', 'orders:read'),
  /** More is assigned than there will be after a reduction that is planned. */
  'over-assigned': warning('reduce'),
  /** Nearly all is used of what a server has of an application. */
  'nearly-used': warning('expand'),
  /** A server went back to an older state. */
  restored: warning('look-into'),
  /** What the vendor advises concerns servers. */
  advisory: warning('look-into'),
  /** An emergency runs, and ends with its day. */
  emergency: warning('license'),
  /** A server has something assigned and waits for its Activation Token to be pasted. */
  'to-activate': { severity: 'notice', remedy: 'activate', scope: 'licenses:read' },
} as const satisfies Record<string, Kind>;

export type TodoKind = keyof typeof TODO;

/** The same as a list. */
export const TODO_KINDS = Object.keys(TODO) as TodoKind[];

/** Of these `due` is until when something is so; of the others since when it is. */
export const TODO_UNTIL: readonly TodoKind[] = ['grace', 'stopped', 'ends', 'care-ends', 'over-assigned', 'emergency'];
