import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayChangeAccount } from '../../domain/people/permissions.ts';
import { paced } from '../../services/permissions/pacing.ts';
import { onAccount } from '../../services/permissions/permit.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import { codeOf } from '../error-code.ts';
import { readEmail, readForm } from '../form.ts';
import { sendPage, statusOf } from '../pages.tsx';
import { sentenceOf } from '../refusals.ts';
import type { PageServices } from '../services.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { asksAgain } from '../session/asks-again.ts';
import { CorrectionPage, type TypedCorrection, type WrongFields } from './page.tsx';

type Route = { Params: { id: string } };

/** Puts a wrong address of an account right, with who has it and what was mailed to it. */
export function registerAddressCorrection(app: FastifyInstance, services: PageServices): void {
  const path = '/accounts/:id/correct-address';
  const correcting = { config: { ...onAccount(mayChangeAccount), ...asksAgain, ...paced } };

  app.get<Route>(path, { config: onAccount(mayChangeAccount) }, async (request, reply) => {
    const { email } = await services.accounts.readAccount(request.params.id);
    return show(request, reply, { wrong: email, right: '', request: randomUUID() });
  });

  app.post<Route>(path, correcting, async (request, reply) => {
    const form = readForm(request);
    const { wrong = '', right = '' } = form;
    const typed = { wrong, right, request: form.request ?? randomUUID() };
    const { account, addressCorrection: texts, refusals } = request.reader!.language.texts;
    const addresses = { wrong: readEmail(wrong), right: readEmail(right) };
    const none = (['wrong', 'right'] as const).filter((field) => addresses[field] === null);
    if (none.length > 0)
      return show(request, reply, typed, Object.fromEntries(none.map((field) => [field, texts.notAnAddress])), 422);
    try {
      const posted = { wrong: addresses.wrong!, right: addresses.right! };
      const corrected = await services.addressCorrections.correct(
        request.params.id,
        posted,
        askedByForm(request, typed),
      );
      const now = await services.accounts.readAccount(request.params.id);
      return await sendPage(
        reply,
        <CorrectionPage account={now} {...{ typed, corrected }} wrong={{}} failure={null} />,
      );
    } catch (error) {
      const errors = error instanceof ProblemError ? (error.about.errors ?? []) : [];
      const [at] = errors.map(({ pointer }) => pointer);
      if (at === '/wrong') return show(request, reply, typed, { wrong: texts.unknown }, 422);
      if (at === '/right') return show(request, reply, typed, { right: texts.same }, 422);
      const code = codeOf(error);
      const failure = code === 'CHANGED_MEANWHILE' ? account.profile.wrong.changed : sentenceOf(refusals, code);
      if (failure === undefined) throw error;
      return show(request, reply, typed, {}, statusOf(error), failure);
    }
  });

  async function show(
    request: FastifyRequest<Route>,
    reply: FastifyReply,
    typed: TypedCorrection,
    wrong: WrongFields = {},
    status = 200,
    failure: string | null = null,
  ) {
    const account = await services.accounts.readAccount(request.params.id);
    return sendPage(reply, <CorrectionPage {...{ account, typed, wrong, failure }} corrected={null} />, status);
  }
}
