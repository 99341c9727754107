import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readUnlockCapability, unlockCapability } from '../../../secrets/unlock-link.ts';
import { encode, readJws, signJws } from '../../../secrets/jws.ts';
import { keyPair } from '../../../secrets/signing-keys.ts';
import { bytesOf, objectOf } from '../../../secrets/strict.ts';
import { altered } from '../../support/altered.ts';

const anyBytes = fc.uint8Array({ maxLength: 70 }).map((bytes) => Buffer.from(bytes));

test('bytes have one spelling: any other text is refused, or is that of other bytes', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const text = bytes.toString('base64url');
      expect(bytesOf(text)).toEqual(bytes);
      for (const other of altered(text)) expect(bytesOf(other)?.toString('hex')).not.toBe(bytes.toString('hex'));
    }),
    { numRuns: 50 },
  );
});

test('a JSON object is what its bytes say, once', () => {
  const read = (json: string) => objectOf(Buffer.from(json));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const json = JSON.stringify(value);
      expect(read(json)).toEqual(JSON.parse(json));
    }),
  );
  for (const twice of [
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '{"b":[{"c":{"d":1, "d" :2}}]}',
    '{"\\":1,"\\":2}'.replaceAll('\\', '\\\\'),
    '{"__proto__":1,"__proto__":2}',
  ])
    expect([twice, read(twice)]).toEqual([twice, null]);
  for (const none of ['null', '[]', '"a"', '1', '', '{', '{"a":1}x', '\ufeff{}']) expect(read(none)).toBeNull();
  expect(read('{"a":":\\":","b":["a:"]}')).toEqual({ a: ':":', b: ['a:'] });
  expect(objectOf(Buffer.from([0x7b, 0xff, 0x7d]))).toBeNull();
});

test('what is signed or derived is read in one spelling alone', () => {
  const keys = [{ name: 'k1', key: Buffer.alloc(32, 7) }];
  const capability = unlockCapability(keys, { order: 'SO-2026-00117', delivery: '1', generation: 2 });
  for (const other of altered(capability)) expect([other, readUnlockCapability(keys, other)]).toEqual([other, null]);
  const jws = signJws(keyPair(Buffer.alloc(32, 1)).privateKey, encode({ alg: 'EdDSA' }), { iss: 'a', jti: 'b' });
  const { signed, signature } = readJws(jws)!;
  for (const other of altered(jws)) {
    const read = readJws(other);
    const isSame = read !== null && read.signed.equals(signed) && read.signature.equals(signature);
    expect([other, isSame]).toEqual([other, false]);
  }
});
