import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { FeedAsked } from '../db/queries/feed/read.ts';
import {
  askedDeliveries,
  dueDeliveries,
  fallAsleep,
  nextDue,
  settleTurn,
  takeTurnAt,
  waitingStreams,
  type StoredDelivery,
  type Turn,
} from '../db/queries/webhooks/delivering.ts';
import type { Caller } from '../domain/people/permissions.ts';
import type { ToldEvent } from '../domain/webhook/message.ts';
import type { Placed } from '../domain/webhook/delivery.ts';
import { webhookSecret } from '../secrets/webhook-secret.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import type { DeliveryAnswer, WebhookStart } from '../temporal/contract.ts';
import type { Send } from '../webhooks/send.ts';
import { deliverEvents, type Work } from './deliver-events.ts';

/** Reads what somebody may see behind a place in the feed; `position` is where to go on, also where nothing was there for them. */
export type ReadEvents = (caller: Caller, asked: FeedAsked) => Promise<{ position: number; events: ToldEvent[] }>;

export type DeliverWebhookDeps = {
  orm: MikroORM;
  secretKeys: readonly NamedKey[];
  readEvents: ReadEvents;
  send: Send;
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

const TURN_MS = 10_000;

/** So much is written down at once: a worker that dies in between has it all sent again. */
const BATCH = 32;

/** What a batch is to do, and how far in the feed the webhook is when it is done. */
type Gathered = { work: Work[]; position: number };

/**
 * Makes what delivers to one endpoint what is due, in batches, until ten seconds are over or something fails: first what
 * people asked for, then the streams that wait, then what is new. What it was about when it died is sent again.
 */
export function createDeliverWebhook({ orm, secretKeys, readEvents, send, clock }: DeliverWebhookDeps) {
  const em = () => orm.em.fork();
  const now = () => new Date(clock());

  return async function deliverWebhook({ webhook: id }: WebhookStart, stop: AbortSignal): Promise<DeliveryAnswer> {
    const endsAt = performance.now() + TURN_MS;
    const begun = await takeTurnAt(em(), id, now());
    if (!begun) return { state: 'removed', taken: 0, failed: 0, from: 0, to: 0 };
    let turn = begun;
    let isAsleep = false;
    const so = { taken: 0, failed: 0, from: begun.position, to: begun.position };
    const goesOn = (more: boolean, nextAt: number | null): DeliveryAnswer => {
      const { waitingStreams: waiting, failures } = turn.endpoint;
      return { state: 'enabled', more, nextAt, waitingStreams: waiting, isStopped: failures > 0, ...so };
    };

    for (;;) {
      const { disabledFor, failures, retryAt } = turn.endpoint;
      if (disabledFor !== null) return { state: 'disabled', because: disabledFor, ...so };
      if (failures > 0 && retryAt !== null && retryAt > clock()) return goesOn(false, retryAt);
      if (so.failed > 0 || stop.aborted || performance.now() > endsAt) return goesOn(true, null);

      // One that is stopped as a whole is tried with one event.
      const { work, position } = await gather(em(), turn, failures > 0 ? 1 : BATCH);
      if (work.length === 0 && position === turn.position) {
        if (isAsleep) return goesOn(false, await nextDue(em(), id));
        // Looks once more: what comes from here on wakes it.
        if (!(await fallAsleep(em(), turn))) return goesOn(true, null);
        isAsleep = true;
        continue;
      }
      isAsleep = false;
      const isCut = () => stop.aborted;
      const isOver = () => isCut() || performance.now() > endsAt;
      const secrets = turn.secrets.map((secret) => webhookSecret(secretKeys, id, secret));
      const attempt = async ({ event, message }: ToldEvent) =>
        send({ url: turn.url, id: event, body: JSON.stringify(message), secrets }, stop);
      const { endpoint, settled, taken, failed } = await deliverEvents(turn.endpoint, work, {
        attempt,
        isOver,
        isCut,
        clock,
      });
      if (!(await settleTurn(em(), turn, { endpoint, position, settled, at: now() }))) return goesOn(true, null);
      turn = { ...turn, endpoint, position };
      Object.assign(so, { taken: so.taken + taken, failed: so.failed + failed, to: position });
    }
  };

  async function gather(fork: EntityManager, turn: Turn, limit: number): Promise<Gathered> {
    const { id, position, types } = turn;
    const stored = (deliveries: StoredDelivery[], kind: 'asked' | 'waiting'): Work[] =>
      deliveries.map((delivery) => ({ kind, delivery, read: () => readStored(turn, delivery) }));
    const asked = await askedDeliveries(fork, id, limit);
    if (asked.length > 0) return { work: stored(asked, 'asked'), position };
    const due = await dueDeliveries(fork, id, now(), limit);
    if (due.length > 0) return { work: stored(due, 'waiting'), position };
    const page = await readEvents(callerOf(turn), { after: position, types: types ?? undefined, limit });
    const streams = await waitingStreams(fork, id, [...new Set(page.events.map(({ stream }) => stream))]);
    const work = page.events.map((told): Work => {
      const { message: _message, ...placed } = told;
      const delivery = { ...placed, state: 'waiting', failures: 0, firstFailedAt: null } as const;
      return { kind: streams.has(told.stream) ? 'behind' : 'new', delivery, read: async () => told };
    });
    return { work, position: page.position };
  }

  /** What stands in a delivery as it may be seen now; null where it may be no more. */
  async function readStored(turn: Turn, { position, event }: Placed): Promise<ToldEvent | null> {
    const { events } = await readEvents(callerOf(turn), { after: position - 1, upTo: position, limit: 1 });
    return events.find((told) => told.event === event) ?? null;
  }
}

function callerOf({ id, account }: Turn): Caller {
  return { by: `webhook/${id}`, account, role: 'administrator', scopes: null };
}
