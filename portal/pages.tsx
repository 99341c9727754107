import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ReactNode } from 'react';
import { Page, renderPage } from './layout.tsx';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
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
    const known = errorPageOf(error);
    if (!known) request.log.error(error);
    return sendPage(reply, known?.page ?? <Broken />, known?.status ?? 500);
  });
}

/** Answers with a page. */
export function sendPage(reply: FastifyReply, page: ReactNode, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(page));
}

/** What the services refuse, by its code; see `api/problems.ts`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function errorPageOf(error: unknown): { status: number; page: ReactNode } | undefined {
  switch (codeOf(error)) {
    case 'NOT_FOUND':
    case 'DELIVERY_UNKNOWN':
      return { status: 404, page: <NotFound /> };
    case 'TEMPORAL_UNAVAILABLE':
    case 'OUTCOME_UNKNOWN':
      return { status: 503, page: <Unavailable /> };
    default:
      return undefined;
  }
}

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

function Broken() {
  return (
    <Page title="Something went wrong here">
      <p>Please try again. If it goes wrong again, tell whoever operates this service.</p>
    </Page>
  );
}
