import { ActivityFailure, patched, proxyActivities } from '@temporalio/workflow';
import { Refusal } from '../domain/refusal.ts';
import { asLastKnown, plan, withoutAnswer, type Candidate } from '../domain/server/allocation.ts';
import { refuseBelowDocument, refuseOffline, usableBy } from '../domain/server/offline.ts';
import type { Server, Share } from '../domain/server/server.ts';
import type { Activities, CandidatesRequest, TakeAnswer } from '../temporal/contract.ts';
import type { Messages } from './messages.ts';

const { readCandidates } = proxyActivities<Activities>({
  startToCloseTimeout: '6s',
  scheduleToCloseTimeout: '10s',
  summary: 'Read what the customer owns',
});
const { askOrder } = proxyActivities<Activities>({
  startToCloseTimeout: '6s',
  scheduleToCloseTimeout: '10s',
  retry: { initialInterval: '100ms', maximumInterval: '1s' },
  summary: 'Ask an order for capacity',
});

type Change = { application: string; capacity: number; at: number; onlineOnly: boolean };

/** What came of a plan: the server's shares; else `stuck` is the order that did not answer, absent where one refused or nothing sufficed. */
type Attempt = { shares: Share[] } | { shares: null; stuck?: string };

/**
 * Plans what the server should hold, and asks each order in turn. When one refuses or does not answer, what was taken is
 * given back and the plan is made once more, on what the orders themselves say: one that is stuck costs its own capacity.
 * Returns all shares of the server after the change. Refusals: INSUFFICIENT_CAPACITY (with what is free); ORDER_NOT_ANSWERING
 * (with the order) where what it last was known to have free would have sufficed; for an offline server RETURN_REQUIRED and
 * ONLINE_REQUIRED.
 */
export async function changeCapacity(server: Server, change: Change, messages: Messages): Promise<Share[]> {
  const { application, capacity } = change;
  refuseBelowDocument(server, application, capacity);
  if (change.onlineOnly && capacity > 0) refuseOffline(server, application);

  // The projection is read in one query and mostly right. Where it is not, and after a refusal, the orders are asked.
  const projected = await candidatesFor(server, change, { fresh: false });
  const first = saysLess(projected, server) ? await candidatesFor(server, change, { fresh: true }) : projected;
  const attempt = await takeFrom(first, server, change, messages);
  if (attempt.shares) return attempt.shares;

  const fresh = await candidatesFor(server, change, { fresh: true });
  const second = fresh.map((line) => (line.order === attempt.stuck ? withoutAnswer(line) : line));
  const attemptThen = await takeFrom(second, server, change, messages);
  if (attemptThen.shares) return attemptThen.shares;
  if (attemptThen.stuck) throw new Refusal('ORDER_NOT_ANSWERING', { order: attemptThen.stuck });

  const own = ofApplication(second, application);
  const { shares, free } = plan(usableBy(server, own), capacity);
  if (!shares && plan(own, capacity).shares) refuseOffline(server, application);
  const stuck = own.find(({ lastKnownFree }) => lastKnownFree !== undefined);
  if (stuck && plan(usableBy(server, own.map(asLastKnown)), capacity).shares)
    throw new Refusal('ORDER_NOT_ANSWERING', { order: stuck.order });
  throw new Refusal('INSUFFICIENT_CAPACITY', { application, free });
}

/** Plans on these lines and asks their orders. */
async function takeFrom(candidates: Candidate[], server: Server, change: Change, messages: Messages): Promise<Attempt> {
  const planned = plan(usableBy(server, ofApplication(candidates, change.application)), change.capacity);
  if (!planned.shares) return { shares: null };
  return takeAll(server, candidates, [...others(server, candidates, change), ...planned.shares], change.at, messages);
}

/** Units that the server holds by its orders' word, of lines that exist. */
export async function holdings(server: Server, at: number): Promise<number> {
  const candidates = await candidatesFor(server, { at }, { fresh: true });
  return candidates.reduce((sum, line) => sum + line.held, 0);
}

/** What cannot be read in time changes nothing: the caller asks again. */
async function read(request: CandidatesRequest): Promise<Candidate[]> {
  try {
    return await readCandidates(request);
  } catch (error) {
    throw error instanceof ActivityFailure ? new Refusal('ORDER_NOT_ANSWERING') : error;
  }
}

/**
 * Lines of the orders that matter. The server holds the lesser of what the order gives it and what its own last change took;
 * the rest is about to be free, where the order answers.
 */
async function candidatesFor(
  server: Server,
  { application, at }: { application?: string; at: number },
  { fresh }: { fresh: boolean },
): Promise<Candidate[]> {
  const { id, customerId } = server;
  const orders = [...new Set(server.shares.map(({ order }) => order))];
  const candidates = await read({ customerId, server: id, application, orders, fresh, at });
  return candidates.map((line) => {
    const taken = server.shares.find((share) => share.order === line.order && share.line === line.line)?.capacity ?? 0;
    const held = Math.min(line.held, taken);
    const isStuck = line.lastKnownFree !== undefined;
    return { ...line, held, free: isStuck ? 0 : line.free + line.held - held };
  });
}

/**
 * Whether this server holds less by the projection than its last change took: an order has reduced it, or is not published
 * yet. Only the orders know which; what is planned on the latter would give away what nobody asked for.
 */
function saysLess(candidates: Candidate[], { shares }: Server): boolean {
  return shares.some((share) =>
    candidates.some(({ order, line, held }) => order === share.order && line === share.line && held < share.capacity),
  );
}

async function takeAll(
  server: Server,
  candidates: Candidate[],
  shares: Share[],
  at: number,
  messages: Messages,
): Promise<Attempt> {
  const asked: string[] = [];
  messages.ask(shares);
  try {
    for (const order of ordersToAsk(server, candidates, shares)) {
      asked.push(order);
      const answer = await askOrder(messages.question(order, at));
      if (gives(answer, candidates, shares, order)) continue;
      giveBack();
      return { shares: null };
    }
    return { shares };
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    giveBack();
    return { shares: null, stuck: asked.at(-1)! };
  } finally {
    messages.ask(null);
  }

  /** A higher number than the ask's: should the ask arrive later still, it changes nothing. */
  function giveBack(): void {
    messages.ask(null);
    for (const order of asked) messages.tell(order, at);
  }
}

/**
 * Those that are to give more than they do. What a server believes to hold may have been taken from it or given up since:
 * then its order is asked for what it is to hold of the line again.
 */
function ordersToAsk({ shares: before }: Server, candidates: Candidate[], after: Share[]): string[] {
  const believed = ordersRaised(before, after);
  const given = before.map((share) => {
    const line = candidates.find((candidate) => candidate.order === share.order && candidate.line === share.line);
    return line && line.lastKnownFree === undefined ? { ...share, capacity: line.held } : share;
  });
  const needed = ordersRaised(given, after);
  return needed.length > believed.length && patched('asks-by-what-is-given') ? needed : believed;
}

function ordersRaised(before: Share[], after: Share[]): string[] {
  const held = (share: Share) =>
    before.find((known) => known.order === share.order && known.line === share.line)?.capacity ?? 0;
  return [...new Set(after.filter((share) => share.capacity > held(share)).map((share) => share.order))];
}

/** Whether an order gives what is asked of the lines that it was known to have; others can only be kept by it, or given up. */
function gives(answer: TakeAnswer, candidates: Candidate[], shares: Share[], order: string): boolean {
  if (answer.kind === 'refused') return false;
  return shares
    .filter(
      (share) => share.order === order && candidates.some((one) => one.order === order && one.line === share.line),
    )
    .every(({ line, capacity }) => answer.shares.some((given) => given.line === line && given.capacity >= capacity));
}

function ofApplication<Item extends { application: string }>(items: Item[], application: string): Item[] {
  return items.filter((item) => item.application === application);
}

/**
 * What a change does not touch: other applications as they are held, and shares of lines that own nothing at present. Those
 * come back with a reinstatement, unless the server says that it wants nothing at all of the application.
 */
function others(server: Server, candidates: Candidate[], { application, capacity }: Change): Share[] {
  return server.shares.flatMap((share) => {
    const line = candidates.find((candidate) => candidate.order === share.order && candidate.line === share.line);
    const isMeant = share.application === application;
    // Of an order that does not answer only its projection is known, which may lag: nobody asked to give that back.
    if (line?.lastKnownFree !== undefined && !isMeant) return [share];
    if (!line) return isMeant && capacity === 0 ? [] : [share];
    return isMeant || line.held === 0 ? [] : [{ ...share, capacity: line.held }];
  });
}
