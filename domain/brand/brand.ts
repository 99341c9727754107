import type { Color } from './color.ts';

/** How the vendor shows itself on pages and in e-mails; null is what the service has without. */
export type Brand = {
  name: string | null;
  /** The hash by which its logo is kept. */
  logo: string | null;
  accent: Color | null;
  /** Where people are told to write to. */
  support: string | null;
  /** A line at the end of pages and e-mails. */
  footer: string | null;
};

/** Without any of it. */
export const UNBRANDED: Brand = { name: null, logo: null, accent: null, support: null, footer: null };

/** Where a logo is, by the hash by which it is kept. */
export function logoPath(hash: string): string {
  return `${BRAND_FILES}/${hash}/logo`;
}

/** Where files of brands are. */
export const BRAND_FILES = '/brand';

/** It stands beside a logo, in the head of a telephone. */
export const LONGEST_BRAND_NAME = 60;
