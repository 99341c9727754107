import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import { ROOT } from '../prepare/binaries.mjs';

const require = createRequire(import.meta.url);

/** Tabler's style sheet for a direction of reading, and where what pages use of it is kept. */
export const TABLER = {
  ltr: {
    from: require.resolve('@tabler/core/dist/css/tabler.min.css'),
    kept: join(ROOT, 'portal', 'assets', 'tabler.ltr.css'),
  },
  rtl: {
    from: require.resolve('@tabler/core/dist/css/tabler.rtl.min.css'),
    kept: join(ROOT, 'portal', 'assets', 'tabler.rtl.css'),
  },
} as const;

/** Tabler switches to dark by an attribute, which needs a script; its class of the same meaning is kept, and replaced. */
const DARK = /\.theme-dark([^{},]*)(\{[^{}]*\})/g;

/**
 * What pages use of Tabler, a rule a line; an eighth of it. Its dark rules follow the reader's system, so that no script is
 * needed. A class counts as used when its name is a word of a page's source.
 */
export async function usedTabler(direction: keyof typeof TABLER): Promise<string> {
  const [sheet] = await new PurgeCSS().purge({
    content: [join(ROOT, 'portal/**/*.tsx'), join(ROOT, 'portal/assets/portal.js')],
    css: [TABLER[direction].from],
    keyframes: true,
    // The direction is the language's, and stands in no page; a bare pseudo-class would count as unused.
    dynamicAttributes: ['dir'],
    safelist: ['theme-dark', ':focus-visible'],
    blocklist: [/data-.*theme/],
  });
  return sheet!.css.replace(DARK, '@media (prefers-color-scheme:dark){:root$1$2}').replace(/\}(?!\})/g, '}\n');
}
