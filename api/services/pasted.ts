import { invalid, type ProblemError } from '../problems.ts';
import { readJws, type Jws } from './jws.ts';

/** What an AppSuite without a network shows, for a person to carry; the name is what the API calls it. */
export type Pasted = 'request' | 'proof';

const TYPES: Record<Pasted, string> = { request: 'offline-request+jwt', proof: 'offline-return+jwt' };

const NAMES: Record<string, string> = {
  'offline-request+jwt': 'a request string: hand it in as a request, to activate offline',
  'offline-return+jwt': 'a return string: hand it in as a return',
  'license+jwt': 'a response: paste it into the AppSuite',
};

const ACTIVATION_TOKEN = /^[0-9A-Za-z]{5}(-?[0-9A-Za-z]{5}){4}$/;
const SIGNATURE_BYTES = 64;

/** A refusal that says what is wrong with what was pasted. */
export function wrongPaste(pasted: Pasted, message: string): ProblemError {
  return invalid([{ pointer: `/${pasted}`, message }]);
}

/**
 * Reads what was pasted, its signature not yet verified. White space, marks of quotation and whatever else e-mail
 * programs put between its characters do not matter; `text` is what it is without them.
 * Problems: INVALID_REQUEST, with a sentence that says what was pasted instead, or what is missing.
 */
export function readPasted(pasted: Pasted, given: string): { text: string; jws: Jws } {
  const text = given.replace(/[^A-Za-z0-9_.-]/g, '');
  if (text === '') throw wrongPaste(pasted, 'is empty: copy the whole string that the AppSuite shows');
  if (ACTIVATION_TOKEN.test(text)) throw wrongPaste(pasted, 'is an Activation Token: it goes into the AppSuite');
  const typ = typeOf(text);
  if (typ === null) throw wrongPaste(pasted, 'is no string of an AppSuite, or lacks its beginning: copy all of it');
  if (typ !== TYPES[pasted]) throw wrongPaste(pasted, `is ${NAMES[typ] ?? 'no string of an AppSuite'}`);
  const jws = readJws(text);
  if (!jws || jws.signature.length < SIGNATURE_BYTES)
    throw wrongPaste(pasted, 'is cut off or damaged: copy all of it, to its very end');
  if (jws.signature.length > SIGNATURE_BYTES)
    throw wrongPaste(pasted, 'has something behind its end: copy the string alone');
  return { text, jws };
}

/** The `typ` of its header; null when there is no header. */
function typeOf(text: string): string | null {
  try {
    const header: unknown = JSON.parse(Buffer.from(text.split('.')[0]!, 'base64url').toString());
    const typ = (header as { typ?: unknown } | null)?.typ;
    return typeof typ === 'string' ? typ : null;
  } catch {
    return null;
  }
}
