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

  register('end', 'ending', asksAgain);
  // Ending has no pace: whoever used up that of an account must not keep anybody in.
  register('restore', 'restoring', { ...asksAgain, ...paced });

  /** What the page says is what its press does, whatever has become of the relation meanwhile. */
  function register(act: 'end' | 'restore', said: 'ending' | 'restoring', pressing: object): void {
    const path = `/accounts/:id/sellers/:seller/${act}`;

    app.get<OfSeller>(path, { config: onCustomer(mayEndSellers) }, async (request, reply) => {
      const { id, seller } = request.params;
      const found = (await services.sellersOf(id)).find((one) => one.id === seller);
      if (!found) return sendPage(reply, <NotFound />, 404);
      const { sellers: texts } = request.reader!.language.texts;
      const { title, ...asked } = texts[said];
      const back = { href: `/accounts/${id}/sellers`, text: texts.title };
      return sendPage(reply, <ConfirmPage {...asked} title={title(found.name)} back={back} />);
    });

    app.post<OfSeller>(path, { config: { ...onCustomer(mayEndSellers), ...pressing } }, async (request, reply) => {
      const { id, seller } = request.params;
      await services.sellers[act](id, seller, { requestId: randomUUID(), by: viewerOf(request).by });
      return reply.redirect(`/accounts/${id}/sellers`, 303);
    });
  }
}
