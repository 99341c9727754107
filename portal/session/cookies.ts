import type { CookieSerializeOptions } from '@fastify/cookie';

/** The cookie that says who is signed in; see `cookieName` for how it is called in full. */
export const SESSION_COOKIE = 'session';
/** A cookie is kept this long at most; the session behind it decides. */
export const SESSION_COOKIE_SECONDS = 30 * 86_400;

/** The full name of a cookie: over HTTPS it promises that no other host has set it (`__Host-`, RFC 6265bis). */
export function cookieName(publicUrl: string, name: string): string {
  return isSecure(publicUrl) ? `__Host-${name}` : name;
}

/** Out of reach of scripts, and left at home when another site posts here. */
export function cookieOptions(publicUrl: string, maxAgeSeconds: number): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl), maxAge: maxAgeSeconds };
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
