import { createHash } from 'node:crypto';
import type { Color } from '../../domain/brand/color.ts';
import { accentOf, type Accent } from '../../domain/brand/accent.ts';
import { BRAND_FILES, logoPath, type Brand } from '../../domain/brand/brand.ts';

/** A brand as pages and e-mails use it. */
export type ShownBrand = Pick<Brand, 'name' | 'support' | 'footer'> & {
  /** The path of its logo, which changes with it; null where there is none. */
  logoUrl: string | null;
  accent: Accent | null;
  /** The path of a style sheet that says the accent, and what it says; null where there is none. */
  styleSheet: { url: string; content: string } | null;
};

export function shownBrand({ name, logo, accent: color, support, footer }: Brand): ShownBrand {
  const accent = color && accentOf(color);
  return {
    ...{ name, support, footer, accent },
    logoUrl: logo && logoPath(logo),
    styleSheet: color && accentSheet(color),
  };
}

/** The style sheet of a color. It is made of its address, so that every process has each that was ever named. */
export function accentSheet(color: Color): { url: string; content: string } {
  const content = sheetOf(accentOf(color));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { url: `${BRAND_FILES}/${color.slice(1)}-${hash}/accent.css`, content };
}

/** What the pages' own style sheet takes in the place of the service's color. */
function sheetOf({ fill, hover, text, link }: Accent): string {
  return `:root{--brand:${fill};--brand-hover:${hover};--brand-text:${text};--brand-link:light-dark(${link.light},${link.dark})}\n`;
}
