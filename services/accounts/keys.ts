import {
  listApiKeys,
  revocationOf,
  revokeApiKey,
  type KeyPosition,
  type ListedKey,
} from '../../db/queries/accounts/api-keys.ts';
import { hasAccountEvent } from '../../db/queries/accounts/events.ts';
import { makeApiKey, type NotMade } from '../../db/queries/accounts/make-key.ts';
import { checkInstant } from '../../domain/order/arriving/accept.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { isWithin, SCOPES, type Scope } from '../../domain/people/scopes.ts';
import { apiKeyOf, hashOfApiKey, knownApiKeyOf } from '../../secrets/api-key.ts';
import type { Asked } from '../asked.ts';
import { hashOfJson } from '../canonical.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { invalid, outOfScope, ProblemError, refuseInvalid } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import type { AccountService } from './accounts.ts';

/** So many keys an account has at most, those that have ended among them until they are revoked. */
export const MOST_KEYS = 100;

/** A key as it is asked for: without scopes it may all that its account may, without an end it is for good. */
export type AskedKey = { name: string; scopes?: readonly Scope[] | undefined; expiresAt?: string | undefined };

/** A key as the API answers it, without the key itself; instants are ISO 8601 UTC. */
export type KeyView = ReturnType<typeof present>;

export type KeyService = ReturnType<typeof createKeyService>;

/** The keys by which programs call for an account. Callers have been asked whether they may manage them. */
export function createKeyService({ orm, clock, secretKeys }: Deps, accounts: AccountService) {
  const cursors = createCursors(secretKeys);
  const em = () => orm.em.fork();

  return {
    /** Those of an account that are not revoked, first made first. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async list(account: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
      await accounts.readAccount(account);
      const list = `keys/${account}`;
      const after = cursors.read<KeyPosition>(list, cursor);
      const rows = await listApiKeys(em(), account, { limit: limit + 1, after });
      return toPage(rows, limit, present, ({ createdAt, id }) => cursors.write(list, { createdAt, id }));
    },

    /**
     * Makes a key and tells it; the same request again makes no other, and is told the same. What a key makes may no more and
     * lives no longer than itself. Problems: INVALID_REQUEST, NOT_FOUND, NOT_PERMITTED (with `scope`, where one is lacking),
     * NOT_AUTHENTICATED where its maker was revoked meanwhile, KEY_REVOKED, TOO_MANY_KEYS.
     */
    async make(
      caller: Caller,
      account: string,
      { name, scopes, expiresAt }: AskedKey,
      requestId: string,
    ): Promise<KeyView & { key: string }> {
      checkTexts({ '/name': name });
      refuseInvalid(checkInstant(expiresAt, '/expiresAt'));
      const lacking = (scopes ?? SCOPES).find((scope) => !isWithin(caller.scopes, scope));
      if (lacking || (caller.scopes && !scopes)) throw outOfScope(lacking);
      const kept = {
        id: idOf(requestId),
        ...{ name, scopes: scopes ? SCOPES.filter((scope) => scopes.includes(scope)) : null },
        ...{ expiresAt: expiresAt === undefined ? null : Date.parse(expiresAt), createdAt: clock() },
      };
      const hash = hashOfApiKey(apiKeyOf(secretKeys[0]!, requestId));
      const made = await makeApiKey(em(), { ...kept, account, hash }, caller.by, MOST_KEYS);
      if (typeof made === 'string') throw NOT_MADE[made]();
      const [row] = await listApiKeys(em(), account, { id: kept.id });
      if (!row) throw NOT_MADE.revoked();
      return { ...present(row), key: knownApiKeyOf(secretKeys, requestId, made.hash) };
    },

    /** Takes a key out: it is refused from the next request on. Once more changes nothing. Problems: NOT_FOUND. */
    async revoke(account: string, id: string, { by }: Pick<Asked, 'by'>): Promise<void> {
      if (await revokeApiKey(em(), { account, id }, new Date(clock()), by)) return;
      if (!(await hasAccountEvent(em(), account, revocationOf(id)))) throw new ProblemError('NOT_FOUND');
    },
  };
}

const NOT_MADE: Record<NotMade, () => ProblemError> = {
  'no-account': () => new ProblemError('NOT_FOUND'),
  revoked: () => new ProblemError('KEY_REVOKED'),
  'maker-revoked': () => new ProblemError('NOT_AUTHENTICATED'),
  'outlives-maker': () =>
    new ProblemError('NOT_PERMITTED', {
      detail: 'A key makes none that lives longer than itself. Name an `expiresAt` that is no later than its own.',
    }),
  ended: () => invalid([{ pointer: '/expiresAt', message: 'has passed' }]),
  'too-many': () => new ProblemError('TOO_MANY_KEYS', { details: { most: MOST_KEYS } }),
};

/** The id of the key that a request makes, from which nothing can be told about the request. */
function idOf(requestId: string): string {
  return hashOfJson(['api-key', requestId]).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function present({ id, name, scopes, createdAt, createdBy, expiresAt, lastUsedAt }: ListedKey) {
  return {
    ...{ id, name, scopes, createdAt: instant(createdAt), createdBy },
    ...{ expiresAt: instant(expiresAt), lastUsedAt: instant(lastUsedAt) },
  };
}
