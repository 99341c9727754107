import { asMeant } from '../../domain/text/copied.ts';
import type { WrongPaste } from '../../domain/text/pasted.ts';
import { ProblemError } from '../problems/problems.ts';
import { readJws, type Jws } from '../../secrets/jws.ts';
import { bytesOf, objectOf } from '../../secrets/strict.ts';

/** What an AppSuite without a network shows, for a person to carry; the name is what the API calls it. */
export type Pasted = 'request' | 'proof';

const TYPES: Record<Pasted, string> = { request: 'offline-request+jwt', proof: 'offline-return+jwt' };

const OTHERS: Readonly<Record<string, WrongPaste>> = {
  'offline-request+jwt': 'a-request',
  'offline-return+jwt': 'a-return',
  'license+jwt': 'a-response',
};

/** What the API says of each; people read it in their language. */
const MESSAGES: Record<WrongPaste, string> = {
  empty: 'is empty: copy the whole string that the AppSuite shows',
  'activation-token': 'is an Activation Token: it goes into the AppSuite',
  unknown: 'is no string of an AppSuite, or lacks its beginning: copy all of it',
  'a-request': 'is a request string: hand it in as a request, to activate offline',
  'a-return': 'is a return string: hand it in as a return',
  'a-response': 'is a response: paste it into the AppSuite',
  'cut-off': 'is cut off or damaged: copy all of it, to its very end',
  'too-long': 'has something behind its end: copy the string alone',
  incomplete: 'does not say all that it has to: make a new one in the AppSuite',
  altered: 'was altered on its way, its signature does not hold: copy it again',
  'another-server': 'is of another server: hand it in at that one’s page',
  'another-machine': 'is of another machine than the one that is offline',
};

const ACTIVATION_TOKEN = /^[0-9A-Za-z]{5}(-?[0-9A-Za-z]{5}){4}$/;
/** Signs of an Ed25519 signature in base64url. */
const SIGNATURE_LENGTH = 86;

/** A refusal that says what is wrong with what was pasted: in a sentence, and as `reason` for programs. */
export function wrongPaste(pasted: Pasted, reason: WrongPaste): ProblemError {
  const errors = [{ pointer: `/${pasted}`, message: MESSAGES[reason] }];
  return new ProblemError('INVALID_REQUEST', { errors, details: { reason } });
}

/**
 * Reads what was pasted, its signature not yet verified. White space, marks of quotation and whatever else e-mail
 * programs put between its characters do not matter.
 * Problems: INVALID_REQUEST, with a sentence that says what was pasted instead, or what is missing.
 */
export function readPasted(pasted: Pasted, given: string): Jws {
  const text = asMeant(given);
  if (text === '') throw wrongPaste(pasted, 'empty');
  if (ACTIVATION_TOKEN.test(text)) throw wrongPaste(pasted, 'activation-token');
  const typ = typeOf(text);
  if (typ === null) throw wrongPaste(pasted, 'unknown');
  if (typ !== TYPES[pasted]) throw wrongPaste(pasted, OTHERS[typ] ?? 'unknown');
  const [, , signature = '', ...others] = text.split('.');
  if (signature.length > SIGNATURE_LENGTH || others.length > 0) throw wrongPaste(pasted, 'too-long');
  const jws = readJws(text);
  if (!jws || signature.length < SIGNATURE_LENGTH) throw wrongPaste(pasted, 'cut-off');
  return jws;
}

/** The `typ` of its header; null when there is no header. */
function typeOf(text: string): string | null {
  const header = bytesOf(text.split('.')[0]!);
  const typ = header && objectOf(header)?.typ;
  return typeof typ === 'string' ? typ : null;
}
