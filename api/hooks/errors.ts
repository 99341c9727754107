import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../../db/away.ts';
import type { InputError } from '../../domain/order/accept.ts';
import { describeProblem, invalid, ProblemError, type ProblemCode } from '../../services/problems/problems.ts';

/** Fastify's own refusals, by their code. */
const FASTIFY_CODES: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_CONTENT_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_BODY',
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_BODY',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'MALFORMED_BODY',
};

/** Answers every error as a problem (RFC 9457). What nobody expected is logged, and says nothing to the caller. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new ProblemError('NOT_FOUND')));
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, toProblem(error, request)));
}

function toProblem(error: FastifyError, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error.validation)
    return invalid(error.validation.map((failure) => toInputError(failure, error.validationContext)));
  const code = FASTIFY_CODES[error.code] ?? (error.statusCode === 400 ? 'MALFORMED_BODY' : undefined);
  if (code) return new ProblemError(code);
  if (isDatabaseAway(error)) {
    request.log.error({ err: error }, 'the database cannot be reached');
    return new ProblemError('DATABASE_UNAVAILABLE');
  }
  request.log.error({ err: error }, 'a request failed');
  return new ProblemError('INTERNAL');
}

function sendProblem(_request: FastifyRequest, reply: FastifyReply, error: ProblemError): FastifyReply {
  const { status, retryAfterSeconds, body } = describeProblem(error);
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  if (error.code === 'NOT_AUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body);
}

type Failure = NonNullable<FastifyError['validation']>[number];

/** Says where an input is wrong: at the field itself where one is missing or unknown. */
function toInputError(failure: Failure, context: FastifyError['validationContext']): InputError {
  const { instancePath, params, keyword, message = 'is not valid' } = failure;
  const field = params.additionalProperty ?? params.missingProperty;
  const pointer = typeof field === 'string' ? `${instancePath}/${escapePointer(field)}` : instancePath;
  if (keyword === 'additionalProperties') return { pointer, message: 'is not known here' };
  if (keyword === 'required') return { pointer, message: 'is missing' };
  return { pointer, message: context === 'body' && instancePath === '' ? `the body ${message}` : message };
}

/** RFC 6901, section 3. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
