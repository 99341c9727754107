import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  certificateWarning,
  ConfigError,
  readConfig,
  readMigrationConfig,
  readParts,
  readStartConfig,
  requireLastingCertificate,
} from '../../../config.ts';
import { certificateOf } from '../../support/domain/roots.ts';

const key = (bytes: number, fill: number) => Buffer.alloc(bytes, fill).toString('base64url');

const DEVELOPMENT = {
  DATABASE_URL: 'postgres://licensing:secret@127.0.0.1:5432/licensing',
  SECRET_KEYS: `k1:${key(32, 1)}`,
  SIGNING_KEYS: `s1:${key(32, 2)}`,
  SIGNING_CERTIFICATES: certificateOf(Buffer.alloc(32, 2)),
  // Keeps a configuration file in the home folder of whoever runs the test out of it.
  TEMPORAL_CONFIG_FILE: '/does/not/exist.toml',
};

const PRODUCTION = {
  ...DEVELOPMENT,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://licensing.example.com/',
  RESEND_API_KEY: 're_123',
  MAIL_FROM: 'Licensing <licensing@example.com>',
};

type Env = Record<string, string | undefined>;

/** What is said about a configuration: one sentence a mistake. */
function mistakesOf(env: Env, read: (env: Env) => unknown = readConfig): string[] {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message.split('\n').slice(1);
  }
  return [];
}

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

describe('webhooks', () => {
  const targets = (env: Record<string, string>) => [...readConfig(env).webhooks.privateTargets];

  test('are sent to this machine in development alone, unless hosts are named', () => {
    expect(targets(DEVELOPMENT)).toEqual(['localhost', '127.0.0.1', '::1']);
    expect(targets(PRODUCTION)).toEqual([]);
    const named = { WEBHOOK_PRIVATE_TARGETS: 'ERP.internal, 0x0a010203,fd00::0:1' };
    expect(targets({ ...PRODUCTION, ...named })).toEqual(['erp.internal', '10.1.2.3', 'fd00::1']);
    expect(targets({ ...DEVELOPMENT, ...named })).toEqual(['erp.internal', '10.1.2.3', 'fd00::1']);
  });

  test.each(['10.0.0.0/8', 'erp.internal:8080', 'https://erp.internal', '*.internal', 'a,,b', 'user@erp.internal'])(
    'are sent to no host that is written like %s',
    (WEBHOOK_PRIVATE_TARGETS) => {
      expect(mistakesOf({ ...DEVELOPMENT, WEBHOOK_PRIVATE_TARGETS })).toEqual([
        expect.stringContaining('WEBHOOK_PRIVATE_TARGETS'),
      ]);
    },
  );

  test('go through a proxy where one is set, and its address is checked', () => {
    expect(readConfig({ ...DEVELOPMENT, WEBHOOK_PROXY: 'http://proxy.internal:3128' }).webhooks.proxy).toBe(
      'http://proxy.internal:3128',
    );
    expect(mistakesOf({ ...DEVELOPMENT, WEBHOOK_PROXY: 'proxy.internal' })).toHaveLength(1);
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

describe('traces', () => {
  const tracing = (env: Env) => readParts(['tracing'], env).tracing;

  test.each<[string, Env, object | null]>([
    ['off where nothing is said', {}, null],
    ['on where somebody receives them', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, { isNamed: false }],
    ['on by their own address', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://c.example/v1' }, { isNamed: false }],
    [
      'on by an exporter, in the name that is set',
      { OTEL_TRACES_EXPORTER: 'console', OTEL_SERVICE_NAME: 'x' },
      { isNamed: true },
    ],
    [
      'named by an attribute',
      { OTEL_TRACES_EXPORTER: 'otlp', OTEL_RESOURCE_ATTRIBUTES: 'a=b,service.name=x' },
      { isNamed: true },
    ],
    ['off by their exporter', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, null],
    ['off as a whole', { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, null],
  ])('are %s', (_, env, expected) => {
    expect(tracing(env)).toEqual(expected);
  });

  test('are set by no file, as OpenTelemetry reads none: one that is named is a mistake', () => {
    const env = {
      OTEL_EXPORTER_OTLP_HEADERS_FILE: '/run/secrets/HEADERS',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OTEL_CONFIG_FILE: '/etc/otel.yaml',
    };
    expect(mistakesOf(env, tracing)).toEqual([expect.stringContaining('OTEL_EXPORTER_OTLP_HEADERS_FILE is read by')]);
  });

  test('that would not be sent are a mistake', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
      OTEL_TRACES_EXPORTER: 'otlp,jaeger',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'udp',
    };
    expect(mistakesOf(env, tracing)).toEqual([
      expect.stringContaining('OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318"'),
      expect.stringContaining('OTEL_TRACES_EXPORTER is "jaeger"'),
      expect.stringContaining('OTEL_EXPORTER_OTLP_PROTOCOL is "udp"'),
    ]);
  });
});
