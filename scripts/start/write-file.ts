import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file for its owner alone, so that whoever reads it finds the old content or the new, never a part. */
export function writeWhole(path: string, content: string): void {
  const fresh = `${path}.${process.pid}.new`;
  try {
    writeFileSync(fresh, content, { mode: 0o600, flush: true });
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}
