import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestUnderWay } from '../temporal/requests.ts';

/** A Fastify whose requests and answers have the types of their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling, once known: the id of an API key, or what an AppSuite presents. Keys of requests are the caller's own. */
    caller: string | null;
    /** The id under which what this request asks of a workflow is done once. */
    requestId: string | null;
    /** What is done for it, under the id that its caller knows; null until it is carried out. */
    underWay: RequestUnderWay | null;
  }
  interface FastifyContextConfig {
    /** The answer holds a secret, which is not kept: the request is repeatable and makes its answer again. */
    answersSecret?: boolean;
    /** The body is many things that are read one by one, as it comes where it is large. */
    readsItems?: boolean;
  }
}
