import { isDatabaseAway, isDataRefused } from '../../db/away.ts';
import { UnstorableTextError } from '../../domain/text.ts';
import type { Log } from '../../mail/post.ts';
import { NO_TEXT } from '../text.ts';
import { invalid, ProblemError } from './problems.ts';

/** What something that was thrown says to a caller. What nobody expected is logged, and says nothing. */
export function caught(error: unknown, log: Pick<Log, 'error'>): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof UnstorableTextError) return invalid([{ pointer: error.pointer, message: NO_TEXT }]);
  if (isDataRefused(error)) {
    log.error({ err: error }, 'the database takes no such value');
    return new ProblemError('MALFORMED_BODY');
  }
  if (isDatabaseAway(error)) {
    log.error({ err: error }, 'the database cannot be reached');
    return new ProblemError('DATABASE_UNAVAILABLE');
  }
  log.error({ err: error }, 'a request failed');
  return new ProblemError('INTERNAL');
}
