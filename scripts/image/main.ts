import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../admin/command-line.ts';
import { ROOT } from '../prepare/binaries.mjs';
import { developmentCertificates } from '../start/roots.ts';
import { baseFor } from './bases.ts';
import { succeed } from '../run-program.ts';
import { findEngine, limits, type Engine } from './engine.ts';
import { readCompose, type Compose } from './plan.ts';
import { up, type Up } from './up.ts';

const PROJECT = 'cloud-licensing-check';
const IMAGE = 'localhost/cloud-licensing-check';
const URL_OF_PROXY = 'https://localhost';
const MOST_MB = 450;
/** Where the dump lies in the container of the database: a folder that it can write. */
const DUMP = '/run/postgresql/licensing.dump';

/** The core of one platform, and the list of what the image is made of. */
const WANTED = /\/releases\/\w+-unknown-linux-gnu\/index\.node$|\/dist\/sbom\.cdx\.json$/;

const about = `Builds the image, starts every service of docker-compose.yml, tells the story of one order through the proxy, backs
up, restores, and removes what it started. It needs docker or podman; images that cannot be pulled are made here.`;
const { keep, built } = commandLine('npm run check:image', about)
  .option('--keep', 'leave everything running when it is over')
  .option('--built', 'take the image that the last run built')
  .parse()
  .opts<{ keep?: true; built?: true }>();

const tell = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`);
const engine = await findEngine();
if (engine) await check(engine);
else console.log('Neither docker nor podman runs here: nothing was checked.');

async function check(engine: Engine): Promise<void> {
  const settings = {
    PUBLIC_URL: URL_OF_PROXY,
    ...{ MAILBOX: 'development', RESEND_BASE_URL: 'http://api:3000/dev/resend' },
    BACKUPS_KEPT: '2',
  };
  const compose = readCompose(settings);
  const secrets = await makeSecrets();
  try {
    if (!built) await build(engine, compose);
    const images = new Map<string, string>();
    for (const [service, { image }] of Object.entries(compose.services))
      images.set(service, image === 'cloud-licensing' ? IMAGE : await baseFor(engine, image, tell));
    const counts = { api: 2, worker: 2 };
    const imageOf = (service: string) => images.get(service)!;
    const started = await up(engine, compose, { project: PROJECT, counts, imageOf, secrets, tell });
    try {
      await live(engine, started, secrets);
      await backUp(engine, started);
    } finally {
      if (keep) tell(`left running: ${started.containers.map(({ name }) => name).join(', ')}`);
      else await started.down();
    }
    tell('everything was stopped and removed');
  } finally {
    rmSync(secrets, { recursive: true });
  }
}

/** The secrets as an operator makes them, in a folder of their own, with certificates of a root that was made for this. */
async function makeSecrets(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-check-'));
  mkdirSync(join(folder, 'deploy'));
  cpSync(join(ROOT, 'deploy', 'make-secrets.sh'), join(folder, 'deploy', 'make-secrets.sh'));
  await succeed('sh', [join(folder, 'deploy', 'make-secrets.sh')]);
  const secrets = join(folder, 'deploy', 'secrets');
  const certificates = developmentCertificates(folder, readFileSync(join(secrets, 'SIGNING_KEYS'), 'utf8'), Date.now());
  writeFileSync(join(secrets, 'SIGNING_CERTIFICATES'), certificates);
  return secrets;
}

/** Builds the Dockerfile as it is. Throws where the image is too large, or has what only developers need. */
async function build(engine: Engine, compose: Compose): Promise<void> {
  const args = Object.entries(compose.services.migrate!.build!.args!);
  const given: string[] = [];
  for (const [name, image] of args) given.push('--build-arg', `${name}=${await baseFor(engine, image, tell)}`);
  tell('building the image');
  await engine.run('build', '--tag', IMAGE, ...given, ROOT);
  const bytes = Number(await engine.run('image', 'inspect', '--format', '{{.Size}}', IMAGE));
  const mb = Math.round(bytes / 1e6);
  tell(`the image has ${mb} MB`);
  if (mb > MOST_MB) throw new Error(`The image has ${mb} MB: at most ${MOST_MB} are meant`);
  const names = ["'*.map'", "'*.test.*'", 'index.node', 'sbom.cdx.json'].map((name) => `-name ${name}`);
  const find = `find /app ${names.join(' -o ')} -o -path /app/node_modules/jest -o -path /app/node_modules/typescript`;
  const found = (await engine.run('run', '--rm', ...limits(), '--entrypoint', 'sh', IMAGE, '-c', find)).split('\n');
  const strange = found.filter((path) => !WANTED.test(path));
  if (strange.length > 0) throw new Error(`The image has what it does not need: ${strange.slice(0, 5).join(', ')} …`);
  if (found.length !== 2) throw new Error(`The image lacks its core or its list of parts: ${found.join(', ')}`);
}

/** Tells the story through the proxy, whose certificate is the one of its own authority. */
async function live(engine: Engine, { containers }: Up, secrets: string): Promise<void> {
  const proxy = containers.find(({ service }) => service === 'proxy')!;
  const authority = join(secrets, 'authority.crt');
  const root = '/data/caddy/pki/authorities/local/root.crt';
  writeFileSync(authority, await engine.run('exec', proxy.name, 'cat', root));
  const env = {
    ...process.env,
    ...{ NODE_EXTRA_CA_CERTS: authority, STORY_URL: URL_OF_PROXY },
    STORY_KEY: readFileSync(join(secrets, 'BOOTSTRAP_API_KEY'), 'utf8'),
  };
  const api = containers.find(({ service }) => service === 'api')!;
  const workers = await engine.run('exec', api.name, 'node', 'dist/admin/main.js', 'workers:await', '--within', '30');
  if (!workers.startsWith('No worker of another release')) throw new Error(workers);
  tell('telling the story through the proxy');
  const story = join(ROOT, 'scripts', 'image', 'story.ts');
  tell(await succeed(process.execPath, ['--import', 'tsx', story], env));
}

/** Backs up, and restores the product's dump beside its database. Throws where the journals differ. */
async function backUp(engine: Engine, started: Up): Promise<void> {
  tell(await started.once('backup'));
  const postgres = started.containers.find(({ service }) => service === 'postgres')!;
  const psql = (database: string, sql: string) =>
    engine.run('exec', postgres.name, 'psql', '--host=/run/postgresql', '--username=postgres', '-Atc', sql, database);
  const backup = started.containers.find(({ service }) => service === 'backup')!;
  const dump = join(mkdtempSync(join(tmpdir(), 'cloud-licensing-dump-')), 'licensing.dump');
  const folder = /backed up: (\S+)/.exec(await engine.run('logs', backup.name))![1]!;
  await engine.run('cp', `${backup.name}:/backups/${folder}/licensing.dump`, dump);
  await psql('postgres', 'create database restored');
  await engine.run('cp', dump, `${postgres.name}:${DUMP}`);
  await engine.run(
    'exec',
    postgres.name,
    'pg_restore',
    '--host=/run/postgresql',
    '--username=postgres',
    '--dbname=restored',
    DUMP,
  );
  rmSync(dump);
  const events = 'select count(*) from journal';
  const [before, after] = [await psql('licensing', events), await psql('restored', events)];
  if (before !== after) throw new Error(`Of ${before} events ${after} were restored`);
  tell(`restored from the backup: ${after} events`);
}
