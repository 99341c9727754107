import { Gauge, type Registry } from 'prom-client';

/** A list of numbers as it was read last, and when (epoch milliseconds); null before the first time. */
type Reads<Value> = () => Promise<{ value: Value; readAtMs: number } | null>;

/** How the service stands as a whole, as the services tell it; spans are in milliseconds. */
export type StandsAt = {
  soon: Reads<{
    /** `oldestAt` in epoch milliseconds; null where none waits. */
    unstarted: { waiting: number; oldestAt: number | null; failing: number };
    mails: { due: number; oldestDueMs: number; unknown: number };
    webhooks: { behind: number; waiting: number; disabled: number };
    feed: { due: number; oldestMs: number };
    /** Whether the database was restored and what that lost has not been made again. */
    isUnrepaired: boolean;
  }>;
  seldom: Reads<{
    orders: { status: string; stage: string; count: number }[];
    unaccountedUnits: number;
  }>;
};

/**
 * Adds how the service stands as a whole to the numbers of a worker: each worker says the same, so that one is enough, and
 * Prometheus takes the largest. No name, number or account is in them. Answers all of them, with Temporal's own, as text.
 */
export function createMetrics(registry: Registry, stands: StandsAt, readTemporal: () => Promise<string>) {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `licensing_${name}`, help, labelNames, registers: [registry] });
  const orders = gauge('orders', 'Orders by their status and stage', 'status', 'stage');
  const unstarted = gauge('unstarted_orders', 'Orders that are kept and have no workflow yet');
  const oldestUnstarted = gauge('oldest_unstarted_order_seconds', 'How long the oldest of them has waited');
  const failingToStart = gauge('failing_orders', 'Those of them that could not be started for a reason of their own');
  const units = gauge('unaccounted_units', 'Units that are sold and nobody can use');
  const mails = gauge('mails', 'E-mails that are due, or of which nobody knows whether they left', 'state');
  const oldestDue = gauge('oldest_due_mail_seconds', 'How long the oldest e-mail has been due');
  const webhooks = gauge('webhooks', 'Webhooks that are behind, or were disabled by what they answered', 'state');
  const waiting = gauge('webhook_events_waiting', 'Events that wait at an endpoint that did not take them');
  const feedDue = gauge('feed_due_events', 'Events without a place in the feed, 10,000 standing for more');
  const feedLag = gauge('feed_lag_seconds', 'How long the oldest of them has waited');
  const unrepaired = gauge(
    'unrepaired',
    'Whether the database was restored from a backup and is not repaired: 1 where it is so',
  );
  const readAt = gauge('numbers_read_timestamp_seconds', 'When these numbers were read last', 'numbers');

  async function setSoon(): Promise<void> {
    const read = await stands.soon();
    if (read === null) return;
    const { waiting: notStarted, oldestAt, failing } = read.value.unstarted;
    unstarted.set(notStarted);
    oldestUnstarted.set(oldestAt === null ? 0 : Math.max(0, read.readAtMs - oldestAt) / 1_000);
    failingToStart.set(failing);
    mails.set({ state: 'due' }, read.value.mails.due);
    mails.set({ state: 'unknown' }, read.value.mails.unknown);
    oldestDue.set(read.value.mails.oldestDueMs / 1_000);
    webhooks.set({ state: 'behind' }, read.value.webhooks.behind);
    webhooks.set({ state: 'disabled' }, read.value.webhooks.disabled);
    waiting.set(read.value.webhooks.waiting);
    feedDue.set(read.value.feed.due);
    feedLag.set(read.value.feed.oldestMs / 1_000);
    unrepaired.set(Number(read.value.isUnrepaired));
    readAt.set({ numbers: 'soon' }, read.readAtMs / 1_000);
  }

  async function setSeldom(): Promise<void> {
    const read = await stands.seldom();
    if (read === null) return;
    orders.reset();
    for (const { status, stage, count } of read.value.orders) orders.set({ status, stage }, count);
    units.set(read.value.unaccountedUnits);
    readAt.set({ numbers: 'seldom' }, read.readAtMs / 1_000);
  }

  return async (): Promise<{ type: string; text: string }> => {
    const [temporal] = await Promise.all([readTemporal().catch(() => ''), setSoon(), setSeldom()]);
    return { type: registry.contentType, text: `${await registry.metrics()}${temporal}` };
  };
}
