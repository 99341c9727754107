import { openOrder, type Order } from '../../domain/order/order.ts';
import type { SoldLine } from '../../domain/order/arriving/sold.ts';
import { EVALUATION, POLICY } from '../../domain/policy.ts';
import { instantsOf } from '../../domain/catalogue/terms.ts';
import type { Rules } from './rules.ts';
import { openServer, type Server } from '../../domain/server/server.ts';

export const HOUR_MS = 3_600_000;

/** So many messages and facts are on their way at once at most. */
export const MOST_WAITING = 2;

export const BEGIN = Date.parse('2026-12-01T11:00:00Z');
export const ZONE = 'Europe/Rome';

/** Short terms, so that few deadlines lie in each; the rules know no difference. */
const SHORT = { ...POLICY, expiringDays: 20, graceDays: 10, reinstatementDays: 40, noticeDays: [7] };

export const CONSOLE = 'attendant-console';
export const FAX = 'digital-fax';

export const LAST_DAY = '2026-12-31';

const care = { level: 'gold', endsOn: LAST_DAY } as const;
const subscription = (capacity: number): SoldLine => ({
  ...{ application: CONSOLE, capacity, license: 'subscription', startsOn: '2026-12-01', endsOn: LAST_DAY, care },
});
const perpetual: SoldLine = {
  ...{ application: CONSOLE, capacity: 1, license: 'perpetual', startsOn: '2026-12-01', endsOn: null, care },
};
const evaluation: SoldLine = {
  ...{ application: FAX, capacity: 1, license: 'evaluation', startsOn: '2026-12-01', endsOn: '2026-12-20', care: null },
  evaluation: EVALUATION,
};

/** What the orders sell: the first three units of a console in two lines, the second one more and a fax to be tried. */
export const SOLD: SoldLine[][] = [
  [subscription(2), perpetual],
  [subscription(1), evaluation],
];

export const EXPANSION: SoldLine = subscription(1);

export const ORDERS = ['SO-1', 'SO-2'] as const;
export const CUSTOMER = 'acme-hotels';
export const OTHER_CUSTOMER = 'beta-clinics';

/** Servers are called by their customers. */
export type ServerName = `${'acme' | 'beta'}-${'a' | 'b' | 'c'}`;

/** Whose server it is. */
export function customerOf(server: string): string {
  return server.startsWith('acme') ? CUSTOMER : OTHER_CUSTOMER;
}

/** An order as it comes in, delivered and locked. */
export function newOrder(index: number, { handle }: Rules): Order {
  const opening = {
    ...{ number: ORDERS[index]!, customerId: CUSTOMER, resellerId: 'northwind-voice', distributorId: null },
    ...{ timeZone: ZONE, policy: SHORT, placedAt: BEGIN, acceptedAt: BEGIN },
  };
  const lines = SOLD[index]!;
  const instants = lines.map((line) => instantsOf(line, ZONE, SHORT));
  const delivery = { type: 'deliver', reference: ORDERS[index]!, lines, instants } as const;
  return handle(openOrder(opening), delivery, BEGIN, BEGIN).order;
}

/** A server that was registered and holds nothing. */
export function newServer(id: ServerName, { handleServer }: Rules): Server {
  const customerId = customerOf(id);
  const opening = { id, customerId, name: id, role: 'production', registeredAt: BEGIN, silentDays: 7 } as const;
  return handleServer(openServer(opening), { type: 'register' }, BEGIN, BEGIN).server;
}
