import { AppSuiteError } from './errors.ts';
import { readGiven } from './given-file.ts';

/** The Activation Token that an administrator gave, in words or in a file. Refuses none, both, and an empty file. */
export async function readToken(words: string[], file: string | undefined): Promise<string> {
  if (words.length > 0 && file !== undefined)
    throw new AppSuiteError('Give the Activation Token or --token-file, not both.');
  const token = file === undefined ? words.join(' ') : (await readGiven(file)).trim();
  if (token !== '') return token;
  throw new AppSuiteError(
    file === undefined
      ? "Give the Activation Token from the server's page in the portal, or a file that holds it by --token-file."
      : `${file} is empty: write the Activation Token from the server's page in the portal there.`,
  );
}
