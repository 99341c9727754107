import type { FastifyInstance, FastifyRequest } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import { Page } from '../layout.tsx';
import { sendPage } from '../pages.tsx';
import type { Query } from '../parts/query.ts';
import { useTexts } from '../reader.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { askedOf, readActivityFilter } from './filter.ts';
import { ActivityList, type ActivityListProps } from './list.tsx';
import { namesOf } from './names.ts';

const PAGE_ROWS = 50;

/** Who did what, across what somebody sees. */
export function registerActivity(app: FastifyInstance, services: PageServices): void {
  app.get<{ Querystring: Query }>('/activity', { config: everybody }, async (request, reply) =>
    sendPage(reply, <ActivityPage list={await activityIn(services, request, '/activity')} />),
  );
}

/** What a page lists of it, as its address asks: of an account, or of all that the reader sees. */
export async function activityIn(
  services: PageServices,
  request: FastifyRequest<{ Querystring: Query }>,
  path: string,
  account?: string,
): Promise<ActivityListProps> {
  const viewer = viewerOf(request);
  const filter = readActivityFilter(request.query);
  const asked = { ...askedOf(filter, request.reader!.language.format.timeZone), limit: PAGE_ROWS };
  const { items: events, nextCursor } = await services.activity.list(viewer, { ...asked, account });
  const names = await namesOf(services, viewer, events, filter.by);
  return { path, events, names, filter, nextCursor };
}

function ActivityPage({ list }: { list: ActivityListProps }) {
  return (
    <Page title={useTexts().activity.title} wide>
      <ActivityList {...list} />
    </Page>
  );
}
