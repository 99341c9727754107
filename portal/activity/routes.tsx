import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { everybody, onCustomer } from '../../services/permissions/permit.ts';
import { Page } from '../layout.tsx';
import { sendPage } from '../pages.tsx';
import { sightOfParts, useCustomerHead, type CustomerSight } from '../parts/frame/customer-head.tsx';
import type { Query } from '../parts/list/query.ts';
import { sendCsv } from '../parts/list/send-csv.ts';
import { useTexts } from '../reader.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { activityCsv } from './csv.ts';
import { askedOf, readActivityFilter } from './filter.ts';
import { ActivityList, type ActivityListProps } from './list.tsx';
import { namesOf } from './names.ts';

const PAGE_ROWS = 50;

/** Who did what, across what somebody sees. */
export function registerActivity(app: FastifyInstance, services: PageServices): void {
  app.get<{ Querystring: Query }>('/activity', { config: everybody }, async (request, reply) =>
    sendPage(reply, <ActivityPage list={await activityIn(services, request, '/activity')} />),
  );
  app.get<{ Querystring: Query }>('/activity.csv', { config: everybody }, (request, reply) =>
    sendActivityCsv(services, request, reply),
  );

  app.get<OfCustomer>('/customers/:id/activity', { config: onCustomer() }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { id } = request.params;
    const [facts, customer, list] = await Promise.all([
      services.customerFacts(viewer, id),
      services.accounts.readAccount(id),
      activityIn(services, request, `/customers/${id}/activity`, id),
    ]);
    return sendPage(reply, <CustomerActivityPage sees={sightOfParts(viewer, facts)} {...{ customer, list }} />);
  });
  app.get<OfCustomer>('/customers/:id/activity.csv', { config: onCustomer() }, (request, reply) =>
    sendActivityCsv(services, request, reply, request.params.id),
  );
}

type OfCustomer = { Params: { id: string }; Querystring: Query };

/** What a page lists of it, as its address asks: of an account, or of all that the reader sees. */
async function activityIn(
  services: PageServices,
  request: FastifyRequest<{ Querystring: Query }>,
  path: string,
  account?: string,
): Promise<ActivityListProps> {
  const viewer = viewerOf(request);
  const filter = readActivityFilter(request.query, request.reader!.language);
  const asked = { ...askedOf(filter, request.reader!.language.format.timeZone), limit: PAGE_ROWS };
  const { items: events, nextCursor } = await services.activity.list(viewer, { ...asked, account });
  const names = await namesOf(services, viewer, events, filter.by);
  return { path, events, names, filter, nextCursor };
}

/** The same as a file: all of it, from the newest on. */
function sendActivityCsv(
  services: PageServices,
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
  account?: string,
): Promise<FastifyReply> {
  const [viewer, reader] = [viewerOf(request), request.reader!];
  const filter = { ...readActivityFilter(request.query, request.reader!.language), cursor: '' };
  const parts = services.activityIn(viewer, { ...askedOf(filter, reader.language.format.timeZone), account });
  return sendCsv(reply, 'activity', activityCsv(named(), reader));

  async function* named() {
    for await (const events of parts) yield { events, names: await namesOf(services, viewer, events, '') };
  }
}

function ActivityPage({ list }: { list: ActivityListProps }) {
  return (
    <Page title={useTexts().activity.title} wide>
      <ActivityList {...list} />
    </Page>
  );
}

type CustomerActivityProps = { customer: { id: string; name: string }; sees: CustomerSight; list: ActivityListProps };

function CustomerActivityPage({ customer, sees, list }: CustomerActivityProps) {
  return (
    <Page {...useCustomerHead(customer, 'activity', sees)} wide>
      <ActivityList {...list} />
    </Page>
  );
}
