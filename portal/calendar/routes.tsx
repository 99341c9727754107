import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import { ConfirmPage } from '../confirm.tsx';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { CALENDAR, CALENDAR_DONE, CalendarPage } from './page.tsx';

type Route = { Querystring: Query };

/** The address under which the calendar of who is signed in reads what ends: made, shown, replaced and switched off by its owner alone. */
export function registerCalendarPage(app: FastifyInstance, { calendars }: PageServices): void {
  // Whoever has the address reads on, whatever becomes of who made it.
  const withProof = { config: { ...everybody, ...asksAgain } };

  app.get<Route>(CALENDAR, { config: everybody }, async (request, reply) => {
    const done = CALENDAR_DONE.find((one) => one === readText(request.query.done)) ?? null;
    return sendPage(reply, <CalendarPage calendar={await calendars.read(viewerOf(request))} done={done} />);
  });

  app.post(CALENDAR, withProof, async (request, reply) => {
    await calendars.make(viewerOf(request), null);
    return reply.redirect(`${CALENDAR}?done=made`, 303);
  });

  app.get(`${CALENDAR}/replace`, { config: everybody }, (request, reply) => confirm(request, reply, 'replace'));

  app.post(`${CALENDAR}/replace`, withProof, async (request, reply) => {
    await calendars.make(viewerOf(request), readForm(request).former ?? null);
    return reply.redirect(`${CALENDAR}?done=replaced`, 303);
  });

  app.get(`${CALENDAR}/off`, { config: everybody }, (request, reply) => confirm(request, reply, 'off'));

  app.post(`${CALENDAR}/off`, { config: everybody }, async (request, reply) => {
    await calendars.switchOff(viewerOf(request));
    return reply.redirect(`${CALENDAR}?done=off`, 303);
  });

  /** The second press; of what is to be replaced the form names which it is, so that it is replaced once. */
  async function confirm(request: FastifyRequest, reply: FastifyReply, what: 'replace' | 'off') {
    const calendar = await calendars.read(viewerOf(request));
    if (!calendar) return reply.redirect(CALENDAR, 303);
    const { calendar: texts } = request.reader!.language.texts;
    return sendPage(
      reply,
      <ConfirmPage
        title={texts[what]}
        back={{ href: CALENDAR, text: texts.title }}
        consequences={texts[`${what}Consequences`]}
        button={texts[what]}
      >
        <input type="hidden" name="former" value={calendar.id} />
      </ConfirmPage>,
    );
  }
}
