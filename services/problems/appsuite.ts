import { PAIRING_INTERVAL_SECONDS } from '../../domain/pairing.ts';
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
  PAIRING_EXPIRED: {
    status: 410,
    title: 'The code is over',
    detail: 'A code counts for ten minutes, and its answer for ten more. Begin again to get another code.',
  },
  PAIRING_PENDING: {
    status: 428,
    title: 'Nobody has entered the code yet',
    detail: 'Show the code and the address where to enter it, and ask again after as many seconds as Retry-After says.',
    retryAfterSeconds: PAIRING_INTERVAL_SECONDS,
  },
  PAIRING_REFUSED: {
    status: 403,
    title: 'Whoever entered the code refused this machine',
    detail: 'Begin again where that was a mistake.',
  },
  PAIRING_UNKNOWN: {
    status: 404,
    title: 'No such pairing',
    detail: 'Begin again to get another code.',
  },
  SERVICE_NOT_ENTITLED: {
    status: 403,
    title: 'Nothing entitles this server to cloud services',
    detail:
      'It takes an application in force with active care, within the lease of the last license document. Check in, and see the server’s licenses in the portal.',
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
