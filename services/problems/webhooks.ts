import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about webhooks. */
export const WEBHOOKS = {
  TOO_MANY_WEBHOOKS: {
    status: 409,
    title: 'The account has as many webhooks as it may',
    detail: 'Remove one that is not needed, or change one.',
  },
  WEBHOOK_DISABLED: {
    status: 409,
    title: 'The webhook is disabled',
    detail: 'Enable it first. What waits for it is delivered then.',
  },
} satisfies Record<string, RefusalKind>;
