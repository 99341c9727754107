import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { BUILT_BUNDLE } from '../temporal/release.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The source runs as TypeScript in development and as JavaScript in production; this file's own name tells which. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Everything that workflows are made of, which alone they may import; and how. */
const MADE_OF = ['workflows', 'domain', 'temporal', 'worker/bundle.ts', 'package-lock.json'];

/**
 * The workflows for a worker, as one script: the one that `npm run build` made, or, in development, the one of this source,
 * which is made once and kept until the source changes. To make it takes seconds.
 */
export async function workflowsToRun(): Promise<{ codePath: string }> {
  const codePath = EXTENSION === 'ts' ? join(ROOT, '.cache', `workflows-${versionOfSource()}.js`) : BUILT_BUNDLE;
  if (!existsSync(codePath)) await bundleInto(codePath);
  return { codePath };
}

/** Puts the workflows and all that they import into one script; those of other source in its folder go. Problems alone are logged. */
export async function bundleInto(codePath: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows', `index.${EXTENSION}`),
    workflowInterceptorModules: ['one-task', 'causes'].map((name) => join(ROOT, 'workflows', `${name}.${EXTENSION}`)),
    // Calendar arithmetic is loaded once, not for every workflow: its first use takes many milliseconds, and it keeps
    // nothing but what it has learnt about time zones, which is the same for all.
    preloadModules: [join(ROOT, 'domain', `days.${EXTENSION}`)],
    logger: new DefaultLogger('WARN'),
  });
  const folder = dirname(codePath);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (/^workflows-\w+\.js$/.test(name)) rmSync(join(folder, name));
  // Whole, or not at all: several processes may make it at once.
  const fresh = `${codePath}.${randomUUID()}`;
  writeFileSync(fresh, code);
  renameSync(fresh, codePath);
}

function versionOfSource(): string {
  const hash = createHash('sha256');
  for (const path of MADE_OF.flatMap(filesOf).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path: string): string[] {
  if (path.includes('.')) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${path}/${name}`);
}
