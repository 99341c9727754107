import type { EntityManager } from '@mikro-orm/postgresql';
import {
  BOTH_SIGN_MS,
  MOST_SECRETS,
  MOST_WEBHOOKS,
  type WebhookField,
  type WebhookState,
} from '../../../domain/webhook/change.ts';
import type { EventType } from '../../../domain/journal.ts';
import type { By } from '../../../domain/people/permissions.ts';
import type { WebhookRow } from '../../entities/telling/webhook.ts';
import { appendAccountEvent, type Cause } from '../accounts/events.ts';
import { inMs, type Read } from '../instants.ts';

/** A webhook as people know it. */
export type Webhook = Read<
  Pick<WebhookRow, 'id' | 'url' | 'types' | 'description' | 'state' | 'disabledFor' | 'createdAt'>
>;

/** Who changes something, and what that is known by. */
type Change = Cause & { by: By };

const COLUMNS = `id, url, types, description, state, disabled_for as "disabledFor", ${inMs('created_at')} as "createdAt"`;

/** The webhooks of an account, in the order in which they were added. */
export function listWebhooks(em: EntityManager, account: string): Promise<Webhook[]> {
  return em.execute<Webhook[]>(
    `select ${COLUMNS} from webhooks where account_id = ? and removed_at is null order by created_at, id`,
    [account],
  );
}

/** A webhook of an account; null where it has none of that id. */
export async function findWebhook(em: EntityManager, account: string, id: string): Promise<Webhook | null> {
  const [found] = await em.execute<Webhook[]>(
    `select ${COLUMNS} from webhooks where account_id = ? and id = ? and removed_at is null`,
    [account, id],
  );
  return found ?? null;
}

export type NewWebhook = Pick<Webhook, 'id' | 'url'> & {
  account: string;
  types: readonly EventType[] | null;
  description: string | null;
  /** The name of the key that its secret is derived with. */
  key: string;
};

/**
 * Adds a webhook that begins behind all that the feed has now, and journals `webhook-added`; one of the same id stays what it
 * is or was. Answers when it was added (epoch milliseconds), null where the account has as many as it may.
 */
export async function addWebhook(
  em: EntityManager,
  { id, account, url, types, description, key }: NewWebhook,
  { by, ...cause }: Change,
): Promise<number | null> {
  return em.transactional(async (tx) => {
    await tx.execute('select from accounts where id = ? for update', [account]);
    const known = () =>
      tx.execute<{ createdAt: number }[]>(`select ${inMs('created_at')} as "createdAt" from webhooks where id = ?`, [
        id,
      ]);
    const [standing] = await known();
    if (standing) return standing.createdAt;
    const added = await tx.execute<unknown[]>(
      `insert into webhooks (id, account_id, url, types, description, state, position, created_at)
       select ?, ?, ?, ?::jsonb, ?, 'enabled', c.position, ? from feed_counter c
       where (select count(*) from webhooks where account_id = ? and removed_at is null) < ? returning 1`,
      [id, account, url, types && JSON.stringify(types), description, cause.at, account, MOST_WEBHOOKS],
    );
    if (added.length === 0) return null;
    await tx.execute(
      `insert into webhook_secrets (webhook_id, version, key, request_id, made_at) values (?, 1, ?, ?, ?)`,
      [id, key, cause.cause, cause.at],
    );
    await appendAccountEvent(tx, account, cause, { type: 'webhook-added', webhook: id, by });
    return (await known())[0]!.createdAt;
  });
}

/** What people change of a webhook. */
type Changeable = Pick<Webhook, 'url' | 'types' | 'description' | 'state'>;

/** What of a webhook is to be another: what is absent stays. `after` is a place in the feed. */
export type WebhookChange = {
  url?: string;
  types?: readonly EventType[] | null;
  description?: string | null;
  state?: WebhookState;
  after?: number;
};

/**
 * Changes a webhook, journals `webhook-changed` where that makes a difference, and has its workflow hear of it. One that is
 * enabled, or that goes elsewhere, is due with all that waits for it; with `after` it goes on from there, and what waited is
 * given up. Where it makes a difference, `isExpected` is asked whether it was wanted for what the webhook is now.
 */
export async function changeWebhook(
  em: EntityManager,
  { account, id }: { account: string; id: string },
  change: WebhookChange,
  { by, isExpected, ...cause }: Change & { isExpected: (webhook: Changeable) => boolean },
): Promise<'done' | 'unknown' | 'changed-meanwhile'> {
  return em.transactional(async (tx) => {
    const [before] = await tx.execute<Changeable[]>(
      `select url, types, description, state from webhooks
       where account_id = ? and id = ? and removed_at is null for update`,
      [account, id],
    );
    if (!before) return 'unknown';
    const { after, ...given } = change;
    const fields: WebhookField[] = (['url', 'types', 'description', 'state'] as const).filter(
      (field) => given[field] !== undefined && JSON.stringify(given[field]) !== JSON.stringify(before[field]),
    );
    if (after !== undefined) fields.push('after');
    if (fields.length === 0) return 'done';
    if (!isExpected(before)) return 'changed-meanwhile';
    const { url, types, description, state } = { ...before, ...given };
    const begins = fields.some((field) => ['url', 'state', 'after'].includes(field));
    await tx.execute(
      `update webhooks set url = ?, types = ?::jsonb, description = ?, state = ?, turn = turn + 1, wanted = true,
         disabled_for = case when ? = 'enabled' then null else coalesce(disabled_for, 'asked') end,
         position = coalesce(?, position), failures = case when ? then 0 else failures end,
         retry_at = case when ? then null else retry_at end where id = ?`,
      [url, types && JSON.stringify(types), description, state, state, after ?? null, begins, begins, id],
    );
    if (begins)
      await tx.execute(
        `update webhook_deliveries set failures = 0, first_failed_at = null, retry_at = null,
           state = case when ? then 'failed' else state end where webhook_id = ? and state = 'waiting'`,
        [after !== undefined, id],
      );
    await appendAccountEvent(tx, account, cause, { type: 'webhook-changed', webhook: id, fields, by });
    return 'done';
  });
}

/** Removes a webhook for good, and journals `webhook-removed`; again changes nothing. False where there never was one. */
export async function removeWebhook(
  em: EntityManager,
  { account, id }: { account: string; id: string },
  { by, ...cause }: Change,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const [removed] = await tx.execute<{ isNew: boolean }[]>(
      `update webhooks set removed_at = coalesce(removed_at, ?), turn = turn + 1, wanted = true
       where account_id = ? and id = ? returning old.removed_at is null as "isNew"`,
      [cause.at, account, id],
    );
    if (removed?.isNew) await appendAccountEvent(tx, account, cause, { type: 'webhook-removed', webhook: id, by });
    return removed !== undefined;
  });
}

/**
 * Makes another secret, and journals it; the ones before sign beside it for a day, the newest few of them. The same request
 * makes no other. Answers its version and its key; null where there is no such webhook.
 */
export async function rotateSecret(
  em: EntityManager,
  { account, id, key }: { account: string; id: string; key: string },
  { by, ...cause }: Change,
): Promise<{ version: number; key: string } | null> {
  return em.transactional(async (tx) => {
    const held = await tx.execute<unknown[]>(
      'select from webhooks where account_id = ? and id = ? and removed_at is null for update',
      [account, id],
    );
    if (held.length === 0) return null;
    const [made] = await tx.execute<{ version: number; key: string }[]>(
      'select version, key from webhook_secrets where webhook_id = ? and request_id = ?',
      [id, cause.cause],
    );
    if (made) return made;
    await tx.execute('update webhook_secrets set ends_at = ? where webhook_id = ? and ends_at is null', [
      new Date(cause.at.getTime() + BOTH_SIGN_MS),
      id,
    ]);
    const [next] = await tx.execute<[{ version: number; key: string }]>(
      `insert into webhook_secrets (webhook_id, version, key, request_id, made_at)
       select ?, max(version) + 1, ?, ?, ? from webhook_secrets where webhook_id = ? returning version, key`,
      [id, key, cause.cause, cause.at, id],
    );
    const fields = ['secret'] as const;
    await appendAccountEvent(tx, account, cause, { type: 'webhook-changed', webhook: id, fields, by });
    return next;
  });
}

/** In SQL, what a webhook `w` is signed with at an instant that is bound to it: the newest first, each as it is derived. */
export const SIGNS = `select coalesce(jsonb_agg(jsonb_build_object('version', s.version, 'key', s.key) order by s.version desc), '[]')
  from (select version, key from webhook_secrets where webhook_id = w.id and (ends_at is null or ends_at > ?)
    order by version desc limit ${MOST_SECRETS}) s`;

/** What a message of a webhook is signed with at an instant; null where there is no such webhook. */
export async function signedWith(
  em: EntityManager,
  { account, id, at }: { account: string; id: string; at: Date },
): Promise<{ url: string; secrets: { version: number; key: string }[] } | null> {
  const [found] = await em.execute<{ url: string; secrets: { version: number; key: string }[] }[]>(
    `select w.url, (${SIGNS}) as secrets from webhooks w where account_id = ? and id = ? and removed_at is null`,
    [at, account, id],
  );
  return found ?? null;
}
