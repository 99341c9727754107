import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** Says that a picture was taken. A palette makes a third of it; where the tool is not installed, it stays as it is. */
export function made(path: string): void {
  spawnSync('pngquant', ['64', '--force', '--skip-if-larger', '--output', path, path]);
  console.log(basename(path));
}
