import type { FastifyRequest } from 'fastify';
import { asAddress } from '../domain/copied.ts';
import { isEmailAddress } from '../domain/email-address.ts';

/** An address of the portal with its query; longer ones are made by nobody. */
const LONGEST_PATH = 500;

/** A field of a form; empty when the form had none, or several of that name. */
export function field(request: FastifyRequest, name: string): string {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** An e-mail address as it was typed or copied; null where it can be none. */
export function emailField(request: FastifyRequest, name: string): string | null {
  const address = asAddress(field(request, name));
  return isEmailAddress(address) ? address : null;
}

/**
 * A path of this portal to go to, as a browser understands it; what leads elsewhere, is none or too long, becomes the
 * portal's beginning. What was understood is written, and what is written must be understood the same.
 */
export function safePath(path: unknown, publicUrl: string): string {
  if (typeof path !== 'string' || !path.startsWith('/') || path.length > LONGEST_PATH) return '/';
  const { origin } = new URL(publicUrl);
  const meant = URL.parse(path, origin);
  if (!meant || meant.origin !== origin) return '/';
  const written = `${meant.pathname}${meant.search}`;
  const understood = URL.parse(written, origin);
  const isSame = understood?.origin === origin && `${understood.pathname}${understood.search}` === written;
  return isSame && written.length <= LONGEST_PATH ? written : '/';
}
