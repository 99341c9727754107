import { Refusal } from '../refusal.ts';
import { asLastKnown, plan, type Candidate } from './allocation.ts';
import { refuseOffline, usableBy } from './offline.ts';
import type { Server, Share } from './server.ts';

/** How much of an application a server is to hold, in units. */
type Wanted = { application: string; capacity: number };

/**
 * Lines as a server holds them: the lesser of what the order gives it and what its own last change took; the rest is about
 * to be free, where the order answers.
 */
export function asHeld(server: Server, candidates: Candidate[]): Candidate[] {
  return candidates.map((line) => {
    const taken = server.shares.find((share) => share.order === line.order && share.line === line.line)?.capacity ?? 0;
    const held = Math.min(line.held, taken);
    const isStuck = line.lastKnownFree !== undefined;
    return { ...line, held, free: isStuck ? 0 : line.free + line.held - held };
  });
}

/**
 * Whether a server holds less by the projection than its last change took: an order has reduced it, or is not published
 * yet. Only the orders know which; what is planned on the latter would give away what nobody asked for.
 */
export function saysLess(candidates: Candidate[], { shares }: Server): boolean {
  return shares.some((share) =>
    candidates.some(({ order, line, held }) => order === share.order && line === share.line && held < share.capacity),
  );
}

/** All that a server is to hold after a change; null where what is free does not suffice. */
export function sharesAfter(server: Server, candidates: Candidate[], wanted: Wanted): Share[] | null {
  const { shares } = plan(usableBy(server, ofApplication(candidates, wanted.application)), wanted.capacity);
  return shares && [...others(server, candidates, wanted), ...shares];
}

/**
 * The orders that are to give more than they do. What a server believes to hold may have been taken from it or given up since:
 * then its order is asked for what it is to hold of the line again.
 */
export function ordersToAsk({ shares: before }: Server, candidates: Candidate[], after: Share[]): string[] {
  const given = before.map((share) => {
    const line = candidates.find((candidate) => candidate.order === share.order && candidate.line === share.line);
    return line && line.lastKnownFree === undefined ? { ...share, capacity: line.held } : share;
  });
  return ordersRaised(given, after);
}

/** The orders of which more is held after than before. */
export function ordersRaised(before: Share[], after: Share[]): string[] {
  const held = (share: Share) =>
    before.find((known) => known.order === share.order && known.line === share.line)?.capacity ?? 0;
  return [...new Set(after.filter((share) => share.capacity > held(share)).map((share) => share.order))];
}

/** Whether an order gives what is asked of the lines that it was known to have; others can only be kept by it, or given up. */
export function gives(
  given: { line: string; capacity: number }[],
  candidates: Candidate[],
  shares: Share[],
  order: string,
): boolean {
  return shares
    .filter(
      (share) => share.order === order && candidates.some((one) => one.order === order && one.line === share.line),
    )
    .every(({ line, capacity }) => given.some((share) => share.line === line && share.capacity >= capacity));
}

/**
 * Why a change is not possible: INSUFFICIENT_CAPACITY (with what is free), or ORDER_NOT_ANSWERING (with the order). Refusals:
 * ONLINE_REQUIRED.
 */
export function whyNot(server: Server, candidates: Candidate[], { application, capacity }: Wanted): Refusal {
  const own = ofApplication(candidates, application);
  const { shares, free } = plan(usableBy(server, own), capacity);
  if (!shares && plan(own, capacity).shares) refuseOffline(server, application);
  const stuck = own.find(({ lastKnownFree }) => lastKnownFree !== undefined);
  if (stuck && plan(usableBy(server, own.map(asLastKnown)), capacity).shares)
    return new Refusal('ORDER_NOT_ANSWERING', { order: stuck.order });
  return new Refusal('INSUFFICIENT_CAPACITY', { application, free });
}

function ofApplication<Item extends { application: string }>(items: Item[], application: string): Item[] {
  return items.filter((item) => item.application === application);
}

/**
 * What a change does not touch: other applications as they are held, and shares of lines that own nothing at present. Those
 * come back with a reinstatement, unless the server says that it wants nothing at all of the application.
 */
function others(server: Server, candidates: Candidate[], { application, capacity }: Wanted): Share[] {
  return server.shares.flatMap((share) => {
    const line = candidates.find((candidate) => candidate.order === share.order && candidate.line === share.line);
    const isMeant = share.application === application;
    // Of an order that does not answer only its projection is known, which may lag: nobody asked to give that back.
    if (line?.lastKnownFree !== undefined && !isMeant) return [share];
    if (!line) return isMeant && capacity === 0 ? [] : [share];
    return isMeant || line.held === 0 ? [] : [{ ...share, capacity: line.held }];
  });
}
