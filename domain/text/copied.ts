/** Dashes of every kind, the minus sign and the hyphen bullet among them. */
const DASHES = /[\p{Pd}\u2212\u2043\u02D7]/gu;

/**
 * What somebody copied out of an e-mail, a chat, a PDF or a terminal, without what programs put in on the way. What a
 * product of ours gives people to copy (tokens, codes, links, strings to carry, numbers) is written in letters and digits
 * of ASCII, `-`, `_` and `.`; so full-width and other compatible letters are read as meant (Unicode NFKC), every dash as a
 * hyphen, and whatever else stands between falls away: blanks, line ends, marks of quotation, zero-width and direction
 * marks. So does a full stop or a comma of the sentence around it.
 */
export function asMeant(copied: string): string {
  return copied
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(/[^A-Za-z0-9._-]/g, '')
    .replace(/^\.+|\.+$/g, '');
}

/** What was copied into a field for codes: letters and digits alone, with those that look alike read as one. Capital. */
export function asCode(copied: string): string {
  return asMeant(copied)
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** An e-mail address without what stands around one in an e-mail or a list, and without what nobody sees. */
export function asAddress(copied: string): string {
  return copied
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]/gu, '')
    .replace(/^[<"'“„«‹(]+|[>"'”“»›).,;]+$/gu, '');
}

/** What is searched for: a number that was copied is read as meant, other words stay as they are, without what nobody sees. */
export function asSearched(typed: string): string {
  const words = asTyped(typed);
  const number = asMeant(typed);
  return /\d/.test(number) && !words.replace(/^[>\s]+/, '').includes(' ') ? number : words;
}

/** What is searched for everywhere at once: an address without what stands around it, else the words without quotation and the full stop around them. */
export function asSought(typed: string): string {
  if (typed.includes('@')) return asAddress(typed);
  return asTyped(typed).replace(/^[\s<>"'“„«‹(]+|[\s<>"'”“»›).,;:]+$/gu, '');
}

/** The forms of what is searched for among numbers of ours and of others, who write theirs in any letters: as above, and as typed. */
export function searchedForms(typed: string): string[] {
  return [...new Set([asSearched(typed), asTyped(typed)])].filter((form) => form !== '');
}

function asTyped(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
