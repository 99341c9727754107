import { describe, expect, test } from '@jest/globals';
import { readParts } from '../../../../config.ts';
import { key, DEVELOPMENT, mistakesOf } from '../../../support/domain/settings.ts';

describe('mistakes', () => {
  test('every mistake is reported in one go, each with the setting and what to do', () => {
    const mistakes = mistakesOf({
      TEMPORAL_CONFIG_FILE: DEVELOPMENT.TEMPORAL_CONFIG_FILE,
      PORT: '70000',
      PUBLIC_URL: 'licensing.example.com',
      DATABASE_URL: 'mysql://somewhere/else',
      TRUST_PROXY: 'the one in the cellar',
      TEMPORAL_UI_URL: 'ftp://temporal.example.com',
      MAILBOX: 'yes',
      SECRET_KEYS: `k1:${key(31, 1)}`,
      BOOTSTRAP_API_KEY: 'two words',
      CATALOGUE: '/does/not/exist.json',
    });
    const settings = mistakes.map((mistake) => /[A-Z]+(_[A-Z]+)*/.exec(mistake)?.[0]);
    expect(settings.sort()).toEqual([
      'BOOTSTRAP_API_KEY',
      'CATALOGUE',
      'DATABASE_URL',
      'MAILBOX',
      'PORT',
      'PUBLIC_URL',
      'SECRET_KEYS',
      'SIGNING_CERTIFICATES',
      'SIGNING_KEYS',
      'TEMPORAL_UI_URL',
      'TRUST_PROXY',
    ]);
  });

  test('a wrong key is never shown in the message', () => {
    const short = key(20, 7);
    expect(mistakesOf({ ...DEVELOPMENT, SECRET_KEYS: `k1:${short}`, SIGNING_KEYS: short }).join()).not.toContain(short);
  });

  test('the password in a wrong database address is never shown either', () => {
    expect(mistakesOf({ ...DEVELOPMENT, DATABASE_URL: 'mysql://me:secret@there/db' }).join()).not.toContain('secret');
  });
});

describe('parts', () => {
  test('a process is asked for what it names and for nothing else', () => {
    const { DATABASE_URL, SECRET_KEYS } = DEVELOPMENT;
    expect(readParts(['databaseUrl'], { DATABASE_URL, PORT: 'x' })).toEqual({ databaseUrl: DATABASE_URL });
    expect(Object.keys(readParts(['secretKeys', 'databaseUrl'], { DATABASE_URL, SECRET_KEYS }))).toEqual([
      'secretKeys',
      'databaseUrl',
    ]);
    expect(mistakesOf({ DATABASE_URL }, (env) => readParts(['databaseUrl', 'signingKeys'], env))).toEqual([
      expect.stringContaining('SIGNING_KEYS is missing'),
      expect.stringContaining('SIGNING_CERTIFICATES is missing'),
    ]);
  });

  test('a mistake in what several parts are made from is told once', () => {
    expect(mistakesOf({ ...DEVELOPMENT, PUBLIC_URL: 'nowhere', PORT: '0' })).toHaveLength(2);
  });
});
