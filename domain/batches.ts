import type { By } from './people/permissions.ts';

/** What a batch holds, each an item: orders, or facts of orders that are there. */
export const BATCH_KINDS = ['orders', 'renewals', 'expansions', 'cancellations'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** How a batch stands, as its callers see it; the last two are for good. */
export const BATCH_STATES = ['running', 'paused', 'done', 'canceled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** Those in which nothing becomes of a batch any more. */
export const FINAL_BATCH_STATES: readonly BatchState[] = ['done', 'canceled'];

/** What can be asked of a batch at any time. */
export type BatchAsk = Exclude<BatchState, 'done'>;

/** What became of an item; one of a batch that was canceled can wait for ever. */
export const ITEM_OUTCOMES = ['done', 'refused', 'waiting'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

/** What the single call would have answered as a problem, without its status and title. */
export type ItemProblem = { code: string; detail: string; [about: string]: unknown };

/**
 * What an item came to when its turn came. One that could not be decided at that moment waits for another turn, `hasFailed`
 * where something went wrong here; `foretold` is what it would do, where that was asked. What is done for good may leave
 * something to `begin`, which begins by itself, a moment later, where nobody does it: false where nothing can begin now.
 */
export type ItemResult =
  | { outcome: 'done'; foretold?: unknown; begin?: () => Promise<boolean> }
  | { outcome: 'refused'; problem: ItemProblem }
  | { outcome: 'waiting'; hasFailed?: boolean };

/** What carrying out an item needs to know of it: what was posted, by whom, and how often something went wrong here. */
export type CarriedItem = { kind: BatchKind; by: By; content: unknown; failed: number };

/** Does what an item says. It is as repeatable as its own call, and throws where that was not answered at all. */
export type CarryOut = (item: CarriedItem) => Promise<ItemResult>;

/** How many items of a batch came to what. */
export type BatchCounts = { done: number; refused: number; waiting: number };

export const MOST_ITEMS = 50_000;
export const MOST_BATCH_BYTES = 64 * 1_048_576;
