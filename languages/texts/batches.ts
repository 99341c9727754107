import type { BatchAsk, BatchKind, BatchState, ItemOutcome } from '../../domain/batches.ts';

/** Many orders, or facts of orders, at once, by a file. */
export type BatchesTexts = {
  title: string;
  introduction: string;
  none: { title: string; text: string };
  kinds: Record<BatchKind, string>;
  states: Record<BatchState, string>;
  outcomes: Record<ItemOutcome, string>;
  any: string;
  kind: string;
  what: string;
  look: string;
  run: string;
  file: string;
  fileHelp: string;
  start: string;
  preview: string;
  /** Of a preview that is over, and of a batch that is. */
  previewed: { title: string; text: string };
  over: { title: string; text: string };
  startedAt: string;
  by: string;
  /** How far it has come: both numbers are written. */
  progress: (done: string, total: string) => string;
  refused: (count: number, written: string) => string;
  asks: Record<BatchAsk, string>;
  canceling: { title: string; consequences: readonly string[]; button: string };
  items: string;
  order: string;
  outcome: string;
  why: string;
  download: string;
  nothing: string;
  wrong: { title: string; file: string; kindOfFile: string; tooLarge: string };
};
