/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as symbols to type, five bits each; bits that are left over at the end fall away. */
export function symbolsOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[parseInt(five, 2)]!).join('');
}

/** Whether a text is made of such symbols, capital. */
export function isSymbols(text: string): boolean {
  return [...text].every((symbol) => ALPHABET.includes(symbol));
}
