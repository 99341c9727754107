import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './binaries.mjs';
import { runShowingProgress } from './progress.mjs';
import { isDiskFull } from './remedies.mjs';

/** The packages that tests call in Python: each with its version and the hashes of its files. Anything else is refused. */
const REQUIREMENTS = fileURLToPath(new URL('python-packages.txt', import.meta.url));

/** Where Python finds them: the folder that `PYTHONPATH` names for tests. */
export const PYTHON_PACKAGES = join(ROOT, '.cache', 'python');

/** Says which packages the folder holds. */
const MARK = 'requirements.txt';

/** Installs the packages by pip, unless they are there. The folder appears only when it is whole. */
export async function providePythonPackages() {
  const wanted = readFileSync(REQUIREMENTS, 'utf8');
  const mark = join(PYTHON_PACKAGES, MARK);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  mkdirSync(dirname(PYTHON_PACKAGES), { recursive: true });
  const folder = mkdtempSync(`${PYTHON_PACKAGES}-`);
  try {
    const exactly = ['--no-deps', '--only-binary=:all:', '--require-hashes', '-r', REQUIREMENTS];
    const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder, ...exactly];
    const { failed, output } = await runShowingProgress('Installing packages of Python', 'python3', args).catch(
      (error) => {
        if (error.code !== 'ENOENT') throw error;
        return { failed: true, output: 'python3 is missing' };
      },
    );
    if (failed) throw new Error(isDiskFull(output) ? output : `${output}\n${explain(output)}`);
    writeFileSync(join(folder, MARK), wanted);
    rmSync(PYTHON_PACKAGES, { recursive: true, force: true });
    renameSync(folder, PYTHON_PACKAGES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function explain(output) {
  if (/python3 is missing|No module named pip/i.test(output))
    return 'The tests run programs in Python: install Python 3.11 or later with pip (on Debian: apt-get install python3-pip).';
  if (/requires a different Python|No matching distribution/i.test(output))
    return 'The tests run programs in Python: install Python 3.11 or later.';
  return 'The packages could not be installed with pip: check the connection to the Python package index.';
}
