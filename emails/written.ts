import { Buffer } from 'node:buffer';
import type { Texts } from '../languages/texts.ts';

/** What breaks a line or a header, or turns what stands around it: controls, line separators, marks and overrides of direction. */
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;
const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ADDRESS = /url$/i;

/**
 * What an e-mail is rendered from, with every text of it as one line that says nothing but itself, whatever was taken for a
 * text before there were rules for it. Two braces open a placeholder, so a text has none. Addresses, which are ours, stay.
 */
export function written<Content>(content: Content, name = ''): Content {
  if (typeof content === 'string') return (ADDRESS.test(name) ? content : asLine(content)) as Content;
  if (content === null || typeof content !== 'object') return content;
  if (Array.isArray(content)) return content.map((item: unknown) => written(item, name)) as Content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, written(value, key)])) as Content;
}

function asLine(text: string): string {
  return text.replace(BREAKING, ' ').replaceAll('{{', '{ {').trim();
}

/**
 * A name in a sentence or a line of a language, which it does not turn where it is written the other way (Unicode's first
 * strong isolate, and its end). What needs no such marks has none, as some mail programs show them.
 */
export function named(name: string, { direction }: Pick<Texts, 'direction'>): string {
  return direction === 'rtl' || FROM_RIGHT.test(name) ? `\u2068${name}\u2069` : name;
}

/** Gmail cuts an e-mail behind 102 kB. What is left is for links that are filled in when it is sent. */
const MOST_BYTES = 90_000;

/** So many rows are tried at most. */
const MOST_ROWS = 400;

/** Renders as many of so many rows as an e-mail has room for, and says how many that are. */
export async function fitting(
  rows: number,
  render: (shown: number) => Promise<string>,
): Promise<{ html: string; shown: number }> {
  for (let shown = Math.min(rows, MOST_ROWS); ;) {
    const html = await render(shown);
    const bytes = Buffer.byteLength(html);
    if (bytes <= MOST_BYTES || shown === 0) return { html, shown };
    shown = Math.min(shown - 1, Math.floor((shown * MOST_BYTES) / bytes));
  }
}
