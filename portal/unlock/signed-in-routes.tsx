import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onOrder } from '../../services/permissions/permit.ts';
import { mayUnlock } from '../../domain/people/permissions.ts';
import { codeOf } from '../error-code.ts';
import { NotFound, sendPage } from '../pages.tsx';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { UnlockPage } from './page.tsx';
import { outcomeOf, shownIn } from './pressed.ts';

type Route = { Params: { number: string; delivery: string }; Querystring: { taken?: string; replaced?: string } };

/** The unlock page for who is signed in: the same page as that of the e-mail’s link, and the same two presses. */
export function registerSignedInUnlock(app: FastifyInstance, { orders }: PageServices): void {
  const path = '/orders/:number/unlock/:delivery';

  app.get<Route>(path, { config: onOrder(mayUnlock) }, async (request, reply) => {
    const found = await find(request);
    if (!found) return sendPage(reply, <NotFound />, 404);
    const { taken, replaced } = request.query;
    return sendPage(reply, <UnlockPage {...found} taken={taken !== undefined} isChanged={replaced !== undefined} />);
  });

  app.post<Route>(path, { config: onOrder(mayUnlock) }, async (request, reply) => {
    const { number, delivery } = request.params;
    const { by } = viewerOf(request);
    const unlocking = orders.unlock(number, { delivery, ...shownIn(request) }, { by });
    // The delivery was told anew since the page was opened: it says how things are now.
    const outcome = await outcomeOf(unlocking).catch((error: unknown) => {
      if (codeOf(error) === 'LINK_REPLACED') return '?replaced';
      throw error;
    });
    return reply.redirect(`/orders/${number}/unlock/${delivery}${outcome}`, 303);
  });

  async function find(request: FastifyRequest<Route>) {
    const order = await orders.readOrder(viewerOf(request), request.params.number);
    const delivery = order.deliveries.find(({ id }) => id === request.params.delivery);
    return delivery ? { order, delivery } : null;
  }
}
