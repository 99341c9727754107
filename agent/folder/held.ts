import { readFile } from 'node:fs/promises';
import { AppSuiteError } from '../errors.ts';

/** Of this process the lock by which each folder is held: its file, and what stands in it and in no other's. */
const held = new Map<string, { path: string; mark: string }>();

export const hold = (dir: string, path: string, mark: string): void => void held.set(dir, { path, mark });
export const letGo = (dir: string): void => void held.delete(dir);

/** Whether the lock that this process made is still there: one that is paused for long has its lock broken by others. */
export async function isHeld(dir: string): Promise<boolean> {
  const lock = held.get(dir);
  return lock !== undefined && (await readFile(lock.path, 'utf8').catch(() => '')) === lock.mark;
}

/** Refuses to write over what another command wrote meanwhile. */
export async function requireHeld(dir: string): Promise<void> {
  if (!held.has(dir) || (await isHeld(dir))) return;
  throw new AppSuiteError(`This command was paused for so long that another one worked in ${dir}: run it again.`);
}
