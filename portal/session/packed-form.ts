import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import type { KeptForm } from '../../services/accounts/kept-forms.ts';
import { keepable } from '../../services/input.ts';
import { FORM_OF, safePath } from '../form.ts';

/** A hidden field holds no more characters than this, and what comes out of it no more bytes. */
export const LONGEST_PACKED = 100_000;
const LARGEST_UNPACKED_BYTES = 1_048_576;
/** A body with such a field and what stands beside it. */
export const LARGEST_FORM_WITH_PACKED_BYTES = LONGEST_PACKED + 16_384;

/** Fields that are shown to nobody again: they are typed anew. */
const SECRETS: readonly string[] = ['clientSecret'];

/** What a form sent, each field with all of its values, secrets apart; null where there is something that is no text. */
export function fieldsOf(body: unknown): KeptForm['fields'] | null {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>).filter(
    ([name]) => ![...SECRETS, FORM_OF].includes(name),
  );
  try {
    return keepable(Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().map(String)]))) as never;
  } catch {
    return null;
  }
}

/**
 * The form that a request sent, and the page to open for it: what the form itself names, else the one that the browser says it
 * stood on. `sent` is all that it sent, as nobody but its reader has what came beside a file; `fields` is what is kept of it.
 */
export function formOf(
  request: FastifyRequest,
  { sent, fields }: { sent: unknown; fields: KeptForm['fields'] },
  publicUrl: string,
): KeptForm {
  const { [FORM_OF]: named } = (sent ?? {}) as Record<string, unknown>;
  const { referer } = request.headers;
  const from = referer === undefined ? null : URL.parse(referer);
  const stoodOn =
    from?.host === request.host ? `${from.pathname}${from.search}` : (request.reader?.formOf ?? request.url);
  const page = typeof named === 'string' ? named : stoodOn;
  const [action = '/'] = request.url.split('?');
  return { page: safePath(page, publicUrl), action, fields, leftOut: false };
}

/** A form as a hidden field of the page to sign in carries it, base64url; null for one that is too large to be carried. */
export function pack(form: KeptForm): string | null {
  const packed = deflateRawSync(JSON.stringify(form)).toString('base64url');
  return packed.length <= LONGEST_PACKED ? packed : null;
}

/** What such a field carries; null for what none of them does. It leads to no other site, whoever made it. */
export function unpack(packed: string | undefined, publicUrl: string): KeptForm | null {
  if (!packed || packed.length > LONGEST_PACKED) return null;
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: LARGEST_UNPACKED_BYTES });
    const { page, action, fields, leftOut } = JSON.parse(bytes.toString()) as KeptForm;
    const read = fieldsOf(fields);
    if (typeof page !== 'string' || typeof action !== 'string' || !read) return null;
    const [path = '/'] = safePath(action, publicUrl).split('?');
    return { page: safePath(page, publicUrl), action: path, fields: read, leftOut: leftOut === true };
  } catch {
    return null;
  }
}
