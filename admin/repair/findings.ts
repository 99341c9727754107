import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '../../domain/recorded.ts';
import type { Stand } from './behind.ts';

/**
 * What was found of a stream: what differed and was, or is to be, made again, a sentence each; what nobody but a person can
 * decide; and what of it nobody has any more, so that no repair can do anything about it.
 */
export type Findings = { differences: string[]; left: string[]; lost: string[] };

/** Nothing yet: it is to be looked at again after a while, with what it should have come to until then. */
export type Again = { again: Stand };

/** A look at a stream; `before` is what a former look asked to come with. */
export type Look = (before: Stand | null) => Promise<Findings | Again>;

/** What nobody but a person can decide, for one reason. */
export const leftAs = (why: string): Findings => ({ differences: [], left: [why], lost: [] });

/** What differed, and nothing else. */
export const differingBy = (...differences: string[]): Findings => ({ differences, left: [], lost: [] });

type Event = Recorded<{ type: string }>;

/** Events that were told to a journal and are not in it, and the places of those that nobody knows any more. */
export function missingEvents<Told extends Event>(
  told: { events: readonly Told[]; publishedTo: number },
  journal: readonly Event[],
  from: number,
): { events: Told[]; forgotten: number[] } {
  const there = new Set(journal.map(({ seq }) => seq));
  const events = told.events.filter(({ seq }) => seq >= from && seq <= told.publishedTo && !there.has(seq));
  const known = new Set(events.map(({ seq }) => seq));
  const forgotten: number[] = [];
  for (let seq = from; seq <= told.publishedTo; seq += 1) if (!there.has(seq) && !known.has(seq)) forgotten.push(seq);
  return { events, forgotten };
}

/** The first place at which a workflow and a journal tell of different things; null where they agree. */
export function parting(told: readonly Event[], journal: readonly Event[]): number | null {
  const bySeq = new Map(journal.map((event) => [event.seq, event]));
  const parted = told.find((event) => {
    const other = bySeq.get(event.seq);
    return other !== undefined && !isDeepStrictEqual(content(event), content(other));
  });
  return parted?.seq ?? null;
}

/** What an event says, as JSON has it; it may have been written down twice, at two instants. */
function content({ recordedAt: _, ...event }: Event): unknown {
  return JSON.parse(JSON.stringify(event));
}

/** The first place behind one that events, in sequence, do not have; null where they go on without a gap. */
export function gapBehind(place: number, events: readonly Event[]): number | null {
  const seqs = events.map(({ seq }) => seq).filter((seq) => seq > place);
  const gap = seqs.findIndex((seq, index) => seq !== place + 1 + index);
  return gap === -1 ? null : place + 1 + gap;
}

/** Places in a stream, in words. */
export function placesInWords(seqs: readonly number[]): string {
  const [first, last] = [seqs[0]!, seqs.at(-1)!];
  return seqs.length === 1 ? `event ${first}` : `${seqs.length} events between ${first} and ${last}`;
}

/** What is lost where events are nowhere any more. */
export function forgottenInWords(seqs: readonly number[]): string[] {
  return seqs.length === 0 ? [] : [placesInWords(seqs)];
}

/**
 * What becomes of a workflow that is gone, or behind its journal, where that lacks an event: it can never go on from there.
 * Where a person decided for the journal, another decision is left to be made.
 */
export function stuckBehind(gap: number, isDecided: boolean): Findings {
  if (isDecided) return leftAs(`Its journal lacks event ${gap}: its workflow cannot go on from there.`);
  return { differences: [], left: [], lost: [`event ${gap}, without which its workflow cannot go on`] };
}

/** What is left where a workflow and its journal have parted. */
export function inTwo(place: number, stream: string): string {
  return `Workflow and journal tell of different things from event ${place} on: one of them went on after something was restored. Compare them; --by-journal ${stream} has the workflow go on from the journal.`;
}

/** What differed of a workflow that goes on from its journal. */
export function revivedInWords(was: { seq: number } | null, is: { seq: number }): string {
  if (was === null) return 'workflow: was missing';
  if (was.seq < is.seq) return `workflow: was at ${was.seq} instead of ${is.seq}`;
  return 'workflow: had ended, or was behind what orders have heard from it';
}
