import type { FastifyReply, FastifyRequest } from 'fastify';
import { serverNames } from '../../../db/queries/pages/servers.ts';
import { hashOfJson } from '../../../services/canonical.ts';
import { ProblemError } from '../../../services/problems/problems.ts';
import type { Preview } from '../../../services/orders/preview.ts';
import { codeOf } from '../../error-code.ts';
import { readForm, type FormBody } from '../../form.ts';
import { sendPage, statusOf } from '../../pages.tsx';
import { sentenceOf } from '../../refusals.ts';
import type { PageServices } from '../../services.ts';
import { doersOf } from '../../session/doers.ts';
import { viewerOf } from '../../session/signed-in-only.ts';
import { asProgramsWrite } from '../../typed.ts';
import { FormPage } from './form-page.tsx';
import { rowsOf, withoutEmptyLines } from './lines.ts';
import { suggestedParties, withKnownParties } from './parties.ts';
import type { OrderForm } from './order-form.ts';
import type { LastChange } from './changed-notice.tsx';
import { PreviewPage } from './preview-page.tsx';
import { typedKindOf, type Wrongs } from './reading.ts';
import { fieldOf, wrongIn } from './refused.ts';

/** Shows a form for the first time. */
export async function showForm(request: FastifyRequest, reply: FastifyReply, services: PageServices, form: OrderForm) {
  const suggestions = await suggestedParties(services, viewerOf(request), form.parties);
  const rows = rowsOf(form.begin, false);
  return sendPage(reply, <FormPage {...{ form, rows }} shown={{ typed: form.begin, wrong: new Map(), suggestions }} />);
}

/** Takes what a form or its preview sent: shows what follows, does it once that was seen, or says what is wrong and keeps all. */
export async function takeForm(request: FastifyRequest, reply: FastifyReply, services: PageServices, form: OrderForm) {
  const viewer = viewerOf(request);
  const { step, shown, ...sent } = asProgramsWrite(readForm(request), typedKindOf, request.reader!.language);
  const { orderChanges, refusals } = request.reader!.language.texts;
  let typed: FormBody = form.sells ? withoutEmptyLines(sent) : sent;
  if (step === 'edit' || step === 'more') return again(new Map(), null, 200);

  if (step !== 'confirm') {
    // What is confirmed stays as it was shown: an account that it makes must not change it when it is sent again.
    const filled = await withKnownParties(services, viewer, typed, form.parties, request.reader!.language.texts);
    typed = filled.typed;
    if (filled.wrong.size > 0) return again(filled.wrong, null, 422, filled.suggestions);
  }
  const prepared = form.prepare(typed);
  if (prepared.wrong.size > 0) return again(said(prepared.wrong), null, 422);
  if (prepared.overtaken) {
    if (step === 'confirm' && (await wasDone())) return reply.redirect(form.doneAt(typed, true), 303);
    typed = prepared.overtaken;
    return again(new Map(), null, 409, new Map(), await lastChange(form.number!));
  }
  try {
    const foretold = (await prepared.state({ by: viewer.by, preview: viewer })) as Preview;
    const follows = hashOfFollowing(foretold);
    const isSeen = foretold.events.length === 0 || shown === follows;
    if (step === 'confirm' && isSeen) {
      const stated = await prepared.state({ by: viewer.by });
      return await reply.redirect(form.doneAt(typed, 'applied' in stated && stated.applied), 303);
    }
    const servers = await serverNames(services.em(), foretold.order.customer.id);
    const changed = step === 'confirm' ? await lastChange(foretold.order.number) : null;
    const page = <PreviewPage {...{ form, typed, foretold, servers, follows, changed }} />;
    return await sendPage(reply, page, changed ? 409 : 200);
  } catch (error) {
    if (step === 'confirm' && (await wasDone())) return reply.redirect(form.doneAt(typed, true), 303);
    return refuse(error);
  }

  /** Whether it was done when it was sent before. */
  async function wasDone(): Promise<boolean> {
    return prepared.isIn?.(await services.lifeOfOrder(viewer, form.number!)) ?? false;
  }

  function refuse(error: unknown) {
    const wrong = said(wrongIn(error));
    if (wrong.size > 0) return again(wrong, null, statusOf(error));
    const code = codeOf(error);
    const why = code === 'STILL_ASSIGNED' ? orderChanges.stillAssigned : sentenceOf(refusals, code);
    if (!(error instanceof ProblemError) || why === undefined) throw error;
    const field = fieldOf(error);
    return again(field === null ? new Map() : new Map([[field, why]]), field === null ? why : null, statusOf(error));
  }

  /** What happened to an order last, for whom that surprises. */
  async function lastChange(number: string): Promise<LastChange> {
    const events = (await services.lifeOfOrder(viewer, number)).slice(0, 1);
    return { events, doers: await doersOf(services, viewer, events) };
  }

  function said(wrong: Wrongs): Map<string, string> {
    return new Map([...wrong].map(([name, why]) => [name, orderChanges.wrong[why]]));
  }

  async function again(
    wrong: ReadonlyMap<string, string>,
    failure: string | null,
    status: number,
    found: Awaited<ReturnType<typeof suggestedParties>> = new Map(),
    changed: LastChange | null = null,
  ) {
    const suggestions = new Map([...(await suggestedParties(services, viewer, form.parties)), ...found]);
    const rows = rowsOf(typed, step === 'more');
    return sendPage(
      reply,
      <FormPage {...{ form, rows, failure, changed }} shown={{ typed, wrong, suggestions }} />,
      status,
    );
  }
}

/** What follows, as far as it was shown: when e-mails go moves on by itself. */
function hashOfFollowing({ events, consequences, mails }: Preview): string {
  return hashOfJson({ events, consequences, mails: mails.map(({ at: _at, ...mail }) => mail) });
}
