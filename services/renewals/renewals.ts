import type { LinePosition } from '../../db/queries/orders/lines.ts';
import {
  findRenewals,
  listLastDays,
  listRenewals,
  totalRenewals,
  type RenewalFilter,
  type RenewalRow,
} from '../../db/queries/orders/renewals.ts';
import type { Unit } from '../../domain/catalogue/catalogue.ts';
import { careCondition, lineCondition } from '../../domain/condition/line.ts';
import { addDays, dayAt, daysTo } from '../../domain/days.ts';
import { maySeeIntents, sightOf, type Caller } from '../../domain/people/permissions.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { readFilter } from '../orders/filters.ts';
import { instant, presentIntent, presentPlanned } from '../orders/view.ts';

/** What somebody asks to be found: what is searched for is as somebody typed it. */
export type AskedRenewals = Omit<RenewalFilter, 'q'> & { q?: string | undefined };

/** A line that ends, as API and pages get it. */
export type RenewalView = ReturnType<typeof present>;

/** How much of an application ends. */
export type RenewalTotalView = { application: string; unit: Unit | null; lines: number; capacity: number };

/** A line with the day on which it ends, for a calendar. */
export type LastDayView = RenewalView & {
  /** Rises with whatever becomes of the line. */
  revision: number;
  /** Whether the day counts no more: the line or its order was canceled. */
  isCanceled: boolean;
};

/** A calendar tells what is over for so many days, and so many lines. */
const CALENDAR_DAYS_BACK = 90;
const MOST_IN_A_CALENDAR = 2_000;

/** Of all that ends, so many lines are read at once. */
const AT_ONCE = 2_000;

const LIST = 'renewals';

export type RenewalService = ReturnType<typeof createRenewalService>;

/** What ends, over all customers that somebody sees, and what is meant to be done then. */
export function createRenewalService({ orm, clock, catalogue, secretKeys }: Deps) {
  const cursors = createCursors(secretKeys);

  return {
    /**
     * Lines that a caller sees and that can be renewed, whose last day comes first first, and how much all that are found are by
     * application. Problems: INVALID_REQUEST for a forged cursor or a day that is none, NOT_PERMITTED.
     */
    async list(
      caller: Caller,
      asked: AskedRenewals,
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ): Promise<{ items: RenewalView[]; totals: RenewalTotalView[]; nextCursor: string | null }> {
      const filter = readFilter(caller, asked);
      const after = cursors.read<LinePosition>(LIST, cursor);
      const now = clock();
      const found = await findRenewals(orm.em.fork(), sightOf(caller), filter, now);
      if (!found) return { items: [], totals: [], nextCursor: null };
      const [rows, totals] = await Promise.all([
        listRenewals(orm.em.fork(), found, limit + 1, after),
        totalRenewals(orm.em.fork(), found),
      ]);
      const cursorOf = (row: RenewalRow) => cursors.write(LIST, positionOf(row));
      return {
        ...toPage(rows, limit, (row) => present(caller, row, now), cursorOf),
        totals: totals.map((total) => ({ ...total, unit: catalogue.get(total.application)?.unit ?? null })),
      };
    },

    /** All that the same list has at one instant, some of it at a time, without how much it is. Problems: those of `list`. */
    async *listAll(caller: Caller, asked: AskedRenewals): AsyncGenerator<RenewalView[]> {
      const now = clock();
      const found = await findRenewals(orm.em.fork(), sightOf(caller), readFilter(caller, asked), now);
      for (let after: LinePosition | null = null, rows: RenewalRow[] = []; found; after = positionOf(rows.at(-1)!)) {
        rows = await listRenewals(orm.em.fork(), found, AT_ONCE, after);
        yield rows.map((row) => present(caller, row, now));
        if (rows.length < AT_ONCE) return;
      }
    },

    /** What a caller's calendar has: the last days of lines that it sees, canceled ones too; what is to come and goes on before all else. */
    async lastDays(caller: Caller): Promise<LastDayView[]> {
      const now = clock();
      const today = dayAt(now, 'UTC');
      const days = { from: addDays(today, -CALENDAR_DAYS_BACK), today, nowMs: now };
      const rows = await listLastDays(orm.em.fork(), sightOf(caller), days, MOST_IN_A_CALENDAR);
      return rows.map((row) => {
        const line = present(caller, row, now);
        return { ...line, revision: row.seq, isCanceled: line.condition.state === 'canceled' };
      });
    },
  };
}

function positionOf({ lastDay, order, place }: RenewalRow): LinePosition {
  return { lastDay, order, line: place };
}

/** A line as a caller reads it at an instant (epoch milliseconds). */
function present(caller: Caller, row: RenewalRow, atMs: number) {
  const { order, purchaseOrder, lastDay, status, timeZone, sellerId, distributorId } = row;
  const { id, reference = null, application, license, capacity, endsOn, care, terms, planned } = row;
  // What was to last for good ends by its term, too, once it is to be canceled.
  const isToBeCanceled = row.canceledAt === null && planned.some(({ type }) => type === 'cancellation');
  const seesIntent = maySeeIntents(caller, { seller: sellerId, distributor: distributorId });
  return {
    ...{ order, purchaseOrder, line: id, reference, status, timeZone },
    customer: { id: row.customerId, name: row.customerName },
    seller: { id: sellerId, name: row.sellerName },
    ...{ application, license, capacity },
    what: endsOn !== null || isToBeCanceled ? ('term' as const) : ('care' as const),
    ...{ lastDay, daysLeft: daysTo(lastDay, timeZone, atMs), careLevel: care?.level ?? null },
    condition: lineCondition(row, atMs),
    careCondition: careCondition(row, atMs),
    renewableUntil: instant(terms.reinstatableUntil),
    planned: presentPlanned(planned),
    intent: seesIntent ? presentIntent(row.intent) : null,
  };
}
