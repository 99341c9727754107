/** What a logo may be: drawings that can hold scripts, SVG among them, are none. */
export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

export const LARGEST_LOGO_BYTES = 131_072;

/** What a file is by how it begins, whatever it is called; null for what can be no logo. */
export function logoTypeOf(bytes: Uint8Array): LogoType | null {
  const begins = (text: string, at = 0) => [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins('\xff\xd8\xff')) return 'image/jpeg';
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp';
  return null;
}
