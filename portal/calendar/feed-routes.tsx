import type { FastifyInstance } from 'fastify';
import { catalogueIn, type Catalogue } from '../../domain/catalogue/catalogue.ts';
import { languageFor } from '../../languages/index.ts';
import type { CalendarService } from '../../services/calendars/calendars.ts';
import { networkOf } from '../../services/network.ts';
import type { RenewalService } from '../../services/renewals/renewals.ts';
import { lastDaysCalendar } from './ics.ts';

export type CalendarDeps = {
  services: { calendars: CalendarService; renewals: RenewalService };
  publicUrl: string;
  catalogue: Catalogue;
  clock: () => number;
};

/** What a calendar reads: whoever has the address may, without a login, until it is replaced or switched off. */
export function registerCalendars(app: FastifyInstance, { services, publicUrl, catalogue, clock }: CalendarDeps): void {
  app.get<{ Params: { secret: string } }>('/calendar/:secret', async (request, reply) => {
    const secret = request.params.secret.replace(/\.ics$/, '');
    const { caller, locale } = await services.calendars.open(secret, networkOf(request.ip));
    const lastDays = await services.renewals.lastDays(caller);
    const isCustomer = caller.account.kind === 'customer';
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(
        lastDaysCalendar(lastDays, {
          language: languageFor(locale),
          catalogue: catalogueIn(catalogue, locale),
          ...{ publicUrl, nowMs: clock(), isCustomer },
        }),
      );
  });
}
