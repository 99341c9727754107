import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig, readStartConfig } from '../../../../config.ts';
import { DEVELOPMENT, mistakesOf } from '../../../support/domain/settings.ts';

describe('the catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function fileWith(content: string): string {
    const path = join(folder, 'catalogue.json');
    writeFileSync(path, content);
    return path;
  }

  test('is the one of the file that is named', () => {
    const CATALOGUE = fileWith('[{"key":"telex","name":"Telex","unit":"channels","retired":true}]');
    const { catalogue } = readConfig({ ...DEVELOPMENT, CATALOGUE });
    expect([...catalogue.values()]).toMatchObject([{ key: 'telex', name: 'Telex', retired: true, requires: [] }]);
  });

  test.each([readConfig, readStartConfig])(
    'is checked before anything starts, and every mistake in it is told',
    (read) => {
      const CATALOGUE = fileWith('[{"key":"telex","name":"","unit":"lines"}]');
      expect(mistakesOf({ ...DEVELOPMENT, CATALOGUE }, read)).toEqual([
        expect.stringMatching(/CATALOGUE.*entry 1: name/),
        expect.stringMatching(/CATALOGUE.*entry 1: unit/),
      ]);
      expect(mistakesOf({ ...DEVELOPMENT, CATALOGUE: fileWith('[') }, read)).toEqual([
        expect.stringMatching(/CATALOGUE.*cannot be read/),
      ]);
    },
  );
});

describe('a file in the place of a setting', () => {
  let folder: string;
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('holds a secret, so that it is in no environment', () => {
    const { SECRET_KEYS, ...others } = DEVELOPMENT;
    const { secretKeys, temporal } = readConfig({
      ...others,
      SECRET_KEYS_FILE: file('SECRET_KEYS', `${SECRET_KEYS}\n`),
      TEMPORAL_API_KEY_FILE: file('TEMPORAL_API_KEY', 'secret\n'),
      TEMPORAL_ADDRESS_FILE: file('TEMPORAL_ADDRESS', 'temporal.example:7233\n'),
      TEMPORAL_NAMESPACE_FILE: file('TEMPORAL_NAMESPACE', 'licensing\n'),
      BOOTSTRAP_API_KEY_FILE: file('BOOTSTRAP_API_KEY', '\n'),
    });
    expect(secretKeys).toEqual(readConfig(DEVELOPMENT).secretKeys);
    const connection = { address: 'temporal.example:7233', apiKey: 'secret' };
    expect(temporal).toMatchObject({ namespace: 'licensing', connection });
    expect(readConfig({ ...others, SECRET_KEYS }).bootstrapApiKey).toBeNull();
  });

  test('that is not there, or stands beside the setting, is named and never shown', () => {
    const SECRET_KEYS_FILE = file('BESIDE', 'k1:hidden');
    expect(mistakesOf({ ...DEVELOPMENT, SECRET_KEYS_FILE })).toEqual([
      '  - SECRET_KEYS and SECRET_KEYS_FILE exclude each other: remove the one that is not meant.',
    ]);
    expect(mistakesOf({ ...DEVELOPMENT, BOOTSTRAP_API_KEY_FILE: '/nowhere' })).toEqual([
      '  - BOOTSTRAP_API_KEY_FILE is "/nowhere", which cannot be read: name a file that this process may read.',
    ]);
  });
});
