import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import { ApiKeyEntity } from '../../db/entities/api-key.ts';
import { ProblemError } from '../problems.ts';

/** SHA-256 of an API key, in hexadecimal: all that is stored of it. */
export function hashOfApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/**
 * Lets only the vendor's keys pass (RFC 6750). A key is found by its hash, so that comparing tells nothing about it.
 * Problems: NOT_AUTHENTICATED.
 */
export function createAuthenticate(em: () => EntityManager) {
  return async function authenticate(request: FastifyRequest): Promise<void> {
    const [, key] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    const known = key && (await em().findOne(ApiKeyEntity, { hash: hashOfApiKey(key) }));
    if (!known) throw new ProblemError('NOT_AUTHENTICATED');
    request.caller = `key/${known.id}`;
  };
}
