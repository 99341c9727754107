import { readLives } from '../../db/queries/orders/lives.ts';
import { accountFacts } from '../../db/queries/accounts/permissions.ts';
import { ordersOfCustomer, type ProjectedRecord } from '../../db/queries/orders/orders.ts';
import { usedAtCustomer } from '../../db/queries/servers/usage.ts';
import { capacityHistory, type Spent } from '../../domain/capacity-history.ts';
import { inSequence, nameIn, unitIn } from '../../domain/catalogue/catalogue.ts';
import { dayAt, monthsBefore, startOfDay, type Day } from '../../domain/days.ts';
import { beginningOf } from '../../domain/order/arriving/accept.ts';
import { maySeeLocked, maySeeOrder, maySeeServers, type Caller } from '../../domain/people/permissions.ts';
import type { Deps } from '../deps.ts';
import { factsIn, inSightOf } from '../permissions/in-sight.ts';
import type { AccountService } from './accounts.ts';

/** So many months are told, this one included. */
const MONTHS = 12;
/** So many lives are read and told at a time: a customer of many orders takes no more memory, and lets others pass between. */
const ORDERS_AT_ONCE = 500;

export type HistoryService = ReturnType<typeof createHistoryService>;

/** What a customer owned and had assigned over time. */
export function createHistoryService({ orm, clock, catalogue }: Deps, accounts: AccountService) {
  const em = () => orm.em.fork();

  return {
    /**
     * By application what a caller sees that a customer owned and had assigned at the beginning of each of the last months, in
     * its time zone, and now; each order as its journal tells it. What servers use is known of now alone. Problems: NOT_FOUND.
     */
    async list(caller: Caller, id: string) {
      const nowMs = clock();
      const { timeZone } = await accounts.readAccount(id);
      const [records, facts, used] = await Promise.all([
        ordersOfCustomer(em(), id),
        accountFacts(em(), id, { account: caller.account.id, nowMs }),
        usedAtCustomer(em(), id),
      ]);
      const seesAll = facts !== null && maySeeServers(caller, facts);
      const seen = records.filter((record) => seesAll || maySeeOrder(caller, factsIn(record)));
      const days = pastMonths(dayAt(nowMs, timeZone ?? 'UTC'));
      const instants = [...days.slice(0, -1).map((day) => startOfDay(day, timeZone ?? 'UTC')), nowMs];
      const past = new Map<string, Spent[]>();
      for (let from = 0; from < seen.length; from += ORDERS_AT_ONCE) {
        const some = seen.slice(from, from + ORDERS_AT_ONCE);
        const numbers = some.map(({ order }) => order.number);
        const lives = await readLives(em(), numbers);
        const pasts = some.map((record) => pastOf(caller, record, lives.get(record.order.number) ?? []));
        capacityHistory(id, pasts, instants, past);
      }
      return {
        items: inSequence(catalogue, past.keys()).map((application) => ({
          ...{ application, name: nameIn(catalogue, application), unit: unitIn(catalogue, application) },
          used: seesAll ? (used.get(application) ?? null) : null,
          points: past.get(application)!.map((spent, index) => ({ on: days[index]!, ...spent })),
        })),
      };
    },
  };
}

/** The first days of the last months, the oldest first, and today. */
function pastMonths(today: Day): Day[] {
  return [...monthsBefore(today, MONTHS), today];
}

function pastOf(
  caller: Caller,
  record: ProjectedRecord,
  events: Parameters<typeof capacityHistory>[1][number]['events'],
) {
  return {
    opening: beginningOf(record.accepted).opening,
    events,
    lines: new Set(inSightOf(caller, record).order.lines.map(({ id }) => id)),
    countsLocked: maySeeLocked(caller, factsIn(record)),
  };
}
