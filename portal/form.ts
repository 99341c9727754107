import type { FastifyRequest } from 'fastify';
import { asAddress } from '../domain/copied.ts';
import { isEmailAddress } from '../domain/email-address.ts';

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

/** A path of this portal to go to; what leads elsewhere, or is none, becomes the portal's beginning. */
export function safePath(path: string | undefined): string {
  if (path === undefined || !/^\/[\w\-./~%?=&+,:;@!$'()*]*$/.test(path) || /^\/[/\\]/.test(path)) return '/';
  const url = URL.parse(path, 'http://here.invalid');
  return url?.host === 'here.invalid' ? `${url.pathname}${url.search}` : '/';
}
