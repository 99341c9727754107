import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about servers and the capacity that they are assigned. */
export const SERVERS = {
  APPLICATION_UNKNOWN: {
    status: 404,
    title: 'No such application',
    detail: 'The catalogue has no application with this key. The account’s licenses list those that were sold.',
  },
  LEFT_FREE: {
    status: 409,
    title: 'The units are free',
    detail:
      'The server to which they were to go cannot have them, and somebody changed the other one before it got them back. Assign them anew.',
  },
  NAME_TAKEN: {
    status: 409,
    title: 'Another server has this name',
    detail: 'Names are unique among a customer’s servers in use, in any case. Choose another one.',
  },
  SERVER_NOT_REPAIRED: {
    status: 503,
    title: 'What is known of the server went back when the service was restored',
    detail:
      'The service was restored from a backup that does not know this server, or knew it as it was before. Nothing was changed, and what a server holds stays good: send the same request again once operators have repaired it (npm run repair).',
    retryAfterSeconds: 60,
  },
} satisfies Record<string, RefusalKind>;
