import type { FastifyInstance } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import { sendPage } from '../pages.tsx';
import { advisedOf } from '../parts/said/advised.tsx';
import type { Query } from '../parts/list/query.ts';
import { sendCsv } from '../parts/list/send-csv.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { estateCsv } from './csv.ts';
import { askedOf, readEstateFilter } from './filter.ts';
import { EstatePage } from './page.tsx';

const PAGE_ROWS = 50;

/** The servers of all customers that somebody sees. */
export function registerEstate(app: FastifyInstance, services: PageServices): void {
  app.get<{ Querystring: Query }>('/servers', { config: everybody }, async (request, reply) => {
    const filter = readEstateFilter(request.query);
    const { items, nextCursor } = await services.servers.listEstate(viewerOf(request), askedOf(filter), {
      ...{ limit: PAGE_ROWS, ...(filter.cursor && { cursor: filter.cursor }) },
    });
    const advised = await advisedOf(
      services,
      items.map(({ server }) => server),
    );
    return sendPage(reply, <EstatePage {...{ items, filter, nextCursor, advised }} />);
  });

  app.get<{ Querystring: Query }>('/servers.csv', { config: everybody }, (request, reply) => {
    const filter = readEstateFilter(request.query);
    const parts = services.estateIn(viewerOf(request), askedOf(filter));
    return sendCsv(reply, 'servers', estateCsv(parts, request.reader!.language));
  });
}
