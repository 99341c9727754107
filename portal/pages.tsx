import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ReactNode } from 'react';
import { Page, renderPage } from './layout.tsx';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Makes an encapsulated part of the app answer with pages: forms are read, errors are pages too, and nothing is kept. */
export async function answerWithPages(app: FastifyInstance): Promise<void> {
  await app.register(formbody);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
  app.setErrorHandler((error, request, reply) => {
    const known = ERROR_PAGES[codeOf(error)];
    if (!known) request.log.error(error, 'a page failed');
    const { status, page } = known ?? { status: 500, page: <Broken /> };
    return sendPage(reply, page, status);
  });
}

/** Answers with a page. */
export function sendPage(reply: FastifyReply, page: ReactNode, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(page));
}

/** What the services refuse, by its code; see `api/problems.ts`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

type ErrorPage = { status: number; page: ReactNode };

const ERROR_PAGES: Readonly<Record<string, ErrorPage>> = {
  NOT_FOUND: { status: 404, page: <NotFound /> },
  DELIVERY_UNKNOWN: { status: 404, page: <NotFound /> },
  TEMPORAL_UNAVAILABLE: { status: 503, page: <Unavailable /> },
  OUTCOME_UNKNOWN: { status: 503, page: <Unavailable /> },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, page: <Unreadable /> },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, page: <Unreadable /> },
};

/** There is nothing at this address, or the link was cut or forged. */
export function NotFound() {
  return (
    <Page title="There is nothing here">
      <p>
        This address does not lead anywhere. If it came by e-mail, open it from the e-mail itself: a part may be missing
        at its end.
      </p>
    </Page>
  );
}

function Unavailable() {
  return (
    <Page title="Please try again in a minute">
      <p>The service cannot take this at the moment. Nothing is lost: go back, and press the button again.</p>
    </Page>
  );
}

function Unreadable() {
  return (
    <Page title="This cannot be read">
      <p>What was sent is no form of this service. Open the page again, and press its button.</p>
    </Page>
  );
}

function Broken() {
  return (
    <Page title="Something went wrong here">
      <p>Please try again. If it goes wrong again, tell whoever operates this service.</p>
    </Page>
  );
}
