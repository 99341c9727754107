import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../prepare/binaries.mjs';

/** The program as it was at a commit, in a folder of its own with today's packages. Throws a sentence where git does not know it. */
export function formerProgram(commit: string): { root: string; name: string } {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 20 });
  let name: string;
  try {
    name = git('log', '-1', '--format=%h %s', commit).trim();
  } catch {
    throw new Error(`git knows no commit ${commit} here: name one that this clone has.`);
  }
  const root = mkdtempSync(join(tmpdir(), 'cloud-licensing-former-'));
  execFileSync('sh', ['-c', `git archive "$1" | tar -x -C "$2"`, 'sh', commit, root], { cwd: ROOT });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return { root, name };
}
