import { expect } from '@jest/globals';
import { ConfigError, readConfig } from '../../../config.ts';
import { certificateOf } from './roots.ts';

export const key = (bytes: number, fill: number) => Buffer.alloc(bytes, fill).toString('base64url');

export const DEVELOPMENT = {
  DATABASE_URL: 'postgres://licensing:secret@127.0.0.1:5432/licensing',
  SECRET_KEYS: `k1:${key(32, 1)}`,
  SIGNING_KEYS: `s1:${key(32, 2)}`,
  SIGNING_CERTIFICATES: certificateOf(Buffer.alloc(32, 2)),
  // Keeps a configuration file in the home folder of whoever runs the test out of it.
  TEMPORAL_CONFIG_FILE: '/does/not/exist.toml',
};

export const PRODUCTION = {
  ...DEVELOPMENT,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://licensing.example.com/',
  RESEND_API_KEY: 're_123',
  MAIL_FROM: 'Licensing <licensing@example.com>',
};

export type Env = Record<string, string | undefined>;

/** What is said about a configuration: one sentence a mistake. */
export function mistakesOf(env: Env, read: (env: Env) => unknown = readConfig): string[] {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message.split('\n').slice(1);
  }
  return [];
}
