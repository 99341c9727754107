import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accentOf, LEAST_CONTRAST, textContrastOf } from '../../../domain/brand/accent.ts';
import { contrastOf, readColor, type Color } from '../../../domain/brand/color.ts';
import { logoTypeOf } from '../../../domain/brand/logo.ts';

const COLORS = fc.integer({ min: 0, max: 0xffffff }).map((value): Color => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is what WCAG says, whichever of two colors is named first', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('text on an accent and links of its color can be read, in light and in dark, whatever color is taken', () => {
  fc.assert(
    fc.property(COLORS, (color) => {
      fc.pre(textContrastOf(color) >= LEAST_CONTRAST);
      const { fill, hover, text, link } = accentOf(color);
      expect(fill).toBe(color);
      for (const back of [fill, hover]) expect(contrastOf(text, back)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      for (const ground of ['#ffffff', '#f1f5f9'] as const)
        expect(contrastOf(link.light, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      for (const ground of ['#000000', '#1f2937'] as const)
        expect(contrastOf(link.dark, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }),
  );
});

test('a color in the middle is none that text can be read on', () => {
  for (const color of ['#0b5cad', '#ffd600', '#101010', '#ffffff'] as const)
    expect(textContrastOf(color)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  expect(textContrastOf('#e5322d')).toBeLessThan(LEAST_CONTRAST);
});

test('a color is read as it is copied, and nothing else is one', () => {
  expect([' #0B5CAD', '0b5cad'].map(readColor)).toEqual(['#0b5cad', '#0b5cad']);
  expect(['', 'blue', '#fff', '#0b5cad;}', 'url(x)'].map(readColor)).toEqual([null, null, null, null, null]);
});

test('a logo is what its bytes say; a drawing that can hold a script is none', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  expect(logoTypeOf(bytes('\x89PNG\r\n\x1a\n...'))).toBe('image/png');
  expect(logoTypeOf(bytes('\xff\xd8\xff\xe0...'))).toBe('image/jpeg');
  expect(logoTypeOf(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp');
  for (const none of ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', 'RIFF\x10\0\0\0WAVE', '\x89PNG'])
    expect(logoTypeOf(bytes(none))).toBeNull();
});
