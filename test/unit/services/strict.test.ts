import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readUnlockCapability, unlockCapability } from '../../../secrets/unlock-link.ts';
import type { PublicKey } from '../../../domain/server/server.ts';
import { encode, isSignedBy, isVerifyingKey, readJws, signJws, type Jws } from '../../../secrets/jws.ts';
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
  const jws = signJws(keyPair(Buffer.alloc(32, 1)).sign, encode({ alg: 'EdDSA' }), { iss: 'a', jti: 'b' });
  const { signed, signature } = readJws(jws)!;
  for (const other of altered(jws)) {
    const read = readJws(other);
    const isSame = read !== null && read.signed.equals(signed) && read.signature.equals(signature);
    expect([other, isSame]).toEqual([other, false]);
  }
});

test('a key is what its seed makes of it by Node, and signs what that signs', () => {
  const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(seeds, anyBytes, (seed, text) => {
      const { sign: bySodium, publicKey } = keyPair(seed);
      const key = createPrivateKey({ key: { ...publicKey, d: seed.toString('base64url') }, format: 'jwk' });
      expect(createPublicKey(key).export({ format: 'jwk' })).toEqual(publicKey);
      expect(bySodium(text)).toEqual(sign(null, text, key));
    }),
  );
});

test('whether a key signed is what Node says of it, for every signature that is not whole or not that one, too', () => {
  const pair = keyPair(Buffer.alloc(32, 7));
  const { publicKey: other } = keyPair(Buffer.alloc(32, 8));
  const byNode = ({ signed, signature }: Jws, key: PublicKey) =>
    verify(null, signed, createPublicKey({ key, format: 'jwk' }), signature);
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat({ max: 511 }), anyBytes, (said, bit, bytes) => {
      const jws = readJws(signJws(pair.sign, encode({ alg: 'EdDSA' }), { said }))!;
      const { signed, signature } = jws;
      const flipped = Buffer.from(signature);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const signatures = [
        signature,
        flipped,
        bytes,
        Buffer.concat([signature, bytes]),
        signature.subarray(0, bit >> 3),
      ];
      const texts = [signed, Buffer.concat([signed, bytes])];
      for (const one of texts.flatMap((text) => signatures.map((by) => ({ ...jws, signed: text, signature: by }))))
        for (const key of [pair.publicKey, other]) expect(isSignedBy(one, key)).toBe(byNode(one, key));
      expect(isSignedBy(jws, pair.publicKey)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

/** Points of small order, in every spelling of 255 bits: what anybody signs by one of them holds for an eighth of all texts at least. */
const OF_SMALL_ORDER = [
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '00'.repeat(32),
  `${'00'.repeat(31)}80`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
].map((point) => Buffer.from(point, 'hex'));

const NO_KEYS = [...OF_SMALL_ORDER, Buffer.alloc(0), Buffer.alloc(31), Buffer.alloc(33), Buffer.alloc(32, 2)];

test('a key of a machine is one by which signatures can be verified, whatever it is made of', () => {
  for (const key of NO_KEYS) expect(isVerifyingKey(key.toString('base64url'))).toBe(false);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
      expect(isVerifyingKey(keyPair(Buffer.from(seed)).publicKey.x)).toBe(true);
    }),
  );
});

test('no key lets everybody sign: points of small order, and what is no key', () => {
  const { sign, publicKey } = keyPair(Buffer.alloc(32, 7));
  const forgery = Buffer.concat([OF_SMALL_ORDER[0]!, Buffer.alloc(32)]);
  for (const key of NO_KEYS)
    for (let text = 0; text < 64; text += 1) {
      const forged = { ...readJws(signJws(sign, encode({ alg: 'EdDSA' }), { text }))!, signature: forgery };
      expect(isSignedBy(forged, { ...publicKey, x: key.toString('base64url') })).toBe(false);
    }
});
