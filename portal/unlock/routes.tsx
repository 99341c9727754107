import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asMeant } from '../../domain/text/copied.ts';
import type { NamedKey } from '../../secrets/named-keys.ts';
import { readUnlockCapability, type UnlockLink } from '../../secrets/unlock-link.ts';
import { NotFound, sendPage } from '../pages.tsx';
import type { UnlockableOrders } from './orders.ts';
import { UnlockPage } from './page.tsx';
import { outcomeOf, shownIn } from './pressed.ts';

export type UnlockDeps = { links: UnlockableOrders; secretKeys: readonly NamedKey[] };

/** A wildcard, as a named parameter is cut at 100 characters and a capability can be longer. */
const PATH = '/unlock/*';

/** What is asked once an unlock was taken: the page then says so until the order shows it. */
type Route = { Params: { '*': string }; Querystring: { taken?: string } };

/** The page of an unlock link: GET shows and changes nothing, POST unlocks. Whoever has the link may, until it is replaced; no login. */
export async function registerUnlock(app: FastifyInstance, { links, secretKeys }: UnlockDeps): Promise<void> {
  app.get<Route>(PATH, async (request, reply) => {
    const found = await find(capabilityIn(request));
    if (!found) return sendPage(reply, <NotFound />, 404);
    const { order, delivery } = found;
    return sendPage(reply, <UnlockPage {...{ order, delivery }} taken={request.query.taken !== undefined} />);
  });

  app.post<Route>(PATH, async (request, reply) => {
    const capability = capabilityIn(request);
    const found = await find(capability);
    if (!found) return sendPage(reply, <NotFound />, 404);
    const outcome = found.delivery.unlockedAt === null ? await unlock(found.link, shownIn(request).edition) : '';
    return reply.redirect(`/unlock/${capability}${outcome}`, 303);
  });

  /** A link that was copied with the full stop or the quotation marks around it is the link. */
  function capabilityIn({ params }: FastifyRequest<Route>): string {
    return asMeant(params['*']);
  }

  async function find(capability: string) {
    const link = readUnlockCapability(secretKeys, capability);
    const order = link && (await links.readByLink(link));
    const delivery = order?.deliveries.find(({ id }) => id === link?.delivery);
    return link && order && delivery ? { link, order, delivery } : null;
  }

  /** What its page is to say then. */
  function unlock(link: UnlockLink, shown: number | undefined): Promise<string> {
    return outcomeOf(links.unlockByLink(link, randomUUID(), shown));
  }
}
