const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * All texts that an attacker makes of one without knowing a key: each bit of each sign turned, as ASCII and as base64url,
 * and the other ways in which the same could be written. Printable ASCII, so that headers and addresses carry them too.
 */
export function altered(text: string): string[] {
  const flipped = [...text].flatMap((sign, at) =>
    [...asciiNeighbors(sign), ...base64Neighbors(sign)].map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  );
  return [...new Set([...flipped, ...respelled(text)])].filter((other) => other !== text);
}

/** The same written another way: padding, alphabets, cases, cuts, what is put before, behind or between, JSON in other words. */
export function respelled(text: string): string[] {
  const parts = text.split('.');
  const withPart = (at: number, part: string) => parts.map((old, index) => (index === at ? part : old)).join('.');
  return [
    ...parts.flatMap((part, at) =>
      [`${part}=`, `${part}==`, `=${part}`, standard(part), otherWords(part), saidTwice(part), part.slice(0, -1), '']
        .map((other) => withPart(at, other))
        .concat(sameBytes(part).map((other) => withPart(at, other))),
    ),
    ...['.', '..', '=', '.A', '~', ' ', '%20', '%00', '/', ',', ';'].flatMap((sign) => [text + sign, sign + text]),
    text.slice(0, 5) + ' ' + text.slice(5),
    text.slice(0, 5) + '-' + text.slice(5),
    `${text}.${text}`,
    `"${text}"`,
    text.toUpperCase(),
    text.toLowerCase(),
    text.replace('.', '..'),
    `%${text.charCodeAt(0).toString(16)}${text.slice(1)}`,
  ];
}

function asciiNeighbors(sign: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6]
    .map((bit) => sign.charCodeAt(0) ^ (1 << bit))
    .filter((code) => code > 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code));
}

function base64Neighbors(sign: string): string[] {
  const value = ALPHABET.indexOf(sign);
  return value < 0 ? [] : [0, 1, 2, 3, 4, 5].map((bit) => ALPHABET[value ^ (1 << bit)]!);
}

/** Other last signs that a lenient decoder takes for the same bytes. */
function sameBytes(part: string): string[] {
  const bytes = Buffer.from(part, 'base64url').toString('hex');
  return [...ALPHABET]
    .map((last) => part.slice(0, -1) + last)
    .filter((other) => other !== part && Buffer.from(other, 'base64url').toString('hex') === bytes);
}

function standard(part: string): string {
  return part.replaceAll('-', '+').replaceAll('_', '/');
}

/** A part that is JSON, with spaces that mean nothing. */
function otherWords(part: string): string {
  return rewritten(part, (json) => json.replaceAll(',', ' , '));
}

/** A part that is a JSON object, with its first member once more behind the others. */
function saidTwice(part: string): string {
  return rewritten(part, (json) => json.replace(/^\{("[^"]*":"[^"]*")(.*)\}$/s, '{$1$2,$1}'));
}

function rewritten(part: string, change: (json: string) => string): string {
  try {
    const json = Buffer.from(part, 'base64url').toString();
    JSON.parse(json);
    return Buffer.from(change(json)).toString('base64url');
  } catch {
    return part;
  }
}
