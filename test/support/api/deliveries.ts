import { anOrder } from './api.ts';
import { valueOf } from '../portal/html.ts';
import type { Visitor } from '../portal/site.ts';
import type { World } from './world.ts';

/** What resellers and customers meet in the portal: deliveries, and the forms that give capacity. */
export function createDeliveries(world: () => World) {
  const signedIn = async (account: string, role?: 'viewer') => world().visitor(await world().signIn(account, role));

  /** An order that was delivered, its customer, and its reseller in front of a browser. */
  async function aDelivery(changes: Record<string, unknown> = {}) {
    const order = anOrder(changes);
    await world().deliver(order);
    const reseller = await signedIn(order.reseller.id);
    return { order, reseller, customer: order.customer.id, page: `/customers/${order.customer.id}` };
  }

  /** The same, unlocked. */
  async function anUnlocked(changes: Record<string, unknown> = {}) {
    const delivery = await aDelivery(changes);
    await delivery.reseller.post(`/orders/${delivery.order.number}/unlock/1`);
    return delivery;
  }

  /** Assigns channels of fax to a server that is named in the same step; answers the server's id. */
  const assignToNew = async (visitor: Visitor, page: string, capacity: number, name = 'Main exchange') => {
    const { body } = await visitor.get(`${page}/assign?application=digital-fax`);
    const form = { 'name:new-1': name, 'role:new-1': 'production', 'set:new-1:digital-fax:0': `${capacity}` };
    const answer = await visitor.post(`${page}/assign`, { request: valueOf(body, 'request'), ...form });
    return { ...answer, server: /(?:done=|servers\/)([\w.-]+)/.exec(answer.location ?? '')?.[1] ?? '' };
  };

  return { signedIn, aDelivery, anUnlocked, assignToNew };
}

/** What a form of a page would send, with what is typed into it: its hidden fields, its numbers and texts as they stand, and what is checked. */
export function formOf(html: string, typed: Record<string, string> = {}): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]* name="([^"]+)"[^>]*>/g)];
  const isSent = (input: string) => !input.includes('type="checkbox"') || input.includes(' checked=');
  const names = inputs.filter(([input]) => isSent(input)).map(([, name]) => name!);
  const values = names.map((name) => [name, valueOrNothing(html, name)] as const);
  return { ...Object.fromEntries(values), ...typed };
}

function valueOrNothing(html: string, name: string): string {
  try {
    return valueOf(html, name);
  } catch {
    return '';
  }
}
