import { AppSuiteError } from '../errors.ts';

/**
 * Runs what writes at a path. A disk that is full, read-only or somebody else's is refused with an AppSuiteError, for the
 * administrator; any other error stays what it is.
 */
export async function writing<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new AppSuiteError(`${path} can't be written (${(error as Error).message}): make room or give the right to.`);
  }
}
