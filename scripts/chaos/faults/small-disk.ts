import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const CHUNK = Buffer.alloc(1_048_576);

export type SmallDisk = { fill: () => void; free: () => void; remove: () => void };

/** Makes a folder a disk of its own with so many megabytes, of memory; null where this machine does not allow it (Linux, as root). */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    /** Takes all that is left. */
    fill: () => fill(ballast),
    free: () => rmSync(ballast, { force: true }),
    remove: () => void execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' }),
  };
}

function fill(file: string): void {
  const ballast = openSync(file, 'a');
  try {
    for (const size of [CHUNK.length, 4_096]) {
      while (writes(ballast, size));
    }
  } finally {
    closeSync(ballast);
  }
}

function writes(file: number, size: number): boolean {
  try {
    return writeSync(file, CHUNK, 0, size) === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    return false;
  }
}
