import { isIP } from 'node:net';
import { readDatabaseUrl, readTrustProxy } from './config/addresses.ts';
import { readCertified, type SigningKeys } from './config/certificates.ts';
import { readCatalogueSetting } from './config/catalogue.ts';
import { readBootstrapApiKey, readSecretKeys, readSeeds, type SecretKeys } from './config/keys.ts';
import { readMail, type MailConfig } from './config/mail.ts';
import { readServiceTokens, type ServiceTokenConfig } from './config/service-tokens.ts';
import { readAll, readFlag, readNumber, readPort, readUrl, type Env, type Settings } from './config/settings.ts';
import { readTemporal, type TemporalConfig } from './config/temporal.ts';
import { readTracing, type TracingConfig } from './config/tracing.ts';
import { readWebhooks, type WebhookConfig } from './config/webhooks.ts';
import type { Catalogue } from './domain/catalogue/catalogue.ts';
import { SIGN_IN_LIMITS } from './domain/people/sign-in-limits.ts';

export { certificateWarning, requireLastingCertificate } from './config/certificates.ts';
export { ConfigError } from './config/settings.ts';

/** What the processes of the service are told; secrets included, so it is never logged. */
export type Config = {
  host: string;
  port: number;
  /** Where a worker answers those who watch it. */
  workerPort: number;
  /** The address that people and servers use, without a slash at its end. */
  publicUrl: string;
  production: boolean;
  dataDir: string;
  databaseUrl: string;
  /** How many seconds a statement of api and worker may take; the other deadlines of the database follow (db/deadlines.ts). */
  statementSeconds: number;
  /** How many seconds an api that is asked to stop says so at /readyz before it takes no more connections. */
  drainSeconds: number;
  /** As Fastify's `trustProxy`: the proxies whose X-Forwarded-For counts. */
  trustProxy: boolean | string | number;
  temporal: TemporalConfig;
  mail: MailConfig;
  webhooks: WebhookConfig;
  secretKeys: SecretKeys;
  signingKeys: SigningKeys;
  serviceTokens: ServiceTokenConfig;
  bootstrapApiKey: string | null;
  catalogue: Catalogue;
  /** How many minutes after signing in, or proving it, somebody is not asked again before what cannot be undone. */
  askAgainMinutes: number;
  /** Null where no traces are sent; where to, OpenTelemetry reads itself. */
  tracing: TracingConfig | null;
};

/** What the migrations are told: the addresses of one database, as the service and as the owner of its tables. */
export type MigrationConfig = Pick<Config, 'databaseUrl'> & { ownerUrl: string };

/** What is told of Temporal's own database: its visibility's, for the owner of the tables. */
export type VisibilityConfig = Pick<Config, 'temporal'> & { visibilityUrl: string };

/** What `npm start` is told; null is what it provides by itself. */
export type StartConfig = Pick<Config, 'host' | 'port' | 'publicUrl' | 'dataDir' | 'mail'> & {
  databaseUrl: string | null;
  ownerUrl: string | null;
  postgresPort: number | null;
  workerPort: number | null;
  temporalAddress: string | null;
  temporalNamespace: string;
  temporalPort: number;
  temporalUiPort: number;
  temporalUiUrl: string | null;
  sampleData: boolean;
};

/** Each part by itself, so that a process needs, and is given, no secret but its own. */
const PARTS: { [Name in keyof Config]: (settings: Settings) => Config[Name] } = {
  host: readHost,
  port: (settings) => readPort(settings, 'PORT', 3000),
  workerPort: (settings) => readPort(settings, 'WORKER_PORT', 3001),
  publicUrl: readPublicUrl,
  production: isProduction,
  dataDir: ({ text }) => text('DATA_DIR') ?? '.data',
  databaseUrl: (settings) => readDatabaseUrl(settings, 'DATABASE_URL', required(settings, 'DATABASE_URL')),
  statementSeconds: (settings) => readNumber(settings, 'STATEMENT_SECONDS', { fallback: 5, from: 1, to: 60 }),
  drainSeconds: (settings) =>
    readNumber(settings, 'DRAIN_SECONDS', { fallback: isProduction(settings) ? 5 : 0, from: 0, to: 300 }),
  trustProxy: (settings) => readTrustProxy(settings, isProduction(settings)),
  temporal: readTemporal,
  mail: (settings) => readMail(settings, isProduction(settings), readPublicUrl(settings)),
  webhooks: (settings) => readWebhooks(settings, isProduction(settings)),
  secretKeys: (settings) => readSecretKeys(settings, required(settings, 'SECRET_KEYS')),
  signingKeys: readSigningKeys,
  serviceTokens: (settings) => readServiceTokens(settings),
  bootstrapApiKey: readBootstrapApiKey,
  catalogue: readCatalogueSetting,
  askAgainMinutes: (settings) =>
    readNumber(settings, 'ASK_AGAIN_MINUTES', { fallback: SIGN_IN_LIMITS.askAgainMinutes, from: 1, to: A_DAY_MINUTES }),
  tracing: readTracing,
};

/** Reads the whole environment of the service, as the api needs it. Throws one {@link ConfigError} that names every mistake. */
export function readConfig(env: Env = process.env): Config {
  return readParts(Object.keys(PARTS) as (keyof Config)[], env);
}

/** One setting as it stands, by its value or its file; undefined where it is not set. Throws as {@link readConfig} does. */
export function readSetting(name: string, env: Env = process.env): string | undefined {
  return readAll(env, ({ text }) => text(name));
}

/** Reads what a process names, and nothing else. Throws as {@link readConfig} does. */
export function readParts<Name extends keyof Config>(
  names: readonly Name[],
  env: Env = process.env,
): Pick<Config, Name> {
  return readAll(
    env,
    (settings) => Object.fromEntries(names.map((name) => [name, PARTS[name](settings)])) as Pick<Config, Name>,
  );
}

/** Reads what the migrations need, and nothing else. Throws as {@link readConfig} does. */
export function readMigrationConfig(env: Env = process.env): MigrationConfig {
  return readAll(env, (settings) => {
    const databaseUrl = PARTS.databaseUrl(settings);
    required(settings, OWNER);
    return { databaseUrl, ownerUrl: readOwnerUrl(settings, databaseUrl) ?? '' };
  });
}

/** Reads what narrows the indexes of Temporal's visibility, and nothing else. Throws as {@link readConfig} does. */
export function readVisibilityConfig(env: Env = process.env): VisibilityConfig {
  return readAll(env, (settings) => ({
    temporal: PARTS.temporal(settings),
    visibilityUrl: readDatabaseUrl(settings, VISIBILITY, required(settings, VISIBILITY)),
  }));
}

/** Reads the environment of `npm start`, which provides what is not set. Throws as {@link readConfig} does. */
export function readStartConfig(env: Env = process.env): StartConfig {
  return readAll(env, (settings) => {
    const { text } = settings;
    const databaseUrl = text('DATABASE_URL') ?? null;
    readTrustProxy(settings, text('NODE_ENV') === 'production');
    const { namespace, uiUrl } = readTemporal(settings);
    readBootstrapApiKey(settings);
    readCatalogueSetting(settings);
    readWebhooks(settings, isProduction(settings));
    readTracing(settings);
    readSecretKeys(settings, text('SECRET_KEYS') ?? '');
    const seeds = readSeeds(settings, text('SIGNING_KEYS') ?? '');
    const certificates = text('SIGNING_CERTIFICATES');
    if (certificates) readCertified(settings, seeds, certificates);
    readServiceTokens(settings, databaseUrl === null);
    return {
      ...readShared(settings),
      databaseUrl: databaseUrl && readDatabaseUrl(settings, 'DATABASE_URL', databaseUrl),
      ownerUrl: databaseUrl && readOwnerUrl(settings, databaseUrl),
      postgresPort: text('POSTGRES_PORT') ? readPort(settings, 'POSTGRES_PORT', 0) : null,
      workerPort: text('WORKER_PORT') ? PARTS.workerPort(settings) : null,
      temporalAddress: text('TEMPORAL_ADDRESS') ?? null,
      temporalNamespace: namespace,
      temporalPort: readPort(settings, 'TEMPORAL_PORT', 7233),
      temporalUiPort: readPort(settings, 'TEMPORAL_UI_PORT', 8233),
      temporalUiUrl: uiUrl,
      sampleData: readFlag(settings, 'SAMPLE_DATA', databaseUrl === null),
    };
  });
}

function readShared(settings: Settings) {
  const { host, port, publicUrl, production, dataDir, mail } = PARTS;
  return {
    host: host(settings),
    port: port(settings),
    publicUrl: publicUrl(settings),
    production: production(settings),
    dataDir: dataDir(settings),
    mail: mail(settings),
  };
}

function isProduction({ text }: Settings): boolean {
  return text('NODE_ENV') === 'production';
}

function readHost({ text }: Settings): string {
  return text('HOST') ?? '127.0.0.1';
}

function readPublicUrl(settings: Settings): string {
  const host = readHost(settings);
  const ownAddress = () => `http://${isIP(host) === 6 ? `[${host}]` : host}:${PARTS.port(settings)}`;
  const publicUrl = readUrl(settings, 'PUBLIC_URL') ?? ownAddress();
  if (isProduction(settings) && !publicUrl.startsWith('https:')) {
    settings.mistake(
      'PUBLIC_URL must begin with https:// in production: set it to the address of the proxy that ends TLS.',
    );
  }
  return publicUrl;
}

/** MIGRATION_DATABASE_URL; null unless set. The service's own role would own what it must not change. */
function readOwnerUrl(settings: Settings, databaseUrl: string): string | null {
  const value = settings.text(OWNER);
  if (value === undefined) return null;
  const role = URL.parse(readDatabaseUrl(settings, OWNER, value))?.username;
  if (role && role === URL.parse(databaseUrl)?.username) {
    settings.mistake(
      `${OWNER} names the role of DATABASE_URL: name the owner of the tables, and in DATABASE_URL another role for the service.`,
    );
  }
  return value;
}

function readSigningKeys(settings: Settings): SigningKeys {
  const seeds = readSeeds(settings, required(settings, 'SIGNING_KEYS'));
  return readCertified(settings, seeds, required(settings, 'SIGNING_CERTIFICATES'));
}

function required({ text, mistake }: Settings, name: keyof typeof EXAMPLES): string {
  if (!text(name)) mistake(`${name} is missing: set it like ${EXAMPLES[name]} (\`npm start\` provides one by itself).`);
  return text(name) ?? '';
}

/** A day: a session itself lasts longer. */
const A_DAY_MINUTES = 1_440;

const OWNER = 'MIGRATION_DATABASE_URL';
const VISIBILITY = 'VISIBILITY_DATABASE_URL';

const EXAMPLES = {
  DATABASE_URL: 'postgres://user:password@host:5432/database',
  [OWNER]: 'postgres://owner:password@host:5432/database',
  [VISIBILITY]: 'postgres://temporal:password@host:5432/temporal_visibility',
  SECRET_KEYS: 'k1:<what `openssl rand -base64 32 | tr +/ -_` prints>',
  SIGNING_KEYS: 's1:<what `openssl rand -base64 32 | tr +/ -_` prints>',
  SIGNING_CERTIFICATES: '<what `npm run keys:certify` prints>',
};
