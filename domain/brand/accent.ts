import { contrastOf, mixed, type Color } from './color.ts';

/** Text stands out from what it is written on by this at least (WCAG 2.2, AA). */
export const LEAST_CONTRAST = 4.5;

const WHITE: Color = '#ffffff';
const INK: Color = '#101820';

/** What pages are written on, each the one of them that stands out least from text in that scheme. */
const GROUNDS = { light: '#f1f5f9', dark: '#1f2937' } as const satisfies Record<string, Color>;

/** What is mixed into an accent at once until it can be read as text. */
const STEP = 0.05;

/** An accent color as pages and e-mails use it. */
export type Accent = {
  /** What buttons are filled with, in light and in dark. */
  fill: Color;
  /** The same beneath a pointer. */
  hover: Color;
  /** Text on it: white where that can be read, else nearly black. */
  text: Color;
  /** The same color as text on the ground of pages, darkened or lightened until it can be read. */
  link: { light: Color; dark: Color };
};

/** By how much the text that can be read best stands out from a color. */
export function textContrastOf(color: Color): number {
  return Math.max(contrastOf(color, WHITE), contrastOf(color, INK));
}

/** What is made of a color. Text on colors in the middle, neither light nor dark, cannot be read: ask {@link textContrastOf} before. */
export function accentOf(fill: Color): Accent {
  const text = contrastOf(fill, WHITE) >= LEAST_CONTRAST ? WHITE : INK;
  return {
    ...{ fill, text, hover: mixed(fill, text === WHITE ? '#000000' : WHITE, 0.12) },
    link: { light: readableOn(GROUNDS.light, fill, '#000000'), dark: readableOn(GROUNDS.dark, fill, WHITE) },
  };
}

function readableOn(ground: Color, color: Color, towards: Color): Color {
  for (let share = 0; share < 1; share += STEP) {
    const tried = mixed(color, towards, share);
    if (contrastOf(tried, ground) >= LEAST_CONTRAST) return tried;
  }
  return towards;
}
