import type { TodoView } from '../../services/todo/todo.ts';

/** The page on which something is done, or looked at by who can't do it; null where there is none. `account` reads. */
export function leadsTo(
  { kind, order, delivery, customer, server, lines, about, yours }: TodoView,
  account: string,
): string | null {
  const ofOrder = order && `/orders/${order.number}`;
  const ofServer = server && customer && `/customers/${customer.id}/servers/${server.id}`;
  switch (kind) {
    case 'locked':
      return yours ? `${ofOrder}/unlock/${delivery}` : ofOrder;
    case 'cloned':
      return yours ? `${ofServer}/replace` : ofServer;
    case 'over-assigned':
      return customer && `/customers/${customer.id}/assign?application=${lines[0]?.application ?? ''}`;
    case 'nearly-used':
      return yours ? `/customers/${customer?.id}/assign?server=${server?.id}` : ofServer;
    case 'emergency':
      return customer && `/customers/${customer.id}/emergency`;
    case 'advisory':
      return `/advisories/${about.advisory}`;
    case 'webhook-disabled':
      return `/accounts/${account}/webhooks/${about.webhook}`;
    case 'suspended':
    case 'grace':
    case 'stopped':
    case 'ends':
    case 'care-ends':
    case 'care-ended':
    case 'mail-bounced':
      return ofOrder;
    case 'silent':
    case 'refused':
    case 'restored':
    case 'to-activate':
      return ofServer;
  }
}
