import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import { hashOfApiKey } from '../../secrets/api-key.ts';
import { useApiKey } from '../../db/queries/accounts/api-keys.ts';
import { createLimit, KEY_PACE } from '../../services/pace.ts';
import { ProblemError } from '../../services/problems/problems.ts';

/**
 * Lets only keys pass (RFC 6750), and says for which account they act. A key is found by its hash, so that comparing tells nothing about it.
 * Those of an account share one limit, as it can make more of them; none stands in the way of the vendor's. Problems: NOT_AUTHENTICATED, TOO_MANY_REQUESTS.
 */
export function createAuthenticate(em: () => EntityManager, clock: () => number) {
  const refuseHaste = createLimit(KEY_PACE);
  return async function authenticate(request: FastifyRequest): Promise<void> {
    const [, key] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    const known = key && (await useApiKey(em(), hashOfApiKey(key), clock()));
    if (!known) throw new ProblemError('NOT_AUTHENTICATED');
    if (known.account.kind !== 'vendor') refuseHaste(known.account.id, clock());
    const by = `key/${known.id}` as const;
    request.caller = by;
    request.actor = { by, account: known.account, role: 'administrator', scopes: known.scopes };
  };
}
