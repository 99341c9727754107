import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig, readMigrationConfig, readParts, readStartConfig, type Config } from '../../../config.ts';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { compose } from '../../support/build/compose.ts';
import { environmentOfImage } from '../../support/build/image.ts';

type Env = Record<string, string | undefined>;

/** What a deployment leaves at its default, each with its reason; and what one process alone does. */
const LEFT: Record<string, string> = {
  DATA_DIR: 'only `npm start` has a folder of data',
};
const LEFT_BY: Record<string, Record<string, string>> = {
  api: { WORKER_PORT: 'a worker listens there' },
  worker: {
    RESEND_WEBHOOK_SECRET: 'what Resend reports comes to the api',
    TEMPORAL_UI_URL: 'pages with links to it are the api’s',
  },
};

/** What only a Temporal elsewhere asks for. */
const ONLY_CLUSTERS = {
  TEMPORAL_API_KEY: 'the Temporal that docker compose starts knows no keys',
  WORKER_PORT: 'each container has an address of its own',
};

/** OpenTelemetry's own are many, and read by its SDK: compose tells some, the chart has `extraEnv` for all of them. */
const isOpenTelemetrys = (name: string) => name.startsWith('OTEL_');

/** Every name that a process looks up; where `set` says nothing, nothing is set. */
function lookedUp(read: (env: Env) => unknown, set: Env = {}): string[] {
  const names = new Set<string>();
  const env = new Proxy<Env>(
    {},
    {
      get: (_, name) => {
        names.add(String(name));
        return set[String(name)];
      },
    },
  );
  try {
    read(env);
  } catch {
    // Little is set; what matters is what was asked for.
  }
  return [...names].sort();
}

/** The settings that a process asks for, by name. */
const asked = (read: (env: Env) => unknown) =>
  lookedUp(read).filter((name) => !name.endsWith('_FILE') && !isOpenTelemetrys(name));

/** The parts that a process names in its main file. */
function partsOf(main: string): (keyof Config)[] {
  const source = readFileSync(join(ROOT, main), 'utf8');
  const [, names] = /readParts\(\[(.*?)\]\);/s.exec(source)!;
  return [...names!.matchAll(/'(\w+)'/g)].map(([, name]) => name as keyof Config);
}

const readWorkerConfig = (env: Env) => readParts(partsOf('worker/main.ts'), env);

const PROCESSES = [
  ['api', asked(readConfig)],
  ['worker', asked(readWorkerConfig)],
  ['migrate', asked(readMigrationConfig)],
] as const;

test('a process says every setting that it reads', () => {
  const [[, api], [, worker], [, migrate]] = PROCESSES;
  expect(api).toEqual(expect.arrayContaining(['SIGNING_KEYS', 'SECRET_KEYS', 'PUBLIC_URL', 'TRUST_PROXY']));
  expect(worker).not.toContain('SIGNING_KEYS');
  expect(migrate).toEqual(['DATABASE_URL', 'MIGRATION_DATABASE_URL']);
});

/** What a process is given of what it reads, and what it is given and does not read. */
function compared(read: readonly string[], given: readonly string[], elsewhere: object) {
  const left = Object.keys({ ...LEFT, ...elsewhere, ...environmentOfImage() });
  return {
    forgotten: read.filter((setting) => !given.includes(setting) && !left.includes(setting)),
    unread: given.filter((setting) => !read.includes(setting) && !isOpenTelemetrys(setting)),
  };
}

const NOTHING = { forgotten: [], unread: [] };

test.each(PROCESSES)(
  '%s is given each setting that it reads by docker compose, and none that it does not',
  (name, read) => {
    const { environment = {} } = compose.services[name]!;
    const given = Object.keys(environment).map((setting) => setting.replace(/_FILE$/, ''));
    expect(compared(read, given, { ...LEFT_BY[name], ...ONLY_CLUSTERS })).toEqual(NOTHING);
  },
);

test.each(PROCESSES)('%s is given each setting that it reads by the chart, and none that it does not', (name, read) => {
  const file = readFileSync(join(ROOT, 'deploy/helm/cloud-licensing/settings.yaml'), 'utf8');
  const { settings, secrets } = (parse(file) as Record<string, { settings: object; secrets: string[] }>)[name]!;
  expect(compared(read, [...Object.keys(settings), ...secrets], LEFT_BY[name] ?? {})).toEqual(NOTHING);
});

test('operators are told which settings can stand in files, by whom they are read, and no others', () => {
  const ofOnesOwn = { DATABASE_URL: 'postgres://service:x@127.0.0.1/db' };
  const read = {
    api: lookedUp(readConfig),
    worker: lookedUp(readWorkerConfig),
    migrations: lookedUp(readMigrationConfig),
    '`npm start`': [...lookedUp(readStartConfig), ...lookedUp(readStartConfig, ofOnesOwn)],
  };
  const names = new Set(Object.values(read).flat());
  const byFile = [...names].filter((name) => names.has(`${name}_FILE`) && name !== 'NODE_ENV').sort();
  const readersOf = (setting: string) =>
    Object.entries(read)
      .filter(([, looked]) => looked.includes(setting))
      .map(([reader]) => reader)
      .join(', ');
  const text = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8').split('### Settings out of files')[1]!;
  const told = [...text.split('###')[0]!.matchAll(/^\| (.*?) +\| (`.*`) +\|$/gm)].flatMap(([, reader, settings]) =>
    [...settings!.matchAll(/`(\w+)`/g)].map(([, setting]) => [setting, reader]),
  );
  expect(told.sort()).toEqual(byFile.map((setting) => [setting, readersOf(setting)]));
  expect(byFile.length).toBeGreaterThan(25);
});
