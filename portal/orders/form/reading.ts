import { isDay, isTimeZone } from '../../../domain/days.ts';
import { isEmailAddress } from '../../../domain/people/email-address.ts';
import { CARE_LEVELS, LICENSE_KINDS } from '../../../domain/catalogue/terms.ts';
import { isShowable } from '../../../domain/text/text.ts';
import type { OrderChangesTexts } from '../../../languages/texts/order-changes.ts';
import type { FormBody } from '../../form.ts';
import type { TypedKind } from '../../typed.ts';

/** Why a field cannot stay as it is: a sentence of every language. */
export type Wrong = Exclude<keyof OrderChangesTexts['wrong'], 'severalParties'>;

/** What is wrong with fields, by their names. */
export type Wrongs = ReadonlyMap<string, Wrong>;

/**
 * A body as the API takes it, of what was typed, and what is wrong with that; `overtaken` are the fields to show instead where
 * it would overwrite what somebody else has changed since.
 */
export type Reading = { body: Record<string, unknown>; wrong: Wrongs; overtaken?: FormBody | null };

const LONGEST_REFERENCE = 80;
const LONGEST_TEXT = 200;
const MOST_UNITS = 1_000_000;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const LOCALE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

type Kind = {
  wrong: Wrong;
  isRight: (text: string) => boolean;
  read?: (text: string) => unknown;
  /** What each language writes in its own way. */
  typed?: TypedKind;
};

const isText = (longest: number) => (text: string) => text.length <= longest && isShowable(text);
const oneOf = (words: readonly string[]) => (text: string) => words.includes(text);

const AN_ID: Kind = { wrong: 'id', isRight: (text) => ID.test(text) };
const A_DAY: Kind = { wrong: 'day', isRight: isDay, typed: 'day' };
const A_REFERENCE: Kind = { wrong: 'text', isRight: isText(LONGEST_REFERENCE) };
const A_TEXT: Kind = { wrong: 'text', isRight: isText(LONGEST_TEXT) };

/** What fields hold, by the last part of their names: that of the field in the API's body. */
const KINDS: Readonly<Record<string, Kind>> = {
  number: AN_ID,
  id: AN_ID,
  name: A_TEXT,
  email: { wrong: 'email', isRight: (text) => text.length <= LONGEST_TEXT && isEmailAddress(text) },
  timeZone: { wrong: 'timeZone', isRight: isTimeZone },
  locale: { wrong: 'locale', isRight: (text) => LOCALE.test(text) },
  reference: A_REFERENCE,
  purchaseOrder: A_REFERENCE,
  reason: A_TEXT,
  application: A_REFERENCE,
  capacity: {
    wrong: 'capacity',
    isRight: (text) => /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_UNITS,
    read: Number,
    typed: 'whole',
  },
  license: { wrong: 'choice', isRight: oneOf(LICENSE_KINDS) },
  level: { wrong: 'choice', isRight: oneOf(CARE_LEVELS) },
  startsOn: A_DAY,
  endsOn: A_DAY,
  on: A_DAY,
  line: AN_ID,
  delivery: AN_ID,
  confirmFar: { wrong: 'choice', isRight: oneOf(['yes']), read: () => true },
};

/** What a field takes that each language writes in its own way, by its name. */
export function typedKindOf(name: string): TypedKind | null {
  return KINDS[name.split('/').at(-1)!]?.typed ?? null;
}

/**
 * Reads fields whose names are JSON pointers (RFC 6901) into the API's body: `/lines/0/endsOn` becomes `lines[0].endsOn`.
 * `fields` says which of them are a form's; what is empty is absent, and wrong where it is required.
 */
export function readFields(typed: FormBody, fields: RegExp, required: readonly string[] = []): Reading {
  const body: Record<string, unknown> = {};
  const wrong = new Map<string, Wrong>();
  for (const name of required) if (!typed[name]) wrong.set(name, 'missing');
  for (const [name, text] of Object.entries(typed)) {
    const kind = KINDS[name.split('/').at(-1)!];
    if (text === '' || !kind || !fields.test(name)) continue;
    if (kind.isRight(text)) put(body, name.split('/').slice(1), kind.read ? kind.read(text) : text);
    else wrong.set(name, kind.wrong);
  }
  return { body, wrong };
}

/** Puts a value where a pointer leads; whole numbers are places of lists. Pointers are those that a form's pattern lets through. */
function put(into: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first!] = value;
  else put((into[first!] ??= /^\d+$/.test(rest[0]!) ? [] : {}) as Record<string, unknown>, rest, value);
}

/** Fields of a value as the API's body has it, by pointers: what {@link readFields} reads back. Absent and null ones are empty. */
export function fieldsOf(value: unknown, pointer = ''): FormBody {
  if (typeof value === 'string' || typeof value === 'number') return { [pointer]: String(value) };
  if (value === null || typeof value !== 'object') return {};
  const fields = Object.entries(value).flatMap(([name, inner]) =>
    Object.entries(fieldsOf(inner, `${pointer}/${name}`)),
  );
  return Object.fromEntries(fields);
}
