import type { AcceptedOrder, Party } from './arriving/accept.ts';
import type { NewLines } from './commands.ts';
import type { Order, OrderOpening } from './order.ts';
import type { By } from '../people/permissions.ts';
import type { SoldLine } from './arriving/sold.ts';

/** How an order came in, as far as its workflow knows. */
type Begun = { opening: OrderOpening; by?: By } & NewLines;

const DEFAULT_LOCALE = 'en';

/**
 * An order as it came in, made again from how its workflow began, else from what it is now. Names and addresses of parties are
 * those of their accounts; where there is none the id stands for the name, and the address is empty. What the buyer called
 * it is lost.
 */
export function rebuiltOrder(order: Order, begun: Begun | null, accounts: readonly Party[]): AcceptedOrder {
  const { number, customerId, resellerId, distributorId, timeZone, placedAt, acceptedAt } = begun?.opening ?? order;
  const party = (id: string): Party => {
    const { name, email, locale } = accounts.find((account) => account.id === id) ?? {
      ...{ name: id, email: '', locale: DEFAULT_LOCALE },
    };
    return { id, name, email, locale, timeZone: 'UTC' };
  };
  return {
    number,
    placedAt: new Date(placedAt).toISOString(),
    acceptedAt: new Date(acceptedAt).toISOString(),
    by: begun?.by ?? 'operator',
    customer: { ...party(customerId), timeZone },
    reseller: resellerId === null ? null : party(resellerId),
    distributor: distributorId === null ? null : party(distributorId),
    lines: begun ? (begun.lines as SoldLine[]) : firstLines(order),
    ...(begun?.unlocked && { emergency: { reason: '' } }),
  };
}

/** The lines of the order itself as they are now. */
function firstLines({ lines, deliveries }: Order): SoldLine[] {
  return lines
    .filter(({ delivery }) => delivery === deliveries[0]?.id)
    .map(({ application, capacity, license, startsOn, endsOn, care, reference, evaluation }) => ({
      ...{ application, capacity, license, startsOn, endsOn, care },
      ...(reference !== undefined && { reference }),
      ...(evaluation && { evaluation }),
    }));
}
