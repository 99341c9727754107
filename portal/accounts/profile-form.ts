import type { SeenAccount } from '../../services/accounts/accounts.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import type { AccountTexts } from '../../languages/texts/account.ts';
import type { FormBody } from '../form.ts';

/** What stands in the fields of the form. */
export type TypedProfile = { name: string; timeZone: string; locale: string; notices: boolean };

/** What is wrong, in the reader's words, by field; `changed` where somebody else was faster. */
export type WrongProfile = Partial<Record<'name' | 'timeZone' | 'changed', string>>;

/** The fields of what is kept. */
export function asTyped({ view: { name, timeZone, locale, notices } }: SeenAccount): TypedProfile {
  return { name, timeZone: timeZone ?? '', locale, notices };
}

export function readTyped({ name = '', timeZone = '', locale = '', notices }: FormBody): TypedProfile {
  return { name, timeZone, locale, notices: notices === 'yes' };
}

/** Why the service refused what was typed. Throws again what is nothing of the kind. */
export function wrongWith(error: unknown, { profile }: AccountTexts): WrongProfile {
  const said = profile.wrong;
  if (!(error instanceof ProblemError)) throw error;
  if (error.code === 'CHANGED_MEANWHILE') return { changed: said.changed };
  if (error.code !== 'INVALID_REQUEST') throw error;
  const pointers = (error.about.errors ?? []).map(({ pointer }) => pointer);
  return {
    ...(pointers.includes('/name') && { name: said.name }),
    ...(pointers.includes('/timeZone') && { timeZone: said.timeZone }),
  };
}
