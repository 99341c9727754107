import type { FastifyRequest } from 'fastify';

/** Whether a request asks what it would do: nothing is kept of it, and no key is used up. */
export function isPreview({ query }: Pick<FastifyRequest, 'query'>): boolean {
  return (query as { preview?: unknown }).preview === 'true';
}
