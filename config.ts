import { isIP } from 'node:net';
import { readDatabaseUrl, readTrustProxy } from './config/addresses.ts';
import {
  readBootstrapApiKey,
  readSecretKeys,
  readSigningKeys,
  type SecretKeys,
  type SigningKeys,
} from './config/keys.ts';
import { readMail, type MailConfig } from './config/mail.ts';
import { readAll, readFlag, readPort, readUrl, type Env, type Settings } from './config/settings.ts';
import { readTemporal, type TemporalConfig } from './config/temporal.ts';

/** What the processes of the service are told; secrets included, so it is never logged. */
export type Config = {
  host: string;
  port: number;
  /** The address that people and servers use, without a slash at its end. */
  publicUrl: string;
  production: boolean;
  dataDir: string;
  databaseUrl: string;
  /** As Fastify's `trustProxy`: the proxies whose X-Forwarded-For counts. */
  trustProxy: boolean | string | number;
  temporal: TemporalConfig;
  mail: MailConfig;
  secretKeys: SecretKeys;
  signingKeys: SigningKeys;
  bootstrapApiKey: string | null;
};

/** What `npm start` is told; null is what it provides by itself. */
export type StartConfig = Pick<Config, 'host' | 'port' | 'publicUrl' | 'dataDir' | 'mail'> & {
  databaseUrl: string | null;
  postgresPort: number | null;
  temporalAddress: string | null;
  temporalNamespace: string;
  temporalPort: number;
  temporalUiPort: number;
  temporalUiUrl: string | null;
  sampleData: boolean;
};

/** Reads the environment of a process of the service. Throws one {@link ConfigError} that names every mistake. */
export function readConfig(env: Env = process.env): Config {
  return readAll(env, (settings) => ({
    ...readShared(settings),
    databaseUrl: readDatabaseUrl(settings, required(settings, 'DATABASE_URL')),
    trustProxy: readTrustProxy(settings, settings.text('NODE_ENV') === 'production'),
    temporal: readTemporal(settings),
    secretKeys: readSecretKeys(settings, required(settings, 'SECRET_KEYS')),
    signingKeys: readSigningKeys(settings, required(settings, 'SIGNING_KEYS')),
    bootstrapApiKey: readBootstrapApiKey(settings),
  }));
}

/** Reads the environment of `npm start`, which provides what is not set. Throws as {@link readConfig} does. */
export function readStartConfig(env: Env = process.env): StartConfig {
  return readAll(env, (settings) => {
    const { text } = settings;
    const databaseUrl = text('DATABASE_URL');
    readTrustProxy(settings, text('NODE_ENV') === 'production');
    const { namespace, uiUrl } = readTemporal(settings);
    readBootstrapApiKey(settings);
    readSecretKeys(settings, text('SECRET_KEYS') ?? '');
    readSigningKeys(settings, text('SIGNING_KEYS') ?? '');
    return {
      ...readShared(settings),
      databaseUrl: databaseUrl ? readDatabaseUrl(settings, databaseUrl) : null,
      postgresPort: text('POSTGRES_PORT') ? readPort(settings, 'POSTGRES_PORT', 0) : null,
      temporalAddress: text('TEMPORAL_ADDRESS') ?? null,
      temporalNamespace: namespace,
      temporalPort: readPort(settings, 'TEMPORAL_PORT', 7233),
      temporalUiPort: readPort(settings, 'TEMPORAL_UI_PORT', 8233),
      temporalUiUrl: uiUrl,
      sampleData: readFlag(settings, 'SAMPLE_DATA', databaseUrl === undefined),
    };
  });
}

function readShared(settings: Settings) {
  const { text, mistake } = settings;
  const production = text('NODE_ENV') === 'production';
  const host = text('HOST') ?? '127.0.0.1';
  const port = readPort(settings, 'PORT', 3000);
  const publicUrl = readUrl(settings, 'PUBLIC_URL') ?? `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  if (production && !publicUrl.startsWith('https:')) {
    mistake('PUBLIC_URL must begin with https:// in production: set it to the address of the proxy that ends TLS.');
  }
  return {
    host,
    port,
    publicUrl,
    production,
    dataDir: text('DATA_DIR') ?? '.data',
    mail: readMail(settings, production, publicUrl),
  };
}

function required({ text, mistake }: Settings, name: 'DATABASE_URL' | 'SECRET_KEYS' | 'SIGNING_KEYS'): string {
  const examples = {
    DATABASE_URL: 'postgres://user:password@host:5432/database',
    SECRET_KEYS: 'k1:<what `openssl rand -base64 32 | tr +/ -_` prints>',
    SIGNING_KEYS: 's1:<what `openssl rand -base64 32 | tr +/ -_` prints>',
  };
  if (!text(name)) mistake(`${name} is missing: set it like ${examples[name]} (\`npm start\` provides one by itself).`);
  return text(name) ?? '';
}
