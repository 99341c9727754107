import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safePath } from '../../../portal/form.ts';

const PUBLIC_URL = 'https://licensing.example';

/** Where a browser goes that is sent from here, after it has followed `Location` as RFC 3986 and the URL standard say. */
const hostAfter = (location: string) => new URL(location, `${PUBLIC_URL}/sign-in`).host;

const ELSEWHERE = [
  ...[
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
  ],
  ...['/%2e%2e//evil.example', '/\t/evil.example', '/\n/evil.example', '/\r\\evil.example', '/..\\/evil.example'],
  ...[
    '///evil.example',
    '/\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.\\\\evil.example',
  ],
  ...['//licensing.example@evil.example', '/%2e//evil.example', '/x/%2e%2e//evil.example/..', '//evil.example%2f..'],
];

test.each(ELSEWHERE)('%j leads nowhere else', (path) => {
  expect(safePath(path, PUBLIC_URL)).toBe('/');
});

test.each([
  '/',
  '/sessions',
  '/customers/acme?q=a%20b&show=all',
  '/orders/SO-1?resent=yes',
  '/customers?q=M%C3%BCnchen',
])('%s is where it leads', (path) => {
  expect(safePath(path, PUBLIC_URL)).toBe(path);
});

test('an address that nobody makes is not kept', () => {
  expect(safePath(`/${'a'.repeat(500)}`, PUBLIC_URL)).toBe('/');
  expect(safePath(`/${'ü'.repeat(200)}`, PUBLIC_URL)).toBe('/');
  for (const none of [undefined, ['/a', '/b'], {}, '']) expect(safePath(none, PUBLIC_URL)).toBe('/');
});

test('whatever path is asked for, a browser stays at this host, and what is written is understood the same once more', () => {
  const piece = fc.oneof(
    fc.constantFrom('/', '\\', '..', '.', '%2e', '%2f', '%5c', '\t', '\n', '\r', '\0', ' ', '@', ':', '?', '#', ';'),
    fc.constantFrom('evil.example', 'https:', 'javascript:', '//', '/\\', '%00', '%09', '\u2215', '\uff0f', '\u3002'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const path = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`);
  fc.assert(
    fc.property(path, (asked) => {
      const written = safePath(asked, PUBLIC_URL);
      expect(hostAfter(written)).toBe('licensing.example');
      expect(written).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      expect(safePath(written, PUBLIC_URL)).toBe(written);
    }),
    { numRuns: 5_000 },
  );
});
