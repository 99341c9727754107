import { dayAt } from '../../domain/days.ts';
import {
  acceptLine,
  checkLines,
  daysInLines,
  type Brought,
  type PostedLine,
  type PostedParty,
} from '../../domain/order/arriving/accept.ts';
import { SAID, type Said } from '../../domain/order/facts.ts';
import type { Order } from '../../domain/order/order.ts';
import type { SoldLine } from '../../domain/order/arriving/sold.ts';
import { instantsOf } from '../../domain/catalogue/terms.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { refuseInvalid } from '../problems/problems.ts';
import { checkTexts, namesIn, referencesIn, textsIn } from '../text.ts';
import { createReadBrought, partyZones, type PostedNews } from './brought.ts';
import { refuseOtherKinds } from './arriving/parties.ts';
import { createStating, type Stated, type Stating } from './stating.ts';

/** What an amendment replaces: its lines too. */
export type PostedAmendment = PostedNews & { lines?: PostedLine[] };

export type PostedSeller = { reference: string; reseller: PostedParty };
export type PostedLock = { reference: string; reason: string };

export type AmendmentService = ReturnType<typeof createAmendmentService>;

/**
 * What corrects an order or turns it back: amendments, deliveries that are locked again, another seller. Problems of all:
 * NOT_FOUND, INVALID_REQUEST, REFERENCE_TAKEN, ORDER_CANCELED, ORDER_ENDED, TEMPORAL_UNAVAILABLE.
 */
export function createAmendmentService(deps: Deps) {
  const { catalogue } = deps;
  const facts = createStating(deps);
  const read = createReadBrought(deps);

  return {
    /**
     * Corrects an order of which nothing has become yet. Problems: ACCOUNT_KIND_DIFFERS, ALREADY_UNLOCKED, ALREADY_EXPANDED,
     * ALREADY_CHANGED, TOO_MANY_LINES.
     */
    async amend(number: string, posted: PostedAmendment, stating: Stating): Promise<Stated> {
      const { reference, lines: postedLines, purchaseOrder, metadata } = posted;
      checkTexts({ '/reference': reference, ...namesIn(posted), '/purchaseOrder': purchaseOrder ?? undefined });
      checkTexts({ ...textsIn(metadata ?? {}), ...referencesIn(postedLines ?? []) });
      const contentHash = hashOfJson(posted);
      const { brings, parties, accounts } = await read(number, 'amend', posted);
      return facts.state(
        number,
        stating,
        { type: 'amend', reference, contentHash, brings },
        ({ order, isWhole }, at) => {
          refuseInvalid([
            ...partyZones(posted),
            ...(postedLines ? checkLines(postedLines, catalogue, { datedByOrder: false }) : []),
          ]);
          refuseOtherKinds(parties, accounts);
          const timeZone = brings.customer?.timeZone ?? order.timeZone;
          const today = dayAt(at, timeZone);
          const lines = postedLines?.map((line) => acceptLine(line, today) as SoldLine);
          refuseInvalid(daysInLines(lines ?? [], today));
          return {
            ...{ type: 'amend', reference, contentHash, inZone: order.timeZone, says: saidIn(brings) },
            ...idsIn(brings),
            ...(brings.customer && { timeZone }),
            ...(lines && { lines }),
            ...(isWhole && (lines || timeZone !== order.timeZone) && instantsIn(order, lines ?? order.lines, timeZone)),
          };
        },
      );
    },

    /** Locks a delivery again of which nothing is assigned. Problems: DELIVERY_UNKNOWN, STILL_ASSIGNED with `servers`. */
    async lock(number: string, delivery: string, posted: PostedLock, stating: Stating): Promise<Stated> {
      const { reference, reason } = posted;
      checkTexts({ '/reference': reference, '/reason': reason });
      const contentHash = hashOfJson({ ...posted, delivery });
      return facts.state(number, stating, { type: 'lock', reference, contentHash }, () => ({
        ...{ type: 'lock', reference, contentHash, delivery, reason },
      }));
    },

    /** Gives an order another reseller, which is told of what is locked at once. Problems: ACCOUNT_KIND_DIFFERS. */
    async changeSeller(number: string, posted: PostedSeller, stating: Stating): Promise<Stated> {
      const { reference } = posted;
      checkTexts({ '/reference': reference, ...namesIn(posted) });
      const contentHash = hashOfJson(posted);
      const { brings, parties, accounts } = await read(number, 'change-seller', posted);
      return facts.state(number, stating, { type: 'change-seller', reference, contentHash, brings }, () => {
        refuseInvalid(partyZones(posted));
        refuseOtherKinds(parties, accounts);
        return { type: 'change-seller', reference, contentHash, resellerId: posted.reseller.id };
      });
    },
  };
}

function saidIn(brings: Brought): Said[] {
  return SAID.filter((said) => said in brings);
}

function idsIn({ customer, reseller, distributor }: Brought) {
  return {
    ...(customer && { customerId: customer.id }),
    ...(reseller !== undefined && { resellerId: reseller?.id ?? null }),
    ...(distributor !== undefined && { distributorId: distributor?.id ?? null }),
  };
}

function instantsIn({ policy }: Order, lines: readonly SoldLine[], timeZone: string) {
  return { instants: lines.map((line) => instantsOf(line, timeZone, policy)) };
}
