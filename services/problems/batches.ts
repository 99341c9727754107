import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about batches. */
export const BATCHES = {
  BATCH_OVER: {
    status: 409,
    title: 'The batch is over',
    detail: 'It is done or canceled for good: post what is left as a new batch.',
  },
} satisfies Record<string, RefusalKind>;
