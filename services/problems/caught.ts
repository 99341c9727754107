import { faultOf, isDataRefused, type Fault } from '../../db/away.ts';
import { UnstorableTextError } from '../../domain/text/text.ts';
import type { Log } from '../../mail/post.ts';
import { NO_TEXT } from '../text.ts';
import { invalid, ProblemError, type ProblemCode } from './problems.ts';

/** What a fault of the database is to the log and to callers; what may have been carried out is carried out once, as it is repeated. */
const FAULTS = {
  away: { said: 'the database cannot be reached', code: 'DATABASE_UNAVAILABLE' },
  late: { said: 'the database took too long', code: 'DATABASE_UNAVAILABLE' },
  unwritable: { said: 'the database takes no changes', code: 'DATABASE_NOT_WRITABLE' },
} as const satisfies Record<Fault, { said: string; code: ProblemCode }>;

/** What something that was thrown says to a caller. What nobody expected is logged, and says nothing. */
export function caught(error: unknown, log: Pick<Log, 'error'>): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof UnstorableTextError) return invalid([{ pointer: error.pointer, message: NO_TEXT }]);
  if (isDataRefused(error)) {
    log.error({ err: error }, 'the database takes no such value');
    return new ProblemError('MALFORMED_BODY');
  }
  const fault = faultOf(error);
  if (fault !== null) {
    log.error({ err: error }, FAULTS[fault].said);
    return new ProblemError(FAULTS[fault].code);
  }
  log.error({ err: error }, 'a request failed');
  return new ProblemError('INTERNAL');
}
