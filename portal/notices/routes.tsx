import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asMeant } from '../../domain/text/copied.ts';
import { NOTICE_CHOICES } from '../../domain/notices.ts';
import type { NoticeChoiceService } from '../../services/accounts/notice-choices.ts';
import { mayManagePeople } from '../../domain/people/permissions.ts';
import { onPeople } from '../../services/permissions/permit.ts';
import { sendPage } from '../pages.tsx';
import type { PageServices } from '../services.ts';
import { readUpload, takeFiles } from '../uploads.ts';
import { NoticeChoicePage } from './page.tsx';

export type NoticeChoiceDeps = { services: { noticeChoices: NoticeChoiceService } };

/** A wildcard, as a named parameter is cut at 100 characters and a capability can be longer. */
const PATH = '/notices/*';
type Route = { Params: { '*': string } };

/** Of a form without a file nothing is kept. */
const NO_FILE_BYTES = 1;

/**
 * Where whoever gets digests says when, without a login: GET shows and changes nothing, as scanners open every link; POST
 * does. A mail program that offers to unsubscribe posts here by itself (RFC 8058), as a form of either kind.
 */
export async function registerNoticeChoice(app: FastifyInstance, { services }: NoticeChoiceDeps): Promise<void> {
  const { noticeChoices } = services;
  await takeFiles(app);

  app.get<Route>(PATH, async (request, reply) => {
    const choice = await noticeChoices.read(capabilityIn(request));
    return sendPage(reply, <NoticeChoicePage choice={choice} />);
  });

  app.post<Route>(PATH, async (request, reply) => {
    const capability = capabilityIn(request);
    const { fields } = await readUpload(request, NO_FILE_BYTES);
    const requestId = randomUUID();
    if (fields['List-Unsubscribe'] === 'One-Click') {
      await noticeChoices.switch(capability, false, requestId);
      return sendPage(reply, <NoticeChoicePage choice={await noticeChoices.read(capability)} />);
    }
    if (fields.do === 'stop' || fields.do === 'resume')
      await noticeChoices.switch(capability, fields.do === 'resume', requestId);
    if (fields.do === 'save') {
      const days = NOTICE_CHOICES.filter((day) => fields[`days-${day}`] !== undefined);
      if (days.length === 0) {
        const choice = await noticeChoices.read(capability);
        return sendPage(reply, <NoticeChoicePage choice={{ ...choice, days }} isWrong />, 422);
      }
      await noticeChoices.choose(capability, days, requestId);
    }
    return reply.redirect(`/notices/${capability}`, 303);
  });
}

/** The same page from an account's own, for its administrators. */
export function registerOwnNoticeChoice(app: FastifyInstance, { noticeChoices }: PageServices): void {
  app.get<{ Params: { id: string } }>(
    '/accounts/:id/notices',
    { config: onPeople(mayManagePeople) },
    async (request, reply) => reply.redirect(`/notices/${await noticeChoices.capabilityOf(request.params.id)}`, 303),
  );
}

/** A link that was copied with the full stop or the quotation marks around it is the link. */
function capabilityIn({ params }: FastifyRequest<Route>): string {
  return asMeant(params['*']);
}
