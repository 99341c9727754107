import type { FastifyInstance } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import { mayUnlock, type Caller } from '../../domain/permissions.ts';
import { sellerOf } from '../../domain/order/seller.ts';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import type { Query } from '../parts/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { UnlockingPage } from './several-page.tsx';

/** As many as a page of the list has. */
const MOST_ORDERS = 50;
const FIELD = /^unlock:([A-Za-z0-9][\w.-]{0,79})\/(\d{1,4})$/;

/** Unlocks several orders with one press, each by the call that its own page makes. */
export function registerUnlocking(app: FastifyInstance, { orders }: PageServices): void {
  app.get<{ Querystring: Query }>('/unlocking', { config: everybody }, async (request, reply) => {
    const { order, taken, changed } = request.query;
    const numbers = [...textsIn(order), ...[...textsIn(taken), ...textsIn(changed)].map((key) => key.split('/')[0]!)];
    return sendPage(
      reply,
      <UnlockingPage
        orders={await unlockable(viewerOf(request), numbers)}
        taken={new Set(textsIn(taken))}
        changed={new Set(textsIn(changed))}
      />,
    );
  });

  app.post('/unlocking', { config: everybody }, async (request, reply) => {
    const viewer = viewerOf(request);
    const asked = Object.entries(readForm(request)).flatMap(([field, edition]) => {
      const [, number, delivery] = FIELD.exec(field) ?? [];
      return number && delivery ? [{ number, delivery, edition: Number(edition) }] : [];
    });
    const mine = new Set(
      (
        await unlockable(
          viewer,
          asked.map(({ number }) => number),
        )
      ).map(({ number }) => number),
    );
    const said = new URLSearchParams();
    for (const { number, ...lot } of asked.filter((one) => mine.has(one.number))) {
      const changed = await orders.unlock(number, lot, { by: viewer.by }).then(
        () => false,
        (error: unknown) => {
          // An order that is over takes none, and its card says why; one that was changed is asked for anew.
          if (['LINK_REPLACED', 'ORDER_CANCELED', 'ORDER_ENDED', 'DELIVERY_UNKNOWN'].includes(codeOf(error)))
            return true;
          throw error;
        },
      );
      said.append(changed ? 'changed' : 'taken', `${number}/${lot.delivery}`);
    }
    return reply.redirect(`/unlocking?${said.toString()}`, 303);
  });

  /** Those of some orders that somebody may unlock; what others are is not told. */
  async function unlockable(viewer: Caller, numbers: readonly string[]) {
    const few = [...new Set(numbers)].slice(0, MOST_ORDERS);
    if (few.length === 0) return [];
    const { items } = await orders.listOrders(viewer, { numbers: few }, { limit: MOST_ORDERS });
    return items.filter((order) => mayUnlock(viewer, { seller: sellerOf(order).id }));
  }
}

function textsIn(value: Query[string]): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}
