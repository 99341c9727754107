import { codeOf } from '../error-code.ts';
import { isSaid } from '../refusals.ts';
import { fieldOf, type Outcome, type Wish } from './capacity-form.ts';
import type { Done } from '../parts/done.tsx';

/** A refusal of the services, as far as a form shows it. */
type Refusal = { about?: { details?: Readonly<Record<string, unknown>> } };

/** Sets one capacity, if the server is still where the reader saw it; answers the server's new place in its stream. */
export type SetCapacity = (wish: Wish) => Promise<{ seq: number }>;

/**
 * Sets capacities one after the other, each with its own outcome: one that is refused keeps none of the others from
 * being set. What gives back comes first; see `wishesOf`. `heldNow` says what a server has by now.
 */
export async function applyWishes(
  wishes: readonly Wish[],
  set: SetCapacity,
  heldNow: (wish: Wish) => Promise<number>,
): Promise<{ done: Done[]; outcomes: Record<string, Outcome> }> {
  const done: Done[] = [];
  const outcomes: Record<string, Outcome> = {};
  // A change moves the server's place in its stream: the next one of the same form is not to be refused for it.
  const places = new Map<string, number>();
  for (const wish of wishes) {
    const { server, application, was: before, capacity: after } = wish;
    try {
      const { seq } = await set({ ...wish, seq: places.get(server) ?? wish.seq });
      places.set(server, seq);
      done.push({ server, application, before, after, seq });
      outcomes[fieldOf(wish)] = { kind: 'done' };
    } catch (error) {
      outcomes[fieldOf(wish)] = await outcomeOf(error, () => heldNow(wish));
    }
  }
  // The undo of one change has to pass those of the others: it names where the server is when all are done.
  return { done: done.map((one) => ({ ...one, seq: places.get(one.server) ?? one.seq })), outcomes };
}

/** What a form says about an error; what is no refusal, but about the whole page, stays an error. */
export async function outcomeOf(error: unknown, heldNow: () => Promise<number>): Promise<Outcome> {
  const code = codeOf(error);
  if (!isSaid(code)) throw error;
  const details = (error as Refusal).about?.details ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  if (code === 'CHANGED_MEANWHILE')
    return { kind: 'changed', by: text(details.changedBy), at: text(details.changedAt), now: await heldNow() };
  return {
    kind: 'refused',
    code,
    free: typeof details.free === 'number' ? details.free : null,
    names: typeof details.applications === 'string' ? details.applications.split(', ') : [],
  };
}
