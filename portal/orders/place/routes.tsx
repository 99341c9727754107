import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PostedOrder } from '../../../domain/order/arriving/accept.ts';
import { useTexts } from '../../reader.ts';
import { readText, type Query } from '../../parts/list/query.ts';
import type { PageServices } from '../../services.ts';
import { viewerOf } from '../../session/signed-in-only.ts';
import { Field } from '../form/field.tsx';
import { showForm, takeForm } from '../form/flow.tsx';
import type { OrderForm } from '../form/order-form.ts';
import { LineFields } from '../form/line-fields.tsx';
import { PARTY_ROLES, PartyFields } from '../form/party-fields.tsx';
import { readOrder } from './read.ts';

/** The vendor places an order by form; `?customer=<id>` begins it for a customer. */
export function registerPlaceOrder(app: FastifyInstance, services: PageServices): void {
  const path = '/place-order';

  app.get<{ Querystring: Query }>(path, async (request, reply) => {
    const customer = readText(request.query.customer);
    return showForm(request, reply, services, formOf(request, customer));
  });

  app.post(path, async (request, reply) => takeForm(request, reply, services, formOf(request, '')));

  function formOf(request: FastifyRequest, customer: string): OrderForm {
    const viewer = viewerOf(request);
    const { orderChanges, orders } = request.reader!.language.texts;
    const { title, explained } = orderChanges.changes.place;
    return {
      ...{ number: null, title, explained, parties: PARTY_ROLES, sells: true },
      back: { href: '/orders', text: orders.title },
      begin: customer === '' ? {} : { '/customer/id': customer },
      Fields: PlaceFields,
      prepare(typed) {
        const { body, wrong } = readOrder(typed);
        const posted = body as PostedOrder;
        return {
          ...{ body, wrong },
          async state({ preview }) {
            if (preview) return services.orders.previewOrder(preview, posted);
            await services.orders.takeIn(viewer, posted);
            return { applied: true };
          },
        };
      },
      doneAt: (typed) => `/orders/${typed['/number']}?changed=place`,
    };
  }
}

function PlaceFields({ rows }: { rows: number }) {
  const { words, orderChanges } = useTexts();
  return (
    <>
      <Field name="/number" label={orderChanges.fields.number} maxLength={80} required />
      <Field name="/purchaseOrder" label={words.purchaseOrder} maxLength={80} />
      {PARTY_ROLES.map((role) => (
        <PartyFields key={role} role={role} required={role === 'customer'} />
      ))}
      <LineFields rows={rows} endsWithOrder={false} />
    </>
  );
}
