import type { EntityManager } from '@mikro-orm/postgresql';
import {
  countEmergencies,
  declaredBefore,
  holdGrounds,
  keepEmergency,
  noteHeard,
  noteUnheard,
  readAllSold,
  readGrounds,
  type Declaring,
  type DeclaredBefore,
} from '../../db/queries/emergencies/declare.ts';
import { listEmergencies, type EmergencyPosition, type ListedEmergency } from '../../db/queries/emergencies/list.ts';
import { orderSeq } from '../../db/queries/orders/orders.ts';
import { isUnrepaired } from '../../db/queries/repair/restored.ts';
import { isSoldTo } from '../../db/queries/orders/ledgers.ts';
import { addDays, dayAt } from '../../domain/days.ts';
import {
  EMERGENCY_TERMS,
  emergenciesLeft,
  FURTHER_DAYS,
  grantEmergency,
  mostInEmergency,
  nextEmergencyAt,
} from '../../domain/emergency.ts';
import { acceptOrder, agreedNow, type AcceptedOrder } from '../../domain/order/arriving/accept.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import { traceUnderWay } from '../../temporal/traces.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { causeOf, type Asked } from '../asked.ts';
import { hashOfJson } from '../canonical.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import type { OrderService } from '../orders/orders.ts';
import { refuseUnrepaired } from '../orders/arriving/rebuilt.ts';
import { createStarting } from '../orders/arriving/starting.ts';
import { instant, type OrderView } from '../orders/view.ts';
import { byRule, ProblemError } from '../problems/problems.ts';
import { reached } from '../reached.ts';
import { checkTexts } from '../text.ts';

/** What is asked for: how much of an application, in units, and why. */
export type AskedEmergency = { application: string; capacity: number; reason: string };

type Page = { limit: number; cursor?: string | undefined };

export type EmergencyService = ReturnType<typeof createEmergencyService>;
export type EmergencyView = ReturnType<typeof present>;

/** How many more a customer may declare, and from when on, ISO 8601 UTC; null where one may be declared now. */
export type Left = { left: number; nextAt: string | null };

/** Delivered, and unlocked: from then on it can be assigned. */
const UNLOCKED_AT_SEQ = 2;
const LONGEST_NUMBER = 80;
const HASH_LENGTH = 12;

/** Emergencies of customers: capacity for some days, at once and without anybody's leave, told to the vendor. */
export function createEmergencyService(deps: Deps, accounts: AccountService, orders: Pick<OrderService, 'readOrder'>) {
  const { orm, temporal, clock, secretKeys, catalogue } = deps;
  const cursors = createCursors(secretKeys);
  const { startAgain } = createStarting(deps);
  const em = () => orm.em.fork();

  /** Begins the order of whoever waits for it. It begins by itself too, later: who was told to ask again means that one. Problems: those of starting it. */
  async function beginNow(number: string): Promise<void> {
    try {
      await startAgain(number);
    } catch (error) {
      await noteUnheard(em(), number);
      throw error;
    }
  }

  /** Counts, grants and keeps, in one transaction that holds the customer. Problems: NOT_A_CUSTOMER, and those of {@link grantEmergency}. */
  function keep(caller: Caller, customerId: string, asked: AskedEmergency, requestId: string): Promise<DeclaredBefore> {
    return em().transactional(async (tx) => {
      const at = clock();
      const grounds = await holdGrounds(tx, customerId, asked.application, at);
      if (!grounds) throw new ProblemError('NOT_A_CUSTOMER');
      const before = await declaredBefore(tx, customerId, requestId, asked, at);
      if (before) return before;
      byRule(() => grantEmergency(grounds, asked.capacity, at));
      const content = await keepUnderNumber(tx, caller, grounds.customer, asked, { requestId, at });
      return { content, isUnheard: false };
    });
  }

  /**
   * A number that is taken, as the ERP may have given it to an order of its own, is passed over. Problems: ORDER_NOT_REPAIRED
   * where the emergency that had it was lost by a restore: how many were declared is not known either, until that is repaired.
   */
  async function keepUnderNumber(
    tx: EntityManager,
    caller: Caller,
    customer: Declaring,
    asked: AskedEmergency,
    { requestId, at }: { requestId: string; at: number },
  ): Promise<AcceptedOrder> {
    const seller = ['reseller', 'distributor'].includes(caller.account.kind) ? caller.account.id : null;
    for (let place = (await countEmergencies(tx, customer.id)) + 1; ; place += 1) {
      const content = orderOf(numberOf(customer.id, place), customer, asked, caller, at);
      const kept = {
        content,
        contentHash: hashOfJson(content),
        agreed: agreedNow(content),
        trace: traceUnderWay(),
        isClaimed: true,
      };
      const declaration = { requestId, seller, ...kept };
      if (!(await keepEmergency(tx, declaration, causeOf({ requestId, by: caller.by }, at)))) continue;
      if (await isUnrepaired(tx)) await refuseUnrepaired(temporal, orderWorkflowId(content.number));
      return content;
    }
  }

  return {
    /**
     * Declares an emergency, and answers the order that grants it, unlocked. The same request again is answered with the
     * same order. Problems: NOT_FOUND, NOT_A_CUSTOMER, APPLICATION_UNKNOWN, EMERGENCIES_USED_UP (with `nextAt`),
     * EMERGENCY_TOO_LARGE (with `most`), ORDER_NOT_REPAIRED, ORDER_NUMBER_TAKEN, TEMPORAL_UNAVAILABLE.
     */
    async declare(caller: Caller, customer: string, asked: AskedEmergency, { requestId }: Asked): Promise<OrderView> {
      checkTexts({ '/reason': asked.reason });
      await accounts.readAccount(customer);
      if (!catalogue.has(asked.application) && !(await isSoldTo(em(), customer, asked.application)))
        throw new ProblemError('APPLICATION_UNKNOWN');
      const { content, isUnheard } = await keep(caller, customer, asked, requestId);
      await beginNow(content.number);
      if (isUnheard) await noteHeard(em(), content.number);
      await reached(async () => (await orderSeq(em(), content.number)) >= UNLOCKED_AT_SEQ);
      return orders.readOrder(caller, content.number);
    },

    /**
     * Emergencies of a customer, last declared first, with how many are left; of those that another seller declared a seller
     * does not hear by whom. Problems: NOT_FOUND, NOT_A_CUSTOMER, INVALID_REQUEST for a forged cursor.
     */
    async list(caller: Caller, customer: string, page: Page) {
      const { kind } = await accounts.readAccount(customer);
      if (kind !== 'customer') throw new ProblemError('NOT_A_CUSTOMER');
      const [emergencies, { declaredAt }] = await Promise.all([
        listed(customer, page),
        readGrounds(em(), customer, '', clock()),
      ]);
      const items = emergencies.items.map((emergency) => inSightOf(caller, emergency));
      return { ...emergencies, items, ...leftOf(declaredAt, clock()) };
    },

    /** How much of an application a customer may declare, in units, and how many emergencies it has left for that. */
    async readLeft(customer: string, application: string): Promise<Left & { most: number }> {
      const { sold, declaredAt } = await readGrounds(em(), customer, application, clock());
      return { most: mostInEmergency(sold, clock()), ...leftOf(declaredAt, clock()) };
    },

    /** The same of each application of which an emergency grants anything, by their keys. */
    async readAllLimits(customer: string): Promise<{ application: string; most: number }[]> {
      const all = await readAllSold(em(), customer);
      const limits = all.map(({ application, sold }) => ({ application, most: mostInEmergency(sold, clock()) }));
      return limits.filter(({ most }) => most > 0);
    },

    /** Emergencies of all customers, last declared first. Problems: INVALID_REQUEST for a forged cursor. */
    listAll: (page: Page) => listed(null, page),
  };

  async function listed(customer: string | null, { limit, cursor }: Page) {
    const list = `emergencies/${customer ?? ''}`;
    const after = cursors.read<EmergencyPosition>(list, cursor);
    const rows = await listEmergencies(em(), customer, limit + 1, after);
    return toPage(rows, limit, present, ({ declaredAt, content }) =>
      cursors.write(list, { declaredAt, order: content.number }),
    );
  }
}

/** A direct sale of an evaluation, for the day of its declaration at the customer and some more. */
function orderOf(
  number: string,
  { id, name, email, timeZone, locale }: Declaring,
  { application, capacity, reason }: AskedEmergency,
  { by }: Caller,
  at: number,
): AcceptedOrder {
  const customer = { id, name, email, locale, ...(timeZone !== null && { timeZone }) };
  const startsOn = dayAt(at, timeZone ?? 'UTC');
  const line = {
    application,
    capacity,
    license: 'evaluation',
    startsOn,
    endsOn: addDays(startsOn, FURTHER_DAYS),
  } as const;
  const accepted = acceptOrder({ number, customer, lines: [line] }, by, at);
  const lines = accepted.lines.map((sold) => ({ ...sold, evaluation: EMERGENCY_TERMS }));
  return { ...accepted, lines, emergency: { reason } };
}

/** `EMG-<customer>-<n>`; where that is no number, as the customer's id is too long, a part of the id with a hash of all of it. */
function numberOf(customer: string, place: number): string {
  const number = `EMG-${customer}-${place}`;
  if (number.length <= LONGEST_NUMBER) return number;
  const hash = hashOfJson(customer).slice(0, HASH_LENGTH);
  const end = `.${hash}-${place}`;
  return `EMG-${customer.slice(0, LONGEST_NUMBER - 'EMG-'.length - end.length)}${end}`;
}

function leftOf(declaredAt: readonly number[], at: number): Left {
  return { left: emergenciesLeft(declaredAt, at), nextAt: instant(nextEmergencyAt(declaredAt, at)) };
}

function present({ content, customerId, name, seller, declaredAt }: ListedEmergency) {
  const { application, capacity, startsOn, endsOn } = content.lines[0]!;
  return {
    ...{ order: content.number, customer: { id: customerId, name }, application, capacity },
    ...{ reason: content.emergency!.reason, startsOn, endsOn: endsOn! },
    ...{ declaredAt: instant(declaredAt), by: content.by as string | null, seller },
  };
}

/** Who else sells to a customer is for the customer and the vendor alone. */
function inSightOf({ account }: Caller, emergency: EmergencyView): EmergencyView {
  const { customer, seller } = emergency;
  const isSeen = account.kind === 'vendor' || account.id === customer.id || seller === null || seller === account.id;
  return isSeen ? emergency : { ...emergency, seller: null, by: null };
}
