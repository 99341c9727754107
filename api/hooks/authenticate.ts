import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import { hashOfApiKey } from '../../secrets/api-key.ts';
import { inBatches } from '../../db/in-batches.ts';
import { useApiKeys } from '../../db/queries/accounts/api-keys.ts';
import { createLimit, KEY_PACE } from '../../services/pace.ts';
import { ProblemError } from '../../services/problems/problems.ts';

/** A system that calls often does so with one key. */
const TOGETHER = { callsAtOnce: 2, itemsAtOnce: 100 };

/**
 * Lets only keys pass (RFC 6750), and says for which account they act. A key is found by its hash, so that comparing tells nothing about it.
 * Those of an account share one limit, as it can make more of them; none stands in the way of the vendor's. Problems: NOT_AUTHENTICATED, TOO_MANY_REQUESTS.
 */
export function createAuthenticate(em: () => EntityManager, clock: () => number) {
  const refuseHaste = createLimit(KEY_PACE);
  // Of what comes after a key was revoked none is asked with what came before.
  const use = inBatches(
    (hashes: string[]) => useApiKeys(em(), hashes, clock()),
    () => [],
    TOGETHER,
  );
  return async function authenticate(request: FastifyRequest): Promise<void> {
    const [, key] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    const known = key && (await use(hashOfApiKey(key)));
    if (!known) throw new ProblemError('NOT_AUTHENTICATED');
    if (known.account.kind !== 'vendor') refuseHaste(known.account.id, clock());
    const by = `key/${known.id}` as const;
    request.caller = by;
    request.actor = { by, account: known.account, role: 'administrator', scopes: known.scopes };
  };
}
