import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about what an AppSuite asks: activations, check-ins, and going offline. */
export const APPSUITE = {
  CHECK_IN_NOT_AUTHENTIC: {
    status: 401,
    title: 'The check-in is not authentic',
    detail: 'Sign the JWT with the key of the activation, for this address, with a clock near serverTime.',
  },
  KEY_REPLACED: {
    status: 401,
    title: 'This key was replaced',
    detail: 'The server was installed again and has a newer key. Activate again with the Activation Token.',
  },
  NOT_ACTIVATED: {
    status: 401,
    title: 'This server is not activated',
    detail: 'The server has left. Activate again with the Activation Token.',
  },
  STOPPING: {
    status: 503,
    title: 'This process of the service stops',
    detail: 'Another one answers. Wait again after as many seconds as Retry-After says.',
    retryAfterSeconds: 60,
  },
  TOKEN_UNKNOWN: {
    status: 404,
    title: 'No such Activation Token',
    detail: 'Copy the whole token from the server’s page in the portal.',
  },
} satisfies Record<string, RefusalKind>;
