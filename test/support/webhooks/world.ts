import { createDeliverWebhook } from '../../../activities/deliver-webhook.ts';
import { createTellDisabled } from '../../../activities/tell-disabled.ts';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { createReadEvents } from '../../../services/webhooks/told.ts';
import { createSender } from '../../../webhooks/send.ts';
import { openApi, PRIVATE_TARGETS } from '../api/api.ts';
import { openReceiver } from './receiver.ts';

export const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000] as const;

/** A webhook with its secret, the path of its endpoint, and its address in the API. */
export type Added = { id: string; secret: string; path: string; at: string };

type Delivery = {
  event: string;
  state: string;
  type: string;
  attempts: { at: string; status: number | null; error: string | null; durationMs: number }[];
};

export type WebhookWorld = Awaited<ReturnType<typeof openWebhookWorld>>;

/** An API with accounts, their webhooks, an endpoint that receives, and what delivers when a test says so. */
export async function openWebhookWorld() {
  /** Signatures are verified by the clock of the machine: a test moves time from there on, and verifies where it was not moved. */
  const time = { now: Date.now() };
  const clock = () => time.now;
  const api = await openApi({ clock });
  const receiver = await openReceiver();
  const sender = createSender({ privateTargets: PRIVATE_TARGETS, proxy: null }, { clock, wholeWithinMs: 300 });
  const { orm, secretKeys } = api.deps;
  const readEvents = createReadEvents({ orm, clock });
  const deliverWebhook = createDeliverWebhook({ orm, secretKeys, readEvents, clock, send: sender.send });
  const deliver = (webhook: string) => deliverWebhook({ webhook }, new AbortController().signal);
  const post = { mails: [] as { to: string; idempotencyKey: string; text: string }[], isAway: false };
  const resend: Parameters<typeof createTellDisabled>[0]['resend'] = async (mail) => {
    if (post.isAway) return { kind: 'later', reason: 'Resend is away', remedy: 'wait' };
    post.mails.push(mail);
    return { kind: 'sent', id: mail.idempotencyKey };
  };
  const tellDisabled = createTellDisabled({
    orm,
    clock,
    resend,
    from: 'l@example.com',
    publicUrl: 'https://l.example',
  });
  let accounts = 0;
  let names = 0;

  /** Delivers until there is nothing to do at once. */
  async function deliverAll(id: string) {
    for (;;) {
      const answer = await deliver(id);
      if (answer.state !== 'enabled' || !answer.more) return answer;
    }
  }

  return {
    ...{ api, receiver, time, post, deliver, deliverAll, tellDisabled },

    async close(): Promise<void> {
      await sender.close();
      await receiver.close();
      await api.close();
    },

    /** Customers, of which each has a stream of its own, at the time that it is: with them a test begins. */
    async someAccounts(many: number): Promise<string[]> {
      time.now = Date.now();
      const ids = Array.from({ length: many }, () => `acme-${(accounts += 1)}`);
      const about = { kind: 'customer', name: 'Acme', email: 'a@acme.example', timeZone: 'UTC', locale: 'it' } as const;
      await orm.em.fork().insertMany(
        AccountEntity,
        ids.map((id) => ({ ...about, id, createdAt: new Date(time.now) })),
      );
      return ids;
    },

    /** Something happens to an account, and has its place in the feed: the id of the event. */
    async happens(account: string): Promise<string> {
      await api.call('PATCH', `/v1/accounts/${account}`, { name: `Acme ${(names += 1)}` });
      await api.services.following.follow();
      const { body } = await api.call('GET', `/v1/events?account=${account}&types=account-changed&limit=100`);
      return body.items.at(-1).id;
    },

    /** A webhook with a path of its own; by default of changes of accounts alone. */
    async aWebhook(account: string, changes: object = { types: ['account-changed'] }): Promise<Added> {
      const path = `/${account}-${(names += 1)}`;
      const { status, body } = await api.call('POST', `/v1/accounts/${account}/webhooks`, {
        ...{ url: receiver.url(path) },
        ...changes,
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return { id: body.id, secret: body.secret, path, at: `/v1/accounts/${account}/webhooks/${body.id}` };
    },

    /** Passes every instant at which something is due, up to a period from now. */
    async pass(id: string, periodMs: number) {
      const end = time.now + periodMs;
      for (;;) {
        const answer = await deliverAll(id);
        const next = answer.state === 'enabled' ? (answer.nextAt ?? Infinity) : Infinity;
        time.now = Math.min(next, end);
        if (next > end) return answer;
      }
    },

    idsAt: ({ path }: Added) => receiver.received(path).map(({ id }) => id),
    deliveriesOf: async ({ at }: Added, query = '') =>
      (await api.call('GET', `${at}/deliveries${query}`)).body.items as Delivery[],
  };
}
