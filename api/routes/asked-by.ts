import type { FastifyRequest } from 'fastify';
import type { Asked } from '../../services/asked.ts';
import { actorOf } from '../../services/permissions/permit.ts';

/** Who asks, and under which id that is done once. */
export function askedBy(request: FastifyRequest): Asked {
  return { requestId: request.requestId!, by: actorOf(request).by };
}
