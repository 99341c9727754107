import { describe, expect, test } from '@jest/globals';
import { readConfig, readMigrationConfig } from '../../../../config.ts';
import { DEVELOPMENT, PRODUCTION, mistakesOf } from '../../../support/domain/settings.ts';

describe('migrations', () => {
  const { DATABASE_URL } = DEVELOPMENT;
  const MIGRATION_DATABASE_URL = DATABASE_URL.replace('licensing:', 'owner:');

  test('they are told the owner of the tables, and whom to give rights', () => {
    const told = readMigrationConfig({ DATABASE_URL, MIGRATION_DATABASE_URL, PORT: 'x' });
    expect(told).toEqual({ databaseUrl: DATABASE_URL, ownerUrl: MIGRATION_DATABASE_URL });
  });

  test.each([
    [{ DATABASE_URL }, 'MIGRATION_DATABASE_URL is missing'],
    [{ MIGRATION_DATABASE_URL }, 'DATABASE_URL is missing'],
    [{ DATABASE_URL, MIGRATION_DATABASE_URL: 'mysql://me:x@there/db' }, 'MIGRATION_DATABASE_URL is no address'],
    [{ DATABASE_URL, MIGRATION_DATABASE_URL: 'postgres://there/db' }, 'MIGRATION_DATABASE_URL is no address'],
    [{ DATABASE_URL, MIGRATION_DATABASE_URL: DATABASE_URL }, 'MIGRATION_DATABASE_URL names the role of DATABASE_URL'],
  ])('with %j they do not begin', (env, sentence) => {
    expect(mistakesOf(env, readMigrationConfig)).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('production', () => {
  test('a complete configuration is taken', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({
      production: true,
      publicUrl: 'https://licensing.example.com',
      mail: { apiKey: 're_123', baseUrl: undefined, from: 'Licensing <licensing@example.com>', mailbox: false },
    });
  });

  test.each([
    'DATABASE_URL',
    'SECRET_KEYS',
    'SIGNING_KEYS',
    'SIGNING_CERTIFICATES',
    'RESEND_API_KEY',
    'MAIL_FROM',
    'PUBLIC_URL',
  ])('it refuses to start without %s', (name) => {
    expect(mistakesOf({ ...PRODUCTION, [name]: undefined })).toEqual([expect.stringContaining(name)]);
  });

  test('it refuses a public address without TLS', () => {
    expect(mistakesOf({ ...PRODUCTION, PUBLIC_URL: 'http://licensing.example.com' })).toHaveLength(1);
  });

  test('it starts with the development mailbox when that is asked for by name', () => {
    const { mail } = readConfig({ ...PRODUCTION, RESEND_API_KEY: undefined, MAILBOX: 'development' });
    expect(mail).toMatchObject({ mailbox: true, baseUrl: 'https://licensing.example.com/dev/resend' });
  });

  test('a secret for Resend’s reports is taken, and one that cannot be one is refused', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(readConfig({ ...PRODUCTION, RESEND_WEBHOOK_SECRET: secret }).mail.webhookSecret).toBe(secret);
    expect(readConfig(PRODUCTION).mail.webhookSecret).toBeNull();
    expect(mistakesOf({ ...PRODUCTION, RESEND_WEBHOOK_SECRET: 're_123' })).toHaveLength(1);
  });

  test('it refuses a mailbox beside a key, as one of them is not meant', () => {
    expect(mistakesOf({ ...PRODUCTION, MAILBOX: 'development' })).toHaveLength(1);
  });
});
