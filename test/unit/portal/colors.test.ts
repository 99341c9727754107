import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const TOKENS = readFileSync(new URL('../../../portal/assets/styles/tokens.css', import.meta.url), 'utf8');
const [LIGHT = '', DARK = '', , PAPER = ''] = TOKENS.split('@media');

const SEVERITIES = ['good', 'info', 'warning', 'danger', 'quiet'];
/** What is read, on what it may stand. */
const READ: [string, string][] = [
  ...['ink', 'ink-soft', 'link'].flatMap((ink) =>
    ['surface', 'canvas', 'sunken'].map((back): [string, string] => [ink, back]),
  ),
  ['accent-ink', 'accent'],
  ['surface', 'ink'],
  ...SEVERITIES.flatMap((severity): [string, string][] => [
    [severity, `${severity}-back`],
    ['ink', `${severity}-back`],
    [severity, 'surface'],
    [severity, 'sunken'],
  ]),
];
/** What has to be told from what is beside it: edges of controls, marks, the ring around what has the focus. */
const SEEN: [string, string][] = [
  ['edge', 'surface'],
  ['edge', 'canvas'],
  ['link', 'canvas'],
  ...SEVERITIES.flatMap((severity): [string, string][] => [
    [`${severity}-edge`, 'surface'],
    [`${severity}-edge`, `${severity}-back`],
  ]),
];

/** The colors that are set there, over those that are set before. */
function colorsIn(...sheets: string[]): ReadonlyMap<string, string> {
  const set = sheets.flatMap((sheet) => [...sheet.matchAll(/--([\w-]+): (?:var\(--[\w-]+, )?(#[0-9a-f]{3,6})\)?;/g)]);
  return new Map(set.map(([, name, color]) => [name!, color!]));
}

/** WCAG 2.2, relative luminance. */
function luminanceOf(color: string): number {
  const hex = color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', colorsIn(LIGHT)],
  ['dark', colorsIn(LIGHT, DARK)],
  ['on paper', colorsIn(LIGHT, DARK, PAPER)],
])('%s', (_where, colors) => {
  const tooFaint = (pairs: [string, string][], least: number) =>
    pairs
      .map(([one, other]) => ({ one, other, contrast: contrastOf(colors.get(one)!, colors.get(other)!) }))
      .filter(({ contrast }) => !(contrast >= least));

  test('whatever is read has a contrast of 4.5 with what it stands on', () => {
    expect(tooFaint(READ, 4.5)).toEqual([]);
  });

  test('edges of controls, marks and the focus have one of 3', () => {
    expect(tooFaint(SEEN, 3)).toEqual([]);
  });
});
