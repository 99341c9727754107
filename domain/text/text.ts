/**
 * What nobody sees in a text, or what makes its reader see it otherwise: format characters (zero-width, direction
 * overrides, soft hyphens, tags), fillers and blanks that Unicode counts as letters or marks, line and paragraph separators.
 */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFFA0]/gu;
/** Joiners belong to words of Persian and of Indian languages, and to emoji: between two of their signs, and nowhere else. */
const JOINED =
  /(?<=[[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}]])[\u200C\u200D](?=[[\p{L}\p{M}\p{Extended_Pictographic}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}]])/gv;
/** Flags of regions are spelled in tags behind a flag, to their end mark. */
const TAGGED_FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CONTROLS = /[\p{Cc}\p{Cs}]/u;
/** The controls that a text of several lines needs; everything else is no text, and PostgreSQL keeps neither NUL nor halves of a pair. */
const NO_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\p{Cs}]/u;

/**
 * Whether a text can be shown to people as one line: it has something to see, no control characters, and nothing that is
 * unseen (Unicode 16, general categories Cc, Cf, Cs, Zl and Zp).
 */
export function isShowable(text: string): boolean {
  const rest = text.replace(TAGGED_FLAG, '🏴').replace(JOINED, '');
  return SEEN.test(rest) && !CONTROLS.test(rest) && rest.search(UNSEEN) === -1;
}

/** A text that a workflow or a statement was about to be given and that neither can keep. */
export class UnstorableTextError extends Error {
  readonly code = 'INVALID_REQUEST';
  readonly pointer: string;

  constructor(pointer: string) {
    super('A text that cannot be kept');
    this.name = 'UnstorableTextError';
    this.pointer = pointer;
  }
}

/** Where something that was given holds a text that is none, names of fields included: a JSON pointer; null where nothing does. */
export function unstorableIn(value: unknown): string | null {
  if (typeof value === 'string') return NO_TEXT.test(value) ? '' : null;
  if (value === null || typeof value !== 'object') return null;
  // A body may hold half a million values: where they stand is only said of one.
  for (const name in value) {
    if (NO_TEXT.test(name)) return '';
    const found = unstorableIn((value as Record<string, unknown>)[name]);
    if (found !== null) return `/${escapePointer(name)}${found}`;
  }
  return null;
}

/** A field's name in a JSON pointer (RFC 6901, section 3). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
