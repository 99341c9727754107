import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nameIn, unitIn } from '../../domain/catalogue/catalogue.ts';
import { addDays, dayAt } from '../../domain/days.ts';
import { FURTHER_DAYS } from '../../domain/emergency.ts';
import { mayDeclareEmergency, maySeeAllEmergencies, maySeeEmergencyOrder } from '../../domain/people/permissions.ts';
import { isShowable } from '../../domain/text/text.ts';
import { capacityIn } from '../../languages/index.ts';
import { hashOfJson } from '../../services/canonical.ts';
import { onCustomer, whoever } from '../../services/permissions/permit.ts';
import { ConfirmPage } from '../confirm.tsx';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';
import { sendPage, statusOf } from '../pages.tsx';
import { readName } from '../parts/list/query.ts';
import { sentenceOf } from '../refusals.ts';
import type { PageServices } from '../services.ts';
import { asksAgain } from '../session/asks-again.ts';
import { asProgramsWrite } from '../typed.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { AllEmergenciesPage, EmergencyPage, type Choice, type Typed } from './page.tsx';

type Route = { Params: { id: string } };
type Refused = { why: string; status: number };

/** As many as a page shows, the newest. */
const MOST_SHOWN = 100;

/** Declaring an emergency: what and why, then what follows, which is pressed again; and all of them for the vendor. */
export function registerEmergencies(app: FastifyInstance, services: PageServices): void {
  const path = '/customers/:id/emergency';
  const config = onCustomer(mayDeclareEmergency);

  app.get<Route>(path, { config }, (request, reply) => show(request, reply, readTyped({})));

  app.post<Route>(path, { config: { ...config, ...asksAgain } }, async (request, reply) => {
    const { emergencies: texts } = request.reader!.language.texts;
    const kindOf = (name: string) => (name === 'capacity' ? 'whole' : null);
    const form = asProgramsWrite(readForm(request), kindOf, request.reader!.language);
    const typed = readTyped(form);
    const { id } = request.params;
    const choice = (await choicesFor(request)).find(({ application }) => application === typed.application);
    const capacity = /^\d{1,7}$/.test(typed.capacity) ? Number(typed.capacity) : 0;
    if (!choice || capacity < 1 || capacity > choice.most || !isShowable(typed.reason))
      return show(request, reply, typed, { why: texts.incomplete, status: 422 });
    if (form.request === undefined) return confirm(request, reply, choice, { ...typed, units: capacity });
    const viewer = viewerOf(request);
    const asked = { requestId: hashOfJson([viewer.by, id, form.request]), by: viewer.by };
    const { application, reason } = typed;
    try {
      const { number } = await services.emergencies.declare(viewer, id, { application, capacity, reason }, asked);
      return reply.redirect(maySeeEmergencyOrder(viewer, id) ? `/orders/${number}` : request.url, 303);
    } catch (error) {
      const why = sentenceOf(request.reader!.language.texts.refusals, codeOf(error));
      if (why === undefined) throw error;
      return show(request, reply, typed, { why, status: statusOf(error) });
    }
  });

  app.get('/emergencies', { config: whoever(maySeeAllEmergencies) }, async (_, reply) => {
    const { items } = await services.emergencies.listAll({ limit: MOST_SHOWN });
    return sendPage(reply, <AllEmergenciesPage emergencies={items} />);
  });

  async function show(request: FastifyRequest<Route>, reply: FastifyReply, typed: Typed, refused?: Refused) {
    const { id } = request.params;
    const [customer, choices, { items, ...left }] = await Promise.all([
      services.accounts.readAccount(id),
      choicesFor(request),
      services.emergencies.list(viewerOf(request), id, { limit: MOST_SHOWN }),
    ]);
    return sendPage(
      reply,
      <EmergencyPage
        {...{ customer, choices, left, typed }}
        why={refused?.why ?? null}
        emergencies={items}
        opens={maySeeEmergencyOrder(viewerOf(request), id)}
      />,
      refused?.status ?? 200,
    );
  }

  /** The second press: a number of its own makes one of two that are pressed at once. */
  async function confirm(
    request: FastifyRequest<Route>,
    reply: FastifyReply,
    { application }: Choice,
    { capacity, reason, units }: Typed & { units: number },
  ) {
    const { id } = request.params;
    const { language, catalogue } = request.reader!;
    const { confirm: texts } = language.texts.emergencies;
    const [{ timeZone }, { left }] = await Promise.all([
      services.accounts.readAccount(id),
      services.emergencies.readLeft(id, application),
    ]);
    const lastDay = addDays(dayAt(services.clock(), timeZone ?? 'UTC'), FURTHER_DAYS);
    const quantity = capacityIn(language, units, unitIn(catalogue, application));
    const after = Math.max(0, left - 1);
    return sendPage(
      reply,
      <ConfirmPage
        title={texts.title}
        back={{ href: `/customers/${id}/emergency`, text: language.texts.emergencies.title }}
        consequences={[
          texts.grants(quantity, nameIn(catalogue, application), language.format.day(lastDay)),
          ...[texts.ends, texts.vendor, texts.left(after, language.format.number(after))],
        ]}
        button={texts.button}
      >
        {Object.entries({ application, capacity, reason, request: randomUUID() }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </ConfirmPage>,
    );
  }

  /** The applications of which a customer owned anything last. */
  async function choicesFor(request: FastifyRequest<Route>): Promise<Choice[]> {
    const { catalogue } = request.reader!;
    const limits = await services.emergencies.readAllLimits(request.params.id);
    return limits.map(({ application, most }) => ({ application, name: nameIn(catalogue, application), most }));
  }
}

function readTyped({ application = '', capacity = '', reason = '' }: Readonly<Record<string, string>>): Typed {
  return { application, capacity, reason: readName(reason) };
}
