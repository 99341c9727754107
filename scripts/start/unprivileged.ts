import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** How to run a program that refuses to run as root. */
export type Unprivileged = {
  /** Who owns its files; undefined when we are not root and everything is ours. */
  owner: { uid: number; gid: number } | undefined;
  /** The command and arguments that run it as that user. */
  wrap: (command: string, args: string[]) => { command: string; args: string[]; uid?: number; gid?: number };
};

/** The user that every machine has and that owns nothing: none has to be made. */
const USER = 'nobody';

/**
 * For root, runs a program as `nobody`. When that user cannot enter the folders of `paths` (a clone in root's home), the
 * program keeps one right of root's, to pass them. Throws a sentence when the machine cannot do that.
 */
export function unprivileged(paths: readonly string[]): Unprivileged {
  if (process.getuid?.() !== 0) return { owner: undefined, wrap: (command, args) => ({ command, args }) };
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  const closed = paths.flatMap(foldersAbove).find((folder) => (statSync(folder).mode & 0o001) === 0);
  if (closed === undefined) return { owner, wrap: (command, args) => ({ command, args, ...owner }) };
  const keep = '+dac_override';
  const options = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const rights = [`--inh-caps=${keep}`, `--ambient-caps=${keep}`];
  try {
    execFileSync('setpriv', [...options, ...rights, 'true'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      `PostgreSQL does not run as root, and the user ${USER} cannot enter ${closed}: start as another user, ` +
        `or run \`chmod o+x ${closed}\`, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return { owner, wrap: (command, args) => ({ command: 'setpriv', args: [...options, ...rights, command, ...args] }) };
}

function idOf(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, USER], { encoding: 'utf8' }));
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...foldersAbove(parent), parent];
}
