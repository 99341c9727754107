import type { LicenseKind } from '../catalogue/terms.ts';
import type { Share } from './server.ts';

/**
 * A line of the customer as the allocation sees it: what this server holds of it by the order's word, and what is free,
 * both in units. Lines that own nothing (locked, expired, canceled) are not among them.
 */
export type Candidate = {
  order: string;
  line: string;
  application: string;
  license: LicenseKind;
  /** Epoch milliseconds; null for a perpetual line. */
  until: number | null;
  upcoming: boolean;
  held: number;
  free: number;
  /** Present where the order does not answer: it gives nothing more, and this is what it last was known to have free. */
  lastKnownFree?: number;
};

/** A line of an order that does not answer: what is held there stays, and nothing more comes from it. */
export function withoutAnswer(line: Candidate): Candidate {
  return { ...line, free: 0, lastKnownFree: line.lastKnownFree ?? line.free };
}

/** The same line as if its order answered what is last known of it. */
export function asLastKnown(line: Candidate): Candidate {
  return { ...line, free: line.lastKnownFree ?? line.free };
}

/**
 * Plans how a server comes to hold `capacity` units of an application. What it holds stays; more is taken from lines in
 * force before upcoming ones, perpetual before subscription before evaluation, from one that suffices, then from what ends
 * last. Less gives back what ends first. `shares` is null when the free units do not suffice.
 */
export function plan(candidates: Candidate[], capacity: number): { shares: Share[] | null; free: number } {
  const held = candidates.reduce((sum, line) => sum + line.held, 0);
  const free = candidates.reduce((sum, line) => sum + line.free, 0);
  if (capacity <= held) return { shares: giveBack(candidates, held - capacity), free };
  const missing = capacity - held;
  return { shares: missing > free ? null : take(candidates, missing), free };
}

/** What lasts is taken before what will be gone. */
const LICENSE_KINDS_IN_TURN: readonly LicenseKind[] = ['perpetual', 'subscription', 'evaluation'];

function take(candidates: Candidate[], missing: number): Share[] {
  const bySuitability = [...candidates].sort(
    (a, b) =>
      Number(a.upcoming) - Number(b.upcoming) ||
      LICENSE_KINDS_IN_TURN.indexOf(a.license) - LICENSE_KINDS_IN_TURN.indexOf(b.license) ||
      Number(a.free < missing) - Number(b.free < missing) ||
      endOf(b) - endOf(a),
  );
  let left = missing;
  return toShares(bySuitability, (line) => {
    const taken = Math.min(left, line.free);
    left -= taken;
    return line.held + taken;
  });
}

function giveBack(candidates: Candidate[], surplus: number): Share[] {
  const endingFirst = [...candidates].sort((a, b) => endOf(a) - endOf(b));
  let left = surplus;
  return toShares(endingFirst, (line) => {
    const given = Math.min(left, line.held);
    left -= given;
    return line.held - given;
  });
}

function toShares(candidates: Candidate[], capacityOf: (line: Candidate) => number): Share[] {
  return candidates
    .map((line) => ({ order: line.order, line: line.line, application: line.application, capacity: capacityOf(line) }))
    .filter((share) => share.capacity > 0);
}

function endOf(line: Candidate): number {
  return line.until ?? Number.MAX_SAFE_INTEGER;
}
