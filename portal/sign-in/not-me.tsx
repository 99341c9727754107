import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { asMeant } from '../../domain/text/copied.ts';
import { browserIn } from '../../languages/browser.ts';
import type { DeviceService } from '../../services/accounts/devices.ts';
import { Page } from '../layout.tsx';
import { sendPage } from '../pages.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useReader, useTexts } from '../reader.ts';

type RefusalDeps = {
  services: { devices: DeviceService };
  /** The full name of the cookie of a session. */
  session: string;
  config: FastifyContextConfig;
};
type Link = { Params: { '*': string } };

/** A wildcard, as a named parameter is cut at 100 characters. */
const LINK = '/sign-in/not-me/*';

/** Where the e-mail of a new device leads: a page with a button, as mail scanners open every link. */
export function registerRefusal(app: FastifyInstance, { services: { devices }, session, config }: RefusalDeps): void {
  app.get<Link>(LINK, { config: { secretAddress: true } }, async (request, reply) => {
    const found = await devices.readRefusal(asMeant(request.params['*']));
    return found ? sendPage(reply, <AskPage userAgent={found.userAgent} />) : sendPage(reply, <SaidPage isOver />, 410);
  });

  app.post<Link>(LINK, { config: { ...config, secretAddress: true } }, async (request, reply) => {
    const isDone = await devices.refuse(asMeant(request.params['*']), request.cookies[session] ?? null);
    return sendPage(reply, <SaidPage isOver={!isDone} />, isDone ? 200 : 410);
  });
}

function AskPage({ userAgent }: { userAgent: string }) {
  const { language } = useReader();
  const texts = language.texts.signingIn.refusal;
  return (
    <Page title={texts.title}>
      <form method="post" className="card">
        <div className="card-body">
          <p>{texts.explained(browserIn(language, userAgent))}</p>
          <button type="submit" className="btn btn-primary btn-lg action">
            {texts.press}
          </button>
        </div>
      </form>
    </Page>
  );
}

function SaidPage({ isOver }: { isOver: boolean }) {
  const texts = useTexts().signingIn.refusal;
  return (
    <Page title={texts.title}>
      <Notice kind={isOver ? 'danger' : 'success'} title={isOver ? texts.over : texts.done} />
      <p>
        <a className="btn btn-primary action" href="/sign-in?to=/passkeys">
          {texts.signIn}
        </a>
      </p>
    </Page>
  );
}
