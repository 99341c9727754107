import type { FastifyInstance } from 'fastify';
import { invalid } from '../../services/problems/problems.ts';
import { onOrder } from '../../services/permissions/permit.ts';
import { mayReplaceUnlockLink } from '../../domain/people/permissions.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { ConfirmPage } from '../confirm.tsx';
import { FormId } from '../parts/form/form-id.tsx';
import type { PageServices } from '../services.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';

type Route = { Params: { number: string; delivery: string } };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Replaces the unlock link of a delivery. The page brings the id of its request, so that pressed twice it makes one link. */
export function registerReplaceLink(app: FastifyInstance, { unlockLinks }: PageServices): void {
  const path = '/orders/:number/unlock-link/:delivery';

  app.get<Route>(path, { config: onOrder(mayReplaceUnlockLink) }, async (request, reply) => {
    const { number, delivery } = request.params;
    await unlockLinks.checkReplaceable(number, delivery);
    const { orders } = request.reader!.language.texts;
    return sendPage(
      reply,
      <ConfirmPage
        title={orders.replaceLink}
        back={{ href: `/orders/${number}`, text: number }}
        consequences={orders.replaceLinkConsequences}
        button={orders.replaceLink}
      >
        <FormId />
      </ConfirmPage>,
    );
  });

  app.post<Route>(path, { config: { ...onOrder(mayReplaceUnlockLink), ...asksAgain } }, async (request, reply) => {
    const { number, delivery } = request.params;
    const { request: requestId = '' } = readForm(request);
    if (!UUID.test(requestId)) throw invalid([{ pointer: '/request', message: 'is not the id that the page brought' }]);
    await unlockLinks.replace(number, delivery, { requestId, by: viewerOf(request).by });
    return reply.redirect(`/orders/${number}?replaced=${delivery}`, 303);
  });
}
