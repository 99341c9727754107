import type { FastifyRequest } from 'fastify';
import type { Asked, AskedWhere } from '../../services/asked.ts';
import { actorOf } from '../../services/permissions/permit.ts';

/** Who asks, and under which id that is done once. */
export function askedBy(request: FastifyRequest): Asked {
  return { requestId: request.requestId!, by: actorOf(request).by };
}

/** Who asks, and for which state of what is changed. */
export function askedWhere(request: FastifyRequest): AskedWhere {
  return { ...askedBy(request), ...expectedBy(request.headers['if-match']) };
}

/** The numbers of states that `If-Match` names (RFC 9110, section 13.1.1); what was never one of ours matches nothing. */
function expectedBy(ifMatch: string | undefined): { expected?: number[] } {
  if (ifMatch === undefined || ifMatch.trim() === '*') return {};
  const tags = ifMatch.split(',').flatMap((tag) => /^\s*"(\d{1,9})"\s*$/.exec(tag)?.[1] ?? []);
  return { expected: tags.map(Number) };
}
