import { checkTimeZone, type PostedParty } from '../../domain/order/arriving/accept.ts';
import { instantsIn } from '../../domain/order/change/relocating.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { refuseInvalid } from '../problems/problems.ts';
import { checkTexts, namesIn } from '../text.ts';
import { createReadBrought, partyZones } from './brought.ts';
import { createKnownOrders } from './arriving/known.ts';
import { refuseOtherKinds } from './arriving/parties.ts';
import { createStating, type Stated, type Stating } from './stating.ts';

export type PostedRelocation = { reference: string; timeZone: string };
export type PostedTransfer = { reference: string; customer: PostedParty };

export type PlaceService = ReturnType<typeof createPlaceService>;

/** Where an order belongs: in which time zone its days begin, and whose it is. */
export function createPlaceService(deps: Pick<Deps, 'orm' | 'temporal' | 'clock'>) {
  const { known, newest } = createKnownOrders(deps);
  const { state } = createStating(deps);
  const read = createReadBrought(deps);

  return {
    /**
     * Has the days of an order begin in another time zone, or in the same by the time zone database of now: what has passed
     * stays. Problems: NOT_FOUND, INVALID_REQUEST, REFERENCE_TAKEN, ORDER_CANCELED, ORDER_ENDED, TEMPORAL_UNAVAILABLE.
     */
    async changeTimeZone(number: string, posted: PostedRelocation, stating: Stating): Promise<Stated> {
      const { reference, timeZone } = posted;
      checkTexts({ '/reference': reference });
      const contentHash = hashOfJson(posted);
      const brings = { timeZoneAssumed: false };
      const isAssumed = (await known(number)).accepted.timeZoneAssumed === true;
      const named = { type: 'change-time-zone', reference, contentHash, brings } as const;
      return state(number, stating, named, ({ order, isWhole }) => {
        refuseInvalid(checkTimeZone(timeZone, '/timeZone'));
        return {
          ...{ type: 'change-time-zone', reference, contentHash, timeZone, inZone: order.timeZone },
          ...(isAssumed && { confirms: true }),
          ...(isWhole && { instants: instantsIn(order, timeZone) }),
        };
      });
    },

    /**
     * Puts the instants of an order where the time zone database of now has them, which is known by its version, in the zone
     * that it has, and answers whether that shows already. Repeated it changes nothing. Problems: NOT_FOUND, ORDER_CANCELED, ORDER_ENDED,
     * TEMPORAL_UNAVAILABLE.
     */
    async mendDays(number: string, database: string): Promise<{ applied: boolean }> {
      const { order } = await newest(number);
      const { timeZone, seq } = order;
      // Named by where the order is, as lines can come with instants of an older database after it was mended.
      const reference = `time-zone-database/${database}/${seq}`;
      const contentHash = hashOfJson({ reference, timeZone });
      const fact = { reference, contentHash, timeZone, inZone: timeZone };
      const named = { type: 'change-time-zone', reference, contentHash } as const;
      const stated = await state(number, { by: 'operator' }, named, (known) => ({
        ...{ type: 'change-time-zone', ...fact },
        ...(known.isWhole && { instants: instantsIn(known.order, timeZone) }),
      }));
      return { applied: 'applied' in stated && stated.applied };
    },

    /**
     * Gives an order to another customer, whose account is created where it is unknown. Problems: NOT_FOUND, INVALID_REQUEST,
     * REFERENCE_TAKEN, ACCOUNT_KIND_DIFFERS, STILL_ASSIGNED with `servers`, ORDER_CANCELED, ORDER_ENDED, TEMPORAL_UNAVAILABLE.
     */
    async transfer(number: string, posted: PostedTransfer, stating: Stating): Promise<Stated> {
      const { reference, customer } = posted;
      checkTexts({ '/reference': reference, ...namesIn(posted) });
      const contentHash = hashOfJson(posted);
      const { brings, parties, accounts } = await read(number, 'transfer', posted);
      return state(number, stating, { type: 'transfer', reference, contentHash, brings }, () => {
        refuseInvalid(partyZones(posted));
        refuseOtherKinds(parties, accounts);
        return { type: 'transfer', reference, contentHash, customerId: customer.id };
      });
    },
  };
}
