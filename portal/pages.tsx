import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { parseForm } from '../services/input.ts';
import { describeProblem, ProblemError } from '../services/problems/problems.ts';
import type { Doer } from '../domain/people/permissions.ts';
import { isDatabaseAway, isDataRefused } from '../db/away.ts';
import type { FrameTexts } from '../languages/texts/frame.ts';
import type { Texts } from '../languages/texts.ts';
import type { KeptForm } from '../services/accounts/kept-forms.ts';
import { codeOf } from './error-code.ts';
import { Page, renderPage } from './layout.tsx';
import { TAG_PLACEHOLDER } from './parts/said/live.tsx';
import { isSaid, type SaidRefusal } from './refusals.ts';
import { ReaderContext, SOMEBODY, useTexts } from './reader.ts';
import { escape, LEFT_PLACEHOLDER, refill } from './session/refill.ts';

/** What whoever asks, without being signed in, can make us read. */
const LARGEST_OPEN_FORM_BYTES = 16_384;

/** When to try again what cannot be had at this moment. */
const RETRY_AFTER_SECONDS = 5;

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
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async ({ headers }: FastifyRequest, bytes: Buffer) => parseForm(bytes, headers['content-type']),
  );
  app.addHook('onRoute', (route) => {
    route.bodyLimit ??= LARGEST_OPEN_FORM_BYTES;
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
  });
  app.setErrorHandler((error, request, reply) => {
    const code = pageCodeOf(error);
    const known = ERROR_PAGES[code];
    if (!known && isSaid(code)) return sendPage(reply, <RefusedPage code={code} />, statusOf(error));
    if (!known) request.log.error(error, 'a page failed');
    const { status, wrong } = known ?? { status: 500, wrong: 'broken' };
    if (status === 503 || status === 429) reply.header('retry-after', waitOf(error));
    const doers = error instanceof ProblemError ? (error.about.mayBeDoneBy ?? []) : [];
    return sendPage(reply, <ErrorPage wrong={wrong} doers={doers} />, status);
  });
}

/**
 * Answers with a page, in its reader's language. A page that follows changes is named by a tag of what it says: asked for
 * again with the same tag, it is answered with nothing (304).
 */
export function sendPage(reply: FastifyReply, page: ReactNode, status = 200): FastifyReply {
  const reader = reply.request.reader ?? SOMEBODY;
  const rendered = renderPage(<ReaderContext value={reader}>{page}</ReaderContext>);
  const written = reader.kept ? refilled(rendered, reader.kept, reader.language.texts) : rendered;
  const tag = createHash('sha256').update(written).digest('base64url').slice(0, 16);
  const html = written.replace(TAG_PLACEHOLDER, tag);
  if (html !== written) {
    reply.header('hx-ptag', tag);
    if (reply.request.headers['hx-ptag'] === tag) return reply.code(304).send();
  }
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-language', reader.language.texts.locale)
    .send(html);
}

/** A page with what was typed in it before, and what has no field any more said beside. */
function refilled(rendered: string, kept: KeptForm, { signingIn }: Texts): string {
  const { html, left } = refill(rendered, kept);
  const list = left.map((value) => `<li><bdi>${escape(value)}</bdi></li>`).join('');
  return html.replace(LEFT_PLACEHOLDER, () => (list ? `<p>${escape(signingIn.kept.left)}</p><ul>${list}</ul>` : ''));
}

/** A statement that a value spoils is said to have an unreadable value, as if it had been noticed before. */
function pageCodeOf(error: unknown): string {
  if (isDatabaseAway(error)) return 'DATABASE_UNAVAILABLE';
  return isDataRefused(error) ? 'INVALID_REQUEST' : codeOf(error);
}

type Wrong = {
  [Area in keyof FrameTexts]: FrameTexts[Area] extends { title: string } ? Area : never;
}[keyof FrameTexts];

/** What went wrong, as the pages of errors say it, by the code of the error. */
const ERROR_PAGES: Readonly<Record<string, { status: number; wrong: Wrong }>> = {
  NOT_FOUND: { status: 404, wrong: 'notFound' },
  DELIVERY_UNKNOWN: { status: 404, wrong: 'notFound' },
  LINK_REPLACED: { status: 410, wrong: 'linkReplaced' },
  NOT_PERMITTED: { status: 403, wrong: 'notPermitted' },
  FOREIGN_ORIGIN: { status: 403, wrong: 'foreign' },
  TOO_MANY_REQUESTS: { status: 429, wrong: 'tooMany' },
  INVALID_REQUEST: { status: 400, wrong: 'unreadable' },
  MALFORMED_BODY: { status: 400, wrong: 'unreadable' },
  MALFORMED_REQUEST: { status: 400, wrong: 'unreadable' },
  UNSUPPORTED_CONTENT_TYPE: { status: 415, wrong: 'unreadable' },
  DATABASE_NOT_WRITABLE: { status: 503, wrong: 'unavailable' },
  DATABASE_UNAVAILABLE: { status: 503, wrong: 'unavailable' },
  CHANGE_IN_PROGRESS: { status: 409, wrong: 'unavailable' },
  ROLLING_OVER: { status: 503, wrong: 'unavailable' },
  TEMPORAL_UNAVAILABLE: { status: 503, wrong: 'unavailable' },
  ORDER_NOT_REPAIRED: { status: 503, wrong: 'unavailable' },
  SERVER_NOT_REPAIRED: { status: 503, wrong: 'unavailable' },
  OUTCOME_UNKNOWN: { status: 503, wrong: 'unavailable' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, wrong: 'unreadable' },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, wrong: 'unreadable' },
};

/** A page that says what went wrong and, where it is for others to do, for whom. */
function ErrorPage({ wrong, doers = [] }: { wrong: Wrong; doers?: readonly Doer[] }) {
  const { frame } = useTexts();
  const { title, text } = frame[wrong];
  return (
    <Page title={title}>
      <p>{text}</p>
      {doers.length > 0 && (
        <ul>
          {doers.map((doer) => (
            <li key={doer}>{frame.notPermitted.doers[doer]}</li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** Says why something was refused that has no form to say it. */
export function RefusedPage({ code }: { code: SaidRefusal }) {
  const { frame, refusals } = useTexts();
  return (
    <Page title={frame.refused}>
      <p>{refusals[code]}</p>
    </Page>
  );
}

function waitOf(error: unknown): number {
  return (error instanceof ProblemError && error.about.retryAfterSeconds) || RETRY_AFTER_SECONDS;
}

/** The status that the API answers the same refusal with. */
export function statusOf(error: unknown): number {
  return error instanceof ProblemError ? describeProblem(error).status : 409;
}

/** There is nothing at this address, or the link was cut or forged. */
export function NotFound() {
  return <ErrorPage wrong="notFound" />;
}
