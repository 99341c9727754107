import { readFactContents } from '../../db/queries/orders/fact-contents.ts';
import { readKnown } from '../../db/queries/orders/intakes.ts';
import {
  checkTimeZone,
  toParty,
  type Brought,
  type InputError,
  type Metadata,
  type PostedParty,
} from '../../domain/order/arriving/accept.ts';
import type { OrderFact } from '../../domain/order/commands.ts';
import type { Deps } from '../deps.ts';
import { partiesOf } from './arriving/parties.ts';

/** What a fact replaces of what an order said; null removes what an order can be without. */
export type PostedNews = {
  reference: string;
  customer?: PostedParty;
  reseller?: PostedParty | null;
  distributor?: PostedParty | null;
  purchaseOrder?: string | null;
  metadata?: Metadata | null;
};

const ROLES = ['customer', 'reseller', 'distributor'] as const;

/** Reads what of an order a fact brings with every default filled in, and what is known of the accounts that it names. */
export function createReadBrought({ orm }: Pick<Deps, 'orm'>) {
  return async function read(number: string, kind: OrderFact['type'], posted: PostedNews) {
    const em = orm.em.fork();
    const named = ROLES.flatMap((role) => posted[role] ?? []);
    const accounts = named.length === 0 ? [] : (await readKnown(em, number, named)).accounts;
    // A first attempt that did not get further has filled in the defaults of its moment.
    const [kept] = await readFactContents(em, [number], kind, [posted.reference]);
    const timeZone = accounts.find(({ id }) => id === posted.customer?.id)?.timeZone ?? undefined;
    const brings = (kept?.content as Brought | undefined) ?? broughtBy(posted, timeZone);
    return { brings, parties: partiesOf(brings), accounts };
  };
}

/** Time zones of parties that the IANA database does not know. */
export function partyZones(posted: Pick<PostedNews, (typeof ROLES)[number]>): InputError[] {
  return ROLES.flatMap((role) => checkTimeZone(posted[role]?.timeZone, `/${role}/timeZone`));
}

function broughtBy(posted: PostedNews, timeZone: string | undefined): Brought {
  const { customer, reseller, distributor, purchaseOrder, metadata } = posted;
  return {
    ...(customer && {
      customer: toParty(customer, timeZone),
      timeZoneAssumed: (customer.timeZone ?? timeZone) === undefined,
    }),
    ...(reseller !== undefined && { reseller: reseller && toParty(reseller) }),
    ...(distributor !== undefined && { distributor: distributor && toParty(distributor) }),
    ...(purchaseOrder !== undefined && { purchaseOrder }),
    ...(metadata !== undefined && { metadata: metadata ?? {} }),
  };
}
