import type { IntentKind } from '../../domain/order/facts.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { checkTexts } from '../text.ts';
import { createStating, type Stated, type Stating } from './stating.ts';

/** What the seller means to do with a line at its end; `note` is for people, and stands in PostgreSQL alone. */
export type PostedIntent = { intent: IntentKind; capacity?: number; note?: string };

/** The same, whose note may be the one that the line has already, whichever that is when it is kept. */
export type StatedIntent = PostedIntent & { keepsNote?: true };

export type IntentService = ReturnType<typeof createIntentService>;

/** What sellers mean to do when lines end: it changes no right, and the customer does not see it. */
export function createIntentService(deps: Deps) {
  const { state } = createStating(deps);

  return {
    /**
     * States an intent, or takes it back where none is given. `requestId` names the statement, so that its note is found by
     * it. Problems: NOT_FOUND, LINE_UNKNOWN, LINE_CANCELED, ORDER_CANCELED, ORDER_ENDED, TEMPORAL_UNAVAILABLE.
     */
    async state(
      number: string,
      line: string,
      posted: StatedIntent | null,
      stating: Stating & { requestId: string },
    ): Promise<Stated> {
      checkTexts({ '/note': posted?.note });
      const { intent = null, capacity = null, note = null, keepsNote } = posted ?? {};
      const contentHash = hashOfJson({ line, intent, capacity, note, ...(keepsNote && { keepsNote }) });
      const { requestId: reference } = stating;
      const named = {
        ...({ type: 'state-intent', reference, contentHash, content: { note } } as const),
        ...(keepsNote && { keepsNoteOf: line }),
      };
      return state(number, stating, named, () => ({
        ...{ type: 'state-intent', reference, contentHash, line, intent, capacity },
      }));
    },
  };
}
