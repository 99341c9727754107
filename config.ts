import { isIP } from 'node:net';
import { loadClientConnectConfig } from '@temporalio/envconfig';

/** How to reach Temporal: what `@temporalio/envconfig` made of TEMPORAL_ADDRESS, TEMPORAL_API_KEY, TEMPORAL_TLS and so on. */
export type TemporalConnection = ReturnType<typeof loadClientConnectConfig>['connectionOptions'] & { address: string };

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
  trustProxy: boolean | string;
  temporal: { namespace: string; taskQueue: string; uiUrl: string | null; connection: TemporalConnection };
  /** `mailbox` says that mail goes to the development mailbox; `baseUrl` undefined is Resend's own; without `webhookSecret` no reports are taken. */
  mail: { apiKey: string; baseUrl: string | undefined; from: string; mailbox: boolean; webhookSecret: string | null };
  /** The first is current, the others still verify. */
  secretKeys: { name: string; key: Buffer }[];
  /** Ed25519 seeds of 32 bytes; the first is current, the others still verify. */
  signingKeys: { kid: string; seed: Buffer }[];
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

/** The settings are wrong; the message lists every mistake and what to do about it. */
export class ConfigError extends Error {
  override name = 'ConfigError';

  constructor(mistakes: readonly string[]) {
    super(['The configuration cannot be used:', ...mistakes.map((mistake) => `  - ${mistake}`)].join('\n'));
  }
}

type Env = Record<string, string | undefined>;

type Settings = {
  env: Env;
  mistake: (sentence: string) => undefined;
  /** The value of a setting; an empty one counts as not set. */
  text: (name: string) => string | undefined;
};

const DEFAULT_TEMPORAL_ADDRESS = '127.0.0.1:7233';
const TASK_QUEUE = 'cloud-licensing';
const PRODUCTION_KEY_LENGTH = 32;
const SECRET_BYTES = 32;
const SEED_BYTES = 32;

/** Reads the environment of a process of the service. Throws one {@link ConfigError} that names every mistake. */
export function readConfig(env: Env = process.env): Config {
  return readAll(env, (settings) => ({
    ...readShared(settings),
    databaseUrl: readDatabaseUrl(settings, required(settings, 'DATABASE_URL')),
    trustProxy: readTrustProxy(settings),
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
    readTrustProxy(settings);
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

function readAll<T>(env: Env, read: (settings: Settings) => T): T {
  const mistakes: string[] = [];
  const config = read({
    env,
    mistake: (sentence) => void mistakes.push(sentence),
    text: (name) => env[name]?.trim() || undefined,
  });
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
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

function readPort({ text, mistake }: Settings, name: string, fallback: number): number {
  const value = text(name);
  if (value === undefined) return fallback;
  const port = Number(value);
  const valid = /^\d+$/.test(value) && port >= 1 && port <= 65_535;
  if (!valid) mistake(`${name} is "${value}": set it to a port, a whole number from 1 to 65535.`);
  return port;
}

function readFlag({ text, mistake }: Settings, name: string, fallback: boolean): boolean {
  const value = text(name) ?? String(fallback);
  if (value !== 'true' && value !== 'false') mistake(`${name} is "${value}": set it to true or false.`);
  return value === 'true';
}

function readUrl({ text, mistake }: Settings, name: string): string | undefined {
  const value = text(name);
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    return mistake(`${name} is "${value}": set it to an address like https://licensing.example.com.`);
  }
  return url.href.replace(/\/+$/, '');
}

function readDatabaseUrl({ mistake }: Settings, value: string): string {
  const url = URL.parse(value);
  if (value && (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)) {
    mistake('DATABASE_URL is no address of a database: set it like postgres://user:password@host:5432/database.');
  }
  return value;
}

function readTrustProxy({ text, mistake }: Settings): boolean | string {
  const value = text('TRUST_PROXY') ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  if (!value.split(',').every((part) => isProxy(part.trim()))) {
    mistake(
      `TRUST_PROXY is "${value}": set it to the proxy's IP address or range like 10.0.0.0/8, to true, or to false.`,
    );
  }
  return value;
}

function isProxy(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
  return isIP(address) > 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}

function readTemporal(settings: Settings): Config['temporal'] {
  const uiUrl = readUrl(settings, 'TEMPORAL_UI_URL') ?? null;
  const { connectionOptions, namespace } = readTemporalConnection(settings);
  return {
    namespace: namespace ?? 'default',
    taskQueue: TASK_QUEUE,
    uiUrl,
    connection: { ...connectionOptions, address: connectionOptions.address ?? DEFAULT_TEMPORAL_ADDRESS },
  };
}

function readTemporalConnection({ env, mistake }: Settings): Partial<ReturnType<typeof loadClientConnectConfig>> & {
  connectionOptions: Partial<TemporalConnection>;
} {
  try {
    const set = Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(set) });
  } catch (error) {
    mistake(`TEMPORAL_… or Temporal's configuration file cannot be used: ${(error as Error).message}.`);
    return { connectionOptions: {} };
  }
}

function readMail(settings: Settings, production: boolean, publicUrl: string): Config['mail'] {
  const { text, mistake } = settings;
  const apiKey = text('RESEND_API_KEY');
  const from = text('MAIL_FROM');
  const asked = text('MAILBOX');
  const baseUrl = readUrl(settings, 'RESEND_BASE_URL');
  if (asked && asked !== 'development') mistake(`MAILBOX is "${asked}": set it to development, or not at all.`);
  if (asked && apiKey) mistake('RESEND_API_KEY and MAILBOX exclude each other: remove the one that is not meant.');
  if (production && !apiKey && !asked) {
    mistake('RESEND_API_KEY is missing: set it, or MAILBOX=development to send no mail and show it at /dev/outbox.');
  }
  if (production && apiKey && !from) {
    mistake('MAIL_FROM is missing: set it like Licensing <licensing@example.com>, in a domain verified at Resend.');
  }
  return {
    apiKey: apiKey ?? 're_development',
    baseUrl: baseUrl ?? (apiKey ? undefined : `${publicUrl}/dev/resend`),
    from: from ?? 'Cloud Licensing <licensing@cloud-licensing.example>',
    mailbox: !apiKey,
    webhookSecret: readWebhookSecret(settings),
  };
}

function readWebhookSecret({ text, mistake }: Settings): string | null {
  const value = text('RESEND_WEBHOOK_SECRET');
  if (value && !/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/.test(value))
    mistake(
      'RESEND_WEBHOOK_SECRET is none: copy the signing secret, which begins with whsec_, from the webhook at Resend.',
    );
  return value ?? null;
}

function readSecretKeys(settings: Settings, value: string): Config['secretKeys'] {
  return readKeys(settings, 'SECRET_KEYS', value, (key) => key.length >= SECRET_BYTES, 'at least 32 bytes').map(
    ([name, key]) => ({ name, key }),
  );
}

function readSigningKeys(settings: Settings, value: string): Config['signingKeys'] {
  return readKeys(settings, 'SIGNING_KEYS', value, (seed) => seed.length === SEED_BYTES, 'exactly 32 bytes').map(
    ([kid, seed]) => ({ kid, seed }),
  );
}

/** Reads `name:<base64url>,name:<base64url>`. A mistake names the key by its place and name, never by its value. */
function readKeys(
  { mistake }: Settings,
  setting: string,
  value: string,
  fits: (key: Buffer) => boolean,
  size: string,
): [string, Buffer][] {
  const names = new Set<string>();
  const entries = value ? value.split(',') : [];
  return entries.flatMap((entry, index): [string, Buffer][] => {
    const [, name, encoded] = /^([\w-]{1,40}):([\w-]+)=*$/.exec(entry.trim()) ?? [];
    if (!name || !encoded) {
      mistake(
        `${setting}, entry ${index + 1}, does not read name:<base64url>: write it so, with a comma between entries.`,
      );
      return [];
    }
    const key = Buffer.from(encoded, 'base64url');
    if (!fits(key)) mistake(`${setting}, key "${name}", has ${key.length} bytes: give it ${size} in base64url.`);
    if (names.has(name)) mistake(`${setting} has two keys named "${name}": give each its own name.`);
    names.add(name);
    return [[name, key]];
  });
}

function readBootstrapApiKey({ text, mistake }: Settings): string | null {
  const value = text('BOOTSTRAP_API_KEY');
  if (!value) return null;
  if (!/^[\w.~+/-]+=*$/.test(value)) {
    mistake('BOOTSTRAP_API_KEY has characters that a Bearer token cannot have: use letters, digits, - and _.');
  }
  if (text('NODE_ENV') === 'production' && value.length < PRODUCTION_KEY_LENGTH) {
    mistake(`BOOTSTRAP_API_KEY is too short for production: use at least ${PRODUCTION_KEY_LENGTH} random characters.`);
  }
  return value;
}
