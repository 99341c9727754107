import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every word in the sources of a folder: what is no word there is the name of no class that a page uses. */
export function wordsIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(tsx|js)$/.test(file));
  return new Set(files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/[\w-]+/g) ?? []));
}

/** The rules of a style sheet whose classes are all among the words; the rest is never matched, and need not be sent. */
export function subsetOf(css: string, words: ReadonlySet<string>): string {
  return blocksOf(css.replace(/\/\*[^]*?\*\//g, ''))
    .map(({ head, body }) => {
      if (/^@(media|supports)/.test(head)) {
        const inner = subsetOf(body!, words);
        return inner && `${head}{${inner}}`;
      }
      if (head.startsWith('@')) return body === null ? `${head};` : `${head}{${body}}`;
      const used = head.split(/,(?![^(]*\))/).filter((selector) => isUsed(selector, words));
      return used.length > 0 ? `${used.join(',')}{${body}}` : '';
    })
    .join('');
}

function isUsed(selector: string, words: ReadonlySet<string>): boolean {
  const classes = selector.replace(/:not\([^()]*\)/g, '').match(/\.[\w-]+/g) ?? [];
  return classes.every((name) => words.has(name.slice(1))) && !/\[data-[a-z-]*theme|\.theme-dark/.test(selector);
}

/**
 * Tabler's rules for dark pages. It switches to them by an attribute, which needs a script; here they follow the reader's
 * system.
 */
export function darkBySystem(css: string, words: ReadonlySet<string>): string {
  const rules = blocksOf(css.replace(/\/\*[^]*?\*\//g, '')).flatMap(({ head, body }) => {
    const [first = ''] = head.split(',');
    const selector = first.replace(/^\.theme-dark\b/, ':root');
    return first.startsWith('.theme-dark') && isUsed(selector, words) ? [`${selector}{${body}}`] : [];
  });
  return `@media (prefers-color-scheme:dark){:root{color-scheme:dark}${rules.join('')}}`;
}

type Block = { head: string; body: string | null };

/** The outermost rules of a style sheet without comments; an at-rule without a body has null. */
function blocksOf(css: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === ';') {
      blocks.push({ head: css.slice(from, at).trim(), body: null });
      from = at + 1;
    }
    if (css[at] !== '{') continue;
    const end = closingBrace(css, at);
    blocks.push({ head: css.slice(from, at).trim(), body: css.slice(at + 1, end) });
    from = end + 1;
    at = end;
  }
  return blocks;
}

function closingBrace(css: string, opening: number): number {
  let depth = 0;
  for (let at = opening; at < css.length; at++) {
    if (css[at] === '{') depth++;
    if (css[at] === '}' && --depth === 0) return at;
  }
  return css.length;
}
