import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about advisories. */
export const ADVISORIES = {
  ADVISORY_ID_TAKEN: {
    status: 409,
    title: 'Another advisory has this id',
    detail: 'An advisory is not changed, as it was read. Withdraw it, and publish another one under an id of its own.',
  },
  TOO_MANY_ADVISORIES: {
    status: 409,
    title: 'As many advisories are open as can be',
    detail: 'A document names all that concern its server. Withdraw one that matters no more.',
  },
} satisfies Record<string, RefusalKind>;
