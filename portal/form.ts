import type { FastifyRequest } from 'fastify';
import { asAddress } from '../domain/text/copied.ts';
import { isEmailAddress } from '../domain/people/email-address.ts';

/** An address of the portal with its query; longer ones are made by nobody. */
export const LONGEST_PATH = 500;

/** How a form names the page to open for it, where the address of its own cannot be opened. */
export const FORM_OF = 'form-of';

/** What a form sent, by the names of its fields. */
export type FormBody = Readonly<Record<string, string>>;

/** Reads what a form sent, without blanks around it: a field that was sent twice counts once, as the last. */
export function readForm({ body }: FastifyRequest): FormBody {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  const text = (value: unknown) => String(Array.isArray(value) ? (value.at(-1) ?? '') : value).trim();
  return Object.fromEntries(fields.map(([name, value]) => [name, text(value)]));
}

/** An e-mail address as it was typed or copied; null where it can be none. */
export function readEmail(typed: string): string | null {
  const address = asAddress(typed);
  return isEmailAddress(address) ? address : null;
}

/**
 * A path of this portal to go to, as a browser understands it; what leads elsewhere, is none or too long, becomes the
 * portal's beginning. What was understood is written, and what is written must be understood the same.
 */
export function safePath(path: unknown, publicUrl: string): string {
  if (typeof path !== 'string' || !/^\/[^\p{Cc}\s]*$/u.test(path) || path.length > LONGEST_PATH) return '/';
  const { origin } = new URL(publicUrl);
  const meant = URL.parse(path, origin);
  if (!meant || meant.origin !== origin) return '/';
  const written = `${meant.pathname}${meant.search}`;
  const understood = URL.parse(written, origin);
  const isSame = understood?.origin === origin && `${understood.pathname}${understood.search}` === written;
  return isSame && written.length <= LONGEST_PATH ? written : '/';
}
