/*
 * Makes a fresh machine ready: packages, Temporal's server, with `--tests` its time-skipping test server too.
 * It runs before anything is installed, so it is plain JavaScript for Node 20 and imports Node's own modules alone.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BINARY_CACHE, findBinary, findChromium, ROOT } from './binaries.mjs';
import { fetchBinary } from './fetch-binary.mjs';
import { runShowingProgress } from './progress.mjs';
import { providePythonPackages } from './python-packages.mjs';
import { withRemedy } from './remedies.mjs';
import { isWritable } from './writable.mjs';

const forTests = process.argv.includes('--tests');

/** What a path may not hold: the shell that PostgreSQL calls, Temporal's database, the loader or the bundler would read it otherwise. */
const MISREAD = /["$`\\%!?*]/;

try {
  requireReadablePath();
  if (!areInstalled()) await install();
  // Tests always start servers of their own; the service needs none when it is told where Temporal is.
  if (forTests || !process.env.TEMPORAL_ADDRESS) await provide('temporal');
  if (forTests) {
    requireWritable(join(ROOT, '.cache'), 'What the tests make');
    await provide('temporal-test-server');
    await providePythonPackages();
    checkChromium();
  }
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exitCode = 1;
}

function requireReadablePath() {
  const [character] = MISREAD.exec(ROOT) ?? [];
  if (character === undefined) return;
  throw new Error(
    `The path ${ROOT} holds ${character}, which some of the tools cannot read: move this folder elsewhere.`,
  );
}

/**
 * Whether node_modules holds what the lock file names. npm writes down what it installed when it is done; packages for
 * other platforms are optional and absent there.
 */
function areInstalled() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) =>
    path === '' || (!installed[path] && (optional || devOptional)) ? true : installed[path]?.version === version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

async function install() {
  requireWritable(join(ROOT, 'node_modules'), 'The packages');
  const { failed, output } = await runShowingProgress(
    'Installing packages, about half a minute',
    'npm',
    // NODE_ENV=production would leave out what starts and tests the service.
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...cacheOfOurOwn()],
    { cwd: ROOT },
  );
  if (failed) {
    throw new Error(
      `${output}\nThe packages could not be installed: npm's words are above; run the command again then.`,
    );
  }
}

/** npm keeps what it has fetched in its user's home, which not every user has. It tells its scripts where. */
function cacheOfOurOwn() {
  const cache = process.env.npm_config_cache;
  return cache === undefined || isWritable(cache) ? [] : ['--cache', join(ROOT, '.cache', 'npm')];
}

async function provide(name) {
  if (findBinary(name)) return;
  requireWritable(BINARY_CACHE, `${name}, which is not on PATH,`);
  await fetchBinary(name, BINARY_CACHE);
}

function requireWritable(path, what) {
  if (isWritable(path)) return;
  throw new Error(
    `${what} cannot be put into ${path}: copy this folder to one that you may write to, and start there.`,
  );
}

function checkChromium() {
  if (findChromium()) return;
  try {
    createRequire(join(ROOT, 'package.json')).resolve('@sparticuz/chromium');
  } catch {
    throw new Error('No Chromium for the browser tests: install one (on Debian: apt-get install chromium).');
  }
}

function explain(error) {
  if (error.code === 'ENOENT' && error.path === 'npm') return 'npm is missing: install Node.js 20 or later with npm.';
  return withRemedy(error.message);
}
