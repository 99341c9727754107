import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { mayEndSellers, maySeeSellers } from '../../domain/people/permissions.ts';
import { paced } from '../../services/permissions/pacing.ts';
import { onCustomer } from '../../services/permissions/permit.ts';
import { ConfirmPage } from '../confirm.tsx';
import { NotFound, sendPage } from '../pages.tsx';
import type { PageServices } from '../services.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { SellersPage } from './page.tsx';

type OfCustomer = { Params: { id: string } };
type OfSeller = { Params: { id: string; seller: string } };

/** Who sold a customer something, and the relation with each, which is ended and restored after a second press. */
export function registerSellers(app: FastifyInstance, services: PageServices): void {
  app.get<OfCustomer>('/accounts/:id/sellers', { config: onCustomer(maySeeSellers) }, async (request, reply) => {
    const { id } = request.params;
    const [customer, sellers] = await Promise.all([services.accounts.readAccount(id), services.sellersOf(id)]);
    return sendPage(
      reply,
      <SellersPage customer={customer} sellers={sellers} mayEnd={mayEndSellers(viewerOf(request), { id })} />,
    );
  });

  app.get<OfSeller>('/accounts/:id/sellers/:seller', { config: onCustomer(mayEndSellers) }, async (request, reply) => {
    const seller = await find(request.params);
    if (!seller) return sendPage(reply, <NotFound />, 404);
    const { sellers: texts } = request.reader!.language.texts;
    const asked = seller.standing === 'ended' ? texts.restoring : texts.ending;
    return sendPage(
      reply,
      <ConfirmPage
        title={asked.title(seller.name)}
        back={{ href: `/accounts/${request.params.id}/sellers`, text: texts.title }}
        consequences={asked.consequences}
        button={asked.button}
      />,
    );
  });

  app.post<OfSeller>(
    '/accounts/:id/sellers/:seller',
    { config: { ...onCustomer(mayEndSellers), ...asksAgain, ...paced } },
    async (request, reply) => {
      const { id, seller } = request.params;
      const found = await find(request.params);
      if (!found) return sendPage(reply, <NotFound />, 404);
      const asked = { requestId: randomUUID(), by: viewerOf(request).by };
      if (found.standing === 'ended') await services.sellers.restore(id, seller, asked);
      else await services.sellers.end(id, seller, asked);
      return reply.redirect(`/accounts/${id}/sellers`, 303);
    },
  );

  async function find({ id, seller }: OfSeller['Params']) {
    return (await services.sellersOf(id)).find((one) => one.id === seller);
  }
}
