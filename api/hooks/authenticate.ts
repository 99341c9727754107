import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import { hashOfApiKey } from '../../secrets/api-key.ts';
import { useApiKey } from '../../db/queries/accounts/api-keys.ts';
import { ProblemError } from '../../services/problems/problems.ts';

/**
 * Lets only keys pass (RFC 6750), and says for which account they act. A key is found by its hash, so that comparing tells nothing about it.
 * Problems: NOT_AUTHENTICATED.
 */
export function createAuthenticate(em: () => EntityManager, clock: () => number) {
  return async function authenticate(request: FastifyRequest): Promise<void> {
    const [, key] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    const known = key && (await useApiKey(em(), hashOfApiKey(key), clock()));
    if (!known) throw new ProblemError('NOT_AUTHENTICATED');
    const by = `key/${known.id}` as const;
    request.caller = by;
    request.actor = { by, account: known.account, role: 'administrator' };
  };
}
