import { createHash } from 'node:crypto';
import { askAgain, listDeliveries, type ListedDelivery } from '../../db/queries/webhooks/deliveries.ts';
import {
  addWebhook,
  changeWebhook,
  findWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
  signedWith,
  type Webhook,
  type WebhookChange,
} from '../../db/queries/webhooks/webhooks.ts';
import type { EventType } from '../../domain/journal.ts';
import type { WebhookState } from '../../domain/webhook/change.ts';
import type { DeliveryState } from '../../domain/webhook/delivery.ts';
import { webhookSecret } from '../../secrets/webhook-secret.ts';
import { wakeWebhook } from '../../temporal/wake-webhook.ts';
import { refusedTarget, TARGET_REFUSALS } from '../../webhooks/target.ts';
import { causeOf, type Asked } from '../asked.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { hashOfJson } from '../canonical.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import type { FeedService } from '../feed/feed.ts';
import { instant } from '../orders/view.ts';
import { createLimit, TEST_PACE } from '../pace.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';

export type WebhookService = ReturnType<typeof createWebhookService>;

/** A webhook as it is posted; without types it gets all that its account may see. */
export type PostedWebhook = { url: string; types?: EventType[] | null; description?: string | null };

/** What of it is to be another; `after` is a cursor of the feed, or `end`. */
export type PostedChange = Partial<PostedWebhook> & { state?: WebhookState; after?: string };

const ID_BYTES = 15;

/** Endpoints that the events of an account are delivered to. Callers have been asked whether they may. */
export function createWebhookService(deps: Deps, accounts: AccountService, feed: FeedService) {
  const { orm, clock, secretKeys, temporal, webhooks } = deps;
  const cursors = createCursors(secretKeys);
  const refuseHaste = createLimit(TEST_PACE);
  const em = () => orm.em.fork();

  function check({ url, description }: Partial<PostedWebhook>): void {
    checkTexts({ '/description': description ?? undefined });
    const refusal = url === undefined ? null : refusedTarget(url, webhooks.privateTargets);
    if (refusal) throw invalid([{ pointer: '/url', message: TARGET_REFUSALS[refusal] }]);
  }

  async function read(account: string, id: string): Promise<Webhook> {
    const webhook = await findWebhook(em(), account, id);
    if (!webhook) throw new ProblemError('NOT_FOUND');
    return webhook;
  }

  return {
    /**
     * Adds a webhook, which begins with what happens from now on; its secret is answered this once, and to whoever repeats the
     * request. Problems: NOT_FOUND, INVALID_REQUEST, TOO_MANY_WEBHOOKS.
     */
    async add(account: string, { url, types = null, description = null }: PostedWebhook, asked: Asked) {
      await accounts.readAccount(account);
      check({ url, description });
      const id = idBy(asked);
      const key = secretKeys[0]!.name;
      const createdAt = await addWebhook(em(), { id, account, url, types, description, key }, causeOf(asked, clock()));
      if (createdAt === null) throw new ProblemError('TOO_MANY_WEBHOOKS');
      const added = { id, url, types, description, state: 'enabled', disabledFor: null, createdAt } as const;
      return { ...present(added), secret: webhookSecret(secretKeys, id, { version: 1, key }) };
    },

    /** Those of an account, in the order in which they were added. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async list(account: string, { limit, cursor }: { limit: number; cursor?: string }) {
      await accounts.readAccount(account);
      const list = `webhooks/${account}`;
      const from = cursors.read<number>(list, cursor) ?? 0;
      const some = (await listWebhooks(em(), account)).slice(from, from + limit + 1);
      return toPage(some, limit, present, () => cursors.write(list, from + limit));
    },

    /** Problems: NOT_FOUND. */
    read: async (account: string, id: string) => present(await read(account, id)),

    /**
     * Changes a webhook; what is absent stays. Enabled, it goes on where it stopped, or behind `after`. `seen` is the state,
     * by {@link stateOf}, that it is asked for; absent is for any. Problems: NOT_FOUND, INVALID_REQUEST, CURSOR_UNKNOWN,
     * CHANGED_MEANWHILE.
     */
    async change(
      account: string,
      id: string,
      { after, ...posted }: PostedChange,
      { seen, ...asked }: Asked & { seen?: string },
    ) {
      check(posted);
      if (after !== undefined && posted.state !== 'enabled')
        throw invalid([{ pointer: '/after', message: 'goes with the state enabled' }]);
      const change: WebhookChange = { ...posted, ...(after !== undefined && { after: await feed.placeOf(after) }) };
      const isExpected = (webhook: Parameters<typeof stateOf>[0]) => seen === undefined || seen === stateOf(webhook);
      const outcome = await changeWebhook(em(), { account, id }, change, { ...causeOf(asked, clock()), isExpected });
      if (outcome === 'unknown') throw new ProblemError('NOT_FOUND');
      if (outcome === 'changed-meanwhile') throw new ProblemError('CHANGED_MEANWHILE');
      return present(await read(account, id));
    },

    /** Removes a webhook for good: what was not delivered is not. Again is no error. Problems: NOT_FOUND. */
    async remove(account: string, id: string, asked: Asked): Promise<void> {
      if (!(await removeWebhook(em(), { account, id }, causeOf(asked, clock())))) throw new ProblemError('NOT_FOUND');
    },

    /** Makes another secret; both sign for a day. Problems: NOT_FOUND. */
    async rotate(account: string, id: string, asked: Asked): Promise<{ secret: string }> {
      const about = { account, id, key: secretKeys[0]!.name };
      const secret = await rotateSecret(em(), about, causeOf(asked, clock()));
      if (!secret) throw new ProblemError('NOT_FOUND');
      return { secret: webhookSecret(secretKeys, id, secret) };
    },

    /** Sends a message to try the endpoint, also of a disabled one, and answers what came of it. Problems: NOT_FOUND, TOO_MANY_REQUESTS. */
    async test(account: string, id: string, { requestId }: Asked) {
      const now = clock();
      const signed = await signedWith(em(), { account, id, at: new Date(now) });
      if (!signed) throw new ProblemError('NOT_FOUND');
      refuseHaste(account, now);
      const body = { type: 'webhook-test', timestamp: instant(now), data: { type: 'webhook-test', webhook: id } };
      const { at, ...attempt } = await webhooks.send({
        ...{ url: signed.url, id: `test_${requestId}`, body: JSON.stringify(body) },
        secrets: signed.secrets.map((secret) => webhookSecret(secretKeys, id, secret)),
      });
      return { at: instant(at), ...attempt };
    },

    /** What became of each event of the last 30 days, the newest first. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listDeliveries(
      account: string,
      id: string,
      { limit, cursor, state }: { limit: number; cursor?: string; state?: DeliveryState },
    ) {
      await read(account, id);
      const list = `deliveries/${id}`;
      const before = cursors.read<number>(list, cursor);
      const rows = await listDeliveries(em(), id, { before, limit: limit + 1, state: state ?? null });
      return toPage(rows, limit, presentDelivery, ({ position }) => cursors.write(list, position));
    },

    /** Has an event delivered again, or what waits of its stream tried now. Problems: NOT_FOUND, WEBHOOK_DISABLED. */
    async deliverAgain(account: string, id: string, event: string): Promise<{ event: string }> {
      const { state } = await read(account, id);
      if (state === 'disabled') throw new ProblemError('WEBHOOK_DISABLED');
      if (!(await askAgain(em(), id, event, new Date(clock())))) throw new ProblemError('NOT_FOUND');
      // Where Temporal does not answer, its mark wakes it later.
      await wakeWebhook(temporal, { id, account });
      return { event };
    },
  };
}

/** An id that is the same for the same request. */
function idBy({ requestId }: Asked): string {
  return `whk_${createHash('sha256').update(requestId).digest().subarray(0, ID_BYTES).toString('base64url')}`;
}

/** What people have changed a webhook to, in short: who saw another state did not see this one. */
export function stateOf({ url, types, description, state }: Pick<Webhook, 'url' | 'types' | 'description' | 'state'>) {
  return hashOfJson([url, types, description, state]).slice(0, 16);
}

/** A webhook as the API answers it. */
export type WebhookView = ReturnType<typeof present>;

function present({ createdAt, ...webhook }: Webhook) {
  return { ...webhook, createdAt: instant(createdAt) };
}

function presentDelivery({ position: _position, attempts, ...delivery }: ListedDelivery) {
  return { ...delivery, attempts: attempts.map(({ at, ...attempt }) => ({ at: instant(at), ...attempt })) };
}
