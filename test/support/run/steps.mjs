import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Once Jest has written its results and stopped the real parts, nothing but a leak keeps it alive longer than this. */
const EXIT_WITHIN_MS = 5_000;

/** What Jest says when a worker had to be killed because its tests left something open. */
const WORKER_LEAKED = 'A worker process has failed to exit gracefully';

/**
 * Runs a command and collects what it prints; `show` also prints it at once.
 * `onChild` gets the child process while it runs.
 */
function execute(command, args, { show = false, env = {}, onChild = () => {} } = {}) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    const finish = (code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(1);
    });
    child.once('close', (code) => finish(code ?? 1));
    onChild(child);
  });
}

/** Runs one of package.json's `check:*` scripts. Answers its failures: none, or one with all that it printed. */
export async function runCheck({ script, remedy }) {
  const { code, output, seconds } = await execute('npm', ['run', '--silent', script]);
  const failures = code === 0 ? [] : [{ title: `npm run ${script}`, details: output.trim(), remedy }];
  return { seconds, passed: 0, failures };
}

/**
 * Runs the tests of some Jest projects, so many files at a time, showing Jest's own progress, with its results in `resultsFile`.
 * A failed test, a file that does not load, a handle left open and a Jest that breaks are one failure each.
 */
export async function runProjects(projects, resultsFile, filesAtOnce) {
  let leaked = false;
  const { code, output, seconds } = await execute(
    process.execPath,
    [
      ...['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', ...projects],
      ...[`--maxWorkers=${filesAtOnce}`, '--passWithNoTests', '--json', `--outputFile=${resultsFile}`],
    ],
    { show: true, env: { NODE_OPTIONS: quiet(process.env.NODE_OPTIONS) }, onChild: endWhenLeaked },
  );

  function endWhenLeaked(child) {
    let wroteAt;
    const timer = setInterval(() => {
      if (existsSync(resultsFile)) wroteAt ??= performance.now();
      if (wroteAt === undefined || performance.now() - wroteAt < EXIT_WITHIN_MS) return;
      leaked = true;
      child.kill('SIGKILL');
    }, 200);
    child.once('close', () => clearInterval(timer));
  }

  const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined;
  const failures = results ? failedTests(results) : [];
  if (leaked || output.includes(WORKER_LEAKED)) failures.push(leak(projects));
  if (code !== 0 && failures.length === 0) failures.push(broken(projects, output));
  return { seconds, passed: results?.numPassedTests ?? 0, failures };
}

/** Jest needs Node's experimental modules; that they are experimental need not be said in every process. */
function quiet(nodeOptions = '') {
  return `${nodeOptions} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
}

function failedTests(results) {
  return results.testResults.flatMap((file) => {
    const path = file.name.replace(`${process.cwd()}/`, '');
    const [, folder] = path.split('/');
    const project = folder === 'replay' ? 'unit' : folder;
    const remedy = `Run it alone: npx node --experimental-vm-modules node_modules/jest/bin/jest.js --selectProjects ${project} ${path}`;
    const failed = file.assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [{ title: path, details: file.message, remedy }];
    return failed.map((result) => ({
      title: `${path} › ${result.fullName}`,
      details: result.failureMessages.join('\n'),
      remedy,
    }));
  });
}

function leak(projects) {
  return {
    title: `${projects.join(', ')}: the tests left something open`,
    details: 'A connection, timer or server outlived the last test, so Jest could not end by itself.',
    remedy: `Close it in afterAll; find it with: npx node --experimental-vm-modules node_modules/jest/bin/jest.js --selectProjects ${projects.join(' ')} --runInBand --detectOpenHandles`,
  };
}

function broken(projects, output) {
  return {
    title: `${projects.join(', ')}: Jest could not run`,
    details: output.trim().split('\n').slice(-30).join('\n'),
    remedy: 'The last lines of Jest above say why; the real parts start in test/support/run/global-setup.ts.',
  };
}
