import { describe, expect, test } from '@jest/globals';
import { readConfig, readStartConfig } from '../../../../config.ts';
import { DEVELOPMENT, PRODUCTION, mistakesOf } from '../../../support/domain/settings.ts';

describe('defaults', () => {
  test('in development the service listens on this machine alone, and mail goes to the mailbox', () => {
    expect(readConfig(DEVELOPMENT)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      production: false,
      dataDir: '.data',
      trustProxy: false,
      temporal: { namespace: 'default', uiUrl: null, connection: { address: '127.0.0.1:7233' } },
      mail: { apiKey: 're_development', baseUrl: 'http://127.0.0.1:3000/dev/resend', mailbox: true },
      bootstrapApiKey: null,
      statementSeconds: 5,
      drainSeconds: 0,
    });
  });

  test('in production an api that is asked to stop says so before it goes, longer than whoever balances looks', () => {
    expect(readConfig(PRODUCTION).drainSeconds).toBe(5);
    expect(readConfig({ ...PRODUCTION, DRAIN_SECONDS: '0', STATEMENT_SECONDS: '60' })).toMatchObject({
      drainSeconds: 0,
      statementSeconds: 60,
    });
  });

  test.each([
    ['STATEMENT_SECONDS', ['0', '61', '1.5', '5s', '-1']],
    ['DRAIN_SECONDS', ['301', '0.5', 'long']],
    ['ASK_AGAIN_MINUTES', ['0', '1441', 'never']],
  ])('%s is a whole number within its bounds', (name, wrong) => {
    for (const value of wrong)
      expect(mistakesOf({ ...DEVELOPMENT, [name]: value })).toEqual([expect.stringContaining(`${name} is "${value}"`)]);
  });

  test('an IPv6 host stands in brackets in the public address', () => {
    expect(readConfig({ ...DEVELOPMENT, HOST: '::1', PORT: '8080' }).publicUrl).toBe('http://[::1]:8080');
  });

  test('an empty setting counts as not set', () => {
    expect(readConfig({ ...DEVELOPMENT, PORT: '', TRUST_PROXY: ' ' })).toMatchObject({ port: 3000, trustProxy: false });
  });

  test('Temporal Cloud works by its own variables alone', () => {
    const { temporal } = readConfig({
      ...DEVELOPMENT,
      TEMPORAL_ADDRESS: 'eu-central-1.aws.api.temporal.io:7233',
      TEMPORAL_NAMESPACE: 'licensing.a1b2c',
      TEMPORAL_API_KEY: 'secret',
    });
    expect(temporal).toMatchObject({
      namespace: 'licensing.a1b2c',
      connection: { address: 'eu-central-1.aws.api.temporal.io:7233', apiKey: 'secret', tls: true },
    });
  });

  test.each([
    ['true', true],
    ['false', false],
    ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
    ['2', 2],
  ])('TRUST_PROXY=%s is taken as %p', (value, expected) => {
    expect(readConfig({ ...DEVELOPMENT, TRUST_PROXY: value }).trustProxy).toBe(expected);
  });

  test('in production nobody may name his own address', () => {
    expect(mistakesOf({ ...PRODUCTION, TRUST_PROXY: 'true' })).toEqual([expect.stringContaining('TRUST_PROXY')]);
    for (const value of ['false', '1', '10.0.0.0/8'])
      expect(mistakesOf({ ...PRODUCTION, TRUST_PROXY: value })).toEqual([]);
  });
});

describe('npm start', () => {
  test('it needs no setting at all', () => {
    expect(readStartConfig({ TEMPORAL_CONFIG_FILE: DEVELOPMENT.TEMPORAL_CONFIG_FILE })).toMatchObject({
      databaseUrl: null,
      postgresPort: null,
      temporalAddress: null,
      temporalPort: 7233,
      temporalUiPort: 8233,
      sampleData: true,
    });
  });

  test('a database of one’s own gets no sample orders unless they are asked for', () => {
    expect(readStartConfig(DEVELOPMENT).sampleData).toBe(false);
    expect(readStartConfig({ ...DEVELOPMENT, SAMPLE_DATA: 'true' }).sampleData).toBe(true);
  });

  test('it reports its own mistakes and the service’s in one go', () => {
    const mistakes = mistakesOf({ ...DEVELOPMENT, PORT: 'x', TEMPORAL_PORT: '0', SAMPLE_DATA: 'no' }, readStartConfig);
    expect(mistakes).toHaveLength(3);
  });
});
