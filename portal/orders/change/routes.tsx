import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayAt } from '../../../domain/days.ts';
import { IRREVERSIBLE_CHANGES } from '../../../domain/irreversible.ts';
import { ORDER_CHANGES, type Offer, type OrderChange, type WhyNot } from '../../../domain/order/offers.ts';
import { mayChangeOrders, mayLock } from '../../../domain/people/permissions.ts';
import { onOrder } from '../../../services/permissions/permit.ts';
import { notPermitted } from '../../../services/problems/problems.ts';
import { Page } from '../../layout.tsx';
import { NotFound, sendPage } from '../../pages.tsx';
import { Notice } from '../../parts/said/notice.tsx';
import { useTexts } from '../../reader.ts';
import type { PageServices } from '../../services.ts';
import { viewerOf } from '../../session/signed-in-only.ts';
import { showForm, takeForm } from '../form/flow.tsx';
import type { OrderForm } from '../form/order-form.ts';
import { CHANGES } from './changes.ts';
import { whyNotSaid } from './menu.tsx';

type Route = { Params: { number: string; change: string } };

const isIrreversible = ({ change }: Record<string, string>) => IRREVERSIBLE_CHANGES.includes(change!);

/** A page for each change of an order: `/orders/<number>/change/<change>`. */
export function registerOrderChanges(app: FastifyInstance, services: PageServices): void {
  const path = '/orders/:number/change/:change';

  app.get<Route>(path, { config: onOrder(mayLock) }, async (request, reply) => {
    const asked = await find(request);
    if (!asked) return sendPage(reply, <NotFound />, 404);
    const { change, offer } = asked;
    if (offer.whyNot !== null)
      return sendPage(reply, <NotNowPage {...{ ...request.params, change, whyNot: offer.whyNot }} />, 409);
    return showForm(request, reply, services, await formOf(request, asked));
  });

  app.post<Route>(path, { config: { ...onOrder(mayLock), asksAgain: isIrreversible } }, async (request, reply) => {
    const asked = await find(request);
    if (!asked) return sendPage(reply, <NotFound />, 404);
    return takeForm(request, reply, services, await formOf(request, asked));
  });

  type Asked = { change: OrderChange; offer: Offer };

  /** Null for what is no change. Problems: NOT_PERMITTED. */
  async function find(request: FastifyRequest<Route>): Promise<Asked | null> {
    const change = ORDER_CHANGES.find((one) => one === request.params.change);
    if (!change) return null;
    const { items } = await services.offers.list(viewerOf(request), request.params.number);
    const offer = items.find((one) => one.change === change);
    if (!offer) throw notPermitted(mayChangeOrders);
    return { change, offer };
  }

  async function formOf(request: FastifyRequest<Route>, { change, offer: { of } }: Asked): Promise<OrderForm> {
    const { number } = request.params;
    const order = await services.orders.readOrder(viewerOf(request), number);
    const { parties = [], sells = false, begin, Fields, read, state, isSaidBy } = CHANGES[change];
    const about = { order, of, today: dayAt(services.clock(), order.timeZone) };
    const { title, explained } = request.reader!.language.texts.orderChanges.changes[change];
    return {
      ...{ number, title, explained, parties, sells },
      back: { href: `/orders/${number}`, text: number },
      begin: begin(about),
      Fields: ({ rows }) => <Fields about={about} rows={rows} />,
      prepare(typed) {
        const { body, wrong, overtaken = null } = read(typed, about);
        return {
          ...{ body, wrong, overtaken },
          state: (stating) => state(services, number, body as never, stating),
          isIn: isSaidBy && ((life) => life.some((event) => isSaidBy(event, body as never))),
        };
      },
      doneAt: (_typed, applied) => `/orders/${number}?changed=${change}${applied ? '' : '&soon=yes'}`,
    };
  }
}

/** Why a change cannot be made now, for who came by an older page. */
function NotNowPage({ number, change, whyNot }: { number: string; change: OrderChange; whyNot: WhyNot }) {
  const texts = useTexts();
  return (
    <Page title={texts.orderChanges.changes[change].title} back={{ href: `/orders/${number}`, text: number }}>
      <Notice kind="warning" title={texts.orderChanges.notNow} text={whyNotSaid(texts, change, whyNot)} />
    </Page>
  );
}
