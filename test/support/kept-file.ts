import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@jest/globals';

/** Expects a file of the repository to have this content; with `WRITE_DOCS=1` in the environment it gets it instead. */
export function expectKept(path: string, content: string): void {
  if (process.env.WRITE_DOCS === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  expect(read(path)).toBe(content);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
