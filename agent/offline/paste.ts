import { AppSuiteError } from '../errors.ts';
import { readJws } from '../documents/jws.ts';

/** Characters of an Ed25519 signature in base64url; a shorter one was cut off. */
const SIGNATURE_LENGTH = 86;

/** What a string that is carried by people says it is. */
const KINDS: Record<string, string> = {
  'offline-request+jwt': 'a request: hand it in at the portal, and install the response that it gives',
  'offline-return+jwt': 'a return: hand it in at the portal',
};

/** Takes out what e-mail programs and terminals put into a string: white space, quotation marks, signs of quoting. */
export function cleaned(pasted: string): string {
  return pasted.replace(/^[\s>]+/gm, '').replace(/[\s\u200b\ufeff"'“”„«»<>]/g, '');
}

/** The response in what somebody pasted. Refuses what is none with a sentence that says what it is instead. */
export function responseIn(pasted: string): string {
  const text = cleaned(pasted);
  if (text === '') throw new AppSuiteError('There is no response in this: copy the whole string from the portal.');
  if (/^[0-9A-Z]{5}(-?[0-9A-Z]{5}){4}$/i.test(text))
    throw new AppSuiteError('This is an Activation Token: run offline-request with it, and install the response.');
  const jws = readJws(text);
  const typ = jws?.header.typ;
  if (typeof typ === 'string' && KINDS[typ]) throw new AppSuiteError(`This is no response but ${KINDS[typ]}.`);
  if (isCutOff(text)) throw new AppSuiteError('The response was cut off: copy the whole string from the portal.');
  if (typ !== 'license+jwt') throw new AppSuiteError('This is no response: copy the whole string from the portal.');
  return text;
}

/** It begins as such a string does, and lacks its end. */
function isCutOff(text: string): boolean {
  const [, , signature = ''] = text.split('.');
  return text.startsWith('eyJ') && signature.length < SIGNATURE_LENGTH;
}
