import { ActivityFailure, patched, proxyActivities } from '@temporalio/workflow';
import { Refusal } from '../domain/refusal.ts';
import { withoutAnswer, type Candidate } from '../domain/server/allocation.ts';
import { asHeld, gives, ordersRaised, ordersToAsk, saysLess, sharesAfter, whyNot } from '../domain/server/changing.ts';
import { refuseBelowDocument, refuseOffline } from '../domain/server/offline.ts';
import type { Server, Share } from '../domain/server/server.ts';
import type { Activities, CandidatesRequest } from '../temporal/contract.ts';
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
  throw whyNot(server, second, change);
}

/** Plans on these lines and asks their orders. */
async function takeFrom(candidates: Candidate[], server: Server, change: Change, messages: Messages): Promise<Attempt> {
  const shares = sharesAfter(server, candidates, change);
  return shares ? takeAll(server, candidates, shares, change.at, messages) : { shares: null };
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

/** Lines of the orders that matter, as this server holds them. */
async function candidatesFor(
  server: Server,
  { application, at }: { application?: string; at: number },
  { fresh }: { fresh: boolean },
): Promise<Candidate[]> {
  const { id, customerId } = server;
  const orders = [...new Set(server.shares.map(({ order }) => order))];
  return asHeld(server, await read({ customerId, server: id, application, orders, fresh, at }));
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
    for (const order of toAsk(server, candidates, shares)) {
      asked.push(order);
      const answer = await askOrder(messages.question(order, at));
      if (answer.kind === 'holding' && gives(answer.shares, candidates, shares, order)) continue;
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

/** Runs of a former release ask by what a server believes to hold. */
function toAsk(server: Server, candidates: Candidate[], shares: Share[]): string[] {
  const believed = ordersRaised(server.shares, shares);
  const needed = ordersToAsk(server, candidates, shares);
  return needed.length > believed.length && patched('asks-by-what-is-given') ? needed : believed;
}
