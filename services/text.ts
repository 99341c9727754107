import Type from 'typebox';
import Format from 'typebox/format';
import { isEmailAddress } from '../domain/people/email-address.ts';
import { isShowable } from '../domain/text/text.ts';
import { isVerifyingKey } from '../secrets/jws.ts';
import { invalid } from './problems/problems.ts';

const LONGEST = 200;

/** What schemas mean by these names; the second is of JSON Schema itself. */
export const TEXT_FORMATS = { text: isShowable, 'idn-email': isEmailAddress, 'verifying-key': isVerifyingKey };
for (const [name, check] of Object.entries(TEXT_FORMATS)) Format.Set(name, check);

/** A text that is kept: of a person, a program or a machine. */
export const Text = Type.String({ minLength: 1, maxLength: LONGEST, format: 'text' });

/**
 * Passes where texts can be kept and shown, by the pointers to them; absent ones pass. Services ask it of whatever reaches
 * a workflow, whoever calls. Problems: INVALID_REQUEST.
 */
export function checkTexts(texts: Record<string, string | undefined>): void {
  const errors = Object.entries(texts).flatMap(([pointer, text]) =>
    text === undefined || (text.length <= LONGEST && isShowable(text)) ? [] : [{ pointer, message: NO_TEXT }],
  );
  if (errors.length > 0) throw invalid(errors);
}

/** The names of parties, the texts of metadata, and the references of lines, by the pointers to them. */
export function namesIn(parties: Partial<Record<(typeof PARTIES)[number], { name: string } | null>>) {
  return Object.fromEntries(PARTIES.map((party) => [`/${party}/name`, parties[party]?.name]));
}
export function textsIn(metadata: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([key, text]) => [`/metadata/${key}`, text]));
}
export function referencesIn(lines: readonly { reference?: string }[]): Record<string, string | undefined> {
  return Object.fromEntries(lines.map(({ reference }, index) => [`/lines/${index}/reference`, reference]));
}

const PARTIES = ['customer', 'reseller', 'distributor'] as const;

/** What is wrong with a text, in a sentence. */
export const NO_TEXT = `has 1 to ${LONGEST} characters that can be seen, none that control or hide`;
