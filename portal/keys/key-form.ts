import { SCOPES, type Scope } from '../../domain/people/scopes.ts';
import type { AccountTexts } from '../../languages/texts/account.ts';
import type { AskedKey } from '../../services/accounts/keys.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import type { FormBody } from '../form.ts';

/** How long a key can be made for, in days. */
export const LASTINGS = ['30', '90', '365', 'never'] as const;
export type Lasting = (typeof LASTINGS)[number];

const DAY_MS = 86_400_000;

/** What stands in the fields of the form. */
export type TypedKey = {
  name: string;
  mayAll: boolean;
  scopes: readonly Scope[];
  lasts: Lasting;
  request: string | undefined;
};

/** What is wrong, in the reader's words, by field; `title` where it is none of them. */
export type WrongKey = Partial<Record<'name' | 'scopes' | 'title', string>>;

/** Of a form that nobody has filled in: the least that a key can do, for a time. */
export const EMPTY_KEY: TypedKey = { name: '', mayAll: false, scopes: [], lasts: '365', request: undefined };

/** The name of the field that lets a key do something. */
export const fieldOf = (scope: Scope) => `scope:${scope}`;

export function readKey(form: FormBody): TypedKey {
  return {
    ...{ name: form.name ?? '', mayAll: form.may === 'all', request: form.request },
    scopes: SCOPES.filter((scope) => form[fieldOf(scope)] === 'yes'),
    lasts: LASTINGS.find((lasting) => lasting === form.lasts) ?? '365',
  };
}

/** The body that the API would take. */
export function asAsked({ name, mayAll, scopes, lasts }: TypedKey, nowMs: number): AskedKey {
  return {
    name,
    ...(!mayAll && { scopes }),
    ...(lasts !== 'never' && { expiresAt: new Date(nowMs + Number(lasts) * DAY_MS).toISOString() }),
  };
}

/** What the form itself has to have: a key that may nothing is none. */
export function lackingIn({ mayAll, scopes }: TypedKey, { keys }: AccountTexts): WrongKey {
  return mayAll || scopes.length > 0 ? {} : { scopes: keys.wrong.scopes };
}

/** Why the service made no key. Throws again what is nothing of the kind. */
export function wrongWith(error: unknown, { keys }: AccountTexts): WrongKey {
  if (!(error instanceof ProblemError)) throw error;
  if (error.code === 'TOO_MANY_KEYS') return { title: keys.wrong.tooMany };
  if (error.code === 'KEY_REVOKED') return { title: keys.revoked.title };
  if (error.code === 'INVALID_REQUEST') return { name: keys.wrong.name };
  throw error;
}
