/** The width of a terminal that texts are written for. */
export const COLUMNS = 80;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const TWO_COLUMNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** An instant for people, to the minute, in UTC; a dash for none. */
export function instant(iso: string | null): string {
  return iso === null ? '-' : `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Columns of a terminal that a text takes: accents take none of their own, East Asian signs take two. */
export function displayWidth(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
}

/** Fills a text with spaces up to a width in columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Breaks a text into lines of at most `width` columns: at spaces, in words wider than a line after hyphens, else anywhere. */
export function wrap(text: string, width: number): string[] {
  const words = text.split(' ').flatMap((word) => (displayWidth(word) <= width ? [word] : breakWord(word, width)));
  return fill(words, ' ', width);
}

/** A text after a label, with its further lines below its first. */
export function hanging(label: string, text: string): string[] {
  const lines = wrap(text, COLUMNS - label.length);
  return lines.map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line);
}

function breakWord(word: string, width: number): string[] {
  const parts = word
    .split(/(?<=-)/)
    .flatMap((part) => (displayWidth(part) <= width ? [part] : fill(graphemes(part), '', width)));
  return fill(parts, '', width);
}

/** Puts as many pieces on each line as fit. */
function fill(pieces: string[], joint: string, width: number): string[] {
  return pieces.reduce<string[]>((lines, piece) => {
    const joined = lines.length > 0 ? lines.at(-1)! + joint + piece : piece;
    return displayWidth(joined) <= width ? [...lines.slice(0, -1), joined] : [...lines, piece];
  }, []);
}

function graphemes(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
}

function widthOf(grapheme: string): number {
  return TWO_COLUMNS.test(grapheme) ? 2 : 1;
}
