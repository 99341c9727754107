import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheck, runProjects } from './support/run/steps.mjs';

/** The longest first, so that nothing waits for it alone. */
const CHECKS = [
  {
    name: 'lint',
    script: 'check:lint',
    remedy: 'Each rule is explained in eslint.config.js; some correct themselves: npx eslint --fix .',
  },
  { name: 'formatting', script: 'check:format', remedy: 'npm run format rewrites the files.' },
  { name: 'types', script: 'check:types', remedy: 'Correct the types at the places named.' },
  {
    name: 'imports',
    script: 'check:imports',
    remedy: 'Which folder may import what stands in .dependency-cruiser.cjs.',
  },
  {
    name: 'unused code',
    script: 'check:unused',
    remedy: 'Remove what nobody uses; entry points are listed in knip.json.',
  },
  { name: 'duplicate code', script: 'check:duplicates', remedy: 'Move what both places share into one function.' },
];

/** What needs no server comes first; the others share theirs, and one run of Jest. Those wait a third of their time for others. */
const RUNS = [
  { projects: ['unit'], filesAtOnce: 2 },
  { projects: ['workflow', 'integration', 'attack', 'browser', 'build'], filesAtOnce: 3 },
];

const CHECKS_AT_ONCE = 2;

/** The checks and the runs of Jest that the command line names, in their order; all of them when it names none. */
function chosen(names) {
  const all = [...CHECKS.map(({ name }) => name), ...RUNS.flatMap(({ projects }) => projects)];
  const known = `Steps: ${all.join(', ')}.`;
  if (names.includes('--help')) {
    console.log(`npm test -- [steps...]\nRuns every check and every test, or the steps that are named. ${known}`);
    process.exit();
  }
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no step "${unknown.join('", "')}". ${known}`);
    process.exit(2);
  }
  const wanted = (name) => names.length === 0 || names.includes(name);
  const runs = RUNS.map(({ projects, filesAtOnce }) => ({ projects: projects.filter(wanted), filesAtOnce })).filter(
    ({ projects }) => projects.length > 0,
  );
  return {
    checks: CHECKS.filter(({ name }) => wanted(name)).map((check) => ({
      name: check.name,
      run: () => runCheck(check),
    })),
    tests: runs.map(({ projects, filesAtOnce }) => ({
      name: projects.join(', '),
      run: (folder) => runProjects(projects, join(folder, `${projects[0]}.json`), filesAtOnce),
    })),
  };
}

async function runStep(step, folder) {
  const result = await step.run(folder);
  const mark = result.failures.length === 0 ? '✓' : '✗';
  const tests = result.passed > 0 ? `, ${result.passed} passed` : '';
  console.log(`${mark} ${step.name}: ${result.seconds.toFixed(1)} s${tests}`);
  return result;
}

/** Runs the steps in order, `width` at a time. */
async function runSteps(queue, width, folder) {
  const waiting = [...queue];
  const results = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step, folder));
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}

function explain({ title, details, remedy }) {
  console.log(`\n✗ ${title}\n${details.replace(/^/gm, '    ')}\n  → ${remedy}`);
}

const { checks, tests } = chosen(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-test-'));
try {
  const results = [...(await runSteps(checks, CHECKS_AT_ONCE, folder)), ...(await runSteps(tests, 1, folder))];
  const failures = results.flatMap((result) => result.failures);
  failures.forEach(explain);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
