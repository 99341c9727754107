import { describe, expect, test } from '@jest/globals';
import { certificateWarning, ConfigError, readConfig, requireLastingCertificate } from '../../../../config.ts';
import { certificateOf } from '../../../support/domain/roots.ts';
import { key, DEVELOPMENT, mistakesOf } from '../../../support/domain/settings.ts';

const OTHER = certificateOf(Buffer.alloc(32, 7));
const NEWER = certificateOf(Buffer.alloc(32, 2), { serial: 2 });

describe('keys', () => {
  test('the first key of a list is the current one', () => {
    const config = readConfig({
      ...DEVELOPMENT,
      SECRET_KEYS: `k2:${key(40, 4)},k1:${key(32, 1)}`,
      SIGNING_KEYS: `s2:${key(32, 5)}, s1:${key(32, 2)}`,
      SIGNING_CERTIFICATES: `${DEVELOPMENT.SIGNING_CERTIFICATES}, ${certificateOf(Buffer.alloc(32, 5))}`,
    });
    expect(config.secretKeys.map(({ name }) => name)).toEqual(['k2', 'k1']);
    expect(config.secretKeys[0]!.key).toEqual(Buffer.alloc(40, 4));
    expect(config.signingKeys.map(({ name }) => name)).toEqual(['s2', 's1']);
    expect(config.signingKeys[1]).toMatchObject({
      seed: Buffer.alloc(32, 2),
      certificate: DEVELOPMENT.SIGNING_CERTIFICATES,
    });
  });

  test.each([
    ['a signing key of 33 bytes', { SIGNING_KEYS: `s1:${key(33, 2)}` }],
    ['a key without a name', { SECRET_KEYS: key(32, 1) }],
    ['two keys of one name', { SECRET_KEYS: `k1:${key(32, 1)},k1:${key(32, 2)}` }],
    ['a comma at the end', { SECRET_KEYS: `k1:${key(32, 1)},` }],
    ['a key with bits that say nothing', { SECRET_KEYS: `k1:${key(32, 1).slice(0, -1)}F` }],
    ['a key of another alphabet', { SECRET_KEYS: `k1:${key(32, 0xff).replaceAll('_', '/')}` }],
    ['a certificate that was cut off', { SIGNING_CERTIFICATES: `${DEVELOPMENT.SIGNING_CERTIFICATES},eyJh` }],
    ['a certificate too many', { SIGNING_CERTIFICATES: `${DEVELOPMENT.SIGNING_CERTIFICATES},${OTHER}` }],
    ['two certificates of a key', { SIGNING_CERTIFICATES: `${DEVELOPMENT.SIGNING_CERTIFICATES},${NEWER}` }],
    ['a service without a key for its tokens', { SERVICE_AUDIENCES: 'https://voice.example' }],
    ['a service with a blank in its name', { SERVICE_AUDIENCES: 'voice mail', SERVICE_KEYS: `t1:${key(32, 6)}` }],
    ['a key of 31 bytes for tokens', { SERVICE_KEYS: `t1:${key(31, 6)}` }],
    [
      'a key for tokens that signs documents, too',
      { SERVICE_KEYS: `t1:${key(32, 6)},t0:${DEVELOPMENT.SIGNING_KEYS.split(':')[1]}=` },
    ],
    ['a key without a certificate', { SIGNING_KEYS: `s2:${key(32, 5)},${DEVELOPMENT.SIGNING_KEYS}` }],
  ])('%s is refused', (_, keys) => {
    expect(mistakesOf({ ...DEVELOPMENT, ...keys })).toHaveLength(1);
  });
});

test('services that tokens are made for are named with commas between, each with whatever is visible', () => {
  const { serviceTokens } = readConfig({
    ...DEVELOPMENT,
    SERVICE_AUDIENCES: 'https://voice.example, fax',
    SERVICE_KEYS: `t2:${key(32, 7)},t1:${key(32, 6)}`,
  });
  expect([...serviceTokens.audiences]).toEqual(['https://voice.example', 'fax']);
  expect(serviceTokens.keys.map(({ name }) => name)).toEqual(['t2', 't1']);
});

describe('the certificate of the key that signs', () => {
  const DAY_S = 86_400;
  const now = Date.parse('2026-11-28T12:00:00Z');
  /** The keys of a service whose current one is certified from and until so many days from now. */
  const certified = (from: number, until: number) => {
    const about = { nbf: now / 1000 + from * DAY_S, exp: now / 1000 + until * DAY_S };
    const certificate = certificateOf(Buffer.alloc(32, 2), about);
    return readConfig({ ...DEVELOPMENT, SIGNING_CERTIFICATES: certificate }).signingKeys;
  };
  const heard = (keys: ReturnType<typeof certified>) => {
    try {
      requireLastingCertificate(keys, now);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return 'refused';
    }
    return certificateWarning(keys, now) ? 'warned' : 'nothing';
  };

  test.each([
    [-1, 91, 'nothing'],
    [-1, 90, 'warned'],
    [-1, 31, 'warned'],
    [-1, 30, 'refused'],
    [-9, -1, 'refused'],
    [1, 400, 'refused'],
    [0, 400, 'nothing'],
  ])('from %i to %i days from now: a start is answered with %s', (from, until, answer) => {
    expect(heard(certified(from, until))).toBe(answer);
  });

  test('an api that runs is only warned, however long', () => {
    const sentence = 'The certificate of the signing key "s1" ends on 2026-11-27: put a newer one';
    expect(certificateWarning(certified(-9, -1), now)).toContain(sentence);
  });
});
