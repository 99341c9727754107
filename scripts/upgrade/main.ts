import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../admin/command-line.ts';
import { ROOT } from '../prepare/binaries.mjs';
import { succeed } from '../run-program.ts';
import { launch, whenReady } from '../start/child.ts';
import { freePort } from '../start/ports.ts';

const about = `Lets the release of before live on what this one has made, and this one on what that one has left: each starts on
the same data, tells its own story, and stops. The tables are those of this release from the beginning.`;
const { from } = commandLine('npm run check:upgrade', about)
  .option('--from <commit>', 'the release of before', 'HEAD~1')
  .parse()
  .opts<{ from: string }>();

const folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-upgrade-'));
const former = join(folder, 'former');
const dataDir = join(folder, 'data');
mkdirSync(dataDir);
mkdirSync(former);
const tell = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`);

/** What all starts and stories share: the data, ports that nobody else has, and nothing of this terminal that leads elsewhere. */
const env = {
  ...Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name]])),
  ...{ DATA_DIR: dataDir, SAMPLE_DATA: 'false', PORT: String(await freePort()) },
  ...{ TEMPORAL_PORT: String(await freePort()), TEMPORAL_UI_PORT: String(await freePort()) },
};

try {
  const commit = await succeed('git', ['-C', ROOT, 'rev-parse', '--short', from]);
  await succeed('sh', ['-c', 'git -C "$1" archive "$2" | tar -x -C "$3"', 'sh', ROOT, commit, former]);
  // The packages of this release serve the other one too, and so do the programs that a start has fetched.
  for (const kept of ['node_modules', '.cache']) symlinkOver(kept);
  await live('this release', ROOT);
  await live(`the release of before, ${commit}, on its tables`, former);
  await live('this release again', ROOT);
  const compare = ['--import', 'tsx', join(ROOT, 'scripts/commands/admin.ts'), 'projection:rebuild', '--check'];
  tell(await run(ROOT, () => succeed(process.execPath, compare, env)));
  tell('each lived on what the other had left');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function symlinkOver(name: string): void {
  rmSync(join(former, name), { recursive: true, force: true });
  symlinkSync(join(ROOT, name), join(former, name));
}

/** Starts a release, tells its story, and stops it. */
async function live(name: string, root: string): Promise<void> {
  tell(`${name} starts`);
  const story = await run(root, () =>
    succeed(process.execPath, ['--import', 'tsx', join(root, 'scripts/story/main.ts')], env),
  );
  tell(`${name}: its story was told in ${story.split('\n').length} lines`);
}

/** Does something while a release runs. */
async function run<Result>(root: string, work: () => Promise<Result>): Promise<Result> {
  const start = join(root, 'scripts/start/main.ts');
  const log = join(folder, 'start.log');
  const child = await launch({ command: process.execPath, args: ['--import', 'tsx', start], log, env });
  try {
    await whenReady('The product', child, () => child.output().includes('Cloud Licensing is ready.'));
    return await work();
  } finally {
    process.kill(child.pid, 'SIGTERM');
    await child.exited;
  }
}
