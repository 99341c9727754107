import type { FastifyRequest } from 'fastify';

const LONGEST_EMAIL = 200;

/** A field of a form; empty when the form had none, or several of that name. */
export function field(request: FastifyRequest, name: string): string {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Whether a text can be an e-mail address; whether it is one, only an e-mail can tell. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(text);
}

/** A path of this portal to go to; what leads elsewhere, or is none, becomes the portal's beginning. */
export function safePath(path: string | undefined): string {
  if (path === undefined || !/^\/[\w\-./~%?=&+,:;@!$'()*]*$/.test(path) || /^\/[/\\]/.test(path)) return '/';
  const url = URL.parse(path, 'http://here.invalid');
  return url?.host === 'here.invalid' ? `${url.pathname}${url.search}` : '/';
}
