import type { RefusalKind } from './kind.ts';

/** Refusals of what an AppSuite asks: activating, and going offline. */
export const APPSUITE_REFUSALS = {
  ALREADY_RETURNED: {
    status: 409,
    title: 'It was returned already',
    detail: 'A return counts once, and requests from before it count no more. Make a new request to go offline again.',
  },
  OTHER_DOCUMENT_OUT: {
    status: 409,
    title: 'Another document is out',
    detail:
      'The return gives back an older document than the server was given last. Install the newest response in the AppSuite (its request is answered again), and make a new return.',
  },
  RETURN_REQUIRED: {
    status: 409,
    title: 'The server is offline and has not returned its licenses',
    detail:
      'Make a return string in the AppSuite and hand it in first; without it only the vendor can free the capacity.',
  },
  TOKEN_BOUND_ELSEWHERE: {
    status: 409,
    title: 'The Activation Token is in use on another machine',
    detail: 'To move the server, rotate its token in the portal and activate with the new one.',
  },
  TOKEN_ROTATED: {
    status: 410,
    title: 'The Activation Token was replaced',
    detail: 'Take the present token from the server’s page in the portal.',
  },
  TOO_MANY_MACHINES: {
    status: 409,
    title: 'The server changed its machine too often',
    detail: 'Ask the vendor to rotate the token.',
  },
  TOO_MANY_REINSTALLS: {
    status: 409,
    title: 'The AppSuite was installed anew too often on this machine',
    detail:
      'Its former keys may still run. Keep its folder over restarts; if several machines have one fingerprint, give each its own. The vendor rotates the token.',
  },
  VERSION_TOO_OLD: {
    status: 422,
    title: 'The AppSuite is too old, or its version cannot be read',
    detail:
      'Update to Winter 2020 or later. A version reads year.season.release, such as 2020.Winter.1 or 2026.Autumn.1-hotfix3.',
  },
} satisfies Record<string, RefusalKind>;
