import type { Settled, StoredDelivery } from '../db/queries/webhooks/delivering.ts';
import { outcomeOf, type Attempt } from '../domain/webhook/attempt.ts';
import { judge, judgeAsked, type Endpoint } from '../domain/webhook/judge.ts';
import type { ToldEvent } from '../domain/webhook/message.ts';

/**
 * An event that is to be delivered: new, of a stream that waits and is due, behind one that waits and is not, or because
 * somebody asked. `read` answers null where the webhook's account may not see it any more.
 */
export type Work = {
  kind: 'new' | 'waiting' | 'behind' | 'asked';
  delivery: StoredDelivery;
  read: () => Promise<ToldEvent | null>;
};

type Means = {
  attempt: (told: ToldEvent) => Promise<Attempt>;
  /** Whether no further attempt is to begin. */
  isOver: () => boolean;
  /** Whether attempts were cut off by us: those say nothing about the endpoint. */
  isCut: () => boolean;
  clock: () => number;
};

/** So many streams are delivered at the same time. */
const WIDTH = 8;

/** Delivers events, each stream in its sequence and several beside each other, and answers what became of each event. */
export async function deliverEvents(
  before: Endpoint,
  work: readonly Work[],
  { attempt, isOver, isCut, clock }: Means,
): Promise<{ endpoint: Endpoint; settled: Settled[]; taken: number; failed: number }> {
  let endpoint = before;
  const settled: Settled[] = [];
  const tally = { taken: 0, failed: 0 };
  const lanes = [...Map.groupBy(work, laneOf).values()];
  const hasStopped = () => endpoint.failures > before.failures;
  const mustEnd = () => isOver() || endpoint.disabledFor !== null || hasStopped();

  async function deliver({ kind, delivery, read }: Work): Promise<boolean> {
    const told = await read();
    if (!told) {
      const unseen: Attempt = { at: clock(), status: null, durationMs: 0, error: 'NOT_VISIBLE' };
      // What was taken once stays so.
      const state = kind === 'asked' ? delivery.state : 'failed';
      if (kind === 'waiting' && delivery.failures > 0)
        endpoint = { ...endpoint, waitingStreams: endpoint.waitingStreams - 1 };
      settled.push({ ...delivery, state, retryAt: null, attempt: unseen });
      return true;
    }
    const made = await attempt(told);
    if (made.status === null && isCut()) return leave({ kind, delivery });
    const outcome = outcomeOf(made);
    // One failure stopped it: what was under way beside that says nothing more.
    if (outcome === 'failed' && hasStopped()) return wait(delivery, made);
    const { firstFailedAt, failures } = delivery;
    const judged =
      kind === 'asked'
        ? judgeAsked(endpoint, delivery.state, outcome, clock())
        : judge(endpoint, { failures, firstFailedAt }, outcome, clock());
    endpoint = judged.endpoint;
    tally[outcome === 'taken' ? 'taken' : 'failed'] += 1;
    settled.push({ ...delivery, retryAt: null, ...judged.event, attempt: made });
    return judged.event.state !== 'waiting';
  }

  /** Leaves what is stored as it is. */
  function leave({ kind, delivery }: Pick<Work, 'kind' | 'delivery'>): boolean {
    return kind === 'new' || kind === 'behind' ? wait(delivery, null) : false;
  }

  /** It waits, if it is new from now on, and is due as soon as what stands before it in its stream, and its endpoint, allow. */
  function wait(delivery: StoredDelivery, attempt: Attempt | null): boolean {
    settled.push({ ...delivery, retryAt: null, attempt });
    return false;
  }

  async function takeLanes(): Promise<void> {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
      let goesOn = true;
      for (const one of lane) goesOn = goesOn && one.kind !== 'behind' && !mustEnd() ? await deliver(one) : leave(one);
    }
  }

  await Promise.all(Array.from({ length: WIDTH }, takeLanes));
  return { endpoint, settled, ...tally };
}

/** What is asked for stands for itself; all else waits for what stands before it in its stream. */
function laneOf({ kind, delivery }: Work): string {
  return kind === 'asked' ? `asked ${delivery.event}` : delivery.stream;
}
