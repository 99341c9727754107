import { expect, test } from '@jest/globals';
import { countsUntil, domainOf, normalDomain } from '../../../domain/people/identity-provider.ts';
import { seal, unseal } from '../../../secrets/sealed.ts';

const [K1, K2] = ['k1', 'k2'].map((name, index) => ({ name, key: Buffer.alloc(32, index + 1) })) as [
  { name: string; key: Buffer },
  { name: string; key: Buffer },
];
const NOW = Date.parse('2026-11-29T09:00:00Z');

test('a secret opens with the key it was sealed with, for what and whom it was sealed, and for nothing else', () => {
  const sealed = seal([K1, K2], 'client-secret', 'acme', 'a secret');
  expect(sealed).not.toContain('secret');
  expect(unseal([K2, K1], 'client-secret', 'acme', sealed)).toBe('a secret');
  expect(unseal([K1], 'client-secret', 'globex', sealed)).toBeNull();
  expect(unseal([K1], 'refresh-token', 'acme', sealed)).toBeNull();
  expect(unseal([K2], 'client-secret', 'acme', sealed)).toBeNull();
});

test('a sealed text that was altered in any of its characters does not open', () => {
  const sealed = seal([K1], 'provider-round', 'browser', 'x');
  for (let at = 0; at < sealed.length; at += 1) {
    const other = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect([at, unseal([K1], 'provider-round', 'browser', other)]).toEqual([at, null]);
  }
  for (const none of ['', '.', 'k1.', 'k1.AAAA']) expect(unseal([K1], 'provider-round', 'browser', none)).toBeNull();
});

test('a domain is known however it is written, and what is none is not', () => {
  expect([domainOf('Ada@ACME.example'), normalDomain(' münchen.example ')]).toEqual([
    'acme.example',
    'xn--mnchen-3ya.example',
  ]);
  for (const none of ['', 'example', '127.0.0.1', 'a b.example', 'x@acme.example', '*.acme.example'])
    expect([none, normalDomain(none)]).toEqual([none, '']);
});

test('what a provider said counts to the end of its token, a day at most, and not at all where it says no end', () => {
  const end = (identityEnds: number | null, lastsSeconds: number | null) =>
    countsUntil({ identityEnds, lastsSeconds }, NOW) - NOW;
  expect(end(NOW / 1000 + 600, 9_999)).toBe(600_000);
  expect(end(null, 300)).toBe(300_000);
  expect(end(NOW / 1000 + 999_999, null)).toBe(86_400_000);
  expect(end(null, null)).toBe(0);
});
