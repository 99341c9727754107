import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about servers and the capacity that they are assigned. */
export const SERVERS = {
  APPLICATION_UNKNOWN: {
    status: 404,
    title: 'No such application',
    detail: 'The catalogue has no application with this key. The account’s licenses list those that were sold.',
  },
} satisfies Record<string, RefusalKind>;
