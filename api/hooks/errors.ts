import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InputError } from '../../domain/order/arriving/accept.ts';
import { escapePointer } from '../../domain/text/text.ts';
import { caught } from '../../services/problems/caught.ts';
import { describeProblem, invalid, ProblemError, type ProblemCode } from '../../services/problems/problems.ts';
import { NO_TEXT } from '../../services/text.ts';
import { logRequest } from './access-log.ts';

/** Fastify's own refusals, by their code. */
const FASTIFY_CODES: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_CONTENT_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_BODY',
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_BODY',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'MALFORMED_BODY',
  // What cannot be the name of a file is nobody's.
  FST_STATIC_FORBIDDEN_PATH: 'NOT_FOUND',
};

/**
 * Answers every error as a problem (RFC 9457). What nobody expected is logged, and says nothing to the caller. A path that
 * is known by other methods says by which (RFC 9110, section 15.5.6), whatever was sent to it.
 */
export function answerErrors(app: FastifyInstance, methodsOf: (path: string) => string[]): void {
  const notFound = (request: FastifyRequest, reply: FastifyReply) => {
    const methods = methodsOf(request.url.split('?', 1)[0]!);
    // A file that is not there is not found by the route itself.
    if (methods.length === 0 || methods.includes(request.method)) return new ProblemError('NOT_FOUND');
    reply.header('allow', methods.join(', '));
    return new ProblemError('METHOD_NOT_ALLOWED');
  };
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) throw notFound(request, reply);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, notFound(request, reply)));
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, toProblem(error, request)));
}

/** Answers what Fastify cannot look for a route for: an address that cannot be decoded, or has too long a part. */
export function answerBadAddress({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  // No hook of the app sees such a request.
  reply.headers({ 'request-id': request.id, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  const isLong = code === 'FST_ERR_MAX_PARAM_LENGTH';
  void sendProblem(request, reply, new ProblemError(isLong ? 'ADDRESS_TOO_LONG' : 'MALFORMED_ADDRESS'));
  logRequest(request, reply, 'answered');
}

/** What Node refuses of what it reads, by its code; all else is no HTTP. */
const CONNECTION_CODES: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};

/** Answers what never becomes a request, and ends its connection. What was sent is not logged, as it may hold a secret. */
export function answerBadRequest(this: FastifyInstance, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const requestId = randomUUID();
  const { status, body } = describeProblem(new ProblemError(CONNECTION_CODES[error.code ?? ''] ?? 'MALFORMED_REQUEST'));
  const problem = JSON.stringify({ ...body, requestId });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...['Content-Type: application/problem+json', `Content-Length: ${Buffer.byteLength(problem)}`],
    ...[`Request-Id: ${requestId}`, 'Cache-Control: no-store', 'Connection: close'],
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${problem}`);
  socket.destroy(error);
  this.log.info({ requestId, method: null, route: null, status, ms: null, by: null }, 'answered');
}

function toProblem(error: FastifyError, request: FastifyRequest): ProblemError {
  if (error.validation)
    return invalid(error.validation.map((failure) => toInputError(failure, error.validationContext)));
  const code = FASTIFY_CODES[error.code] ?? (error.statusCode === 400 ? 'MALFORMED_BODY' : undefined);
  return code ? new ProblemError(code) : caught(error, request.log);
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError): FastifyReply {
  const { status, retryAfterSeconds, body } = describeProblem(error);
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  if (error.code === 'STOPPING') reply.header('connection', 'close');
  if (error.code === 'NOT_AUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send({ ...body, requestId: request.id });
}

export type Failure = NonNullable<FastifyError['validation']>[number];

/** Says where an input is wrong: at the field itself where one is missing or unknown. */
export function toInputError(failure: Failure, context: FastifyError['validationContext']): InputError {
  const { instancePath, params, keyword, message = 'is not valid' } = failure;
  const field = params.additionalProperty ?? params.missingProperty;
  const pointer = typeof field === 'string' ? `${instancePath}/${escapePointer(field)}` : instancePath;
  if (keyword === 'additionalProperties') return { pointer, message: 'is not known here' };
  if (keyword === 'required') return { pointer, message: 'is missing' };
  if (keyword === 'enum') return { pointer, message: `is none of ${(params.allowedValues as string[]).join(', ')}` };
  if (keyword === 'format' && params.format === 'text') return { pointer, message: NO_TEXT };
  if (keyword === 'format' && params.format === 'verifying-key')
    return { pointer, message: 'is no point of Ed25519 by which a signature could be verified' };
  if (keyword === 'format' && params.format === 'idn-email') return { pointer, message: 'is no e-mail address' };
  return { pointer, message: context === 'body' && instancePath === '' ? `the body ${message}` : message };
}
