import { parse } from 'node:querystring';
import { unstorableIn } from '../domain/text/text.ts';
import { invalid, ProblemError } from './problems/problems.ts';

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)"?/i;
/** The second is a part of the first. */
const CHARSETS = ['utf-8', 'utf8', 'us-ascii'];

/**
 * The text of a body: UTF-8, whatever else is never guessed. Problems: UNSUPPORTED_CONTENT_TYPE where another charset is
 * declared, MALFORMED_BODY where the bytes are none.
 */
export function textOf(bytes: Buffer, contentType: string | undefined): string {
  checkCharset(contentType);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('MALFORMED_BODY');
  }
}

/** Passes where no other charset than UTF-8 is declared. Problems: UNSUPPORTED_CONTENT_TYPE. */
export function checkCharset(contentType: string | undefined): void {
  const [, charset] = CHARSET.exec(contentType ?? '') ?? [];
  if (charset !== undefined && !CHARSETS.includes(charset.toLowerCase()))
    throw new ProblemError('UNSUPPORTED_CONTENT_TYPE');
}

/** Passes where what is encoded in a form or a query string is UTF-8. Problems: INVALID_REQUEST. */
export function checkEncoded(text: string): void {
  try {
    decodeURIComponent(text);
  } catch {
    throw invalid([{ pointer: '', message: 'is not encoded as RFC 3986 says, section 2.1, in UTF-8' }]);
  }
}

/** The fields of a form. Problems: those of {@link textOf} and {@link checkEncoded}. */
export function parseForm(bytes: Buffer, contentType: string | undefined): unknown {
  const text = textOf(bytes, contentType);
  checkEncoded(text);
  return { ...parse(text) };
}

/**
 * Makes what was given one that can be kept: texts are put into the form that looks the same for the same (Unicode NFC), so
 * that a repeat is known in whichever form it comes. Problems: INVALID_REQUEST for what is no text,.
 */
export function keepable(given: unknown): unknown {
  const unstorable = unstorableIn(given);
  if (unstorable !== null) throw invalid([{ pointer: unstorable, message: 'has characters that are no text' }]);
  return normal(given);
}

function normal(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(normal);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, normal(inner)]));
}
