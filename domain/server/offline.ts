import { Refusal } from '../refusal.ts';
import { requireFewReinstalls, requireThisMachine, requireUsable } from './activating.ts';
import type { Candidate } from './allocation.ts';
import { serverMode, type OfflineExchange, type Server, type ServerEvent, type Share } from './server.ts';

/**
 * Gives a server without a network its document. The same request is answered again until it is returned.
 * Refusals: ALREADY_RETURNED, ONLINE_REQUIRED (with `applications`), CHANGE_IN_PROGRESS when the document was made from
 * other capacity than there is now, and those of an activation.
 */
export function goOffline(server: Server, exchange: OfflineExchange, atMs: number): ServerEvent[] {
  const { document, requestHash, lines, response, basedOn, needOnline } = exchange;
  if (server.spent?.includes(requestHash)) throw new Refusal('ALREADY_RETURNED');
  if (server.offline?.some((given) => given.requestHash === requestHash)) return [];
  requireUsable(server, exchange);
  requireFewReinstalls(server, exchange, atMs);
  requireThisMachine(server, exchange, atMs);
  if (needOnline.length > 0) throw new Refusal('ONLINE_REQUIRED', { applications: needOnline.join(', ') });
  if (basedOn !== server.seq) throw new Refusal('CHANGE_IN_PROGRESS');
  const { tokenVersion, fingerprint, publicKey, version, hostname } = exchange;
  const about = { tokenVersion, fingerprint, publicKey, version, hostname };
  return [{ type: 'offline-activated', ...about, document, requestHash, lines, response }];
}

/**
 * Frees what offline documents say, by the machine's own word about the newest, which took the place of those before it.
 * Refusals: ALREADY_RETURNED, OTHER_DOCUMENT_OUT when the word is about another document than that.
 */
export function returnOffline(server: Server, { document }: { document: string }): ServerEvent[] {
  const newest = server.offline?.at(-1);
  if (!newest || server.spent?.includes(document)) throw new Refusal('ALREADY_RETURNED');
  if (document !== newest.document) throw new Refusal('OTHER_DOCUMENT_OUT');
  return [{ type: 'offline-returned', document }];
}

/** Frees it without. Refusals: ALREADY_RETURNED. */
export function overrideOffline(server: Server, reason: string): ServerEvent[] {
  if (!server.offline?.length) throw new Refusal('ALREADY_RETURNED');
  return [{ type: 'offline-overridden', reason }];
}

/** Capacity that an offline document says cannot be lowered. Refusals: RETURN_REQUIRED (with the `capacity` it says). */
export function refuseBelowDocument(server: Server, application: string, capacity: number): void {
  const stated = sumOf(server.offline?.at(-1)?.lines ?? [], application);
  if (capacity < stated && capacity < sumOf(server.shares, application))
    throw new Refusal('RETURN_REQUIRED', { application, capacity: stated });
}

/** What an offline server can be given is perpetual. Refusals: ONLINE_REQUIRED. */
export function refuseOffline(server: Server, application: string): void {
  if (serverMode(server) === 'offline') throw new Refusal('ONLINE_REQUIRED', { applications: application });
}

/** The lines that a server can take more of: an offline one takes nothing of a subscription. */
export function usableBy(server: Server, candidates: Candidate[]): Candidate[] {
  if (serverMode(server) !== 'offline') return candidates;
  return candidates.map((line) => (line.license === 'perpetual' ? line : { ...line, free: 0 }));
}

function sumOf(shares: Share[], application: string): number {
  return shares.reduce((sum, share) => (share.application === application ? sum + share.capacity : sum), 0);
}
