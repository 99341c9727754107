import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';

type Lock = { packages: Record<string, { dev?: boolean }> };

/**
 * Builds in this folder as the Dockerfile does, out of what `.dockerignore` lets into the image's context and nothing else.
 * Answers the folder that becomes `/app` of the image, which has the packages of production alone.
 */
export async function buildImage(folder: string): Promise<string> {
  const [context, app] = [join(folder, 'context'), join(folder, 'app')];
  for (const path of contextOfImage()) cpSync(join(ROOT, path), join(context, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(context, 'node_modules'));
  await promisify(execFile)('npm', ['run', 'build'], { cwd: context });
  cpSync(join(context, 'dist'), join(app, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(app, 'package.json'));
  for (const path of packagesOfProduction()) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(app, path));
  }
  return app;
}

/** What the image itself sets in the environment. */
export function environmentOfImage(): Record<string, string> {
  const [, settings] = /^ENV (.+)$/m.exec(read('Dockerfile'))!;
  return Object.fromEntries(settings!.split(' ').map((setting) => setting.split('=') as [string, string]));
}

/** `.dockerignore` leaves out everything but what it names, so that it reads as a list. */
function contextOfImage(): string[] {
  const [everything, ...lines] = read('.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const strange = [...(everything === '*' ? [] : [everything]), ...lines.filter((line) => !/^![\w./-]+$/.test(line))];
  if (strange.length > 0) throw new Error(`.dockerignore has lines that are not read here: ${strange.join(', ')}`);
  return lines.map((line) => line.slice(1));
}

/** What `npm ci --omit=dev` installs at the top, of what is installed here. */
function packagesOfProduction(): string[] {
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;
  return Object.entries(packages).flatMap(([path, { dev }]) =>
    /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && existsSync(join(ROOT, path)) ? [path] : [],
  );
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
