export type { Viewer } from '../../services/accounts/sessions.ts';

/** The cookie that says who is signed in; see `cookieName` for how it is called in full. */
export const SESSION_COOKIE = 'session';
/** A cookie is kept this long at most; the session behind it decides. */
export const SESSION_COOKIE_SECONDS = 30 * 86_400;
