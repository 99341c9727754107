import { faultOf } from '../away.ts';

/**
 * Notes something that nobody misses when it is lost: where the database takes no changes, whoever only reads is answered all
 * the same.
 */
export async function unlessUnwritable(noted: Promise<unknown>): Promise<void> {
  try {
    await noted;
  } catch (error) {
    if (faultOf(error) !== 'unwritable') throw error;
  }
}
