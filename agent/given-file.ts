import { readFile } from 'node:fs/promises';
import { AppSuiteError } from './errors.ts';

/** The text of a file that an administrator named. Refuses with an AppSuiteError one that can't be read. */
export async function readGiven(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new AppSuiteError(`${file} can't be read (${(error as Error).message}): check its name and its rights.`);
  }
}
