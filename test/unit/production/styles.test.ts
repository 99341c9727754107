import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { TABLER, usedTabler } from '../../../scripts/styles/tabler.ts';

describe.each(['ltr', 'rtl'] as const)('the style sheet of pages that are read %s', (direction) => {
  const rules = readFileSync(TABLER[direction].kept, 'utf8').split('\n');

  test('has what pages use of Tabler by now: `npm run styles` writes it anew', async () => {
    expect(rules).toEqual((await usedTabler(direction)).split('\n'));
  });

  test('is dark where the reader’s system is, without an attribute that a script would have to set', () => {
    const dark = '@media (prefers-color-scheme:dark){:root{color-scheme:dark;';
    expect(rules.filter((rule) => rule.startsWith(dark))).toHaveLength(1);
    expect(rules.filter((rule) => rule.includes('theme'))).toEqual([]);
  });
});
