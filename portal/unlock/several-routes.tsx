import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asOutcome } from '../../services/assignments/setting.ts';
import { atMostAtOnce } from '../../services/at-once.ts';
import { everybody } from '../../services/permissions/permit.ts';
import { caught } from '../../services/problems/caught.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import { mayUnlock, type Caller } from '../../domain/people/permissions.ts';
import { sellerOf } from '../../domain/order/arriving/seller.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import type { Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { MOST_LOTS, UnlockingPage } from './several-page.tsx';

/** As many as a page of the list has. */
const MOST_ORDERS = 50;
/** So many orders are unlocked at a time: whoever unlocks much at once leaves room for others. */
const ORDERS_AT_ONCE = 4;
const FIELD = /^unlock:([A-Za-z0-9][\w.-]{0,79})\/(\d{1,4})$/;

/**
 * What became of a lot: `changed` is one whose order is over or was changed meanwhile, as its card says; `unknown` one that was
 * not answered for, whose unlock may still happen.
 */
type Outcome = 'taken' | 'changed' | 'unknown';

/**
 * Unlocks several orders with one press, each by the call that its own page makes: one that is not answered for keeps none of
 * the others from being unlocked.
 */
export function registerUnlocking(app: FastifyInstance, { orders }: PageServices): void {
  app.get<{ Querystring: Query }>('/unlocking', { config: everybody }, async (request, reply) => {
    const { order, taken, changed, unknown } = request.query;
    const lots = [taken, changed, unknown].flatMap(textsIn);
    const numbers = [...textsIn(order), ...lots.map((key) => key.split('/')[0]!)];
    return sendPage(
      reply,
      <UnlockingPage
        orders={await unlockable(viewerOf(request), numbers)}
        taken={new Set(textsIn(taken))}
        changed={new Set(textsIn(changed))}
        unknown={new Set(textsIn(unknown))}
      />,
    );
  });

  app.post('/unlocking', { config: everybody }, async (request, reply) => {
    const viewer = viewerOf(request);
    const asked = Object.entries(readForm(request)).flatMap(([field, edition]) => {
      const [, number, delivery] = FIELD.exec(field) ?? [];
      return number && delivery ? [{ number, delivery, edition: Number(edition) }] : [];
    });
    if (asked.length > MOST_LOTS) throw new ProblemError('INVALID_REQUEST');
    const mine = new Set(
      (
        await unlockable(
          viewer,
          asked.map(({ number }) => number),
        )
      ).map(({ number }) => number),
    );
    const own = Map.groupBy(
      asked.filter((one) => mine.has(one.number)),
      ({ number }) => number,
    );
    const unlock = createUnlock(request);
    const outcomes = await atMostAtOnce(ORDERS_AT_ONCE, [...own.values()], async (lots) => {
      const said: [Outcome, string][] = [];
      for (const lot of lots) said.push([await unlock(lot), `${lot.number}/${lot.delivery}`]);
      return said;
    });
    const said = new URLSearchParams(outcomes.flat());
    return reply.redirect(`/unlocking?${said.toString()}`, 303);
  });

  /** Unlocks one after the other; where Temporal is away for one, nobody waits for it to be so for all. */
  function createUnlock(request: FastifyRequest) {
    let isAway = false;
    return async ({ number, ...lot }: { number: string; delivery: string; edition: number }): Promise<Outcome> => {
      if (isAway) return 'unknown';
      try {
        await orders.unlock(number, lot, { by: viewerOf(request).by });
        return 'taken';
      } catch (error) {
        const problem = caught(error, request.log);
        isAway ||= problem.code === 'TEMPORAL_UNAVAILABLE';
        return asOutcome(problem).outcome === 'waiting' ? 'unknown' : 'changed';
      }
    };
  }

  /** Those of some orders that somebody may unlock; what others are is not told. Problems: INVALID_REQUEST for too many. */
  async function unlockable(viewer: Caller, numbers: readonly string[]) {
    const few = [...new Set(numbers)];
    if (few.length > MOST_ORDERS) throw new ProblemError('INVALID_REQUEST');
    if (few.length === 0) return [];
    const { items } = await orders.listOrders(viewer, { numbers: few }, { limit: MOST_ORDERS });
    return items.filter((order) => mayUnlock(viewer, { seller: sellerOf(order).id }));
  }
}

function textsIn(value: Query[string]): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}
