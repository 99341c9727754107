import type { FastifyRequest } from 'fastify';

const LONGEST_EMAIL = 200;

/** What a form sent, by the names of its fields. */
export type FormBody = Readonly<Record<string, string>>;

/** Reads what a form sent, without blanks around it: a field that was sent twice counts once, as the last. */
export function readForm({ body }: FastifyRequest): FormBody {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  const text = (value: unknown) => String(Array.isArray(value) ? (value.at(-1) ?? '') : value).trim();
  return Object.fromEntries(fields.map(([name, value]) => [name, text(value)]));
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
