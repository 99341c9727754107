import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onOrder } from '../../services/permissions/permit.ts';
import { mayUnlock, type By } from '../../domain/permissions.ts';
import { codeOf } from '../error-code.ts';
import { NotFound, sendPage } from '../pages.tsx';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { UnlockPage } from './page.tsx';

type Route = { Params: { number: string; delivery: string }; Querystring: { taken?: string } };

/** The unlock page for who is signed in: the same page as that of the e-mail’s link, and the same two presses. */
export function registerSignedInUnlock(app: FastifyInstance, { orders }: PageServices): void {
  const path = '/orders/:number/unlock/:delivery';

  app.get<Route>(path, { config: onOrder(mayUnlock) }, async (request, reply) => {
    const found = await find(request);
    if (!found) return sendPage(reply, <NotFound />, 404);
    return sendPage(reply, <UnlockPage {...found} taken={request.query.taken !== undefined} />);
  });

  app.post<Route>(path, { config: onOrder(mayUnlock) }, async (request, reply) => {
    const { number, delivery } = request.params;
    const applied = await unlock(number, delivery, viewerOf(request).by);
    return reply.redirect(`/orders/${number}/unlock/${delivery}${applied ? '' : '?taken'}`, 303);
  });

  async function find(request: FastifyRequest<Route>) {
    const order = await orders.readOrder(viewerOf(request), request.params.number);
    const delivery = order.deliveries.find(({ id }) => id === request.params.delivery);
    return delivery ? { order, delivery } : null;
  }

  /** An order that is over takes no unlock: its page says why, so that is where to go. */
  async function unlock(number: string, delivery: string, by: By): Promise<boolean> {
    try {
      return (await orders.unlock(number, delivery, { by })).applied;
    } catch (error) {
      if (['ORDER_CANCELED', 'ORDER_ENDED'].includes(codeOf(error))) return true;
      throw error;
    }
  }
}
